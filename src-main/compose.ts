import { randomBytes } from 'node:crypto';
import { homedir } from 'node:os';
import type { SecureContext } from 'node:tls';

import { succeed } from './contract/failure.ts';
import type { Result } from './contract/failure.ts';
import type { HintsAbout } from './contract/plan.ts';
import { collectSideFindings, lookUpSites } from './diagnosis/run/site-context.ts';
import { siteHints } from './diagnosis/checks/site-hints.ts';
import { RUN_DEADLINE_MS, runDiagnosis } from './diagnosis/run/run-diagnosis.ts';
import type { Run } from './diagnosis/run/run-diagnosis.ts';
import { untilStopped } from './diagnosis/run/until-stopped.ts';
import type { Diagnose, FinishedRun } from './evidence/finished-run.ts';
import { onlyAllowedHosts } from './network/client/allowed-hosts.ts';
import { parseConnectTo } from './network/client/connect-override.ts';
import type { ConnectTo } from './network/client/connect-override.ts';
import { extraCaFiles, readExtraCa } from './network/tls/extra-ca.ts';
import { HTTP_LIMITS } from './network/client/http-limits.ts';
import type { HttpClient } from './network/client/http-client.ts';
import type { ProxyRoute } from './network/proxy/proxy-route.ts';
import { createSystemRoots } from './network/tls/system-roots.ts';
import type { SystemRoots } from './network/tls/system-roots.ts';
import { loadTrust, NODE_SOURCES, trustOnly } from './network/tls/trust-store.ts';
import { HAS_CONNECT_OVERRIDE } from './product.ts';
import { furtherHosts } from './xray/descriptor.ts';
import { XRAY_HOSTS } from './xray/hosts.ts';

/** What the environment decide: the environment variables that we read, and the ways to a host. */
export interface Environment {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The file with an extra certificate authority that the option `--extra-ca` names; null if it is not there. */
  readonly extraCa: string | null;
  /** Reads the roots that the system trusts; a thread does, unless a test passes its own. */
  readonly systemRoots?: () => Promise<SystemRoots>;
  /** What relative paths begin at. */
  readonly folder: string;
  /** Is told what was read and how long that took. */
  readonly log: (line: string) => void;
  /** Whether the connect override XRAY_DOCTOR_CONNECT_TO is honoured; never in a packaged app. */
  readonly connectOverride: boolean;
  readonly resolveRoute: (url: string) => Promise<readonly ProxyRoute[]>;
  /** Another network stack for a second opinion, made anew for each run; null where there is none. */
  readonly secondOpinion: (() => HttpClient) | null;
}

/** The services, ready to use, and sentences about what of the environment could not be read. */
export interface AppServices {
  readonly diagnose: Diagnose;
  readonly hintsAbout: HintsAbout;
  /** Fails with a sentence when a file that `--extra-ca` or its variable names cannot be used. Never rejects. */
  readonly checkExtraCa: () => Promise<Result<null>>;
  /** Sentences about what of the environment could not be read; reads them, which takes a while the first time. */
  readonly problems: () => Promise<readonly string[]>;
  /** Loads what the first call needs, so that it need not wait; nothing else needs it. */
  readonly warmUp: () => Promise<void>;
}

/**
 * Joins transport, diagnosis and evidence. Fails with a sentence when the connect override's value cannot be read: going on
 * would send a tester's credentials to the real host.
 */
export function compose(environment: Environment): Result<AppServices> {
  const connectTo = HAS_CONNECT_OVERRIDE
    ? parseConnectTo(environment.connectOverride ? (environment.env['XRAY_DOCTOR_CONNECT_TO'] ?? '') : '')
    : succeed<ConnectTo>(() => null);
  if (!connectTo.ok) return connectTo;
  const extraFiles = extraCaFiles(environment.extraCa, environment.env, environment.folder);
  const trusted = keepWholeTrust(environment, extraFiles);

  const openClient = async (
    { secureContext }: LoadedTrust,
    onProxyPassword: (password: string) => void,
  ): Promise<HttpClient> => {
    const { createUndiciClient } = await import('./network/client/undici-client.ts');
    return onlyAllowedHosts(
      createUndiciClient({
        limits: HTTP_LIMITS,
        secureContext,
        connectTo: connectTo.value,
        resolveRoute: async (url) => {
          const routes = await environment.resolveRoute(url);
          for (const route of routes) {
            if (route.kind === 'proxy' && route.credentials !== null)
              onProxyPassword(route.credentials.password);
          }
          return routes;
        },
      }),
    );
  };

  const diagnose: Diagnose = async (connection, listener, signal) => {
    const salt = randomBytes(16);
    const proxyPasswords = new Set<string>();
    // A run that is stopped meanwhile makes no connection; it trusts nobody then.
    const trust = await untilStopped(trusted(), signal, noTrust);
    const withSecrets = ({ diagnosis, tokens }: Run): FinishedRun => ({
      diagnosis,
      salt,
      secrets: {
        clientSecret: connection.clientSecret,
        clientId: connection.clientId,
        tokens: tokens.map((token) => token.value),
        proxyPasswords: [...proxyPasswords].filter((password) => password !== ''),
        homeFolder: homedir(),
      },
    });
    const client = await openClient(trust, (password) => proxyPasswords.add(password));
    const secondOpinion =
      environment.secondOpinion === null ? null : onlyAllowedHosts(environment.secondOpinion());
    try {
      const run = await runDiagnosis({
        connection,
        client,
        secondOpinion,
        hosts: XRAY_HOSTS,
        hasSystemRoots: trust.hasSystemRoots,
        furtherHosts: (stop) => furtherHosts(client, stop),
        collectSideFindings: (stop) => collectSideFindings(client, connection, stop),
        now: () => new Date(),
        onProgress: listener.onProgress,
        onFound: (found) => listener.onFound({ ...found, ...withSecrets(found) }),
        signal,
        deadlineMs: RUN_DEADLINE_MS,
      });
      return withSecrets(run);
    } finally {
      await closeInTime(client, secondOpinion);
    }
  };

  const hintsAbout: HintsAbout = async (sites) => {
    const client = await openClient(await trusted(), () => undefined);
    try {
      return siteHints(sites, await lookUpSites(client, sites, new AbortController().signal));
    } finally {
      await closeInTime(client, null);
    }
  };
  return succeed({
    diagnose,
    hintsAbout,
    checkExtraCa: async () => {
      const read = await Promise.all(
        extraFiles.filter((file) => file.mustBeLocal).map((file) => readExtraCa(file)),
      );
      return read.find((result) => !result.ok) ?? succeed(null);
    },
    problems: async () => (await trusted()).problems,
    warmUp: async () => {
      await Promise.all([import('./network/client/undici-client.ts'), trusted()]);
    },
  });
}

/** A connection that does not close holds up nobody; it ends with the process at the latest. */
const CLOSE_LIMIT_MS = 1000;

async function closeInTime(...clients: readonly (HttpClient | null)[]): Promise<void> {
  const closing = Promise.all(clients.map(async (client) => client?.close()));
  await untilStopped(closing, AbortSignal.timeout(CLOSE_LIMIT_MS), () => []);
}

interface LoadedTrust {
  readonly secureContext: SecureContext;
  readonly problems: readonly string[];
  readonly hasSystemRoots: boolean;
}

function noTrust(): LoadedTrust {
  return { secureContext: trustOnly([]), problems: [], hasSystemRoots: true };
}

/**
 * Loads what is trusted when it is first asked for, since nothing of it is needed before the first call, and keeps it. As
 * long as the system's roots are missing, each further check tries for them again.
 */
function keepWholeTrust(
  { log, systemRoots = createSystemRoots() }: Environment,
  extra: Parameters<typeof loadTrust>[0],
): () => Promise<LoadedTrust> {
  const sources = { ...NODE_SOURCES, system: systemRoots };
  let kept: Promise<LoadedTrust> | null = null;
  const load = async (): Promise<LoadedTrust> => {
    const { certificates, problems, hasSystemRoots, summary } = await loadTrust(extra, sources);
    if (!hasSystemRoots) kept = null;
    log(summary);
    return { secureContext: trustOnly(certificates), problems, hasSystemRoots };
  };
  return () => (kept ??= load());
}
