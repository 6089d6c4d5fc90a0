import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Page } from 'playwright';
import { expect } from 'vitest';

import type { ScreenName } from '../../../src-renderer/flow/state.ts';
import { launchApp } from '../electron-runtime/launching/launch.ts';
import type { LaunchedApp } from '../electron-runtime/launching/launch.ts';
import { environmentFor } from '../fake-xray/help.ts';
import type { FakeXray } from '../fake-xray/server.ts';
import { findInBytes, findInFolder } from '../faults/marker-search.ts';
import { recordedIpc, recordIpc } from './record-ipc.ts';
import { keepOpened, submitForm, verdictOf } from './walk.ts';
import type { Typed } from './walk.ts';

/**
 * A person who walks through the real app, looks at every screen that comes, and comes back another day. What is typed as
 * a secret, and every token that is given out, is looked for on each screen, and everywhere else as the app ends.
 */
export interface Walker {
  readonly page: () => Page;
  readonly app: () => LaunchedApp['app'];
  /** What the app would have opened outside of itself. */
  readonly opened: () => Promise<string[]>;
  /** Waits for a screen, and expects it to look as every screen must. */
  readonly see: (screen: ScreenName) => Promise<void>;
  /** From the form to a result of this kind; a result that is shown is left for the form first. */
  readonly check: (typed: Typed, kind: string) => Promise<void>;
  readonly goOn: () => Promise<void>;
  /** Ends the app and starts it again. */
  readonly comeBack: () => Promise<void>;
  readonly end: () => Promise<void>;
}

/** Starts the app before a fake Xray, with no check kept and a folder for what is saved. */
export async function startWalker(fake: FakeXray): Promise<Walker> {
  const userData = mkdtempSync(join(tmpdir(), 'user-data-'));
  const downloads = mkdtempSync(join(tmpdir(), 'downloads-'));
  chmodSync(downloads, 0o777);
  const typedSecrets = new Set<string>();
  const secrets = (): readonly string[] => [...typedSecrets, ...fake.issuedTokens];
  let opened: Walker['opened'] = async () => [];

  const launch = async (): Promise<LaunchedApp> => {
    const app = await launchApp({ env: environmentFor(fake), userData });
    await app.app.evaluate(({ app: own }, folder) => own.setPath('downloads', folder), downloads);
    await recordIpc(app);
    opened = await keepOpened(app);
    await app.page.locator('[data-screen="connect"]').waitFor();
    return app;
  };
  let running = await launch();
  const page = (): Page => running.page;

  const see: Walker['see'] = async (name) => {
    await page().locator(`[data-screen="${name}"] [data-primary]:not([aria-disabled="true"])`).waitFor();
    const seen = await page().evaluate(() => ({
      screens: document.querySelectorAll('[data-screen]').length,
      primaries: document.querySelectorAll('[data-primary]').length,
      steps: document.querySelectorAll('[aria-current="step"]').length,
      heading: document.querySelector('h1')?.innerText ?? '',
      page: document.documentElement.outerHTML,
    }));
    const { page: markup, heading, ...counts } = seen;
    expect(counts, name).toEqual({ screens: 1, primaries: 1, steps: name === 'history' ? 0 : 1 });
    expect(heading, name).not.toBe('');
    expect(findInBytes(name, Buffer.from(markup), secrets()), name).toEqual([]);
  };

  const nowhereElse = async (): Promise<void> => {
    expect(await findInFolder(downloads, secrets())).toEqual([]);
    expect(await findInFolder(userData, secrets())).toEqual([]);
    expect(findInBytes('output', Buffer.from(running.output()), secrets())).toEqual([]);
    const { answers, events } = await recordedIpc(running);
    expect(answers.length).toBeGreaterThan(0);
    expect(findInBytes('ipc', Buffer.from(JSON.stringify([answers, events])), secrets())).toEqual([]);
  };

  return {
    page,
    app: () => running.app,
    opened: () => opened(),
    see,
    goOn: () => page().locator('[data-primary]').click(),
    check: async (typed, kind) => {
      if ((await page().locator('[data-screen="connect"]').count()) === 0)
        await page().locator('.back').click();
      await see('connect');
      typedSecrets.add(typed.secret);
      await submitForm(page(), typed);
      expect(await verdictOf(page())).toBe(kind);
      await see('result');
    },
    comeBack: async () => {
      await nowhereElse();
      await running.close();
      running = await launch();
    },
    end: async () => {
      try {
        await nowhereElse();
      } finally {
        await running.close();
        for (const folder of [userData, downloads]) rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}
