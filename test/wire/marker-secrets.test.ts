import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Connection } from '../../src-main/contract/input/connection.ts';
import { prepareBundle } from '../../src-main/evidence/bundle/prepare-bundle.ts';
import type { FinishedRun } from '../../src-main/evidence/finished-run.ts';
import { passThroughRedactor } from '../support/faults/pass-through-redactor.ts';
import { saveBundle } from '../../src-main/evidence/bundle/save-bundle.ts';
import { SCENARIOS } from '../support/fake-xray/scenarios.ts';
import { startFakeXray } from '../support/fake-xray/server.ts';
import type { FakeXray } from '../support/fake-xray/server.ts';
import { findInBytes } from '../support/faults/marker-search.ts';
import { composed, NO_LISTENER } from '../support/samples/composed.ts';

const MARKER = 'marker-secret-8d41c7e05fb2a963-marker';

describe('planted secrets, in a run whose answers echo them', () => {
  let fake: FakeXray;
  let folder = '';
  let run: FinishedRun;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'marker-secrets-'));
    fake = await startFakeXray();
    const connection: Connection = {
      clientId: SCENARIOS.find((scenario) => scenario.name === 'echo')?.clientId ?? '',
      clientSecret: MARKER,
      jiraSite: 'acme.atlassian.net',
      confluenceSite: 'acme.atlassian.net',
    };
    const { diagnose } = composed({
      XRAY_DOCTOR_CONNECT_TO: fake.connectTo,
      NODE_EXTRA_CA_CERTS: fake.caFile,
    });
    run = await diagnose(connection, NO_LISTENER, new AbortController().signal);
  });
  afterAll(async () => {
    await fake.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const prepare = async (redactor?: Parameters<typeof prepareBundle>[0]['redactor']) =>
    prepareBundle({
      ...run,
      residency: 'pinned',
      pictures: [],
      appVersion: '0.0.0',
      createdAt: new Date('2026-01-02T03:04:05Z'),
      ...(redactor === undefined ? {} : { redactor, keepSuspects: true as const }),
    });

  const searched = async (bundle: Awaited<ReturnType<typeof prepare>>) =>
    [
      ...bundle.entries.map(({ path, bytes }) => [path, bytes] as const),
      ['draft', await bundle.draft()] as const,
    ].flatMap(([where, bytes]) => findInBytes(where, bytes, [MARKER, ...fake.issuedTokens]));

  it('the echo did come back: the raw diagnosis holds them', () => {
    expect(findInBytes('raw', Buffer.from(JSON.stringify(run.diagnosis)), [MARKER]).length).toBeGreaterThan(
      2,
    );
  });

  it('none stands in the bundle', async () => {
    expect(await searched(await prepare())).toEqual([]);
  });

  it('with the redactor switched off the same search finds them, and the gate lets no file through', async () => {
    const leaking = await prepare(passThroughRedactor);
    expect((await searched(leaking)).length).toBeGreaterThan(4);
    const saved = await saveBundle(leaking, folder, run.secrets);
    expect(saved).toMatchObject({ ok: false, failure: { code: 'evidence-not-clean' } });
    expect(readdirSync(folder)).toEqual([]);
  });
});
