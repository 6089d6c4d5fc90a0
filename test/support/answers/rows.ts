import * as z from 'zod';

import { ownerSchema, verdictKindSchema } from '../../../src-main/contract/diagnosis.ts';
import type { Owner, VerdictKind } from '../../../src-main/contract/diagnosis.ts';
import { RULES } from '../../../src-main/diagnosis/verdict/rules.ts';
import { SEEN_FORMS } from './forms.ts';
import { playedSchema, wireAnswerSchema } from './played-row.ts';
import type { HostRow } from './played-row.ts';
import { everywhere, rowsIn } from './sample-file.ts';
import { onTheWire } from './wire-answer.ts';
import type { WireAnswer } from './wire-answer.ts';

/** Every labelled answer and fault, each with the rule that it must end in. */
export const LABELLED = rowsIn(
  'answers/labelled.yaml',
  playedSchema.extend({ rule: z.enum(RULES.map(({ id }) => id)) }),
);

const outsideSchema = playedSchema.extend({
  /** The same answer at the sign-in and at the data call, from every host: two rows. */
  both: wireAnswerSchema.exactOptional(),
  /** The verdicts that a fair judge would accept, as narrow as fair. */
  allowed: z.array(verdictKindSchema),
  /** Who acts; follows from the kinds where each of them has one. */
  owner: z.array(ownerSchema).exactOptional(),
  /** Words of the answer that the verdict must show, where their meaning is not certain. */
  quotes: z.string().exactOptional(),
  /** In whose name the certificates are issued; the computer trusts them, as it trusts a company's inspecting box. */
  inspectedBy: z.string().exactOptional(),
  /** Where this shape was seen. */
  source: z.string(),
});

/** Who acts after a kind that leaves no doubt of it. */
const OWNERS: Partial<Record<VerdictKind, Owner>> = {
  'proxy-sign-in': 'network-team',
  'tls-untrusted': 'network-team',
  network: 'network-team',
  intercepted: 'network-team',
  licence: 'you-with-xray',
  'credentials-rejected': 'you',
  residency: 'xray-through-radbee',
  'residency-suspected': 'xray-through-radbee',
};

function ownerOf(allowed: readonly VerdictKind[]): { owner?: Owner[] } {
  const owners = allowed.map((kind) => OWNERS[kind]);
  const known = owners.filter((owner) => owner !== undefined);
  return known.length === owners.length ? { owner: [...new Set(known)] } : {};
}

/** A host that takes the keys, through CloudFront; one that has nothing to say of data does not. */
function throughCloudFront(host: HostRow): HostRow {
  const signIn = (token: string): WireAnswer =>
    onTheWire({ status: 200, through: 'CloudFront', json: token });
  return host.data === undefined ? host : { signIn, ...host };
}

/** The files of `test/samples/answers/outside`, in the order of who stands before Xray and what Xray says. */
const OUTSIDE_FILES = [
  'filters.yaml',
  'proxies.yaml',
  'guest-networks.yaml',
  'passed-on.yaml',
  'firewalls.yaml',
  'gateways.yaml',
  'xray-words.yaml',
  'xray-keys.yaml',
  'healthy.yaml',
  'not-healthy.yaml',
  'look-alikes.yaml',
  'limits.yaml',
  'mixed-hosts.yaml',
];

type Outside = Omit<z.infer<typeof outsideSchema>, 'both'>;
/** One answer as others have seen it. */
export type OutsideRow = Outside & { readonly name: string };

function outsideRow(name: string, { hosts = {}, ...told }: Outside): OutsideRow {
  const played = Object.entries(hosts).map(([id, host]) => [id, throughCloudFront(host)] as const);
  return { name, ...ownerOf(told.allowed), ...told, hosts: Object.fromEntries(played) };
}

/** The rows of a file; the same answer at both calls makes two. */
function outsideRows(file: string): OutsideRow[] {
  return rowsIn(`answers/outside/${file}`, outsideSchema).flatMap(({ name, both, ...row }) => {
    if (both === undefined) return [outsideRow(name, row)];
    return [
      outsideRow(`${name}, at the sign-in`, { ...row, hosts: everywhere({ signIn: both }) }),
      outsideRow(`${name}, at the data call`, { ...row, hosts: everywhere({ data: both }) }),
    ];
  });
}

const wordsSchema = z.strictObject({
  words: z.string(),
  /** Whether they leave no doubt in any form. */
  isPlain: z.boolean(),
  kind: verdictKindSchema,
  status: z.int(),
  at: z.enum(['signIn', 'data']),
});

/** The same words in each form. */
const IN_FORMS = rowsIn('answers/words-in-forms.yaml', wordsSchema).flatMap(
  ({ name, words, isPlain, kind, status, at }) =>
    SEEN_FORMS.map(([form, isXrays, write]) =>
      outsideRow(`${name}, ${form}`, {
        allowed: isPlain || isXrays ? [kind] : [kind, 'unclear'],
        source: 'Xray’s documented and reported words, in other forms',
        hosts: everywhere({ [at]: onTheWire({ status, through: 'CloudFront', ...write(words, status) }) }),
      }),
    ),
);

/** Every answer that was seen outside. */
export const OUTSIDE: readonly OutsideRow[] = [...OUTSIDE_FILES.flatMap(outsideRows), ...IN_FORMS];
