import { execFile, fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { runDiagnosis } from '../../src-main/diagnosis/run/run-diagnosis.ts';
import { HTTP_LIMITS } from '../../src-main/network/client/http-limits.ts';
import { createSystemRoots } from '../../src-main/network/tls/system-roots.ts';
import { loadTrust, NODE_SOURCES, trustOnly } from '../../src-main/network/tls/trust-store.ts';
import { createUndiciClient } from '../../src-main/network/client/undici-client.ts';
import { GLOBAL_HOST, XRAY_HOSTS } from '../../src-main/xray/hosts.ts';
import type { XrayHost } from '../../src-main/xray/hosts.ts';
import { race, table } from './statistics.ts';
import type { Outcome, Report } from './statistics.ts';

/** A condition of the race, and the aim for our time beside curl's, if there is one. */
interface Condition {
  readonly name: string;
  readonly thinkMs: number;
  readonly delayMs: number;
  readonly rounds: number;
  readonly aim: number | null;
}

const CONDITIONS: readonly Condition[] = [
  { name: 'think time 0 ms', thinkMs: 0, delayMs: 0, rounds: 31, aim: null },
  { name: 'think time 20 ms', thinkMs: 20, delayMs: 0, rounds: 31, aim: 0.8 },
  { name: 'think time 100 ms', thinkMs: 100, delayMs: 0, rounds: 21, aim: null },
  { name: 'think time 20 ms, 50 ms round trip', thinkMs: 20, delayMs: 50, rounds: 15, aim: 0.65 },
];
/** What the comparison of the hosts may add to the two calls alone. */
const AIM_OF_COMPARISON = 1.15;

/**
 * Two curl processes beside our two calls on one connection, and the comparison of all hosts beside the two calls alone,
 * in turns against one local TLS server. Rejects when curl is missing.
 */
export async function benchDiagnosis(): Promise<Report> {
  const curl = await curlVersion();
  const folder = mkdtempSync(join(tmpdir(), 'bench-diagnosis-'));
  const pairs: string[][] = [];
  const comparisons: string[][] = [];
  const outcomes: Outcome[] = [];
  try {
    for (const condition of CONDITIONS) {
      const [own, curls, settled, whole] = await measure(condition, join(folder, 'authority.pem'));
      pairs.push([
        condition.name,
        ms(curls),
        ms(own),
        ratio(own, curls),
        condition.aim === null ? '' : `≤ ${condition.aim.toFixed(2)}`,
      ]);
      comparisons.push([
        condition.name,
        ms(own),
        ms(settled),
        ratio(settled, own),
        ms(whole),
        ratio(whole, own),
      ]);
      outcomes.push(
        {
          what: `two calls, ${condition.name}, ms`,
          beside: 'two curls',
          other: ms(curls),
          ours: ms(own),
          compared: ratio(own, curls),
          aim: condition.aim === null ? '' : `≤ ${condition.aim.toFixed(2)}`,
        },
        {
          what: `all hosts, ${condition.name}, ms`,
          beside: 'two calls alone',
          other: ms(own),
          ours: ms(whole),
          compared: ratio(whole, own),
          aim: `≤ ${AIM_OF_COMPARISON.toFixed(2)}`,
        },
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const details = [
    `${curl}. Medians in milliseconds, contestants in turns, server in a process of its own, HTTP/1.1.`,
    'The round trip is made by a relay in user space, which stands in for the handshake of TCP as well.',
    '',
    table(['two calls', 'two curls', 'ours', 'ratio', 'aim'], pairs),
    '',
    table(['all four hosts', 'two calls alone', 'verdict', 'ratio', 'all hosts', 'ratio'], comparisons),
    '',
    `Aim of the comparison: ≤ ${AIM_OF_COMPARISON.toFixed(2)}. ${await trustLine()}`,
  ].join('\n');
  return { details, outcomes };
}

async function measure(
  condition: Condition,
  caFile: string,
): Promise<readonly [own: number, curls: number, settled: number, whole: number]> {
  const { server, port } = await startServer(condition, caFile);
  const secureContext = trustOnly([readFileSync(caFile, 'utf8')]);
  const settledAt: { of: (() => void) | null } = { of: null };

  const diagnose = async (hosts: readonly XrayHost[]): Promise<void> => {
    const client = createUndiciClient({
      limits: HTTP_LIMITS,
      secureContext,
      connectTo: () => ({ host: '127.0.0.1', port }),
      resolveRoute: async () => [{ kind: 'direct' }],
    });
    const { diagnosis } = await runDiagnosis({
      connection: {
        clientId: 'BENCH',
        clientSecret: 'bench-secret',
        jiraSite: 'acme.atlassian.net',
        confluenceSite: 'acme.atlassian.net',
      },
      client,
      secondOpinion: null,
      hosts,
      furtherHosts: async () => [],
      collectSideFindings: async () => ({ siteFacts: [], statusReports: [] }),
      now: () => new Date(),
      onProgress: () => undefined,
      onFound: ({ isSettled }) => {
        if (isSettled) settledAt.of?.();
      },
      signal: new AbortController().signal,
      deadlineMs: 60_000,
    });
    await client.close();
    if (diagnosis.verdict.kind !== 'residency') throw new Error(`The bench got ${diagnosis.verdict.rule}.`);
  };
  /** Ends with the verdict; what is left of the run is waited for outside of the time that is taken. */
  let rest: Promise<void> = Promise.resolve();
  const untilSettled = async (): Promise<void> => {
    await new Promise<void>((resolve, reject) => {
      settledAt.of = resolve;
      rest = diagnose(XRAY_HOSTS);
      rest.catch(reject);
    });
    settledAt.of = null;
  };

  try {
    const [own = Number.NaN, curls = Number.NaN, whole = Number.NaN, settled = Number.NaN] = await race(
      [
        { name: 'ours', run: () => diagnose([GLOBAL_HOST]) },
        { name: 'two curls', run: () => twoCurls(port, caFile) },
        { name: 'all hosts', run: () => diagnose(XRAY_HOSTS) },
        { name: 'verdict', run: untilSettled, after: async () => rest },
      ],
      condition.rounds,
    );
    return [own, curls, settled, whole];
  } finally {
    server.disconnect();
  }
}

async function startServer(
  { thinkMs, delayMs }: Condition,
  caFile: string,
): Promise<{ readonly server: ChildProcess; readonly port: number }> {
  const program = fileURLToPath(new URL('xray-process.ts', import.meta.url));
  const server = fork(program, [caFile, String(thinkMs), String(delayMs)], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  if (server.stdout === null) throw new Error('The server has no output.');
  const [line] = await Promise.race([
    once(server.stdout.setEncoding('utf8'), 'data'),
    once(server, 'exit').then(() => {
      throw new Error('The server did not start.');
    }),
  ]);
  return { server, port: Number(line) };
}

const run = promisify(execFile);

async function curlVersion(): Promise<string> {
  try {
    const { stdout } = await run('curl', ['--version']);
    return stdout.split(' ').slice(0, 2).join(' ');
  } catch {
    throw new Error('This benchmark needs curl; install it and run the benchmark again.');
  }
}

/** What the vendor's page asks people to do by hand: authenticate, then the data call with the token. */
async function twoCurls(port: number, caFile: string): Promise<void> {
  const host = new URL(GLOBAL_HOST.baseUrl).host;
  const common = ['--silent', '--cacert', caFile, '--connect-to', `${host}:443:127.0.0.1:${port}`];
  const { stdout } = await run('curl', [
    ...common,
    '--header',
    'Content-Type: application/json',
    '--data',
    '{"client_id":"BENCH","client_secret":"bench-secret"}',
    `${GLOBAL_HOST.baseUrl}/api/v2/authenticate`,
  ]);
  const token: unknown = JSON.parse(stdout);
  const answer = await run('curl', [
    ...common,
    '--header',
    `Authorization: Bearer ${String(token)}`,
    `${GLOBAL_HOST.baseUrl}/api/v2/export/cucumber?keys=DEMO-6%3BDEMO-7`,
  ]);
  if (!answer.stdout.includes('another region')) throw new Error('curl got another answer.');
}

/** Reading the roots happens once, when the app starts. */
async function trustLine(): Promise<string> {
  const started = performance.now();
  const { certificates } = await loadTrust([], { ...NODE_SOURCES, system: createSystemRoots() });
  trustOnly(certificates);
  return `Reading ${certificates.length} trusted roots, once a start: ${(performance.now() - started).toFixed(0)} ms.`;
}

function ms(value: number): string {
  return value.toFixed(1);
}

function ratio(value: number, base: number): string {
  return (value / base).toFixed(2);
}
