/** Makes as many diagnoses as the argument says, as the CLI makes one; after each a line with the megabytes that are its own and those of its heap. */
import { readFileSync } from 'node:fs';

import { compose } from '../../../src-main/compose.ts';
import { parseConnection } from '../../../src-main/contract/input/connection.ts';
import { routesFromEnvironment } from '../../../src-main/network/proxy/proxy-route.ts';

const composed = compose({
  env: process.env,
  extraCa: null,
  folder: process.cwd(),
  log: () => undefined,
  connectOverride: true,
  resolveRoute: routesFromEnvironment(process.env),
  secondOpinion: null,
});
const connection = parseConnection(
  {
    clientId: 'region-text',
    clientSecret: 'fake-secret-of-nobody',
    jiraSite: 'acme',
    confluenceSite: 'acme',
  },
  null,
);
if (!composed.ok || !connection.ok)
  throw new Error('The surroundings of the soak are not as they should be.');

for (let run = 0; run < Number(process.argv[2]); run += 1) {
  const listener = { onProgress: () => undefined, onFound: () => undefined };
  const { diagnosis } = await composed.value.diagnose(
    connection.value,
    listener,
    new AbortController().signal,
  );
  if (diagnosis.verdict.kind !== 'residency') throw new Error(`Run ${run} gave ${diagnosis.verdict.kind}.`);
  globalThis.gc?.();
  const rollup = readFileSync('/proc/self/smaps_rollup', 'latin1');
  const kilobytes = [...rollup.matchAll(/^Private_\w+:\s+(\d+) kB$/gmu)].reduce(
    (sum, [, value]) => sum + Number(value),
    0,
  );
  const heap = process.memoryUsage().heapUsed / 1024 / 1024;
  process.stdout.write(`${(kilobytes / 1024).toFixed(2)} ${heap.toFixed(2)}\n`);
}
