import { succeed } from '../../../src-main/contract/failure.ts';
import type { ScreenName } from '../../../src-renderer/flow/state.ts';
import { CONNECT_STATES } from './every-screen/connect-states.ts';
import { DESK_STATES } from './every-screen/desk-states.ts';
import { HISTORY_STATES } from './every-screen/history-states.ts';
import { RESULT_STATES } from './every-screen/result-states.ts';
import { SCREENSHOT_STATES } from './every-screen/screenshot-states.ts';
import { SEND_STATES } from './every-screen/send-states.ts';
import { arrive, filledForm, primary, state, toResult } from './every-screen/state.ts';
import type { ScreenState } from './every-screen/state.ts';

/** Every screen with every state that looks or behaves differently. A screen without a state does not compile. */
export const EVERY_SCREEN: Readonly<Record<ScreenName | 'help', Readonly<Record<string, ScreenState>>>> = {
  connect: CONNECT_STATES,
  result: RESULT_STATES,
  screenshot: SCREENSHOT_STATES,
  send: SEND_STATES,
  history: HISTORY_STATES,
  'evidence-file': DESK_STATES,
  help: {
    'over the result': state(async (opened) => {
      await toResult(opened);
      await opened.page.keyboard.press('F1');
      await arrive(opened.page, 'help');
    }),
  },
};

/** What stands in the window when no screen can. */
export const FAILURE_PAGES: Readonly<Record<string, ScreenState>> = {
  'opened outside of the app': state(async ({ page }) => {
    await page.locator('.failure-page').waitFor();
  }, 'none'),
  broken: {
    ...state(
      async (opened) => {
        await filledForm(opened);
        await primary(opened.page).click();
        await opened.finishRun();
        await opened.page.locator('.failure-page').waitFor();
      },
      // An answer that the main process never gives: drawing it fails.
      { 'diagnosis:start': [succeed({ diagnosis: {}, transcripts: [] })] },
    ),
    complains: /verdict|undefined/u,
  },
};

/** A state with its place in the table. */
export interface NamedState extends ScreenState {
  readonly name: string;
  readonly screen: string;
}

/** The whole table in one list. */
export const EVERY_STATE: readonly NamedState[] = Object.entries({
  ...EVERY_SCREEN,
  'failure-page': FAILURE_PAGES,
}).flatMap(([screen, states]) =>
  Object.entries(states).map(([name, each]) => ({ ...each, screen, name: `${screen}: ${name}` })),
);
