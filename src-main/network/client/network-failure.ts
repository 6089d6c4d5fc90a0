import type { Certificate, FailurePhase, NetworkFailure } from '../../contract/diagnosis.ts';
import { stoppedFailure } from './http-client.ts';

/** An error that carries its own code, for failures that no library names. */
export class CodedError extends Error {
  override name = 'CodedError';
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** A proxy's refusal of a tunnel, with what it said. */
export class ProxyAnswerError extends CodedError {
  override name = 'ProxyAnswerError';
  readonly answer: NonNullable<NetworkFailure['proxyAnswer']>;
  constructor(code: string, message: string, answer: NonNullable<NetworkFailure['proxyAnswer']>) {
    super(code, message);
    this.answer = answer;
  }
}

export interface FailurePoint {
  readonly phase: FailurePhase;
  readonly certificate: Certificate | null;
  /** The signal of the whole run: if it was aborted, that is the cause of whatever error came. */
  readonly signal: AbortSignal;
}

/** Turns an error of Node, OpenSSL or undici into a failure as data. */
export function networkFailure(error: unknown, point: FailurePoint): NetworkFailure {
  if (point.signal.aborted) return stoppedFailure(point.signal);
  const code = codeOf(error);
  const tlsReason = tlsReasonOf(code);
  // A certificate is only refused during the handshake; other codes there are the network's.
  const isTls = point.phase === 'tls';
  return {
    phase: point.phase === 'connect' && DNS_CODES.has(code) ? 'dns' : point.phase,
    code,
    message: messageOf(error),
    tlsReason: isTls ? tlsReason : null,
    certificate: isTls ? point.certificate : null,
    ...(error instanceof ProxyAnswerError ? { proxyAnswer: error.answer } : {}),
  };
}

const DNS_CODES = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL', 'EAI_NODATA', 'EAI_NONAME', 'ENODATA']);

/** The deepest code in a chain of causes, which is the one that names what happened. */
function codeOf(error: unknown): string {
  let code = 'UNKNOWN';
  let current: unknown = error;
  for (let depth = 0; depth < 5 && current instanceof Error; depth += 1) {
    if ('code' in current && typeof current.code === 'string' && current.code !== '') code = current.code;
    current = current instanceof AggregateError ? current.errors[0] : current.cause;
  }
  return code;
}

const MAX_MESSAGE_LENGTH = 500;

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return 'An unknown error.';
  const inner: unknown = error instanceof AggregateError ? error.errors[0] : error.cause;
  const text = error.message === '' && inner instanceof Error ? inner.message : error.message;
  return text.replace(/\s+/gu, ' ').trim().slice(0, MAX_MESSAGE_LENGTH);
}

/** Codes as Node takes them over from OpenSSL's X509_V_ERR list (nodejs.org, "X509 certificate error codes"). */
const EXPIRED = new Set(['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID']);
const UNTRUSTED = new Set(
  (
    'UNABLE_TO_GET_ISSUER_CERT UNABLE_TO_GET_ISSUER_CERT_LOCALLY UNABLE_TO_VERIFY_LEAF_SIGNATURE ' +
    'UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY DEPTH_ZERO_SELF_SIGNED_CERT SELF_SIGNED_CERT_IN_CHAIN CERT_SIGNATURE_FAILURE ' +
    'CERT_CHAIN_TOO_LONG CERT_REVOKED CERT_UNTRUSTED CERT_REJECTED INVALID_CA INVALID_PURPOSE PATH_LENGTH_EXCEEDED'
  ).split(' '),
);

function tlsReasonOf(code: string): NetworkFailure['tlsReason'] {
  if (EXPIRED.has(code)) return 'expired';
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID' || code === 'HOSTNAME_MISMATCH') return 'wrong-host';
  if (UNTRUSTED.has(code)) return 'untrusted';
  return code === 'EPROTO' || code.startsWith('ERR_SSL_') ? 'protocol' : null;
}
