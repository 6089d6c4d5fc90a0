import type { Connection } from '../../../src-main/contract/input/connection.ts';
import type { Diagnosis } from '../../../src-main/contract/diagnosis.ts';
import { collectSideFindings } from '../../../src-main/diagnosis/run/site-context.ts';
import { prepareBundle, previewOf } from '../../../src-main/evidence/bundle/prepare-bundle.ts';
import type { PreparedBundle } from '../../../src-main/evidence/bundle/prepare-bundle.ts';
import { createGate } from '../../../src-main/evidence/gate/gate.ts';
import type { KnownSecrets } from '../../../src-main/evidence/search/known-secrets.ts';
import { inspectBundle } from '../samples/arrivals/inspect-bundle.ts';
import { HTTP_LIMITS } from '../../../src-main/network/client/http-limits.ts';
import type { HttpClient } from '../../../src-main/network/client/http-client.ts';
import type { HttpLimits } from '../../../src-main/network/client/http-limits.ts';
import { trustOnly } from '../../../src-main/network/tls/trust-store.ts';
import { createUndiciClient } from '../../../src-main/network/client/undici-client.ts';
import { furtherHosts } from '../../../src-main/xray/descriptor.ts';
import type { XrayHost } from '../../../src-main/xray/hosts.ts';
import { diagnoseBy } from '../samples/diagnose-by.ts';
import { SAMPLE_ID, SAMPLE_SECRET, SAMPLE_SECRETS } from '../samples/sample-run.ts';
import type { HostileServer } from './server.ts';

const CONNECTION: Connection = {
  clientId: SAMPLE_ID,
  clientSecret: SAMPLE_SECRET,
  jiraSite: 'acme.atlassian.net',
  confluenceSite: 'acme.atlassian.net',
};

export interface PlayOptions {
  readonly limits?: Partial<HttpLimits>;
  readonly deadlineMs?: number;
  readonly signal?: AbortSignal;
  readonly hosts?: readonly XrayHost[];
  /** Stands between the run and its client. */
  readonly through?: (client: HttpClient) => HttpClient;
}

/** A run as far as its verdict: raw, with the secrets that it holds. */
export interface HostileRun {
  readonly diagnosis: Diagnosis;
  readonly secrets: KnownSecrets;
}

/** Makes a diagnosis of the hostile server with everything of the product between the socket and the verdict. */
export async function diagnoseHostile(
  { port, certPem }: Pick<HostileServer, 'port' | 'certPem'>,
  { limits, through = (client) => client, ...over }: PlayOptions = {},
): Promise<HostileRun> {
  const own = createUndiciClient({
    limits: { ...HTTP_LIMITS, ...limits },
    secureContext: trustOnly([certPem]),
    connectTo: () => ({ host: '127.0.0.1', port }),
    resolveRoute: async () => [{ kind: 'direct' }],
  });
  const client = through(own);
  try {
    const { diagnosis, tokens } = await diagnoseBy(client, {
      connection: CONNECTION,
      furtherHosts: (stop) => furtherHosts(client, stop),
      collectSideFindings: (stop) => collectSideFindings(client, CONNECTION, stop),
      ...over,
    });
    return { diagnosis, secrets: { ...SAMPLE_SECRETS, tokens: tokens.map(({ value }) => value) } };
  } finally {
    await own.close();
  }
}

/** What became of the evidence of a run. */
export interface HostileEvidence {
  readonly bundle: PreparedBundle;
  readonly isClean: boolean;
  readonly isSound: boolean;
}

/** Makes the evidence of a run, looks at it as the window does, lets it through the gate and reads it back. */
export async function packHostile({ diagnosis, secrets }: HostileRun): Promise<HostileEvidence> {
  const bundle = await prepareBundle({
    diagnosis,
    secrets,
    salt: Buffer.from('salt of the hostile'),
    residency: 'unknown',
    pictures: [],
    appVersion: '0.0.0',
    createdAt: new Date('2026-03-01T09:30:00Z'),
  });
  await previewOf(bundle);
  const gate = createGate(secrets);
  const verdicts = [await gate.bundle(bundle.zip), await gate.texts([bundle.mail.body])];
  return {
    bundle,
    isClean: verdicts.every(({ clean }) => clean),
    isSound: (await inspectBundle(bundle.zip)).state === 'sound',
  };
}
