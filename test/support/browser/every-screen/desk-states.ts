import { NO_INTAKE } from '../../../../src-main/contract/report/intake.ts';
import { fail, succeed } from '../../../../src-main/contract/failure.ts';
import type { ArrivalState, ArrivedBundle } from '../../../../src-main/contract/report/verification.ts';
import { toArrivedBundle } from '../../../../src-main/desk/arrived-bundle.ts';
import type { Inspected } from '../../../../src-main/desk/inspect.ts';
import { checkOf } from '../../../../src-main/diagnosis/checks/checks.ts';
import { message } from '../../../../src-main/i18n/message.ts';
import type { OpenedRenderer } from '../open-renderer.ts';
import { answered } from '../../samples/builders.ts';
import { FULL_FACTS } from '../../samples/arrivals/letter-patterns.ts';
import { diagnosisOf, LONG_NAME, LONG_PREVIEW, RESIDENCY } from './samples.ts';
import { arrive, primary, state } from './state.ts';
import type { ScreenState } from './state.ts';

const FILE_NAME = 'xray-report-acme-20260102T0304Z.zip';

const BASE = { residency: 'pinned', residencyFacts: [], pictures: [], appVersion: '1.2.3' } as const;

/** A report in which everything was answered. */
const FULL = {
  ...RESIDENCY,
  ...BASE,
  residencyFacts: [...(FULL_FACTS.residencyFacts ?? [])],
  intake: FULL_FACTS.intake ?? NO_INTAKE,
  pictures: LONG_PREVIEW.files
    .filter(({ kind }) => kind === 'picture')
    .map(({ path }) => ({ path, caption: '' })),
  checks: [
    checkOf('clock', { level: 'ok', phrase: message('check.clock.fine'), facts: {} }),
    checkOf('echoed-secret', {
      level: 'wrong',
      phrase: message('check.echo.found', { host: { key: 'host.global' } }),
      facts: {},
    }),
    checkOf('site-renamed', {
      level: 'look',
      phrase: message('check.site-renamed', { site: LONG_NAME, renamedTo: 'acme.atlassian.net' }),
      facts: {},
    }),
  ],
};

/** A report in which nothing was answered, and the keys are wrong. */
const BARE = {
  ...diagnosisOf([
    answered(
      { call: 'authenticate' },
      { status: 401, body: '{"error":"Authentication failed. Invalid client credentials!"}' },
    ),
  ]),
  ...BASE,
  residencyFacts: [],
  pictures: [],
};

/** A bundle as the main process tells it. */
export function arrived(over: Partial<Inspected> = {}): ArrivedBundle {
  const inspected: Inspected = {
    source: FILE_NAME,
    state: 'sound',
    problems: [],
    notes: [],
    document: null,
    files: [],
    ruleToday: null,
    ...over,
  };
  return toArrivedBundle(inspected);
}

/** Drops a file on the first screen. */
export async function openAtDesk({ page }: OpenedRenderer, name = FILE_NAME): Promise<void> {
  await page
    .locator('input[type="file"]')
    .first()
    .setInputFiles({ name, mimeType: 'application/zip', buffer: Buffer.from('a file') });
  await arrive(page, 'evidence-file');
}

/** Opens several files in place of those that are there. */
export async function openMore({ page }: OpenedRenderer, names: readonly string[]): Promise<void> {
  await primary(page).waitFor();
  await page
    .locator('[data-screen="evidence-file"] input[type="file"]')
    .setInputFiles(names.map((name) => ({ name, mimeType: '', buffer: Buffer.from('a file') })));
  await page.locator('.desk-list').waitFor();
}

function opened(bundle: ArrivedBundle, then?: (opened: OpenedRenderer) => Promise<void>): ScreenState {
  return state(
    async (renderer) => {
      await openAtDesk(renderer);
      await renderer.page.locator('[data-state]').waitFor();
      await then?.(renderer);
    },
    { 'evidence:verify': [succeed([bundle])] },
  );
}

const SOUND = arrived({ document: FULL, files: LONG_PREVIEW.files, source: LONG_PREVIEW.fileName });

const unread = (name: ArrivalState): ScreenState => opened(arrived({ state: name, source: 'holiday.zip' }));

/** Support's desk. */
export const DESK_STATES: Readonly<Record<string, ScreenState>> = {
  reading: state((renderer) => openAtDesk(renderer), { 'evidence:verify': ['never'] }),
  'sound, the ticket copied': opened(SOUND, async ({ page }) => {
    await page.locator('[data-copy="letter"] button').click();
    await page.locator('[data-copy="letter"] .done').waitFor();
  }),
  'a picture at its own size': opened(SOUND, async ({ page }) => {
    await page.locator('.desk-pictures button').first().click();
    await page.locator('.desk-large img').waitFor();
  }),
  changed: opened(
    arrived({
      state: 'changed',
      problems: [
        message('problem.changed', { name: 'calls/global-1-authenticate.txt' }),
        message('problem.line-ends', { name: 'summary.txt' }),
        message('problem.missing', { name: `pictures/${LONG_NAME}.png` }),
      ],
      notes: [message('problem.not-compared', { name: 'summary.txt' })],
      ruleToday: 'residency-suspected.migration',
      document: BARE,
      files: LONG_PREVIEW.files.slice(0, 3),
    }),
  ),
  'another file': unread('no-evidence'),
  failed: state(
    async (renderer) => {
      await openAtDesk(renderer);
      await renderer.page.locator('.notice').waitFor();
    },
    { 'evidence:verify': [fail('our-fault', message('failure.our-fault'))] },
  ),
  'several files': state(
    async (renderer) => {
      await openAtDesk(renderer);
      await renderer.page.locator('[data-state]').waitFor();
      await openMore(renderer, ['a.zip', 'mail.eml', 'b.zip', 'c.zip', 'd.zip']);
      await renderer.page.locator('[data-row="failed"]').waitFor();
    },
    {
      'evidence:verify': [
        succeed([SOUND]),
        succeed([SOUND]),
        succeed([
          arrived({ document: BARE, source: `mail.eml > ${FILE_NAME}`, state: 'repacked' }),
          arrived({ document: FULL, source: `mail.eml > ${LONG_PREVIEW.fileName}`, state: 'incomplete' }),
        ]),
        succeed([arrived({ state: 'web-page', source: 'b.zip' })]),
        fail('our-fault', message('failure.our-fault')),
        'never',
      ],
    },
  ),
};
