import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Page } from 'playwright';
import { expect } from 'vitest';

import type { ScreenName } from '../../../src-renderer/flow/state/state.ts';
import { launchApp } from '../electron-runtime/launching/launch.ts';
import type { LaunchedApp } from '../electron-runtime/launching/launch.ts';
import { environmentFor } from '../fake-xray/help.ts';
import type { FakeXray } from '../fake-xray/server.ts';
import { findInBytes, findInFolder } from '../faults/marker-search.ts';
import { recordedIpc, recordIpc } from './record-ipc.ts';
import { save, submitForm, typeKeys, verdictOf } from './walk.ts';
import type { Typed } from './walk.ts';

/** What a person sees of a screen at a glance. */
interface Sight {
  readonly heading: string;
  /** The words on the one button that leads on. */
  readonly primary: string;
}

/** What a person reads of a result. */
interface Reading extends Sight {
  readonly kind: string;
  readonly owner: string;
}

/** One line of the list of cases. */
interface Line {
  readonly site: string;
  readonly verdict: string;
  readonly state: string;
}

/** Where the rail says that the person is; null where no step has begun. */
const STEP: Readonly<Record<ScreenName, string | null>> = {
  welcome: null,
  cases: null,
  'evidence-file': null,
  connection: 'Connection',
  checking: 'Check',
  verdict: 'Result',
  picture: 'Picture',
  review: 'Review',
  'hand-over': 'Send',
  'follow-up': 'Afterwards',
};

const WELCOME: Sight = {
  heading: 'Find out why Snapshots cannot reach Xray',
  primary: 'Check my connection',
};
const FORM: Sight = { heading: 'Your connection', primary: 'Check connection' };

/**
 * A person who walks through the real app, looks at every screen that comes, and comes back another day. What is typed as
 * a secret, and every token that is given out, is looked for on each screen, and everywhere else as the app ends.
 */
export interface Walker {
  readonly page: () => Page;
  /** A folder of saved files. */
  readonly downloads: string;
  /** Waits for a screen, and expects it to look as it must. */
  readonly see: (screen: ScreenName, sight: Sight) => Promise<void>;
  /** From the first screen through the form to a result. */
  readonly check: (typed: Typed, reading: Reading) => Promise<void>;
  /** The same from a kept case, whose keys are asked for again. */
  readonly checkAgain: (typed: Typed, reading: Reading) => Promise<void>;
  readonly readResult: (reading: Reading) => Promise<void>;
  /** From the evidence to the mail. */
  readonly saveEvidence: () => Promise<void>;
  /** From the mail to what comes afterwards; the case is kept. */
  readonly keepAtTheEnd: (site: string) => Promise<void>;
  readonly seeCase: (site: string) => Promise<void>;
  /** Ticks every step of a way. */
  readonly tickAll: (way: string) => Promise<void>;
  readonly closeCase: () => Promise<void>;
  /** Ends the app and starts it again. */
  readonly comeBack: () => Promise<void>;
  /** From the first screen to a case that is found in the list as it was left. */
  readonly findCase: (line: Line) => Promise<void>;
  /** Opens it. */
  readonly continueCase: (line: Line) => Promise<void>;
  /** Begins the next way at the first screen, wherever the one before has ended. */
  readonly begin: () => Promise<void>;
  readonly click: (name: string) => Promise<void>;
  readonly goOn: () => Promise<void>;
  readonly end: () => Promise<void>;
}

/** Starts the app before a fake Xray, with an empty store of cases and a folder for what is saved. */
export async function startWalker(fake: FakeXray): Promise<Walker> {
  const userData = mkdtempSync(join(tmpdir(), 'user-data-'));
  const downloads = mkdtempSync(join(tmpdir(), 'downloads-'));
  chmodSync(downloads, 0o777);
  const typedSecrets = new Set<string>();
  const secrets = (): readonly string[] => [...typedSecrets, ...fake.issuedTokens];

  const launch = async (): Promise<LaunchedApp> => {
    const app = await launchApp({ env: environmentFor(fake), userData });
    await app.app.evaluate(({ app: own }, folder) => own.setPath('downloads', folder), downloads);
    await recordIpc(app);
    await app.page.locator('[data-screen="welcome"]').waitFor();
    return app;
  };
  let running = await launch();
  const page = (): Page => running.page;
  const screen = (name: ScreenName) => page().locator(`[data-screen="${name}"]`);
  const click = (name: string): Promise<void> => page().getByRole('button', { name, exact: true }).click();
  const goOn = (): Promise<void> => page().locator('[data-primary]').click();

  const see: Walker['see'] = async (name, { heading, primary }) => {
    await screen(name).waitFor();
    const title = page().locator('h1');
    await expect.poll(() => title.innerText(), { timeout: 10_000 }).toBe(heading);
    // A page that took the run over learns last whether its case is kept.
    await expect.poll(() => page().locator('[data-primary]').first().innerText()).toContain(primary);
    const seen = await page().evaluate(() => {
      const textsOf = (selector: string): string[] =>
        [...document.querySelectorAll<HTMLElement>(selector)].map(({ innerText }) => innerText);
      return {
        screens: document.querySelectorAll('[data-screen]').length,
        primaries: textsOf('[data-primary]').map((text) => text.split('\n')[0]?.trim()),
        leading: textsOf('.bar .primary').length,
        steps: textsOf('[aria-current="step"]').map((text) => text.split('(')[0]?.trim()),
        page: document.documentElement.outerHTML,
      };
    });
    expect(seen.screens, name).toBe(1);
    expect(seen.primaries, name).toEqual([primary]);
    expect(seen.leading, name).toBeLessThanOrEqual(1);
    expect(seen.steps, name).toEqual(STEP[name] === null ? [] : [STEP[name]]);
    expect(findInBytes(name, Buffer.from(seen.page), secrets()), name).toEqual([]);
  };

  const readResult: Walker['readResult'] = async ({ kind, owner, ...sight }) => {
    expect(await verdictOf(page())).toBe(kind);
    await see('verdict', sight);
    expect(await page().locator('.owner .name-tag').innerText()).toBe(owner);
  };

  const seeCase = (site: string): Promise<void> =>
    see('follow-up', { heading: `${site}.atlassian.net`, primary: 'Check again' });

  const nowhereElse = async (): Promise<void> => {
    expect(await findInFolder(downloads, secrets())).toEqual([]);
    expect(await findInFolder(userData, secrets())).toEqual([]);
    expect(findInBytes('output', Buffer.from(running.output()), secrets())).toEqual([]);
    const { answers, events } = await recordedIpc(running);
    expect(answers.length).toBeGreaterThan(0);
    expect(findInBytes('ipc', Buffer.from(JSON.stringify([answers, events])), secrets())).toEqual([]);
  };

  const comeBack = async (): Promise<void> => {
    await nowhereElse();
    await running.close();
    running = await launch();
    await see('welcome', WELCOME);
  };

  const rowOf = (site: string) => page().locator('.cases > li', { hasText: `${site}.atlassian.net` });
  const findCase: Walker['findCase'] = async ({ site, verdict, state }) => {
    await page().locator('[data-door="cases"]').click();
    await rowOf(site).waitFor();
    await see('cases', { heading: 'Your cases', primary: 'Check my connection' });
    expect(await rowOf(site).locator('.case-facts p').first().innerText()).toBe(verdict);
    expect(await rowOf(site).locator('.tag').innerText()).toBe(state);
  };

  return {
    page,
    downloads,
    see,
    readResult,
    seeCase,
    comeBack,
    findCase,
    click,
    goOn,
    check: async (typed, reading) => {
      await see('welcome', WELCOME);
      typedSecrets.add(typed.secret);
      await submitForm(page(), typed);
      await readResult(reading);
    },
    checkAgain: async (typed, reading) => {
      await goOn();
      await see('connection', FORM);
      typedSecrets.add(typed.secret);
      await typeKeys(page(), typed);
      await goOn();
      await readResult(reading);
    },
    saveEvidence: async () => {
      await page().locator('[data-screen="review"] button.file').first().waitFor();
      await see('review', { heading: 'Review the evidence', primary: 'Save to Downloads' });
      const before = readdirSync(downloads).length;
      await save(page());
      expect(readdirSync(downloads)).toHaveLength(before + 2);
      await see('hand-over', { heading: 'Mail it to RadBee', primary: 'Copy the file and open a new mail' });
    },
    keepAtTheEnd: async (site) => {
      await click('Finish …');
      await click('Keep it to come back later');
      await seeCase(site);
    },
    tickAll: async (way) => {
      for (const box of await page().locator(`[data-way="${way}"] input`).all()) await box.check();
    },
    closeCase: async () => {
      await click('Close the case');
      await see('welcome', WELCOME);
    },
    continueCase: async (line) => {
      await findCase(line);
      await rowOf(line.site).locator('.case-name').click();
      await seeCase(line.site);
    },
    begin: async () => {
      if ((await screen('welcome').count()) === 0) await comeBack();
      else await see('welcome', WELCOME);
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
