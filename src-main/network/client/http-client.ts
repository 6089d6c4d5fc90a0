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

/** What is known of the way the bytes took, whether or not an answer came. */
interface OutcomeBase {
  readonly startedAt: string;
  /** The headers as they were sent, in order, with those that the client adds. */
  readonly sentHeaders: readonly Header[];
  readonly route: Route;
  readonly connection: ConnectionFacts | null;
  readonly timing: Timing;
}

/**
 * The end of a call. `response.body.text` is redaction-free raw text.
 */
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

/** Milliseconds and bytes that a client keeps to. */
export interface HttpLimits {
  /** For the answer to which proxy leads to a host. */
  readonly proxySettingsMs: number;
  readonly connectMs: number;
  /** From sending the request to the last byte of the answer. */
  readonly answerMs: number;
  /** How much of a body is kept. */
  readonly bodyBytes: number;
}

/** The limits of the product. */
export const HTTP_LIMITS: HttpLimits = {
  proxySettingsMs: 5000,
  connectMs: 10_000,
  answerMs: 30_000,
  bodyBytes: 128 * 1024,
};

/** The reason to abort a signal with when a run's time is over, as opposed to a person's cancel. */
export class DeadlineError extends Error {
  override name = 'DeadlineError';
}
