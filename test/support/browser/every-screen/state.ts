import type { Page } from 'playwright';

import { succeed } from '../../../../src-main/contract/failure.ts';
import type { BridgeScript, OpenedRenderer } from '../open-renderer.ts';
import { go } from '../page/go.ts';
import type { Step } from '../page/go.ts';
import { SAMPLE_PLAN, SAMPLE_PREVIEW, SAMPLE_SAVED } from '../../samples/sample-answers.ts';
import { PAGE_BYTES, RESIDENCY, resultOf } from './samples.ts';

/** One state of a screen: what the main process answers, and the way there. */
export interface ScreenState {
  readonly script: BridgeScript | 'none';
  /** Nothing of it depends on the language of the window. */
  readonly walk: (opened: OpenedRenderer) => Promise<void>;
  /** How the fault that leads here shows on the console, if one does. */
  readonly complains?: RegExp;
  /** In a window of the usual size nobody has to scroll to any of it, in no language. */
  readonly isSeenWhole?: boolean;
}

export const ID = 'FA4E1D00FA4E1D01FA4E1D02FA4E1D03';
export const SECRET = 'fa4e5ec2e7000102030405060708090a0b0c0d0e0f10111213141516171819fa';

/** A main process that does all that it is asked for, and finds that the data is looked for in another region. */
export const GOOD: BridgeScript = {
  'app:facts': [
    succeed({ version: '1.2.3', electron: '45', platform: 'linux', packaged: false, hasPseudo: true }),
  ],
  'diagnosis:lookUpSites': [succeed({ jiraSite: null, confluenceSite: null })],
  'diagnosis:plan': [succeed(SAMPLE_PLAN)],
  'diagnosis:start': [succeed(resultOf(RESIDENCY))],
  'pictures:bytes': [succeed(PAGE_BYTES)],
  'cases:newest': [succeed(null)],
  'cases:current': [succeed(null)],
  'recheck:state': [succeed({ phase: 'off', ended: null })],
  'evidence:sendWay': [succeed({ way: 'mail' })],
  'evidence:folder': [succeed({ folderName: 'Downloads' })],
  'evidence:contact': [succeed({ contactName: '', contactMail: '' })],
  'evidence:preview': [succeed(SAMPLE_PREVIEW)],
  'evidence:save': [succeed(SAMPLE_SAVED)],
};

/** A state that the good main process leads to, but for `script`; `none` is a page without a bridge. */
export function state(walk: ScreenState['walk'], script: ScreenState['script'] = {}): ScreenState {
  return { script: script === 'none' ? script : { ...GOOD, ...script }, walk };
}

/** A state of which all is seen without scrolling. */
export function wholeState(walk: ScreenState['walk'], script: BridgeScript = {}): ScreenState {
  return { ...state(walk, script), isSeenWhole: true };
}

export const primary = (page: Page) => page.locator('[data-primary]');
export const field = (page: Page, name: string) => page.locator(`input[name="${name}"]`);

export async function arrive(page: Page, name: string): Promise<void> {
  await page.locator(`[data-screen="${name}"]`).waitFor();
}

const press = (selector: string): Step => ({ press: selector });
const see = (selector: string): Step => ({ see: selector });

const FORM = (site: string): readonly Step[] => [
  { fill: 'clientId', value: ID },
  { fill: 'clientSecret', value: SECRET },
  { fill: 'jiraSite', value: site },
];
const CHECKING = [...FORM('acme'), press('[data-primary]'), see('.run')];
const RESULT: readonly Step[] = [...CHECKING, { end: 'run' }, see('[data-screen="result"]')];
const SCREENSHOT = [...RESULT, press('[data-primary]'), see('[data-screen="screenshot"]')];
/** A result about the region leads past the screenshot. */
const SEND: readonly Step[] = [
  ...RESULT,
  press('[data-primary]'),
  see(':is([data-screen="screenshot"], [data-screen="send"])'),
  { press: '[data-screen="screenshot"] [data-skip]', mayLack: true },
];

/** The form with keys and a site. */
export const filledForm = ({ page }: OpenedRenderer, site = 'acme') => go(page, ...FORM(site));

/** A check that goes on. */
export const toChecking = ({ page }: OpenedRenderer) => go(page, ...CHECKING);

export const toResult = ({ page }: OpenedRenderer) => go(page, ...RESULT);

export const toScreenshot = ({ page }: OpenedRenderer) => go(page, ...SCREENSHOT);

/** The last step, while its report is made. */
export const toMaking = ({ page }: OpenedRenderer) => go(page, ...SEND, see('[data-screen="send"]'));

/** The last step, with the report made. */
export const toSend = ({ page }: OpenedRenderer) =>
  go(page, ...SEND, see('[data-screen="send"] .report-page'));

/** The screens of the way in their order. */
export const SCREENS_OF_THE_WAY = ['connect', 'result', 'screenshot', 'send'] as const;
export type ScreenOfTheWay = (typeof SCREENS_OF_THE_WAY)[number];

/** Walks from the first screen to another one of the way, without a word of any language. */
export async function walkTo(opened: OpenedRenderer, screen: ScreenOfTheWay): Promise<void> {
  const walks = {
    connect: () => arrive(opened.page, 'connect'),
    result: () => toResult(opened),
    screenshot: () => toScreenshot(opened),
    send: () => toSend(opened),
  };
  await walks[screen]();
}
