import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

import type { Protocol } from 'electron';

import { APP_ORIGIN, isOwnPage, SECOND_ORIGIN } from '../../ipc/trusted-frame.ts';

/** Nothing from elsewhere, nothing inline, nothing framed, no text turned into markup. */
const CONTENT_SECURITY_POLICY = [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src 'self'`,
  `img-src 'self' data: blob:`,
  `form-action 'none'`,
  `base-uri 'none'`,
  `frame-ancestors 'none'`,
  `require-trusted-types-for 'script'`,
  `trusted-types 'none'`,
].join('; ');

/** Features that the page does without; the session refuses the others too (`lockDownSession`). */
const NO_FEATURES =
  'camera microphone geolocation display-capture usb serial hid midi payment clipboard-read fullscreen local-fonts idle-detection screen-wake-lock publickey-credentials-get'
    .split(' ')
    .map((feature) => `${feature}=()`)
    .join(', ');

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** Register it before the app is ready. */
export const APP_SCHEME = {
  scheme: new URL(APP_ORIGIN).protocol.slice(0, -1),
  privileges: { standard: true, secure: true, supportFetchAPI: false, allowServiceWorkers: false },
} as const;

/** The address of the app's page. */
export const APP_PAGE = `${APP_ORIGIN}/index.html`;

/** The same page on the second host (`movePage`). */
export const SECOND_PAGE = `${SECOND_ORIGIN}/index.html`;

/** Serves the files below `folder` under the app's scheme, else 404. Calls `onAnswer` with each requested address. */
export function serveAppScheme(
  protocol: Pick<Protocol, 'handle'>,
  folder: string,
  onAnswer: (address: string) => void = () => undefined,
): void {
  protocol.handle(APP_SCHEME.scheme, async (request) => {
    const file = await findFile(folder, request.url);
    onAnswer(request.url);
    if (file === null) return new Response('Not found', { status: 404, headers: headersFor('text/plain') });
    return new Response(new Uint8Array(file.bytes), { headers: headersFor(file.contentType) });
  });
}

function headersFor(contentType: string): Record<string, string> {
  return {
    'content-type': contentType,
    'content-security-policy': CONTENT_SECURITY_POLICY,
    'permissions-policy': NO_FEATURES,
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  };
}

/**
 * Finds the file of an address below `folder`; null for another host, a path that leaves the folder (also over a link), a
 * NUL or an unknown type of file.
 */
export async function findFile(
  folder: string,
  address: string,
): Promise<{ readonly bytes: Uint8Array; readonly contentType: string } | null> {
  if (!isOwnPage(address)) return null;
  try {
    const path = decodeURIComponent(new URL(address).pathname);
    const contentType = CONTENT_TYPES[extname(path)];
    if (contentType === undefined || path.includes('\0') || path.includes('\\')) return null;
    const root = await realpath(folder);
    const file = await realpath(join(root, path));
    return file.startsWith(root + sep) ? { bytes: await readFile(file), contentType } : null;
  } catch {
    return null;
  }
}
