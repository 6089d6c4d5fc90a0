import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { Agent, request as httpsRequest } from 'node:https';
import type { IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { readArguments } from '../support/fake-xray/help.ts';
import { SCENARIOS } from '../support/fake-xray/scenarios.ts';
import { startFakeXray } from '../support/fake-xray/server.ts';
import type { FakeXray } from '../support/fake-xray/server.ts';
import { readZip } from '../support/faults/marker-search.ts';
import { expectMode, IS_POSIX } from '../support/process/posix.ts';

const GLOBAL = 'xray.cloud.getxray.app';
const SECRET = 'marker-secret-41d07c/9e+5b3f82a6-marker';
const DATA_PATH = '/api/v2/export/cucumber?keys=DEMO-6%3BDEMO-7';
const MAIN = fileURLToPath(new URL('../support/fake-xray/main.ts', import.meta.url));

/** What came over the wire; `end` says how: whole, stopped by us after `stopAfter` bytes, or the error's code and where. */
interface Seen {
  readonly status: number | null;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly end: string;
}

interface Call {
  readonly host?: string;
  readonly method?: string;
  readonly path: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
  readonly stopAfter?: number;
}

/** `read ECONNRESET` is a connection torn down by the other side; without `read` it closed in good order, too early. */
function endOf(error: Error): string {
  return [Reflect.get(error, 'syscall'), Reflect.get(error, 'code')].filter(Boolean).join(' ');
}

describe('the fake Xray', () => {
  let fake: FakeXray;
  let agent: Agent;

  beforeEach(async () => {
    fake = await startFakeXray();
    agent = new Agent({ ca: readFileSync(fake.caFile, 'utf8'), keepAlive: true });
  });
  afterEach(async () => {
    agent.destroy();
    await fake.close();
  });

  const send = async (call: Call): Promise<Seen> => {
    const { port } = new URL(fake.url);
    const host = call.host ?? GLOBAL;
    return new Promise((resolve) => {
      const chunks: Buffer[] = [];
      let status: number | null = null;
      let headers: IncomingHttpHeaders = {};
      const finish = (end: string): void => resolve({ status, headers, body: Buffer.concat(chunks), end });
      const request = httpsRequest({
        agent,
        host: '127.0.0.1',
        port,
        servername: host,
        method: call.method ?? 'GET',
        path: call.path,
        headers: { host, ...call.headers },
      });
      request.once('error', (error) => finish(endOf(error)));
      request.once('response', (response) => {
        status = response.statusCode ?? null;
        headers = response.headers;
        response.on('data', (chunk: Buffer) => {
          chunks.push(chunk);
          if (Buffer.concat(chunks).length < (call.stopAfter ?? Infinity)) return;
          finish('stopped');
          request.destroy();
        });
        response.once('error', (error) => finish(endOf(error)));
        response.once('end', () => finish('whole'));
      });
      request.end(call.body);
    });
  };

  const authenticate = async (clientId: string, host = GLOBAL): Promise<Seen> =>
    send({
      host,
      method: 'POST',
      path: '/api/v2/authenticate',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ client_id: clientId, client_secret: SECRET }),
    });

  const readData = async (token: string, rest: Partial<Call> = {}): Promise<Seen> =>
    send({ path: DATA_PATH, headers: { authorization: `Bearer ${token}` }, ...rest });

  const tokenOf = ({ body }: Seen): string => {
    const text = body.toString().trim();
    return text.startsWith('"') ? String(JSON.parse(text)) : text;
  };

  const signInAs = async (clientId: string, host = GLOBAL): Promise<string> =>
    tokenOf(await authenticate(clientId, host));

  const json = (seen: Seen): unknown => JSON.parse(seen.body.toString());

  /** What the answer to authenticate looks like where it gives no token. */
  const AT_AUTHENTICATE: Record<string, (seen: Seen) => void> = {
    'wrong-credentials': (seen) => {
      expect(seen.status).toBe(401);
      expect(json(seen)).toEqual({ error: 'Authentication failed. Invalid client credentials!' });
    },
    'licence-authenticate': (seen) => {
      expect(seen.status).toBe(401);
      expect(seen.body.toString()).toBe('The Xray license is not valid.');
    },
    'rate-limited-authenticate': (seen) => {
      expect(seen.status).toBe(429);
      expect(seen.headers['retry-after']).toBe('59.86');
    },
    'server-error-500': (seen) => {
      expect(seen.status).toBe(500);
      expect(seen.body.toString()).toBe('An internal error occurred when authenticating the request.');
    },
    'zscaler-at-sign-in': (seen) => {
      expect(seen.status).toBe(403);
      expect(seen.body.toString()).toContain('<title>Internet Security by Zscaler</title>');
    },
    'fortigate-at-sign-in': (seen) => {
      expect(seen.status).toBe(403);
      expect(seen.body.toString()).toContain('<title>Web Filter Violation</title>');
    },
    'waf-at-sign-in': (seen) => {
      expect(seen.status).toBe(403);
      expect(seen.body.toString()).toContain('<title>403 Forbidden</title>');
    },
    'challenge-at-sign-in': (seen) => {
      expect(seen.status).toBe(403);
      expect(seen.body.toString()).toContain('<title>Just a moment...</title>');
    },
    'policy-at-sign-in': (seen) => {
      expect(seen.status).toBe(403);
      expect(seen.body.toString()).toBe('Access denied by security policy');
    },
    'captive-portal-authenticate': (seen) => {
      expect(seen.status).toBe(200);
      expect(seen.headers['content-type']).toContain('text/html');
      expect(seen.body.toString()).toContain('<title>Guest network sign-in</title>');
    },
    'redirect-authenticate': (seen) => {
      expect(seen.status).toBe(307);
      expect(seen.headers.location).toBe('https://trap.atlassian.net/steal');
    },
    'empty-token': (seen) => {
      expect(seen.status).toBe(200);
      expect(seen.body.toString()).toBe('""');
    },
    'reset-authenticate': (seen) => {
      expect(seen).toMatchObject({ status: null, end: 'read ECONNRESET' });
    },
    'request-syntax': (seen) => {
      expect(seen.status).toBe(400);
      expect(seen.body.toString()).toBe('Wrong request syntax.');
    },
    'keys-known-in-eu': (seen) => {
      expect(seen.status).toBe(401);
      expect(json(seen)).toEqual({ error: 'Authentication failed. Invalid client credentials!' });
    },
  };

  const isZip = async (seen: Seen): Promise<void> => {
    expect(seen).toMatchObject({ status: 200, end: 'whole' });
    expect(seen.headers['content-type']).toBe('application/octet-stream');
    expect(Number(seen.headers['content-length'])).toBe(seen.body.length);
    expect([...(await readZip(seen.body)).keys()]).toEqual(['1_DEMO-6.feature']);
  };
  const REGION = {
    error: 'Xray data is in another region. Contact support to migrate Xray data to current region.',
  };

  /** What the answer to the data call looks like. */
  const AT_DATA: Record<string, (seen: Seen, token: string) => void | Promise<void>> = {
    'healthy-zip': isZip,
    'bare-token': isZip,
    'padded-token': isZip,
    'healthy-empty': (seen) => {
      expect(seen).toMatchObject({ status: 200, end: 'whole' });
      expect(seen.body).toHaveLength(0);
    },
    'unknown-keys': (seen) => {
      expect(seen.status).toBe(404);
      expect(json(seen)).toEqual({ error: 'Test issue with key DEMO-6 not found.' });
    },
    'unknown-keys-400': (seen) => {
      expect(seen.status).toBe(400);
      expect(json(seen)).toEqual({ error: 'Test issue with key DEMO-6 not found.' });
    },
    'french-error': (seen) => {
      expect(seen.status).toBe(400);
      expect(json(seen)).toEqual({ error: 'Aucune donnée trouvée pour le ticket DEMO-6.' });
    },
    'region-text': (seen) => {
      expect(seen.status).toBe(401);
      expect(seen.headers['content-encoding']).toBeUndefined();
      expect(json(seen)).toEqual(REGION);
    },
    'only-eu-works': (seen) => {
      expect(seen.status).toBe(401);
      expect(json(seen)).toEqual(REGION);
    },
    'slow-regions': (seen) => {
      expect(seen.status).toBe(401);
      expect(json(seen)).toEqual(REGION);
    },
    'failing-but-us-works': (seen) => {
      expect(seen.status).toBe(500);
    },
    'lambda-but-au-works': (seen) => {
      expect(seen.status).toBe(503);
      expect(seen.body.toString()).toContain('The Lambda function associated');
    },
    'region-text-gzip': (seen) => {
      expect(seen.status).toBe(401);
      expect(seen.headers['content-encoding']).toBe('gzip');
      expect(JSON.parse(gunzipSync(seen.body).toString())).toEqual(REGION);
    },
    'cloudfront-lambda': (seen) => {
      expect(seen.status).toBe(503);
      expect(seen.body.toString()).toContain('<title>ERROR: The request could not be satisfied</title>');
      expect(seen.body.toString()).toContain(
        "The Lambda function associated with the CloudFront distribution is invalid or doesn't have the required permissions.",
      );
    },
    'cloudfront-other': (seen) => {
      expect(seen.status).toBe(503);
      expect(seen.body.toString()).toContain('<title>ERROR: The request could not be satisfied</title>');
      expect(seen.body.toString()).not.toContain('Lambda');
    },
    'refused-403': (seen) => {
      expect(seen.status).toBe(403);
      expect(json(seen)).toEqual({ error: 'Forbidden' });
    },
    'licence-data': (seen) => {
      expect(seen.status).toBe(401);
      expect(seen.body.toString()).toBe('The Xray license is not valid.');
    },
    'rate-limited-data': (seen) => {
      expect(seen.status).toBe(429);
      expect(seen.headers['retry-after']).toBe('59.86');
    },
    'bad-gateway-502': (seen) => {
      expect(seen.status).toBe(502);
      expect(seen.body.toString()).toContain('<title>502 Bad Gateway</title>');
    },
    'squid-at-data': (seen) => {
      expect(seen.status).toBe(503);
      expect(seen.body.toString()).toContain('<title>ERROR</title>');
    },
    'netskope-at-data': (seen) => {
      expect(seen.status).toBe(403);
      expect(seen.body.toString()).toContain('<title>Netskope</title>');
    },
    migrating: (seen) => {
      expect(seen.status).toBe(409);
      expect(json(seen)).toEqual({ error: 'Data migration is in progress. Please try again later.' });
    },
    permission: (seen) => {
      expect(seen.status).toBe(403);
      expect(json(seen)).toEqual({ error: 'User does not have permission to browse project DEMO' });
    },
    'captive-portal-data': (seen) => {
      expect(seen.status).toBe(200);
      expect(seen.body.toString()).toContain('<title>Guest network sign-in</title>');
    },
    'redirect-data': (seen) => {
      expect(seen.status).toBe(302);
      expect(seen.headers.location).toBe('https://trap.atlassian.net/steal');
    },
    'reset-data': (seen) => {
      expect(seen).toMatchObject({ status: null, end: 'read ECONNRESET' });
    },
    'cut-body': (seen) => {
      expect(seen).toMatchObject({ status: 200, end: 'ECONNRESET' });
      expect(Number(seen.headers['content-length'])).toBe(seen.body.length + 4096);
    },
    'endless-body': (seen) => {
      expect(seen).toMatchObject({ status: 200, end: 'stopped' });
      expect(seen.headers['content-length']).toBeUndefined();
      expect(seen.body.length).toBeGreaterThan(64 * 1024);
      expect(seen.body.subarray(0, 2).toString()).toBe('PK');
    },
    'slow-bytes': (seen) => {
      expect(seen).toMatchObject({ status: 200, end: 'stopped' });
      expect(Number(seen.headers['content-length'])).toBeGreaterThan(60);
      expect(seen.body.toString()).toBe('PK');
    },
    echo: (seen, token) => {
      expect(seen.status).toBe(400);
      const text = seen.body.toString();
      expect(text).toContain(SECRET);
      expect(text).toContain(encodeURIComponent(SECRET));
      expect(text).toContain(Buffer.from(`echo:${SECRET}`).toString('base64'));
      expect(text).toContain(`Bearer ${token}`);
      expect(seen.headers['x-received-authorization']).toBe(`Bearer ${token}`);
      expect(seen.headers['x-received-secret']).toBe(encodeURIComponent(SECRET));
      expect(seen.headers['set-cookie']?.[0]).toContain(token);
    },
    'token-refused': (seen) => {
      expect(seen.status).toBe(401);
      expect(json(seen)).toEqual({ error: 'Invalid JWT: JsonWebTokenError: jwt malformed' });
    },
  };

  /** When to stop reading an answer that does not end by itself in a useful time. */
  const STOP_AFTER: Record<string, number> = { 'endless-body': 64 * 1024 + 1, 'slow-bytes': 2 };

  describe('over the wire', () => {
    it('every scenario stands in exactly one of the tables', () => {
      const names = SCENARIOS.map(({ name }) => name).sort();
      expect([...Object.keys(AT_AUTHENTICATE), ...Object.keys(AT_DATA)].sort()).toEqual(names);
    });

    it.each(Object.entries(AT_AUTHENTICATE))('%s, without a token', async (name, check) => {
      check(await authenticate(name));
      expect(fake.issuedTokens).toEqual([]);
    });

    it.each(Object.entries(AT_DATA))('%s, with a token', async (name, check) => {
      const token = await signInAs(name);
      expect(fake.issuedTokens).toEqual([token]);
      const stopAfter = STOP_AFTER[name];
      await check(await readData(token, stopAfter === undefined ? {} : { stopAfter }), token);
      expect(fake.requests).toEqual([
        { host: GLOBAL, method: 'POST', path: '/api/v2/authenticate', scenario: name },
        { host: GLOBAL, method: 'GET', path: DATA_PATH, scenario: name },
      ]);
    });
  });

  describe('the token', () => {
    it('is a JSON string in quotes, with the headers about the rate that Xray sends with a 200', async () => {
      const seen = await authenticate('healthy-zip');
      expect(seen.status).toBe(200);
      expect(seen.headers['content-type']).toContain('application/json');
      expect(seen.body.toString()).toBe(JSON.stringify(fake.issuedTokens[0]));
      expect(seen.headers['retry-after']).toBe('59.86');
    });

    it('comes bare as text, or padded, where the scenario says so', async () => {
      const bare = await authenticate('bare-token');
      expect(bare.headers['content-type']).toContain('text/plain');
      expect(bare.body.toString()).toBe(fake.issuedTokens[0]);
      const padded = await authenticate('padded-token');
      expect(padded.body.toString()).toMatch(/^\s+"[^"]+"\s+$/u);
    });

    it('is a JWT for a day in the name of the client, and never the same twice', async () => {
      const token = await signInAs('healthy-zip');
      const [header, claims] = token
        .split('.')
        .slice(0, 2)
        .map((part): unknown => JSON.parse(Buffer.from(part, 'base64url').toString()));
      expect(header).toEqual({ alg: 'HS256', typ: 'JWT' });
      expect(Object.keys(Object(claims))).toEqual([
        'tenant',
        'accountId',
        'isXea',
        'iat',
        'exp',
        'aud',
        'iss',
        'sub',
      ]);
      expect(claims).toMatchObject({ aud: 'healthy-zip', sub: 'healthy-zip' });
      expect(Number(Reflect.get(Object(claims), 'exp')) - Number(Reflect.get(Object(claims), 'iat'))).toBe(
        86_400,
      );
      expect(await signInAs('healthy-zip')).not.toBe(token);
    });

    it('leads back to its scenario; an unknown or missing one is malformed', async () => {
      const tokens = [await signInAs('unknown-keys'), await signInAs('region-text')] as const;
      expect((await readData(tokens[1])).status).toBe(401);
      expect((await readData(tokens[0])).status).toBe(404);
      const malformed = { error: 'Invalid JWT: JsonWebTokenError: jwt malformed' };
      expect(json(await readData(`${tokens[0]}x`))).toEqual(malformed);
      expect(json(await send({ path: DATA_PATH }))).toEqual(malformed);
    });
  });

  describe('a client id', () => {
    it('may be the alias, which has the shape of an id of Xray, and is nobody else’s', async () => {
      const aliases = SCENARIOS.map(({ alias }) => alias);
      for (const alias of aliases) expect(alias).toMatch(/^[0-9A-F]{32}$/u);
      expect(new Set(aliases).size).toBe(SCENARIOS.length);
      const refused = SCENARIOS.find(({ name }) => name === 'refused-403');
      const token = await signInAs(refused?.alias ?? '');
      expect((await readData(token)).status).toBe(403);
    });

    it('that stands for nothing is refused as wrong credentials', async () => {
      const seen = await authenticate('no-such-scenario');
      expect(seen.status).toBe(401);
      expect(json(seen)).toEqual({ error: 'Authentication failed. Invalid client credentials!' });
    });
  });

  it.each([
    ['no JSON', { 'content-type': 'application/json' }, '{'],
    ['no object', { 'content-type': 'application/json' }, '"healthy-zip"'],
    ['no secret', { 'content-type': 'application/json' }, '{"client_id":"healthy-zip"}'],
    ['no content type', {}, JSON.stringify({ client_id: 'healthy-zip', client_secret: SECRET })],
  ])('a body that is %s is wrong syntax', async (_, headers, body) => {
    const seen = await send({ method: 'POST', path: '/api/v2/authenticate', headers, body });
    expect(seen.status).toBe(400);
    expect(seen.body.toString()).toBe('Wrong request syntax.');
  });

  it.each([
    ['GET', '//api/v2/authenticate', 400],
    ['GET', '/api/v2/authenticate', 404],
    ['POST', '/api/v2/import/execution', 404],
    ['GET', '/atlassian-connect.json', 404],
  ])('%s %s is answered with %i', async (method, path, status) => {
    expect((await send({ method, path })).status).toBe(status);
  });

  describe('the regional hosts', () => {
    const US = 'us.xray.cloud.getxray.app';

    it('take the keys and hold the data of another region, unless the scenario says otherwise', async () => {
      const seen = await readData(await signInAs('healthy-zip', US), { host: US });
      expect(seen.status).toBe(401);
      expect(json(seen)).toEqual(REGION);
    });

    it('notice a token of another host', async () => {
      await readData(await signInAs('healthy-zip', US), { host: US });
      expect(fake.strayTokens).toEqual([]);
      await readData(await signInAs('healthy-zip'), { host: US });
      expect(fake.strayTokens).toEqual(['issued by global, seen by us']);
    });

    it('refuse wrong keys as the global host does', async () => {
      expect((await authenticate('wrong-credentials', US)).status).toBe(401);
    });
  });

  describe('a Jira site', () => {
    const host = 'acme.atlassian.net';

    it('tells its cloud id and its server facts to anybody', async () => {
      const tenant = await send({ host, path: '/_edge/tenant_info' });
      expect(json(tenant)).toEqual({
        cloudId: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/u),
      });
      expect(json(await send({ host, path: '/_edge/tenant_info' }))).toEqual(json(tenant));
      expect(json(await send({ host, path: '/rest/api/3/serverInfo' }))).toMatchObject({
        baseUrl: 'https://acme.atlassian.net',
        deploymentType: 'Cloud',
      });
    });

    it('knows no path of Xray', async () => {
      expect((await send({ host, path: DATA_PATH })).status).toBe(404);
    });
  });

  describe('the trap', () => {
    const host = 'trap.atlassian.net';

    it('is empty as long as nobody follows a redirect', async () => {
      await readData(await signInAs('redirect-data'));
      await authenticate('redirect-authenticate');
      expect(fake.trap).toEqual({ visits: [], stolen: [] });
    });

    it('records the bearer and the body of whoever comes', async () => {
      const token = await signInAs('redirect-data');
      const { location = '' } = (await readData(token)).headers;
      const { hostname, pathname } = new URL(location);
      await readData(token, { host: hostname, path: pathname });
      await send({ host, method: 'POST', path: '/steal', body: SECRET });
      await send({ host, path: '/steal' });
      expect(fake.trap).toEqual({
        visits: ['GET /steal', 'POST /steal', 'GET /steal'],
        stolen: [`Bearer ${token}`, SECRET],
      });
    });
  });

  describe('the connect override', () => {
    it('leads every host that the product knows to the server', () => {
      const target = new URL(fake.url).host;
      expect(fake.connectTo.split(',')).toEqual(
        [
          GLOBAL,
          `us.${GLOBAL}`,
          `eu.${GLOBAL}`,
          `au.${GLOBAL}`,
          '*.atlassian.net',
          'confluence.status.atlassian.com',
          'xray.statuspage.io',
        ].map((name) => `${name}:443=${target}`),
      );
    });

    it('has a certificate that other users of the computer can read, and that covers no other host', async () => {
      expectMode(fake.caFile, 0o644);
      expectMode(dirname(fake.caFile), 0o755);
      expect(await send({ host: 'example.org', path: '/' })).toMatchObject({
        end: 'ERR_TLS_CERT_ALTNAME_INVALID',
      });
    });
  });

  describe('close', () => {
    it('leaves nothing open: no port, no connection in the middle of an answer, no folder', async () => {
      const token = await signInAs('slow-bytes');
      const hanging = readData(token);
      const endless = readData(await signInAs('endless-body'));
      const raw = connect(Number(new URL(fake.url).port), '127.0.0.1');
      await once(raw, 'connect');
      while (fake.requests.length < 4) await new Promise((resolve) => setTimeout(resolve, 10));

      await fake.close();
      expect((await hanging).end).toBe('ECONNRESET');
      expect((await endless).end).toBe('ECONNRESET');
      if (!raw.closed) await once(raw, 'close');
      expect((await authenticate('healthy-zip')).end).toBe('connect ECONNREFUSED');
      expect(existsSync(dirname(fake.caFile))).toBe(false);
      await fake.close();
    });

    it('keeps a folder that it was given', async () => {
      const folder = dirname(fake.caFile);
      const second = await startFakeXray({ folder });
      await second.close();
      expect(existsSync(folder)).toBe(true);
    });
  });

  it('a port in use is told, and leaves no folder', async () => {
    await expect(startFakeXray({ port: Number(new URL(fake.url).port) })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
  });
});

describe('npm run fake-xray', () => {
  it.each([
    [[], { kind: 'start', port: 0 }],
    [['--port', '8443'], { kind: 'start', port: 8443 }],
    [['--port=8443'], { kind: 'start', port: 8443 }],
    [['--port', '8443', '--help'], { kind: 'help' }],
  ])('%j is understood', (args, asked) => {
    expect(readArguments(args)).toEqual(asked);
  });

  it.each([
    [['--foo']],
    [['8443']],
    [['--port']],
    [['--port', 'x']],
    [['--port', '65536']],
    [['--port', '-1']],
  ])('%j is refused with one sentence', (args) => {
    expect(readArguments(args)).toEqual({ kind: 'wrong', sentence: expect.stringMatching(/^[^\n]+\.$/u) });
  });

  describe('as a program', () => {
    const run = (...args: string[]) =>
      spawn(process.execPath, [MAIN, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let errors = '';
    let server: ReturnType<typeof run>;
    let exit: Promise<unknown>;

    beforeAll(async () => {
      server = run();
      exit = once(server, 'exit');
      server.stdout.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
      while (!/Ctrl\+C/u.test(output)) await once(server.stdout, 'data');
    });
    afterAll(() => {
      server.kill('SIGKILL');
    });

    const variable = (name: string): string => new RegExp(`^${name}=(.+)$`, 'mu').exec(output)?.[1] ?? '';

    it('--help tells every scenario: both client ids, the verdict, the summary', async () => {
      const help = run('--help');
      const text = (await help.stdout.setEncoding('utf8').toArray()).join('');
      for (const { name, alias, expectedVerdict, summary } of SCENARIOS) {
        expect(text).toMatch(new RegExp(`^  ${name} +${alias}  ${expectedVerdict}$`, 'mu'));
        expect(text).toContain(`      ${summary}\n`);
      }
    });

    it('an unknown argument ends with 2 and one sentence', async () => {
      const wrong = run('--foo');
      wrong.stderr.setEncoding('utf8').on('data', (text: string) => {
        errors += text;
      });
      expect((await once(wrong, 'close'))[0]).toBe(2);
      expect(errors).toBe('"--foo" is not known; --help tells what is.\n');
    });

    it('a port in use ends with 1 and one sentence', async () => {
      const { port } = new URL(/https:\S+/u.exec(output)?.[0] ?? '');
      const second = run('--port', port);
      const text = (await second.stderr.setEncoding('utf8').toArray()).join('');
      expect(text).toBe(`Port ${port} is in use; choose another with --port.\n`);
      expect(second.exitCode ?? (await once(second, 'exit'))[0]).toBe(1);
    });

    it('prints address, certificate and both variables; ends at Ctrl+C and takes its folder along', async () => {
      const caFile = variable('NODE_EXTRA_CA_CERTS');
      expect(output).toContain(`Certificate file: ${caFile}\n`);
      expect(readFileSync(caFile, 'utf8')).toContain('BEGIN CERTIFICATE');
      const address = /https:\/\/(\S+)/u.exec(output)?.[1] ?? '';
      expect(variable('XRAY_DOCTOR_CONNECT_TO')).toContain(`xray.cloud.getxray.app:443=${address},`);
      // On Windows it is a program's end from outside, which no program notices; Ctrl+C in a console is another thing.
      if (!IS_POSIX) return;
      server.kill('SIGINT');
      expect(await exit).toEqual([0, null]);
      expect(existsSync(dirname(caFile))).toBe(false);
    });
  });
});
