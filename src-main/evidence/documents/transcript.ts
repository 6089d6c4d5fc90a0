import type {
  Certificate,
  Diagnosis,
  Exchange,
  NetworkFailure,
  Response,
  Timing,
} from '../../contract/diagnosis.ts';
import type { Transcript } from '../../contract/report/evidence.ts';
import { headerOf } from '../../contract/text/headers.ts';
import { nextTurn } from '../cooperative-steps.ts';
import { closed, partOf } from '../redaction/redacted.ts';
import type { Redacted, WithRedacted } from '../redaction/redacted.ts';
import type { Redactor } from '../redaction/redactor.ts';
import { caseIdOf } from './case-id.ts';
import { curlCommand } from './curl-command.ts';
import { escapeControlCharacters } from '../../contract/input/control-characters.ts';
import { httpVersionOf, resultLine } from './exact-answer.ts';
import { callsOf } from './host-findings.ts';
import { linesIf, milliseconds, oneLine, utcTimeWithMs } from './plain-text.ts';

const CALL_FILES = { authenticate: '1-authenticate', 'data-call': '2-data-call' } as const;

/** Returns the path of a call's transcript in the bundle. */
export function transcriptPath({ host, call }: Pick<Exchange, 'host' | 'call'>): string {
  return `calls/${host}-${CALL_FILES[call]}.txt`;
}

/** A transcript as it crosses IPC. */
export type RedactedTranscript = WithRedacted<Transcript>;

/** Resolves with the transcript of every call, in the order of the run. */
export async function callTranscripts(
  diagnosis: Redacted<Diagnosis>,
  redactor: Redactor,
): Promise<RedactedTranscript[]> {
  const exchanges = partOf(diagnosis, 'exchanges');
  const caseId = caseIdOf(diagnosis);
  const transcripts: RedactedTranscript[] = [];
  for (const attempts of callsOf(diagnosis)) {
    const [first] = attempts;
    if (first === undefined) continue;
    const text = await redactor.redactLongDocument(transcript(first, attempts, diagnosis, caseId));
    const host = partOf(partOf(exchanges, diagnosis.exchanges.indexOf(first)), 'host');
    transcripts.push({ path: closed`calls/${host}-${CALL_FILES[first.call]}.txt`, text });
    await nextTurn();
  }
  return transcripts;
}

const CALLS = { authenticate: 'authenticate', 'data-call': 'data call' } as const;

/**
 * Returns one call at one host, with its retry, in the form of `curl -v`: `* ` for facts, `> ` for what was sent, `< ` for
 * what came, then the body. The result stands on top and the curl command at the end. Takes the redacted exchanges of the
 * call.
 */
function transcript(
  first: Exchange,
  attempts: readonly Exchange[],
  { clientId }: Diagnosis,
  caseId: string,
): string {
  const last = attempts.findLast(({ stack }) => stack === 'node') ?? first;
  const count = attempts.filter(({ stack }) => stack === 'node').length;
  return [
    `Result: ${resultLine(last)}`,
    `# ${caseId}: Xray host ${first.host}, ${CALLS[first.call]}`,
    '# Secrets are replaced by tags; equal tags stand for equal values. Times are UTC.',
    '',
    ...attempts.flatMap((exchange) => [...attemptLines(exchange, count), '']),
    '# The same call by hand (set the variables first):',
    escapeControlCharacters(curlCommand(first, clientId)),
    '',
  ].join('\n');
}

function attemptLines(exchange: Exchange, count: number): string[] {
  const { request, response } = exchange;
  const { pathname, search, host } = addressOf(request.url);
  const made =
    exchange.stack === 'chromium'
      ? 'The same call on the network of the built-in browser'
      : `Attempt ${exchange.attempt} of ${count}`;
  return [
    `* ${made}, started ${utcTimeWithMs(exchange.startedAt)}`,
    ...routeLines(exchange),
    ...connectionLines(exchange),
    `* Phases: ${phases(exchange.timing)}`,
    `> ${request.method} ${escapeControlCharacters(pathname + search)}${response === null ? '' : ` ${oneLine(httpVersionOf(response), 20)}`}`,
    ...linesIf(headerOf(request.headers, 'host') === null, `> host: ${host}`),
    ...request.headers.map(({ name, value }) => `> ${oneLine(name, 200)}: ${inLine(value)}`),
    '>',
    ...(request.body === null ? [] : [escapeControlCharacters(request.body)]),
    ...(response === null ? [] : responseLines(exchange.status, response)),
    ...(exchange.outcome === 'failed' ? failureLines(exchange.failure) : []),
  ];
}

/** Returns a header's value on one line. */
function inLine(text: string): string {
  return escapeControlCharacters(text)
    .split('\n')
    .map((line, index) => (index === 0 ? line.trimEnd() : line.trim()))
    .filter((line, index) => index === 0 || line !== '')
    .join(' ');
}

function addressOf(url: string): { pathname: string; search: string; host: string } {
  return URL.canParse(url) ? new URL(url) : { pathname: url, search: '', host: '' };
}

function routeLines({ route }: Exchange): string[] {
  switch (route.kind) {
    case 'direct':
      return ['* Route: direct'];
    case 'proxy':
      return [`* Route: proxy ${oneLine(route.host, 260)}:${route.port}`];
    case 'system':
      return ["* Route: by the system's settings, which the browser does not tell"];
  }
}

function connectionLines({ connection, outcome, route }: Exchange): string[] {
  if (connection === null)
    return outcome === 'failed' && route.kind !== 'system' ? ['* No connection came about'] : [];
  const { address, port, reused, tlsVersion, certificate } = connection;
  return [
    `* ${reused ? 'Connection used again' : 'Connected'}: ${oneLine(address, 260)} port ${port}`,
    ...(tlsVersion === null ? [] : [`* TLS: ${oneLine(tlsVersion, 40)}`]),
    ...(certificate === null ? [] : certificateLines('Server certificate', certificate)),
  ];
}

function certificateLines(title: string, certificate: Certificate): string[] {
  return [
    `* ${title}:`,
    `*  subject: ${oneLine(certificate.subject, 500)}`,
    `*  issuer: ${oneLine(certificate.issuer, 500)}`,
    ...certificate.upperIssuers.map((issuer) => `*  above it: ${oneLine(issuer, 500)}`),
    `*  valid from ${utcTimeWithMs(certificate.validFrom)} to ${utcTimeWithMs(certificate.validTo)}`,
  ];
}

function phases({ queueMs, dnsMs, tcpMs, tlsMs, firstByteMs, totalMs }: Timing): string {
  const named = {
    queue: queueMs,
    dns: dnsMs,
    tcp: tcpMs,
    tls: tlsMs,
    'first byte': firstByteMs,
    total: totalMs,
  };
  return Object.entries(named)
    .flatMap(([name, value]) => (value === null ? [] : [`${name} ${milliseconds(value)}`]))
    .join(', ');
}

function responseLines(status: number | null, response: Response): string[] {
  const { statusText, headers, redirectTo, clockDifferenceSeconds: seconds } = response;
  return [
    `< ${oneLine(httpVersionOf(response), 20)} ${status ?? ''} ${oneLine(statusText, 200)}`.trimEnd(),
    ...headers.map(({ name, value }) => `< ${oneLine(name, 200)}: ${inLine(value)}`),
    '<',
    ...bodyLines(response),
    ...(redirectTo === null ? [] : [`* Redirect to ${oneLine(redirectTo, 1000)}, which was not followed`]),
    ...(seconds === null
      ? []
      : [`* Clock: the server's time minus this computer's is ${Math.round(seconds)} s`]),
  ];
}

function bodyLines({ body }: Response): string[] {
  const { text, wireBytes, keptBytes, looksLike, contentEncoding, charset } = body;
  const coding = contentEncoding === null ? '' : `, content encoding ${oneLine(contentEncoding, 60)}`;
  const letters = charset === null ? '' : `, charset ${oneLine(charset, 60)}`;
  const shown =
    text === null
      ? `* The body is binary and is not shown; ${keptBytes} bytes of it were looked at`
      : escapeControlCharacters(text);
  return [
    ...linesIf(shown !== '', shown),
    `* Body: ${wireBytes} bytes on the wire${coding}${letters}, looks like ${looksLike}`,
    ...linesIf(body.truncated, `* The body goes on; the first ${keptBytes} bytes are kept`),
    ...linesIf(body.problem !== null, '* The content encoding could not be undone to the end'),
  ];
}

function failureLines(failure: NetworkFailure): string[] {
  const reason = failure.tlsReason === null ? '' : `, certificate ${failure.tlsReason}`;
  return [
    `* Failed in the phase ${failure.phase}${reason}: ${oneLine(failure.code, 100)}, ${oneLine(failure.message, 1000)}`,
    ...(failure.certificate === null
      ? []
      : certificateLines('Certificate that was refused', failure.certificate)),
  ];
}
