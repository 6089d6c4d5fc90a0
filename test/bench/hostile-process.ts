/**
 * One hostile run in a process of its own, so that its memory is its own. Told the server by a first message, it makes an
 * empty run, sends 'ready', and on the next message the run that counts; then it sends what that took.
 */
import * as z from 'zod';

import { diagnoseHostile, packHostile } from '../support/hostile/play.ts';
import { watched } from '../support/hostile/watch.ts';

const startSchema = z.object({ port: z.number(), certPem: z.string(), answerMs: z.number() });

async function nextMessage(): Promise<unknown> {
  return new Promise((resolve) => process.once('message', resolve));
}

const peakMegabytes = (): number => process.resourceUsage().maxRSS / 1024;

const { answerMs, ...server } = startSchema.parse(await nextMessage());
// Twice, so that what a process makes once is made.
for (let round = 0; round < 2; round += 1) await packHostile(await diagnoseHostile(server));
const empty = peakMegabytes();
const go = nextMessage();
process.send?.('ready');
await go;
const run = await watched(() => diagnoseHostile(server, { limits: { answerMs } }));
const evidence = await watched(() => packHostile(run.value));
process.send?.({
  cpuMs: run.cpuMs + evidence.cpuMs,
  blockMs: Math.max(run.blockMs, evidence.blockMs),
  megabytes: peakMegabytes() - empty,
  isSound: evidence.value.isSound && evidence.value.isClean,
});
process.disconnect();
