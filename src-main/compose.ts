import { randomBytes } from 'node:crypto';
import { homedir } from 'node:os';

import packageJson from '../package.json' with { type: 'json' };
import { fail, succeed } from './contract/failure.ts';
import type { Result } from './contract/failure.ts';
import { RUN_DEADLINE_MS, runDiagnosis } from './diagnosis/run-diagnosis.ts';
import type { Diagnose } from './evidence/finished-run.ts';
import { parseConnectTo } from './network/connect-to.ts';
import { HTTP_LIMITS } from './network/http-client.ts';
import type { ProxyRoute } from './network/proxy-route.ts';
import { loadTrust } from './network/trust-store.ts';
import { createUndiciClient } from './network/undici-client.ts';
import { GLOBAL_HOST } from './xray/hosts.ts';

/** The product's version and name, from package.json. */
export const PRODUCT = { name: packageJson.productName, version: packageJson.version } as const;

/** What the surroundings decide: the environment variables that we read, and the way to a host. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether the test door XRAY_DOCTOR_CONNECT_TO is honoured; never in a packaged app. */
  readonly testDoor: boolean;
  readonly resolveRoute: (url: string) => Promise<readonly ProxyRoute[]>;
}

/** The diagnosis, ready to run, and sentences about what of the surroundings could not be read. */
export interface Composed {
  readonly diagnose: Diagnose;
  readonly problems: readonly string[];
}

/**
 * Joins transport, diagnosis and evidence. Fails with a sentence when the test door's value cannot be read: going on
 * would send a tester's credentials to the real host.
 */
export function compose(surroundings: Surroundings): Result<Composed> {
  const door = surroundings.testDoor ? (surroundings.env['XRAY_DOCTOR_CONNECT_TO'] ?? '') : '';
  const connectTo = parseConnectTo(door);
  if (!connectTo.ok) return fail('bad-input', connectTo.failure.message);
  const trust = loadTrust({ extraFile: surroundings.env['NODE_EXTRA_CA_CERTS'] });

  const diagnose: Diagnose = async (connection, onProgress, signal) => {
    const proxyPasswords = new Set<string>();
    const client = createUndiciClient({
      limits: HTTP_LIMITS,
      trust: trust.certificates,
      connectTo: connectTo.value,
      resolveRoute: async (url) => {
        const routes = await surroundings.resolveRoute(url);
        for (const route of routes) {
          if (route.kind === 'proxy' && route.credentials !== null)
            proxyPasswords.add(route.credentials.password);
        }
        return routes;
      },
    });
    try {
      const run = await runDiagnosis({
        connection,
        client,
        hosts: [GLOBAL_HOST],
        now: () => new Date(),
        onProgress,
        signal,
        deadlineMs: RUN_DEADLINE_MS,
      });
      return {
        diagnosis: run.diagnosis,
        salt: randomBytes(16),
        secrets: {
          clientSecret: connection.clientSecret,
          clientId: connection.clientId,
          tokens: run.tokens.map((token) => token.value),
          proxyPasswords: [...proxyPasswords].filter((password) => password !== ''),
          homeFolder: homedir(),
        },
      };
    } finally {
      await client.close();
    }
  };
  return succeed({ diagnose, problems: trust.problems });
}
