import type { Exchange, NetworkFailure } from '../../../src-main/contract/diagnosis.ts';
import { decodeText } from '../../../src-main/network/body/decode-text.ts';
import { dataCallRequest } from '../../../src-main/xray/data-call.ts';
import { GLOBAL_HOST, XRAY_HOSTS } from '../../../src-main/xray/hosts.ts';

export type CallOf = Pick<Exchange, 'call'> & { readonly host?: string; readonly attempt?: 1 | 2 };

interface AnswerWish {
  readonly status: number;
  readonly body?: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
  readonly problem?: 'broken-compression' | null;
}

function base({ call, host = 'global', attempt = 1 }: CallOf) {
  const { baseUrl } = XRAY_HOSTS.find((each) => each.id === host) ?? GLOBAL_HOST;
  const isSignIn = call === 'authenticate';
  return {
    host,
    call,
    attempt,
    stack: 'node' as const,
    startedAt: '2026-01-02T03:04:05.000Z',
    request: {
      method: isSignIn ? ('POST' as const) : ('GET' as const),
      url: isSignIn ? `${baseUrl}/api/v2/authenticate` : dataCallRequest(GLOBAL_HOST, 'fake').url,
      headers: [],
      body: null,
    },
    route: { kind: 'direct' as const },
    connection: null,
    timing: { queueMs: 0, dnsMs: 1, tcpMs: 1, tlsMs: 1, firstByteMs: 1, totalMs: 4 },
  };
}

/** An exchange that was answered, read from bytes as the transport would. */
export function answered(
  of: CallOf,
  { status, body = '', headers = {}, problem = null }: AnswerWish,
): Exchange {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  const { text, looksLike, charset } = decodeText(bytes, headers['content-type'] ?? null, true);
  return {
    ...base(of),
    outcome: 'answered',
    status,
    response: {
      httpVersion: 'HTTP/1.1',
      statusText: '',
      headers: Object.entries(headers).map(([name, value]) => ({ name, value })),
      body: {
        text,
        looksLike,
        charset,
        wireBytes: bytes.length,
        keptBytes: bytes.length,
        truncated: false,
        contentEncoding: null,
        problem,
      },
      redirectTo: headers['location'] ?? null,
      clockDifferenceSeconds: null,
    },
  };
}

/** An exchange without an answer. */
export function failed(
  of: CallOf,
  failure: Partial<NetworkFailure> & Pick<NetworkFailure, 'phase'>,
): Exchange {
  return {
    ...base(of),
    outcome: 'failed',
    status: null,
    response: null,
    failure: { code: 'ECONNRESET', message: 'reset', tlsReason: null, certificate: null, ...failure },
  };
}

/** A sign-in that gave a token; obviously fake. */
export function signedIn(host = 'global'): Exchange {
  return answered({ call: 'authenticate', host }, { status: 200, body: `"${'fake.token.'.repeat(4)}x"` });
}

/** The vendor's words as they were seen. */
export const REGION_TEXT =
  '{"error":"Xray data is in another region. Contact support to migrate Xray data to current region."}';
export const WRONG_KEYS = '{"error":"Authentication failed. Invalid client credentials!"}';
export const LAMBDA_PAGE =
  "<HTML><HEAD><TITLE>ERROR: The request could not be satisfied</TITLE></HEAD><BODY>The Lambda function associated with the CloudFront distribution is invalid or doesn't have the required permissions.</BODY></HTML>";
export const ZIP_BYTES = Uint8Array.from([0x50, 0x4b, 5, 6, ...Array.from({ length: 18 }, () => 0)]);
