import type {
  ConnectionFacts,
  Header,
  NetworkFailure,
  Response,
  Route,
  Timing,
} from '../../contract/diagnosis.ts';

/** A call as the diagnosis wants it made. Headers and body may hold secrets. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: readonly Header[];
  readonly body: string | null;
}

/** Returns a GET request without a body. */
export function getRequest(url: string, headers: readonly Header[] = []): HttpRequest {
  return { method: 'GET', url, headers, body: null };
}

/** What is known of a call whether or not an answer came. */
export interface OutcomeBase {
  readonly startedAt: string;
  /** The headers as they were sent, in order, with those that the client adds. */
  readonly sentHeaders: readonly Header[];
  readonly route: Route;
  readonly connection: ConnectionFacts | null;
  readonly timing: Timing;
}

/** The end of a call. `response.body.text` is not redacted. */
export type HttpOutcome =
  | (OutcomeBase & { readonly outcome: 'answered'; readonly status: number; readonly response: Response })
  | (OutcomeBase & {
      readonly outcome: 'failed';
      readonly status: number | null;
      readonly response: Response | null;
      readonly failure: NetworkFailure;
    });

/**
 * The transport port. `send` never rejects: a failed call is data. It never follows a redirect and never repeats a call.
 * `signal` ends the call at once (phase `cancelled`, or `deadline` when the signal's reason is a DeadlineError).
 * `onConnected` is called when the connection stands and the call goes out.
 */
export interface HttpClient {
  send(request: HttpRequest, signal: AbortSignal, onConnected?: () => void): Promise<HttpOutcome>;
  /** Closes every connection. */
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
