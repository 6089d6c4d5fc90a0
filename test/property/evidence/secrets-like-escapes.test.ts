import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { prepareBundle } from '../../../src-main/evidence/bundle/prepare-bundle.ts';
import { createGate } from '../../../src-main/evidence/gate/gate.ts';
import { findInBytes, readZip } from '../../support/faults/marker-search.ts';
import { DRESSES, PLACES, plantingSeed } from '../../support/faults/planted-secrets.ts';
import { SAMPLE_SECRETS, sampleInput } from '../../support/samples/sample-run.ts';

/** Secrets that got through once: few letters, and signs of their own that read as escapes. */
const GOT_THROUGH = [
  "<+›€<a%😀B‹ &3%+>‹-%€-+BB\\é'>😀%a",
  "\"_\\-'&éa>Bé›€%‹›é</3>😀€›/›B3😀'%›_\\_+\\",
  "_é3%a3‹<'==+<😀B😀\\_\\=-😀_'😀'>+>\\",
];
const SOME_PLACES = ['plain body', 'json body', 'header name', 'proxy'];
/** Whole secrets; a piece may grow by what stands beside it. */
const WHOLE = Object.entries(DRESSES).filter(([name]) => !/^(?:first|middle|last) /u.test(name));

async function expectNothingOf(secret: string, dress: string, place: string): Promise<void> {
  const text = DRESSES[dress]?.(secret) ?? secret;
  const diagnosis = PLACES[place]?.(text);
  if (diagnosis === undefined) throw new Error(`no place ${place}`);
  const secrets = { ...SAMPLE_SECRETS, clientSecret: secret };
  const bundle = await prepareBundle(sampleInput({ diagnosis, secrets }));
  for (const [path, bytes] of await readZip(bundle.zip))
    expect(findInBytes(path, bytes, [secret]), `${dress} in ${place}`).toEqual([]);
  expect(await createGate(secrets).bundle(bundle.zip), `${dress} in ${place}`).toEqual({ clean: true });
}

describe('a secret whose own characters read as escapes is removed', () => {
  it.each(GOT_THROUGH)('%s, however it is written', async (secret) => {
    for (const [dress] of WHOLE) {
      for (const place of SOME_PLACES) await expectNothingOf(secret, dress, place);
    }
  });

  it('whatever it is made of, however it is written', async () => {
    const signs = fc.constantFrom(
      ...Array.from('aB3é%&;\\"\'<>=+/'),
      '%a3',
      '\\n',
      '\\u00e9',
      '&amp;',
      '&#39;',
      '%25',
    );
    const secret = fc
      .array(signs, { minLength: 12, maxLength: 24 })
      .map((parts) => parts.join(''))
      .filter((text) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]/gu) ?? []).size >= 4);
    await fc.assert(
      fc.asyncProperty(
        secret,
        fc.constantFrom(...WHOLE.map(([name]) => name)),
        fc.constantFrom(...SOME_PLACES),
        expectNothingOf,
      ),
      { numRuns: 120, seed: plantingSeed() },
    );
  });
});
