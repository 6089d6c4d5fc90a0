import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { prepareBundle } from '../../../src-main/evidence/bundle/prepare-bundle.ts';
import { createGate } from '../../../src-main/evidence/gate/gate.ts';
import { findInBytes, readZip } from '../../support/faults/marker-search.ts';
import { DRESSES, PLACES, plantingSeed } from '../../support/faults/planted-secrets.ts';
import { SAMPLE_SECRETS, sampleDiagnosis, sampleInput } from '../../support/samples/sample-run.ts';

/** Secrets that got through once: few letters, and signs of their own that read as escapes. */
const GOT_THROUGH = [
  "<+›€<a%😀B‹ &3%+>‹-%€-+BB\\é'>😀%a",
  "\"_\\-'&éa>Bé›€%‹›é</3>😀€›/›B3😀'%›_\\_+\\",
  "_é3%a3‹<'==+<😀B😀\\_\\=-😀_'😀'>+>\\",
];
const SOME_PLACES = ['plain body', 'json body', 'header name', 'proxy'];
/** Whole secrets; a piece may grow by what stands beside it. */
const WHOLE = Object.entries(DRESSES).filter(([name]) => !/^(?:first|middle|last) /u.test(name));

interface Plan {
  readonly secret: string;
  readonly dress: string;
  readonly place: string;
}

/** Plants all of it in one bundle, each in an exchange of its own. */
async function expectNothingOf(plans: readonly Plan[]): Promise<void> {
  const exchanges = plans.flatMap(({ secret, dress, place }) => {
    const planted = PLACES[place]?.(DRESSES[dress]?.(secret) ?? secret).exchanges.slice(-1);
    if (planted === undefined) throw new Error(`no place ${place}`);
    return planted;
  });
  const known = [...new Set(plans.map(({ secret }) => secret))];
  const secrets = { ...SAMPLE_SECRETS, clientSecret: known[0] ?? '', tokens: known.slice(1) };
  const bundle = await prepareBundle(sampleInput({ diagnosis: sampleDiagnosis({ exchanges }), secrets }));
  const said = JSON.stringify(plans);
  const files = await readZip(bundle.zip);
  // Each of them is there, none was left out.
  const document: unknown = JSON.parse(String(files.get('diagnosis.json')));
  expect(document, said).toMatchObject({ exchanges: plans.map(() => expect.anything()) });
  for (const [path, bytes] of files) expect(findInBytes(path, bytes, known), said).toEqual([]);
  expect(await createGate(secrets).bundle(bundle.zip), said).toEqual({ clean: true });
}

describe('a secret whose own characters read as escapes is removed', () => {
  it.each(GOT_THROUGH)('%s, however it is written', async (secret) => {
    await expectNothingOf(WHOLE.flatMap(([dress]) => SOME_PLACES.map((place) => ({ secret, dress, place }))));
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
    const plan = fc.record({
      secret,
      dress: fc.constantFrom(...WHOLE.map(([name]) => name)),
      place: fc.constantFrom(...SOME_PLACES),
    });
    const plans = fc.sample(plan, { numRuns: 120, seed: plantingSeed() });
    for (let start = 0; start < plans.length; start += 20)
      await expectNothingOf(plans.slice(start, start + 20));
  });
});
