import type { Connection } from '../../contract/input/connection.ts';
import type { CallName, Exchange, Stack } from '../../contract/diagnosis.ts';
import { stoppedFailure } from '../../network/client/http-client.ts';
import type { HttpClient, HttpOutcome, HttpRequest } from '../../network/client/http-client.ts';
import { authenticateRequest, issuedToken } from '../../xray/authenticate.ts';
import { dataCallRequest } from '../../xray/data-call.ts';
import type { XrayHost } from '../../xray/hosts.ts';
import type { Steps } from './run-steps.ts';
import { untilStopped } from './until-stopped.ts';

/** What one host gave; filled call by call, so that a stopped run keeps what it found. */
export interface HostRun {
  readonly host: XrayHost;
  readonly exchanges: Exchange[];
  readonly tokens: string[];
  isDone: boolean;
}

export interface AskOptions {
  readonly connection: Connection;
  readonly client: HttpClient;
  /** Asked once when `client` fails at network level; null to leave that out. */
  readonly secondOpinion: HttpClient | null;
  /** Told as the steps of the run; null for a host whose steps are not shown. */
  readonly steps: Steps | null;
  readonly signal: AbortSignal;
  readonly onExchange: (exchange: Exchange) => void;
}

export function newHostRun(host: XrayHost): HostRun {
  return { host, exchanges: [], tokens: [], isDone: false };
}

/** Authenticate, then the data call with the token that came. Never rejects for what the network or the host does. */
export async function askHost(run: HostRun, options: AskOptions): Promise<void> {
  const { connection, steps } = options;
  steps?.begin('reach');
  const signInRequest = authenticateRequest(run.host, connection.clientId, connection.clientSecret);
  const signIn = await call(run, 'authenticate', signInRequest, options, () => {
    steps?.end('reach', 'done');
    steps?.begin('sign-in');
  });
  const token = tokenOf(signIn);
  if (token === null) return steps?.fail();
  steps?.end('sign-in', 'done');
  steps?.begin('data');
  const data = await call(run, 'data-call', dataCallRequest(run.host, token), options);
  return data.outcome === 'answered' ? steps?.end('data', 'done') : steps?.fail();
}

/** Makes one call, once more if no answer came, and a second opinion if that failed, too. Resolves with the last of our own. */
async function call(
  run: HostRun,
  name: CallName,
  request: HttpRequest,
  { client, secondOpinion, signal, onExchange }: AskOptions,
  onConnected?: () => void,
): Promise<Exchange> {
  const attempt = async (number: 1 | 2, stack: Stack, stackClient: HttpClient): Promise<Exchange> => {
    const startedAt = new Date();
    const sending = stackClient.send(request, signal, onConnected);
    const outcome = await untilStopped(sending, signal, () => leftBehind(startedAt, signal));
    const { sentHeaders, ...rest } = outcome;
    // Without a connection nothing was sent; then the headers are those that would have been.
    const headers = [...(sentHeaders.length === 0 ? request.headers : sentHeaders)];
    const exchange: Exchange = {
      host: run.host.id,
      call: name,
      stack,
      attempt: number,
      ...rest,
      request: { ...request, headers },
    };
    run.exchanges.push(exchange);
    const token = tokenOf(exchange);
    if (token !== null) run.tokens.push(token);
    onExchange(exchange);
    return exchange;
  };

  const first = await attempt(1, 'node', client);
  const last = isRetried(first) && !signal.aborted ? await attempt(2, 'node', client) : first;
  if (last.outcome === 'failed' && secondOpinion !== null && !signal.aborted)
    await attempt(1, 'chromium', secondOpinion);
  return last;
}

function leftBehind(startedAt: Date, signal: AbortSignal): HttpOutcome {
  const unmeasured = { queueMs: null, dnsMs: null, tcpMs: null, tlsMs: null, firstByteMs: null };
  return {
    startedAt: startedAt.toISOString(),
    sentHeaders: [],
    route: { kind: 'direct' },
    connection: null,
    timing: { ...unmeasured, totalMs: Math.max(0, Date.now() - startedAt.getTime()) },
    outcome: 'failed',
    status: null,
    response: null,
    failure: stoppedFailure(signal),
  };
}

function tokenOf(exchange: Exchange): string | null {
  if (exchange.call !== 'authenticate' || exchange.outcome !== 'answered') return null;
  return issuedToken(exchange);
}

/** Failures before any byte of an answer that may pass by themselves. A slow answer is not among them: it may still come. */
const TRANSIENT_CODES = new Set(
  'ECONNRESET EPIPE UND_ERR_SOCKET CONNECT_TIMEOUT ETIMEDOUT EAI_AGAIN'.split(' '),
);

function isRetried(exchange: Exchange): boolean {
  return (
    exchange.outcome === 'failed' && exchange.status === null && TRANSIENT_CODES.has(exchange.failure.code)
  );
}
