import { setTimeout } from 'node:timers/promises';

import { ask } from '../../browser/ask-bridge.ts';
import type { LaunchedApp } from './launch.ts';

/** One running app for several tests, each of which begins from an empty form. */
export interface SharedApp {
  /**
   * The app at its empty form: no check is open and no key held; checks that were kept stay kept. Where the running app does
   * not get there, another one is started, so that a test which failed is no reason for the next one to fail.
   */
  readonly fromForm: () => Promise<LaunchedApp>;
  readonly close: () => Promise<void>;
}

/** Shares what `start` launches, from the first test that asks for it on. */
export function shareApp(start: () => Promise<LaunchedApp>): SharedApp {
  let running: LaunchedApp | null = null;
  const close = async (): Promise<void> => {
    const ending = running;
    running = null;
    await ending?.close();
  };
  return {
    fromForm: async () => {
      if (running !== null && !(await reachesForm(running))) {
        console.error('The app of the test before did not come to its form; another one is started.');
        await close();
      }
      running ??= await start();
      return running;
    },
    close,
  };
}

const FORM_LIMIT_MS = 15_000;

async function reachesForm({ page }: LaunchedApp): Promise<boolean> {
  const limit = new AbortController();
  const tooLong = setTimeout(FORM_LIMIT_MS, false, { signal: limit.signal }).catch(() => false);
  const leave = async (): Promise<boolean> => {
    await ask(page, 'cases:leave', null);
    await page.reload();
    await page.locator('[data-screen="connect"]').waitFor();
    return true;
  };
  const reached = await Promise.race([leave().catch(() => false), tooLong]);
  limit.abort();
  return reached;
}
