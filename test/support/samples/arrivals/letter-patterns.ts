import * as z from 'zod';

import { NO_INTAKE } from '../../../../src-main/contract/report/intake.ts';
import type { LetterFacts } from '../../../../src-main/evidence/documents/letters/ticket.ts';
import { playedSchema } from '../../answers/played-row.ts';
import type { PlayedRow } from '../../answers/played-row.ts';
import { rowsIn } from '../../answers/sample-file.ts';

/** What a customer answers who answers everything. */
export const FULL_FACTS: Partial<LetterFacts> = {
  residencyFacts: [
    { product: 'Jira', location: 'European Union', status: 'Pinned' },
    { product: 'Xray', location: 'Global', status: 'Eligible' },
  ],
  intake: {
    ...NO_INTAKE,
    contactName: 'Sam Sample',
    contactMail: 'sam@acme.example',
    snapshotsError: 'Xray token is invalid or expired',
    since: '20 November 2026',
    xrayInJira: 'works',
    keysMadeBy: 'Sam Sample',
    keysMadeAt: 'October 2026',
    mayPassOn: true,
  },
  hasPicture: true,
};

/** A pattern of hosts, and what was said beside it. */
type Pattern = PlayedRow & { readonly facts?: Partial<LetterFacts> };

const patternSchema = playedSchema
  .extend({ customer: z.literal('answers everything').optional() })
  .transform(({ customer, ...row }): Pattern =>
    customer === undefined ? row : { ...row, facts: FULL_FACTS },
  );

/** The patterns of hosts that support meets, and what was said beside them. */
export const LETTER_PATTERNS = rowsIn('answers/letters.yaml', patternSchema);
export type LetterPattern = (typeof LETTER_PATTERNS)[number];
