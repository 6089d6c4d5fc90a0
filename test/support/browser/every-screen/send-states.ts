import { fail, succeed } from '../../../../src-main/contract/failure.ts';
import { message } from '../../../../src-main/i18n/message.ts';
import { SAMPLE_SAVED } from '../../samples/sample-answers.ts';
import type { BridgeScript } from '../open-renderer.ts';
import { NETWORK } from './result-states.ts';
import { heldPicture, LONG_PREVIEW, LONG_SAVED, RESIDENCY, resultOf } from './samples.ts';
import { go, unfold } from '../page/go.ts';
import { state, toMaking, toSend } from './state.ts';
import type { ScreenState } from './state.ts';

/** The last step after its one button was pressed. */
function afterSending(script: BridgeScript): ScreenState {
  return state(async (opened) => {
    await toSend(opened);
    await go(opened.page, { press: '[data-primary]' }, { see: '[data-sent], .notice' });
  }, script);
}

const LONG: BridgeScript = {
  'pictures:list': [succeed([heldPicture(1)])],
  'evidence:preview': [succeed(LONG_PREVIEW)],
  'evidence:save': [succeed(LONG_SAVED)],
  'evidence:folder': [succeed({ folderName: LONG_SAVED.folderName })],
  'diagnosis:start': [
    succeed(
      resultOf({
        ...RESIDENCY,
        siteFacts: [
          {
            site: 'acme.atlassian.net',
            state: 'found',
            cloudId: 'fake',
            jiraAddress: null,
            confluenceAddress: null,
            deployment: null,
          },
        ],
      }),
    ),
  ],
};

const MAC: BridgeScript = {
  'app:facts': [
    succeed({ version: '1.2.3', electron: '45', platform: 'darwin', packaged: false, hasPseudo: true }),
  ],
};

/** The report, its questions, and what comes after it was handed to a mail program. */
export const SEND_STATES: Readonly<Record<string, ScreenState>> = {
  preparing: state(toMaking, { 'evidence:preview': ['never'] }),
  ready: state(toSend),
  'not made': state(
    async (opened) => {
      await toMaking(opened);
      await go(opened.page, { see: '[data-screen="send"] .notice' });
    },
    { 'evidence:preview': [fail('evidence-not-clean', message('failure.not-clean'))] },
  ),
  'twenty files': state(async (opened) => {
    await toSend(opened);
    await unfold(opened.page);
    await opened.page.locator('.files img').waitFor();
  }, LONG),
  'own words': state(async (opened) => {
    await toSend(opened);
    await opened.page.locator('select[name="snapshotsError"]').selectOption('other');
  }),
  'not opened': afterSending({ 'evidence:mail': [fail('cannot-open', message('failure.mail'))] }),
  sent: afterSending({}),
  'sent, unfolded': state(
    async (opened) => {
      await toSend(opened);
      await go(opened.page, { press: '[data-primary]' }, { see: '[data-sent]' });
      await unfold(opened.page);
    },
    { ...LONG, ...MAC },
  ),
  'for the network team': state(async (opened) => {
    await NETWORK.walk(opened);
    await go(opened.page, { press: '[data-way="send"]' }, { see: '.report-page' });
  }, NETWORK.script),
  shared: state(
    async (opened) => {
      await toSend(opened);
      await unfold(opened.page);
    },
    { ...MAC, 'evidence:save': [succeed({ ...SAMPLE_SAVED, bytes: 8 * 1024 * 1024 })] },
  ),
};
