import type { Header, Response } from '../../contract/diagnosis.ts';
import { headerOf } from '../../contract/text/headers.ts';
import { readBody } from '../body/read-body.ts';
import { outcomeBase } from './call-trace.ts';
import type { CallTrace } from './call-trace.ts';
import type { HttpOutcome } from './http-client.ts';

export interface ResponseHead extends Readonly<Omit<Response, 'body' | 'clockDifferenceSeconds'>> {
  readonly status: number;
  /** When the head came, by the computer's clock. */
  readonly arrivedAt: Date;
  /** The coding of the body's bytes; null where it has been undone. */
  readonly contentEncoding: string | null;
  readonly body: AsyncIterable<Uint8Array>;
}

/**
 * Reads the body of an answer and puts the answer into `trace`, also one that was cut off. Rejects with the error that cut
 * it off.
 */
export async function readResponse(
  trace: CallTrace,
  head: ResponseHead,
  keepBytes: number,
): Promise<HttpOutcome> {
  const { status, statusText, httpVersion, headers, redirectTo, arrivedAt, contentEncoding } = head;
  trace.phase = 'body';
  const { body, error } = await readBody(head.body, {
    contentEncoding,
    contentType: headerOf(headers, 'content-type'),
    keepBytes,
  });
  const date = Date.parse(headerOf(headers, 'date') ?? '');
  const clockDifferenceSeconds = Number.isNaN(date) ? null : Math.round((date - arrivedAt.getTime()) / 1000);
  trace.answer = {
    status,
    response: { httpVersion, statusText, headers, body, redirectTo, clockDifferenceSeconds },
  };
  if (error !== null) throw error;
  return { ...outcomeBase(trace), outcome: 'answered', ...trace.answer };
}

/** Returns the headers of Node's form, one entry for each value. */
export function headerList(headers: Readonly<Record<string, string | string[] | undefined>>): Header[] {
  return Object.entries(headers).flatMap(([name, values]) =>
    [values ?? []].flat().map((value) => ({ name, value })),
  );
}
