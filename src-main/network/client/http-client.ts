import type { Exchange, Header, NetworkFailure } from '../../contract/diagnosis.ts';

/** A call as the diagnosis wants it made. Headers and body may hold secrets. */
export interface HttpRequest extends Readonly<Omit<Exchange['request'], 'headers'>> {
  readonly headers: readonly Header[];
}

/** Returns a GET request without a body. */
export function getRequest(url: string, headers: readonly Header[] = []): HttpRequest {
  return { method: 'GET', url, headers, body: null };
}

type OutcomeOf<E> = E extends Exchange
  ? Omit<E, 'host' | 'call' | 'stack' | 'attempt' | 'request'> & {
      /** The headers as they were written, in order, with those that the client adds. */
      readonly sentHeaders: readonly Header[];
    }
  : never;

/** The end of a call, as an exchange records it. `response.body.text` is not redacted. */
export type HttpOutcome = OutcomeOf<Exchange>;

/** Returns the text of an answer with status 200; empty for any other outcome. */
export function textOfSuccess(outcome: HttpOutcome): string {
  return outcome.outcome === 'answered' && outcome.status === 200 ? (outcome.response.body.text ?? '') : '';
}

/**
 * The transport port. `send` never rejects: a failed call is data. It never follows a redirect and never repeats a call.
 * `signal` ends the call at once (phase `cancelled`, or `deadline` when the signal's reason is a DeadlineError).
 * `onConnected` is called when the connection stands and the call goes out.
 */
export interface HttpClient {
  send(request: HttpRequest, signal: AbortSignal, onConnected?: () => void): Promise<HttpOutcome>;
  close(): Promise<void>;
}

/** The reason to abort a signal with when a run's time is over, as opposed to a person's cancel. */
export class DeadlineError extends Error {
  override name = 'DeadlineError';
}

/** Returns the failure of a call that `signal`, which is aborted, has ended. */
export function stoppedFailure({ reason }: AbortSignal): NetworkFailure {
  const isDeadline = reason instanceof DeadlineError;
  return {
    phase: isDeadline ? 'deadline' : 'cancelled',
    code: isDeadline ? 'DEADLINE' : 'CANCELLED',
    message: isDeadline ? 'The time for the whole check was over.' : 'Stopped by the person.',
    tlsReason: null,
    certificate: null,
  };
}
