import { succeed } from '../../../../src-main/contract/failure.ts';
import type { Diagnosis, Exchange, HostId } from '../../../../src-main/contract/diagnosis.ts';
import { XRAY_HOSTS } from '../../../../src-main/xray/hosts.ts';
import { answered, failed, LAMBDA_PAGE, signedIn, WRONG_KEYS, ZIP_BYTES } from '../../samples/builders.ts';
import { diagnosisOf, LONG_RESULT, RESIDENCY, resultOf, withRegions } from './samples.ts';
import { arrive, state, toChecking, toResult, unfold } from './state.ts';
import type { ScreenState } from './state.ts';

/** The result screen with the verdict over these exchanges. */
function verdictOver(...exchanges: readonly Exchange[]): ScreenState {
  return state(toResult, { 'diagnosis:start': [succeed(resultOf(diagnosisOf(exchanges)))] });
}

/** What every host gave, where all of them do alike: a run asks each of them. */
function everywhere(give: (host: HostId) => readonly Exchange[]): readonly Exchange[] {
  return XRAY_HOSTS.flatMap(({ id }) => give(id));
}

const STILL_COMPARING: Diagnosis = {
  ...RESIDENCY,
  hosts: RESIDENCY.hosts.map((host) =>
    host.id === 'global' ? host : { ...host, tookKeys: null, behaviour: null, totalMs: 0 },
  ),
};

/** No answer at all, anywhere. */
export const NETWORK: ScreenState = verdictOver(
  ...everywhere((host) => [failed({ call: 'authenticate', host }, { phase: 'dns', code: 'ENOTFOUND' })]),
);

export const CHECKING_STATES: Readonly<Record<string, ScreenState>> = {
  begun: state(toChecking),
  'half way': state(async (opened) => {
    await toChecking(opened);
    await opened.progress({ step: 'reach', state: 'done', tookMs: 123 });
    await opened.progress({ step: 'sign-in', state: 'done', tookMs: 12_345 });
    await opened.progress({ step: 'data', state: 'failed', tookMs: 60_000 });
    await opened.progress({ step: 'compare', state: 'running', tookMs: null });
    for (const transcript of LONG_RESULT.transcripts) await opened.tell('diagnosis:onTranscript', transcript);
    await unfold(opened.page);
  }),
  stopping: state(async (opened) => {
    await toChecking(opened);
    await opened.page.locator('[data-primary]').click();
  }),
};

export const VERDICT_STATES: Readonly<Record<string, ScreenState>> = {
  residency: state(toResult),
  'moving, with details': state(async (opened) => {
    await toResult(opened);
    await opened.page.locator('input[name="residency"]').nth(1).check();
    await unfold(opened.page);
  }),
  'still comparing': state(async (opened) => {
    await toChecking(opened);
    await opened.tell('diagnosis:onVerdict', STILL_COMPARING);
    await arrive(opened.page, 'result');
  }),
  suspected: verdictOver(
    ...withRegions(signedIn(), answered({ call: 'data-call' }, { status: 503, body: LAMBDA_PAGE })),
  ),
  healthy: verdictOver(
    ...withRegions(signedIn(), answered({ call: 'data-call' }, { status: 200, body: ZIP_BYTES })),
  ),
  'wrong keys': verdictOver(
    ...everywhere((host) => [answered({ call: 'authenticate', host }, { status: 401, body: WRONG_KEYS })]),
  ),
  'opened on the way': verdictOver(
    ...everywhere((host) => [
      failed(
        { call: 'authenticate', host },
        {
          phase: 'tls',
          code: 'SELF_SIGNED_CERT_IN_CHAIN',
          tlsReason: 'untrusted',
          certificate: {
            subject: 'CN=xray.cloud.getxray.app',
            issuer: 'CN=Zscaler Intermediate Root CA (zscloud.net), O=Zscaler Inc.',
            upperIssuers: [],
            validFrom: '2026-01-01T00:00:00.000Z',
            validTo: '2026-02-01T00:00:00.000Z',
          },
        },
      ),
    ]),
  ),
  'no network': NETWORK,
  'asked to wait': verdictOver(
    ...everywhere((host) => [
      answered({ call: 'authenticate', host }, { status: 429, headers: { 'retry-after': '120' } }),
    ]),
  ),
  'on the way elsewhere': verdictOver(
    ...everywhere((host) => [
      signedIn(host),
      answered({ call: 'data-call', host }, { status: 302, body: '' }),
    ]),
  ),
  unclear: verdictOver(
    ...everywhere((host) => [
      signedIn(host),
      answered({ call: 'data-call', host }, { status: 418, body: 'Hello' }),
    ]),
  ),
  'all at once': state(
    async (opened) => {
      await toResult(opened);
      await unfold(opened.page);
      await unfold(opened.page);
    },
    { 'diagnosis:start': [succeed(LONG_RESULT)] },
  ),
};
