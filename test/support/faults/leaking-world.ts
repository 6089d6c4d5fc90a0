import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { XRAY_HOSTS } from '../../../src-main/xray/hosts.ts';
import { makeAuthority } from '../servers/certificates.ts';
import { startFakeProxy } from '../servers/fake-proxy.ts';
import { listen } from '../servers/listen.ts';

/** Obviously fake, and without any word of ours in them. */
export const LEAKED_SECRET = 'fa4e5ec2e7c0ffee91b3d7a5086f2e4cb9d1a73e';
const TOKENS = ['gl0bA1', 'un1tEd', 'eUr0pE', 'aUs1rA'].map((name) => `${name}Qz7WvKx3RtYb9LmNp2HsGd`);
const LEAKED = [LEAKED_SECRET, ...TOKENS];

/** What has to be nowhere: where no sign-in is answered no token is issued, and such a word is nobody's secret. */
export function leakedIn(leak: Leak): readonly string[] {
  return leak === 'proxy' || leak === 'certificate' ? [LEAKED_SECRET] : LEAKED;
}

/** How a server writes what it gives back. */
export const LEAK_DRESSES = {
  raw: (text: string) => text,
  'URL-encoded': (text: string) =>
    [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
  base64: (text: string) => Buffer.from(text).toString('base64'),
} as const;
export type LeakDress = keyof typeof LEAK_DRESSES;

/** Who gives the secrets back; the words are what has to be found in the raw diagnosis, so that the leak is a real one. */
export const LEAKS = {
  words: ['in-header', 'in-cookie', 'in-error', 'in-status', 'in-site', 'in-list', 'in-wiki', 'in-kind'],
  page: ['in-title', 'in-field', 'in-script', 'in-page', 'in-location', 'in-site'],
  renamed: ['in-error'],
  proxy: ['in-refusal', 'in-header', 'in-title', 'in-scheme'],
  certificate: ['in-subject', 'in-issuer'],
} as const satisfies Record<string, readonly string[]>;
export type Leak = keyof typeof LEAKS;

export interface LeakingWorld {
  readonly env: Readonly<Record<string, string>>;
  readonly proxyPort: number | null;
  close(): Promise<void>;
}

const SITE = 'acme.atlassian.net';
const WIKI = 'acme-wiki.atlassian.net';
const STATUS = ['xray.statuspage.io', 'confluence.status.atlassian.com'];
const REGION = LEAKED_SECRET.slice(0, 18);
const FURTHER = `${LEAKED_SECRET}.xray.cloud.getxray.app`;

/**
 * Starts servers on loopback that know the client secret and every token, as a box that opens connections does, and put
 * them into every string that they can set: answers, headers, pages, the facts of sites, status pages, Xray's descriptor,
 * a proxy's refusal or a certificate.
 */
export async function startLeakingWorld(leak: Leak, dress: LeakDress): Promise<LeakingWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'leaking-world-'));
  chmodSync(folder, 0o755);
  const write = LEAK_DRESSES[dress];
  /** All of the secrets at a place that has room for them. */
  const all = (place: string): string => `${place} ${LEAKED.map(write).join(' ')}`;
  const one = (place: string, text = LEAKED_SECRET): string => `${place} ${write(text)}`;
  const xray = XRAY_HOSTS.map(({ baseUrl }) => new URL(baseUrl).hostname);
  const names = [...xray, FURTHER, SITE, WIKI, ...STATUS];

  const authority = await makeAuthority(leak === 'certificate' ? one('in-issuer') : 'Fake Leak');
  const { chainPem, keyPem } = await authority.issue({
    hosts: names,
    ...(leak === 'certificate' ? { organisation: one('in-subject') } : {}),
  });
  const caFile = join(folder, 'authority.pem');
  // The box that cannot be trusted is not known to the computer.
  writeFileSync(caFile, leak === 'certificate' ? (await makeAuthority()).certPem : authority.certPem);

  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const host = (request.headers.host ?? '').replace(/:\d+$/u, '');
    const json = (value: unknown, status = 200, headers = {}): void => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(JSON.stringify(value));
    };
    const headers = {
      server: one('in-header'),
      via: `1.1 ${one('in-header', TOKENS[1])}`,
      'x-echo': all('in-header'),
      [`x-${write(LEAKED_SECRET).replace(/[^\w-]/gu, '-')}`]: 'a name',
      'set-cookie': [`in-cookie=${write(LEAKED_SECRET)}; Path=/${write(LEAKED_SECRET)}`, all('in-cookie=x')],
      'content-disposition': `attachment; filename="${one('in-header')}"`,
      'www-authenticate': `Bearer realm="${one('in-header')}"`,
      'retry-after': one('in-header'),
    };
    if (STATUS.includes(host)) {
      const isXray = host === STATUS[0];
      const description = isXray ? one('in-status').slice(0, 120) : one('in-list', TOKENS[2]);
      json({
        page: { id: one('in-page'), name: `${isXray ? 'Xray' : 'Confluence'} ${all('')}` },
        status: { indicator: one('major'), description },
      });
    } else if (host.endsWith('.atlassian.net')) site(host, request.url ?? '', json, response);
    else if (request.url === '/atlassian-connect.json')
      json({ key: all('in-descriptor'), regionBaseUrls: { [REGION]: `https://${FURTHER}` } });
    else if (request.url === '/api/v2/authenticate')
      json(TOKENS[Math.max(0, xray.indexOf(host))], 200, headers);
    else if (leak !== 'page')
      json({ error: all('in-error'), [all('in-error')]: [all('in-error')] }, 400, headers);
    else {
      response.writeHead(403, all('No'), {
        ...headers,
        'content-type': 'text/html',
        location: `https://${write(LEAKED_SECRET)
          .toLowerCase()
          .replace(/[^a-z0-9]/gu, '')}.example/in-location?a=${write(LEAKED_SECRET)}#${write(LEAKED_SECRET)}`,
      });
      response.end(
        `<!DOCTYPE html><html><head><title>${all('in-title')}</title><meta name="a" content="${all('in-field')}"></head><body data-a="${all('in-field')}"><!-- ${all('in-page')} --><form action="/x?${write(LEAKED_SECRET)}"><input name="in-field" value="${all('in-field')}"></form><script>var a = "${all('in-script')}";</script><p>${all('in-page')}</p></body></html>`,
      );
    }
  };

  const site = (
    host: string,
    path: string,
    json: (value: unknown, status?: number) => void,
    response: ServerResponse,
  ): void => {
    const isWiki = host === WIKI;
    if (path === '/_edge/tenant_info' && leak === 'renamed') {
      response.writeHead(302, { location: `https://${LEAKED_SECRET}.atlassian.net/${all('in-site')}` }).end();
    } else if (path === '/_edge/tenant_info') {
      json({
        cloudId: `0000000${isWiki ? 1 : 2}-0000-4000-8000-000000000001`,
        [all('in-site')]: all('in-site'),
      });
    } else {
      json({
        baseUrl: `https://${SITE}/in-site/${write(LEAKED_SECRET)}`,
        displayUrl: `https://${SITE}/in-site?${write(TOKENS[1] ?? '')}=${write(LEAKED_SECRET)}`,
        displayUrlConfluence: `https://${LEAKED_SECRET}.atlassian.net/in-wiki/${write(LEAKED_SECRET)}`,
        deploymentType: `in-kind ${write(TOKENS[0] ?? '')}`.slice(0, 60),
        serverTitle: all('in-site'),
      });
    }
  };

  const server = createServer({ cert: chainPem, key: keyPem }, (request, response) => {
    request.resume();
    request.once('end', () => answer(request, response));
  });
  const { port, close } = await listen(server);
  const proxy = leak === 'proxy' ? await startFakeProxy({ answer: refusal(all, one) }) : null;
  return {
    env: {
      XRAY_DOCTOR_CONNECT_TO: names.map((name) => `${name}:443=127.0.0.1:${port}`).join(','),
      NODE_EXTRA_CA_CERTS: caFile,
    },
    proxyPort: proxy?.port ?? null,
    close: async () => {
      await proxy?.close();
      await close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function refusal(all: (place: string) => string, one: (place: string) => string): string {
  const page = `<html><head><title>${one('in-title')}</title></head><body>${all('in-page')}</body></html>`;
  return [
    `HTTP/1.1 403 ${all('in-refusal')}`,
    `Server: ${one('in-header')}`,
    `X-Squid-Error: ${all('in-header')}`,
    `Proxy-Authenticate: in-scheme realm="${all('')}", ${LEAKED_SECRET.slice(0, 30)} a="b", Basic realm="x"`,
    `Location: https://portal.example/?next=${one('').trim()}`,
    'Content-Type: text/html',
    `Content-Length: ${Buffer.byteLength(page)}`,
    '',
    page,
  ].join('\r\n');
}
