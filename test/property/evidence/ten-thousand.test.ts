import * as fc from 'fast-check';
import PostalMime from 'postal-mime';
import { expect, it } from 'vitest';

import { prepareBundle } from '../../../src-main/evidence/bundle/prepare-bundle.ts';
import { createGate } from '../../../src-main/evidence/gate/gate.ts';
import { findInBytes, readZip } from '../../support/faults/marker-search.ts';
import { DRESSES, PLACE_NAMES, planted, plantingSeed } from '../../support/faults/planted-secrets.ts';
import { SAMPLE_SECRETS, sampleDiagnosis, sampleInput } from '../../support/samples/sample-run.ts';

const DRAWN = 10_000;
const SECRETS_A_BUNDLE = 50;
/** So many secrets are planted in each dress at each place; all that were drawn with `PLANTED=all`. */
const MAX_A_COMBINATION = process.env['PLANTED'] === 'all' ? DRAWN : 4;

const seed = plantingSeed();
const planning = new Map<string, number>();
const plans = fc.sample(planted, { numRuns: DRAWN, seed }).filter(({ dress, place }) => {
  const before = planning.get(`${dress} ${place}`) ?? 0;
  planning.set(`${dress} ${place}`, before + 1);
  return before < MAX_A_COMBINATION;
});

it('plants in every dress at every place', () => {
  expect(planning.size).toBe(Object.keys(DRESSES).length * PLACE_NAMES.length);
});

it(`none of ${plans.length} planted secrets survives in a finished bundle`, async () => {
  for (let start = 0; start < plans.length; start += SECRETS_A_BUNDLE) {
    const some = plans.slice(start, start + SECRETS_A_BUNDLE);
    const known = some.map((plan) => plan.secret);
    const told = some.find(({ place }) => place === 'verdict')?.diagnosis.verdict;
    const secrets = { ...SAMPLE_SECRETS, clientSecret: known[0] ?? '', tokens: known.slice(1) };
    const bundle = await prepareBundle(
      sampleInput({
        diagnosis: sampleDiagnosis({
          exchanges: some.flatMap(({ diagnosis }) => diagnosis.exchanges.slice(-1)),
          ...(told === undefined ? {} : { verdict: told }),
        }),
        note: [`Our keys: ${known.join(' and ')}`, ...some.map(({ typed }) => typed.note ?? '')].join('\n'),
        log: some.flatMap(({ typed }) => typed.log ?? []),
        residencyFacts: some.flatMap(({ typed }) => typed.residencyFacts ?? []),
        pictures: some.flatMap(({ typed }) => typed.pictures ?? []),
        secrets,
      }),
    );
    const where = `seed ${seed}, from ${start}`;
    // Read by a reader that has nothing in common with the writer, and searched without the product's own code.
    for (const [path, bytes] of await readZip(bundle.zip)) {
      expect(findInBytes(path, bytes, known), where).toEqual([]);
      if (path.endsWith('.json')) JSON.parse(bytes.toString('utf8'));
    }
    const draft = await bundle.draft();
    const mail = await PostalMime.parse(draft);
    expect(findInBytes('mail', Buffer.from(JSON.stringify([mail.headers, mail.text])), known), where).toEqual(
      [],
    );
    // What the redactor removed whole, the gate lets through.
    const gate = createGate(secrets);
    expect(await gate.bundle(bundle.zip), where).toEqual({ clean: true });
    expect(await gate.draft(draft, bundle.zip), where).toEqual({ clean: true });
    expect(await gate.texts([bundle.mail.body, bundle.fileName]), where).toEqual({ clean: true });
  }
}, 400_000);
