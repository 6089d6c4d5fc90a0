/**
 * Makes small calls until the process has warmed up, then the one that is asked for, with the product's transport. Prints
 * the answer's body and by how much that one call raised the peak of the process's memory, in KiB.
 */
import { readFileSync } from 'node:fs';

import { HTTP_LIMITS } from '../../../src-main/network/client/http-limits.ts';
import type { HttpOutcome } from '../../../src-main/network/client/http-client.ts';
import { trustOnly } from '../../../src-main/network/tls/trust-store.ts';
import { createUndiciClient } from '../../../src-main/network/client/undici-client.ts';

/** Node's own growth (compiled code, a wider young generation) ends after about so many. */
const WARM_UP_CALLS = 200;

const [port = '', caFile = '', path = ''] = process.argv.slice(2);
const client = createUndiciClient({
  limits: { ...HTTP_LIMITS, answerMs: 120_000 },
  secureContext: trustOnly([readFileSync(caFile, 'utf8')]),
  connectTo: () => ({ host: '127.0.0.1', port: Number(port) }),
  resolveRoute: async () => [{ kind: 'direct' }],
});
const call = (asked: string): Promise<HttpOutcome> =>
  client.send(
    { method: 'GET', url: `https://xray.cloud.getxray.app${asked}`, headers: [], body: null },
    new AbortController().signal,
  );
const peakKiB = (): number => process.resourceUsage().maxRSS;

for (let made = 0; made < WARM_UP_CALLS; made += 1) await call('/empty');
const before = peakKiB();
const outcome = await call(path);
await client.close();
process.stdout.write(
  JSON.stringify({
    outcome: outcome.outcome,
    body: outcome.response === null ? null : { ...outcome.response.body, text: null },
    growthKiB: peakKiB() - before,
  }),
);
