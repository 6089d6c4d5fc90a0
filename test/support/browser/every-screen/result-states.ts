import type { CaseView } from '../../../../src-main/contract/case.ts';
import type { Diagnosis, Exchange, HostId } from '../../../../src-main/contract/diagnosis.ts';
import { fail, succeed } from '../../../../src-main/contract/failure.ts';
import { message } from '../../../../src-main/i18n/message.ts';
import { XRAY_HOSTS } from '../../../../src-main/xray/hosts.ts';
import { answered, failed, LAMBDA_PAGE, signedIn, WRONG_KEYS, ZIP_BYTES } from '../../samples/builders.ts';
import { FIXED_CASE, SAMPLE_CASE, SAMPLE_WAITING, SENT_CASE } from '../../samples/sample-cases.ts';
import type { BridgeScript, OpenedRenderer } from '../open-renderer.ts';
import { diagnosisOf, LONG_RESULT, RESIDENCY, resultOf, withRegions } from './samples.ts';
import { go, unfold } from '../page/go.ts';
import { arrive, state, toChecking, toResult, wholeState } from './state.ts';
import type { ScreenState } from './state.ts';

/** What every host gave, where all of them do alike: a run asks each of them. */
function everywhere(give: (host: HostId) => readonly Exchange[]): readonly Exchange[] {
  return XRAY_HOSTS.flatMap(({ id }) => give(id));
}

/** The same answer to the sign-in of each host. */
const refused = (status: number, body: string, headers: Readonly<Record<string, string>> = {}) =>
  everywhere((host) => [answered({ call: 'authenticate', host }, { status, body, headers })]);

const dataAnswer = (status: number, body: string) =>
  everywhere((host) => [signedIn(host), answered({ call: 'data-call', host }, { status, body })]);

/** A certificate that somebody else than Xray's provider issued. */
const untrusted = (reason: 'untrusted' | 'expired', issuer: string) =>
  everywhere((host) => [
    failed(
      { call: 'authenticate', host },
      {
        phase: 'tls',
        code: 'SELF_SIGNED_CERT_IN_CHAIN',
        tlsReason: reason,
        certificate: {
          subject: 'CN=xray.cloud.getxray.app',
          issuer,
          upperIssuers: [],
          validFrom: '2026-01-01T00:00:00.000Z',
          validTo: '2026-02-01T00:00:00.000Z',
        },
      },
    ),
  ]);

const PAGE = { 'content-type': 'text/html' };
const GUEST_PAGE = '<html><head><title>Welcome to our Wi-Fi</title></head><body>Sign in</body></html>';
const FILTER_PAGE = '<html><head><title>Access Denied</title></head><body>Blocked by Zscaler</body></html>';

/** One diagnosis of each kind of verdict, by what it is about. */
export const DIAGNOSES = {
  region: RESIDENCY,
  suspected: diagnosisOf(
    withRegions(signedIn(), answered({ call: 'data-call' }, { status: 503, body: LAMBDA_PAGE })),
  ),
  moving: diagnosisOf(dataAnswer(503, '{"error":"Xray data is being migrated to another region."}')),
  healthy: diagnosisOf(
    withRegions(signedIn(), answered({ call: 'data-call' }, { status: 200, body: ZIP_BYTES })),
  ),
  'wrong keys': diagnosisOf(refused(401, WRONG_KEYS)),
  licence: diagnosisOf(refused(401, 'The Xray license is not valid.')),
  'asked to wait': diagnosisOf(refused(429, '', { 'retry-after': '58' })),
  busy: diagnosisOf(refused(429, '')),
  'no network': diagnosisOf(
    everywhere((host) => [failed({ call: 'authenticate', host }, { phase: 'dns', code: 'ENOTFOUND' })]),
  ),
  'guest network': diagnosisOf(refused(511, GUEST_PAGE, PAGE)),
  'company filter': diagnosisOf(refused(403, FILTER_PAGE, { ...PAGE, server: 'Zscaler/6.2' })),
  'opened on the way': diagnosisOf(
    untrusted('untrusted', 'CN=Zscaler Intermediate Root CA (zscloud.net), O=Zscaler Inc.'),
  ),
  'old certificate': diagnosisOf(untrusted('expired', 'CN=Fake CA')),
  'proxy sign-in': diagnosisOf(
    everywhere((host) => [failed({ call: 'authenticate', host }, { phase: 'proxy', code: 'PROXY_SIGN_IN' })]),
  ),
  'out of order': diagnosisOf(refused(500, 'An internal error occurred when authenticating the request.')),
  unclear: diagnosisOf(dataAnswer(418, 'Hello')),
  'missing permission': diagnosisOf(
    dataAnswer(403, '{"error":"The user does not have permission to view this issue."}'),
  ),
  stopped: diagnosisOf([failed({ call: 'authenticate' }, { phase: 'cancelled' })]),
} as const satisfies Readonly<Record<string, Diagnosis>>;

const found = (diagnosis: Diagnosis): BridgeScript => ({
  'diagnosis:start': [succeed(resultOf(diagnosis))],
});

/** The result of a check that the app has kept, or found among the kept ones. */
function keptAs(kept: CaseView, diagnosis: Diagnosis, script: BridgeScript = {}): ScreenState {
  return wholeState((opened) => toKept(opened, kept), { ...found(diagnosis), ...script });
}

export async function toKept(opened: OpenedRenderer, kept: CaseView): Promise<void> {
  await toResult(opened);
  await opened.tell('cases:onKept', { kept, problem: null });
  await go(opened.page, { see: '.kept-foot' });
}

const STILL_COMPARING: Diagnosis = {
  ...RESIDENCY,
  hosts: RESIDENCY.hosts.map((host) =>
    host.id === 'global' ? host : { ...host, tookKeys: null, behaviour: null, totalMs: 0 },
  ),
};

/** No answer at all, anywhere. */
export const NETWORK: ScreenState = wholeState(toResult, found(DIAGNOSES['no network']));

/** The waiting begins by the button, or by the switch. */
async function toWaiting(opened: OpenedRenderer, kept: CaseView): Promise<void> {
  await toKept(opened, kept);
  await opened.page.locator('[data-way="wait"], input[role="switch"]').first().click();
  await opened.page.locator('input[role="switch"]:checked').waitFor();
}

const WAITS: BridgeScript = { 'recheck:start': [succeed(SAMPLE_WAITING)] };

/** What was found, for each kind of it, and what stands around it. What was opened, and what failed beside it, may reach further. */
export const RESULT_STATES: Readonly<Record<string, ScreenState>> = {
  ...Object.fromEntries(
    Object.entries(DIAGNOSES).map(([name, diagnosis]) => [name, wholeState(toResult, found(diagnosis))]),
  ),
  'still comparing': wholeState(async (opened) => {
    await toChecking(opened);
    await opened.tell('diagnosis:onVerdict', STILL_COMPARING);
    await arrive(opened.page, 'result');
  }),
  kept: keptAs(SAMPLE_CASE, RESIDENCY),
  'not kept': wholeState(async (opened) => {
    await toResult(opened);
    await opened.tell('cases:onKept', { kept: null, problem: message('failure.case.not-clean') });
    await go(opened.page, { see: '.kept-foot' });
  }),
  'to be forgotten': wholeState(async (opened) => {
    await toKept(opened, SAMPLE_CASE);
    await go(opened.page, { press: '.kept-foot button' }, { see: 'dialog' });
  }),
  'sent, and not fixed yet': keptAs(SENT_CASE, RESIDENCY),
  'checked automatically': wholeState((opened) => toWaiting(opened, SENT_CASE), WAITS),
  'a move, checked automatically': wholeState((opened) => toWaiting(opened, SAMPLE_CASE), {
    ...found(DIAGNOSES.moving),
    'recheck:start': [succeed({ ...SAMPLE_WAITING, postponed: 'asked-to-wait' })],
  }),
  'not checked automatically': state(
    async (opened) => {
      await toKept(opened, SENT_CASE);
      await go(opened.page, { press: '[data-primary]' }, { see: '.notice' });
    },
    { 'recheck:start': [fail('nothing-to-do', message('failure.waiting.no-case'))] },
  ),
  'waiting has ended': wholeState(async (opened) => {
    await toWaiting(opened, SENT_CASE);
    await opened.tell('recheck:onState', { phase: 'off', ended: 'too-long' });
    await go(opened.page, { see: '[data-ended]' });
  }, WAITS),
  fixed: keptAs(FIXED_CASE, DIAGNOSES.healthy),
  'fixed, with details': state(async (opened) => {
    await toKept(opened, FIXED_CASE);
    await unfold(opened.page);
  }, found(DIAGNOSES.healthy)),
  'page not opened': wholeState(
    async (opened) => {
      await toResult(opened);
      await go(opened.page, { press: '[data-primary]' }, { see: '.notice' });
    },
    {
      ...found(DIAGNOSES.licence),
      'app:openPage': [
        fail('cannot-open', message('failure.page-not-opened', { address: 'https://fake.example' })),
      ],
    },
  ),
  'all at once': state(
    async (opened) => {
      await toKept(opened, SAMPLE_CASE);
      await unfold(opened.page);
    },
    { 'diagnosis:start': [succeed(LONG_RESULT)] },
  ),
};
