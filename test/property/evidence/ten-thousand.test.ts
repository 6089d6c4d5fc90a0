import * as fc from 'fast-check';
import { expect, it } from 'vitest';

import { prepareBundle } from '../../../src-main/evidence/bundle.ts';
import { findInBytes, readZip } from '../../support/marker-search.ts';
import { planted } from '../../support/planted-secrets.ts';
import { SAMPLE_SECRETS, sampleDiagnosis, sampleInput } from '../../support/sample-run.ts';

const SECRETS_A_BUNDLE = 25;
const BUNDLES = 400;

it(`none of ${SECRETS_A_BUNDLE * BUNDLES} planted secrets survives in a finished bundle`, async () => {
  const seed = Math.floor(Math.random() * 2 ** 31);
  const plans = fc.sample(planted, { numRuns: SECRETS_A_BUNDLE * BUNDLES, seed });
  console.log(`${plans.length} secrets and placements in ${BUNDLES} bundles, seed ${seed}`);
  for (let start = 0; start < plans.length; start += SECRETS_A_BUNDLE) {
    const some = plans.slice(start, start + SECRETS_A_BUNDLE);
    const known = some.map((plan) => plan.secret);
    const told = some.find(({ place }) => place === 'verdict')?.diagnosis.verdict;
    const { zip, draft } = await prepareBundle(
      sampleInput({
        diagnosis: sampleDiagnosis({
          exchanges: some.flatMap(({ diagnosis }) => diagnosis.exchanges.slice(-1)),
          ...(told === undefined ? {} : { verdict: told }),
        }),
        note: `Our keys: ${known.join(' and ')}`,
        secrets: { ...SAMPLE_SECRETS, clientSecret: known[0] ?? '', tokens: known.slice(1) },
      }),
    );
    // Read by a reader that has nothing in common with the writer, and searched without the product's own code.
    for (const [path, bytes] of await readZip(zip)) {
      expect(findInBytes(path, bytes, known), `seed ${seed}, from ${start}`).toEqual([]);
    }
    expect(findInBytes('draft', draft, known)).toEqual([]);
  }
}, 400_000);
