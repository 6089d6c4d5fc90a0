import type { ServerResponse } from 'node:http';
import { setInterval as everyMs } from 'node:timers/promises';

import { bodyOf, headersOf } from '../answers/written-answer.ts';
import type { WrittenAnswer } from '../answers/written-answer.ts';

/**
 * Sends an answer whole, or in one of the ways in which no whole answer arrives. Resolves when nothing more will be sent,
 * which for an endless body is when the client went away; `reset` tears the connection of this response down.
 */
export async function sendReply(
  answer: WrittenAnswer,
  response: ServerResponse,
  reset: () => void,
): Promise<void> {
  const { status = 200, does, lacks, drip, endless } = answer;
  if (does === 'reset') {
    reset();
    return;
  }
  const body = bodyOf(answer);
  response.statusCode = status;
  for (const [name, value] of Object.entries(headersOf(answer))) response.setHeader(name, value);
  if (lacks !== undefined) {
    response.setHeader('content-length', body.length + lacks);
    response.write(body, () => response.destroy());
  } else if (drip !== undefined) {
    response.setHeader('content-length', body.length);
    let next = 0;
    await repeat(drip.everyMs, response, () => {
      response.write(body.subarray(next, next + drip.bytes));
      next += drip.bytes;
      if (next < body.length) return true;
      response.end();
      return false;
    });
  } else if (endless !== undefined) {
    await repeat(endless.everyMs, response, () => {
      // A client that does not read must not fill our memory.
      if (!response.writableNeedDrain) response.write(body);
      return true;
    });
  } else response.end(body);
}

/** Takes `step` at once and then each `ms`, until it gives false or the client is gone. */
async function repeat(ms: number, response: ServerResponse, step: () => boolean): Promise<void> {
  if (!step()) return;
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  try {
    for await (const _ of everyMs(ms, undefined, { signal: gone.signal })) {
      if (!step()) return;
    }
  } catch (error) {
    if (!gone.signal.aborted) throw error;
  }
}
