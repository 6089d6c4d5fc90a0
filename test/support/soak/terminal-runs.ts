/** Makes as many diagnoses as the argument says, as the CLI makes one; after each a line with the megabytes that are its own and those of its heap. */
import { parseConnection } from '../../../src-main/contract/input/connection.ts';
import { routesFromEnvironment } from '../../../src-main/network/proxy/proxy-route.ts';
import { privateMegabytes } from '../process/process-memory.ts';
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
  const heap = process.memoryUsage().heapUsed / 1024 / 1024;
  process.stdout.write(`${privateMegabytes('self').toFixed(2)} ${heap.toFixed(2)}\n`);
}
