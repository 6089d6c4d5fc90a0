import { fail, succeed } from '../../../../src-main/contract/failure.ts';
import type { CaptureSources, ResidencyPageState } from '../../../../src-main/contract/picture.ts';
import { message } from '../../../../src-main/i18n/message.ts';
import { PICTURE_WAYS } from '../../../../src-renderer/flow/state/state.ts';
import type { WayToPicture } from '../../../../src-renderer/flow/state/state.ts';
import type { OpenedRenderer } from '../open-renderer.ts';
import { heldPicture, LONG_NAME, PAGE_BYTES, SIX_PICTURES } from './samples.ts';
import { primary, state, toPicture } from './state.ts';
import type { ScreenState } from './state.ts';

async function chooseWay(opened: OpenedRenderer, way: WayToPicture): Promise<void> {
  await toPicture(opened);
  const choice = opened.page.locator('input[name="way"]').nth(PICTURE_WAYS.indexOf(way));
  await choice.focus();
  await choice.press('Space');
}

/** Takes a file in, which opens the editor; what it becomes is what the bridge answers. */
async function addPicture({ page }: OpenedRenderer): Promise<void> {
  await page
    .locator('main input[type="file"]')
    .setInputFiles({ name: 'page.png', mimeType: 'image/png', buffer: Buffer.from(PAGE_BYTES) });
  await page.locator('.editor img').waitFor();
}

async function openEditor(opened: OpenedRenderer): Promise<void> {
  await toPicture(opened);
  await addPicture(opened);
}

async function tellPage(opened: OpenedRenderer, page: Partial<ResidencyPageState>): Promise<void> {
  await chooseWay(opened, 'page');
  await opened.tell('residencyPage:onState', {
    isOpen: true,
    host: 'admin.atlassian.com',
    isLoading: false,
    canGoBack: true,
    asks: null,
    isRefused: false,
    ...page,
  });
  await opened.page.locator('.address').waitFor();
}

const thumbnail = `data:image/png;base64,${Buffer.from(PAGE_BYTES).toString('base64')}`;
const SOURCES: CaptureSources = {
  sources: [
    { id: 'screen:1', kind: 'screen', name: 'DP-1', thumbnail },
    { id: 'window:2', kind: 'window', name: 'Data residency – Atlassian Administration', thumbnail },
    { id: 'window:3', kind: 'window', name: `Jira ${LONG_NAME} (${LONG_NAME})`, thumbnail },
  ],
  permission: null,
  chooser: 'app',
};

/** The picture screen: its four ways, its pictures, its editor. */
export const PICTURE_STATES: Readonly<Record<string, ScreenState>> = {
  'in the browser': state(toPicture),
  'windows to capture': state(
    async (opened) => {
      await chooseWay(opened, 'screen');
      await opened.page.locator('.sources img').first().waitFor();
    },
    { 'pictures:listSources': [succeed(SOURCES)] },
  ),
  'no window to capture': state((opened) => chooseWay(opened, 'screen'), {
    'pictures:listSources': [succeed({ sources: [], permission: null, chooser: 'app' })],
  }),
  'capturing not allowed': state((opened) => chooseWay(opened, 'screen'), {
    'pictures:listSources': [
      succeed({ sources: [], permission: message('picture.permission.mac'), chooser: 'app' }),
    ],
  }),
  'the system chooses': state(
    async (opened) => {
      await chooseWay(opened, 'screen');
      await opened.page.locator('.drop > button').waitFor();
    },
    { 'pictures:listSources': [succeed({ sources: [], permission: null, chooser: 'system' })] },
  ),
  'a window of our own': state((opened) => chooseWay(opened, 'page')),
  'our window open': state((opened) => tellPage(opened, {})),
  'our window asks': state((opened) =>
    tellPage(opened, { host: 'id.atlassian.com', canGoBack: false, asks: `login.${LONG_NAME}.example` }),
  ),
  'our window refused': state((opened) => tellPage(opened, { host: 'accounts.google.com', isRefused: true })),
  'somebody else': state((opened) => chooseWay(opened, 'nobody')),
  'being taken': state(
    async (opened) => {
      await tellPage(opened, {});
      await opened.page.locator('.drop .row button').first().click();
    },
    { 'residencyPage:take': ['never'] },
  ),
  refused: state(
    async (opened) => {
      await toPicture(opened);
      await opened.page
        .locator('main input[type="file"]')
        .setInputFiles({ name: 'page.heic', mimeType: 'image/heic', buffer: Buffer.from('no picture') });
      await opened.page.locator('.notice').waitFor();
    },
    { 'pictures:add': [fail('not-a-picture', message('failure.picture.heic'))] },
  ),
  'facts read': state(
    async (opened) => {
      await tellPage(opened, {});
      await opened.page.locator('.drop .row button').first().click();
      await opened.page.locator('.editor img').waitFor();
      await primary(opened.page).click();
      await opened.page.locator('.pictures img').waitFor();
    },
    {
      'residencyPage:take': [
        succeed({
          picture: heldPicture(1, { way: 'page' }),
          facts: [
            { product: 'Jira', location: 'Germany (Frankfurt)', status: 'Pinned' },
            { product: 'Xray', location: 'United States (Virginia), and a long remark', status: 'Eligible' },
          ],
          residency: 'pinned',
        }),
      ],
    },
  ),
  'six pictures': state(
    async (opened) => {
      await toPicture(opened);
      for (const { id } of SIX_PICTURES) {
        await addPicture(opened);
        await primary(opened.page).click();
        await opened.page
          .locator('.pictures li')
          .nth(SIX_PICTURES.findIndex((each) => each.id === id))
          .waitFor();
      }
      await opened.page
        .locator('.pictures img')
        .nth(SIX_PICTURES.length - 1)
        .waitFor();
    },
    { 'pictures:add': SIX_PICTURES.map((picture) => succeed({ kind: 'added', picture })) },
  ),
  'covering parts': state(
    async (opened) => {
      await openEditor(opened);
      await opened.page.locator('.mask').nth(1).focus();
    },
    {
      'pictures:add': [
        succeed({
          kind: 'added',
          picture: heldPicture(1, {
            hint: message('picture.hint.other-page'),
            edit: {
              masks: [
                { x: 40, y: 146, width: 150, height: 24 },
                { x: 320, y: 190, width: 140, height: 30 },
              ],
              crop: null,
              caption: 'The table with Jira and Xray',
            },
          }),
        }),
      ],
    },
  ),
  'kept to a part': state(openEditor, {
    'pictures:add': [
      succeed({
        kind: 'added',
        picture: heldPicture(1, {
          edit: { masks: [], crop: { x: 20, y: 60, width: 700, height: 300 }, caption: '' },
        }),
      }),
    ],
  }),
};
