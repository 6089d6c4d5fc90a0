import { readFileSync } from 'node:fs';
import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

import type { Protocol } from 'electron';

import { APP_ORIGIN, isOwnPage, SECOND_ORIGIN } from '../../ipc/trusted-frame.ts';

/**
 * Sent with every page and file: nothing from elsewhere, nothing inline but the one style of our own pages, nothing framed,
 * no text turned into markup.
 */
function contentSecurityPolicy(styleHash: string | null): string {
  return [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src ${styleHash === null ? `'none'` : `'${styleHash}'`}`,
    `img-src 'self' data: blob:`,
    `form-action 'none'`,
    `base-uri 'none'`,
    `frame-ancestors 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types 'none'`,
  ].join('; ');
}

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

/** How the window's first page is served. */
interface FirstServing {
  /** Which of the pages that are drawn already is given once in place of the plain one; null for none. */
  readonly firstPage: string | null;
  /** Waited for before the window's script is given. */
  readonly beforeScript: () => Promise<void>;
}

/**
 * Serves the files below `folder` under our own scheme. Anything that does not resolve, after links, to a file of a
 * known kind inside that folder is answered with 404.
 */
export function serveAppScheme(
  protocol: Pick<Protocol, 'handle'>,
  folder: string,
  { firstPage = null, beforeScript = () => Promise.resolve() }: Partial<FirstServing> = {},
): void {
  const { style, styleHash, starter } = builtPage(folder);
  const headersFor = (contentType: string): Record<string, string> => ({
    'content-type': contentType,
    'content-security-policy': contentSecurityPolicy(styleHash),
    ...FIXED_HEADERS,
  });
  let drawn = firstPage;
  protocol.handle(APP_SCHEME.scheme, async (request) => {
    const { pathname } = new URL(request.url);
    let address = request.url;
    if (request.url === APP_PAGE && drawn !== null) {
      address = `${APP_ORIGIN}/first/${drawn}.html`;
      drawn = null;
    }
    if (pathname.endsWith('.js') && pathname !== starter) await beforeScript();
    const file = await findFile(folder, address);
    if (file === null) return new Response('Not found', { status: 404, headers: headersFor('text/plain') });
    const headers = headersFor(file.contentType);
    if (file.contentType !== CONTENT_TYPES['.html'])
      return new Response(new Uint8Array(file.bytes), { headers });
    const page = new TextDecoder().decode(file.bytes);
    return new Response(
      page.replace(STYLE_PLACE, () => `<style>${style}</style>`),
      { headers },
    );
  });
}

/** What the build tells of its pages (assets/packaging/draw-first-pages.ts). */
interface BuiltPage {
  /** The one style of every page. */
  readonly style: string;
  /** The same as a content policy names it. */
  readonly styleHash: string | null;
  /** The path of the script that the pages name; it asks for the window's own once the page is on the screen. */
  readonly starter: string | null;
}

export const BUILT_PAGE_FILE = 'page.json';

/** Where the style stands in each page. */
export const STYLE_PLACE = '<style></style>';

const NO_BUILT_PAGE: BuiltPage = { style: '', styleHash: null, starter: null };

function builtPage(folder: string): BuiltPage {
  try {
    const text = readFileSync(join(folder, BUILT_PAGE_FILE), 'utf8');
    const { style, styleHash, starter }: Partial<Record<string, unknown>> = JSON.parse(text);
    return typeof style === 'string' && isHash(styleHash) && typeof starter === 'string'
      ? { style, styleHash, starter }
      : NO_BUILT_PAGE;
  } catch {
    return NO_BUILT_PAGE;
  }
}

/** What goes into a header has the form of a hash and no other. */
function isHash(value: unknown): value is string {
  return typeof value === 'string' && /^sha256-[\w+/]{43}=$/u.test(value);
}

const FIXED_HEADERS: Readonly<Record<string, string>> = {
  'permissions-policy': NO_FEATURES,
  // No cross-origin-opener-policy: Chromium would throw the first process of the page away for it and start another one,
  // and this window has no opener and opens none.
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
};

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
