/** Makes as many diagnoses as the argument says, as the CLI makes one; after each a line with the megabytes that are its own and those of its heap. */
import { readFileSync } from 'node:fs';

import { parseConnection } from '../../../src-main/contract/input/connection.ts';
import { routesFromEnvironment } from '../../../src-main/network/proxy/proxy-route.ts';
import { composed, NO_LISTENER } from '../samples/composed.ts';

const { diagnose } = composed(process.env, { resolveRoute: routesFromEnvironment(process.env) });
const connection = parseConnection(
  {
    clientId: 'region-text',
    clientSecret: 'fake-secret-of-nobody',
    jiraSite: 'acme',
    confluenceSite: 'acme',
  },
  null,
);
if (!connection.ok) throw new Error(connection.failure.message);

for (let run = 0; run < Number(process.argv[2]); run += 1) {
  const { diagnosis } = await diagnose(connection.value, NO_LISTENER, new AbortController().signal);
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
