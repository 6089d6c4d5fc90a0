import { describe, expect, it } from 'vitest';

import { DEFAULT_SUPPORT } from '../../../../src-main/contract/support/default-support.ts';
import type { Support } from '../../../../src-main/contract/support/support-profile.ts';
import { prepareBundle } from '../../../../src-main/evidence/bundle/prepare-bundle.ts';
import { withSupportName } from '../../../../src-main/evidence/documents/with-support-name.ts';
import { RESIDENCY } from '../../../support/browser/every-screen/samples.ts';
import { sampleInput } from '../../../support/samples/sample-run.ts';

const SUPPORT: Support = {
  name: 'Örtliche Hilfe',
  mail: 'help@support.example',
  subject: 'Xray',
  ticket: null,
  product: 'Reports',
  links: [],
};

describe('the support that evidence names', () => {
  it('is the one of the profile, in every file and in the mail', async () => {
    const bundle = await prepareBundle(sampleInput({ diagnosis: RESIDENCY, support: SUPPORT }));
    const texts = bundle.entries.map(({ bytes }) => Buffer.from(bytes).toString('utf8')).join('\n');
    expect(texts).toContain('help@support.example');
    expect(texts).toContain('Xray, through Örtliche Hilfe, has to act.');
    expect(texts).not.toMatch(/RadBee(?! Snapshots)|radbee\.com/u);
    expect(bundle.mail.to).toBe('help@support.example');
  });

  it("is RadBee's where no profile says otherwise, word for word as it was judged", () => {
    expect(withSupportName(RESIDENCY, DEFAULT_SUPPORT)).toEqual(RESIDENCY);
  });

  it('changes sentences only: what was found, by which rule, and the phrases stay', () => {
    const { verdict, notes: _, ...rest } = withSupportName(RESIDENCY, SUPPORT);
    expect(rest).toEqual((({ verdict: __, notes: ___, ...others }) => others)(RESIDENCY));
    expect(verdict).toMatchObject({
      kind: RESIDENCY.verdict.kind,
      rule: RESIDENCY.verdict.rule,
      owner: RESIDENCY.verdict.owner,
    });
  });

  it('leaves English alone that came without phrases', () => {
    const { phrases: _, ...without } = RESIDENCY;
    expect(withSupportName(without, SUPPORT)).toEqual(without);
  });
});
