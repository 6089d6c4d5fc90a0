import { describe, expect, it } from 'vitest';

import { prepareBundle } from '../../../../src-main/evidence/bundle/prepare-bundle.ts';
import { oneLine } from '../../../../src-main/evidence/documents/plain-text.ts';
import { cutBeforeTag } from '../../../../src-main/evidence/redaction/tags.ts';
import { sampleDiagnosis, sampleInput } from '../../../support/samples/sample-run.ts';

const TAGGED = 'one ‹token#12ab› two';

describe('a text that is cut once its secrets are tags', () => {
  it.each(Array.from({ length: TAGGED.length + 2 }, (_, length) => length))(
    'holds no half of a tag: %s characters',
    (length) => {
      const head = cutBeforeTag(TAGGED, length);
      expect(head.length).toBeLessThanOrEqual(length);
      expect(TAGGED.startsWith(head)).toBe(true);
      expect(head.replace('‹token#12ab›', '')).not.toContain('‹');
      expect(oneLine(TAGGED, Math.max(1, length)).replace('‹token#12ab›', '')).not.toContain('‹');
    },
  );

  // Half of a tag behind the name of a secret reads like the secret's value, and all that came from outside was left out.
  it.each(Array.from({ length: 48 }, (_, shift) => 150 + shift))(
    'a quote with a secret at %s is no reason to leave anything out',
    async (at) => {
      const { verdict } = sampleDiagnosis();
      const quote = `${'no '.repeat(100).slice(0, at)} {"secret":"hunter22a","e":1} and so on ${'x '.repeat(60)}`;
      const input = sampleInput({ diagnosis: sampleDiagnosis({ verdict: { ...verdict, quote } }) });
      const { entries, missing } = await prepareBundle(input);
      expect(entries.map(({ path }) => path)).toContain('calls/global-2-data-call.txt');
      expect(missing.map(({ key }) => key)).not.toContain('missing.left-out-all');
    },
  );
});
