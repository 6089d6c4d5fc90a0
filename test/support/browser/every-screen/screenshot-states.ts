import { fail, succeed } from '../../../../src-main/contract/failure.ts';
import type {
  CaptureSources,
  HeldPicture,
  ResidencyPageState,
} from '../../../../src-main/contract/picture.ts';
import { message } from '../../../../src-main/i18n/message.ts';
import type { BridgeScript, OpenedRenderer } from '../open-renderer.ts';
import { heldPicture, LONG_NAME, PAGE_BYTES, SIX_PICTURES } from './samples.ts';
import { go, unfold } from '../page/go.ts';
import { state, toScreenshot, wholeState } from './state.ts';
import type { ScreenState } from './state.ts';

const PICTURE = { name: 'page.png', mimeType: 'image/png', buffer: Buffer.from(PAGE_BYTES) };

/** Takes a file in, which opens the editor; what it becomes is what the bridge answers. */
export async function choosePicture({ page }: OpenedRenderer): Promise<void> {
  await page.locator('main input[type="file"]').setInputFiles(PICTURE);
  await go(page, { see: '.editor img' });
}

/** The picture that is added first. */
export function added(changes: Partial<HeldPicture> = {}): BridgeScript {
  return { 'pictures:add': [succeed({ kind: 'added', picture: heldPicture(1, changes) })] };
}

/** The step with a picture. */
export async function toEditor(opened: OpenedRenderer): Promise<void> {
  await toScreenshot(opened);
  await choosePicture(opened);
}

export async function toOtherWays(opened: OpenedRenderer): Promise<void> {
  await toScreenshot(opened);
  await unfold(opened.page);
}

/** The list of windows, from the first of the other ways. */
export async function toWindows(opened: OpenedRenderer): Promise<void> {
  await toOtherWays(opened);
  await go(opened.page, { press: '.other-ways button' });
}

/** Atlassian's page stands in our own window, as the main process tells it. */
export async function tellPage(
  opened: OpenedRenderer,
  page: Partial<ResidencyPageState> = {},
): Promise<void> {
  await toScreenshot(opened);
  await opened.tell('residencyPage:onState', {
    isOpen: true,
    host: 'admin.atlassian.com',
    isLoading: false,
    canGoBack: true,
    asks: null,
    isRefused: false,
    ...page,
  });
  await go(opened.page, { see: '.own-page' });
}

/** Chooses what the page says: location and status of Jira, then of Xray. */
export async function chooseFacts({ page }: OpenedRenderer, ...words: readonly string[]): Promise<void> {
  for (const [index, word] of words.entries())
    await page.locator('.choice select').nth(index).selectOption(word);
}

const thumbnail = `data:image/png;base64,${Buffer.from(PAGE_BYTES).toString('base64')}`;
const sources = (changes: Partial<CaptureSources>): BridgeScript => ({
  'pictures:listSources': [succeed({ sources: [], permission: null, chooser: 'app', ...changes })],
});

/** Two boxes on the sample page. */
export const MASKS = [
  { x: 40, y: 146, width: 150, height: 24 },
  { x: 320, y: 190, width: 140, height: 30 },
];

/** What our own window takes of a page, and reads from it. */
export const TAKEN: BridgeScript = {
  'residencyPage:take': [
    succeed({
      picture: heldPicture(1, { way: 'page', edit: { masks: MASKS.slice(1), crop: null, caption: '' } }),
      facts: [
        { product: 'Jira', location: 'EU', status: 'Pinned' },
        { product: 'Xray', location: 'Global, and a remark of the page', status: 'Eligible' },
      ],
      residency: 'unknown',
    }),
  ],
};

/** The way to the page, the place for its screenshot, the other ways; then the editor and what the page says. */
export const SCREENSHOT_STATES: Readonly<Record<string, ScreenState>> = {
  'the place': wholeState(toScreenshot),
  'other ways': state(toOtherWays),
  'windows to capture': state(
    async (opened) => {
      await toWindows(opened);
      await opened.page.locator('.sources img').first().waitFor();
    },
    sources({
      sources: [
        { id: 'screen:1', kind: 'screen', name: 'DP-1', thumbnail },
        { id: 'window:2', kind: 'window', name: 'Data residency – Atlassian Administration', thumbnail },
        { id: 'window:3', kind: 'window', name: `Jira ${LONG_NAME} (${LONG_NAME})`, thumbnail },
      ],
    }),
  ),
  'no window to capture': state(toWindows, sources({})),
  'capturing not allowed': state(
    async (opened) => {
      await toWindows(opened);
      await opened.page.locator('.notice').waitFor();
    },
    sources({ permission: message('picture.permission.mac') }),
  ),
  'the system chooses': state(toWindows, sources({ chooser: 'system' })),
  'our window open': state(tellPage),
  'our window asks': state((opened) =>
    tellPage(opened, { host: 'id.atlassian.com', canGoBack: false, asks: `login.${LONG_NAME}.example` }),
  ),
  'our window refused': state((opened) => tellPage(opened, { host: 'accounts.google.com', isRefused: true })),
  'being taken': state(
    async (opened) => {
      await tellPage(opened);
      await opened.page.getByRole('button', { name: 'Capture whole page' }).click();
    },
    { 'residencyPage:take': ['never'] },
  ),
  refused: state(
    async (opened) => {
      await toScreenshot(opened);
      await opened.page
        .locator('main input[type="file"]')
        .setInputFiles({ name: 'page.heic', mimeType: 'image/heic', buffer: Buffer.from('no picture') });
      await opened.page.locator('.notice').waitFor();
    },
    { 'pictures:add': [fail('not-a-picture', message('failure.picture.heic'))] },
  ),
  'a screenshot': wholeState(toEditor, added()),
  'parts hidden': wholeState(
    async (opened) => {
      await toEditor(opened);
      await opened.page.locator('.mask').nth(1).focus();
      await opened.page.keyboard.press('ArrowRight');
    },
    added({ edit: { masks: MASKS, crop: null, caption: '' } }),
  ),
  cropped: state(
    async (opened) => {
      await toEditor(opened);
      await unfold(opened.page);
    },
    added({ edit: { masks: [], crop: { x: 20, y: 60, width: 700, height: 300 }, caption: 'The table' } }),
  ),
  'another page': state(toEditor, added({ hint: message('picture.hint.other-page') })),
  'a tall page': state(toEditor, added({ height: 4000 })),
  'six screenshots': state(
    async (opened) => {
      await toEditor(opened);
      await unfold(opened.page);
      for (const count of SIX_PICTURES.keys()) {
        if (count === 0) continue;
        await opened.page.locator('main input[type="file"]').setInputFiles(PICTURE);
        await opened.page.locator('.thumbnails li').nth(count).waitFor();
      }
    },
    { 'pictures:add': SIX_PICTURES.map((picture) => succeed({ kind: 'added', picture })) },
  ),
  'facts read': wholeState(async (opened) => {
    await tellPage(opened);
    await opened.page.getByRole('button', { name: 'Capture whole page' }).click();
    await opened.page.locator('.editor img').waitFor();
  }, TAKEN),
  'facts chosen': wholeState(async (opened) => {
    await toEditor(opened);
    await chooseFacts(opened, 'EU', 'Pinned', 'EU', 'Pinned');
  }, added()),
  'other words': state(async (opened) => {
    await toEditor(opened);
    await chooseFacts(opened, 'other', 'other', 'other', 'other');
    await opened.page.locator('.choice input').first().fill('Frankfurt');
  }, added()),
  'a move': wholeState(async (opened) => {
    await toEditor(opened);
    await chooseFacts(opened, 'EU', 'Move scheduled or in progress');
  }, added()),
  'page and regions apart': state(async (opened) => {
    await toEditor(opened);
    await chooseFacts(opened, 'AU', 'Pinned', 'AU', 'Pinned');
    await opened.page.locator('.notice').waitFor();
  }, added()),
};
