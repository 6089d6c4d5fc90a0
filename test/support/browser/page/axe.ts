import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright';

/** Half as long as what the package gives by its name, and read for each state. */
const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** All of WCAG 2.2 at the levels A and AA, and what axe holds for good practice beyond it. */
const RULES: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  // Held for experimental: whoever speaks to a control says the words that are seen on it (WCAG 2.5.3).
  rules: { 'label-content-name-mismatch': { enabled: true } },
  resultTypes: ['violations'],
};

/** What another theme can spoil. */
const COLOURS: RunOptions = {
  runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
  resultTypes: ['violations'],
};

/** What axe found, and how many texts it measured for their contrast. */
export interface AxeFindings {
  readonly faults: readonly string[];
  readonly measuredTexts: number;
}

/**
 * Puts axe into the page through the debugger, where the page's content policy does not hold, so that the policy stays as
 * it is. Once for each page that was loaded.
 */
export async function bringAxe(page: Page): Promise<void> {
  await page.evaluate(SOURCE);
}

/** Lets axe look at the page as it is now. Each fault is told with its rule and its element. */
export async function askAxe(page: Page, what: 'everything' | 'colours'): Promise<AxeFindings> {
  const results = await page.evaluate<AxeResults, RunOptions>(
    (options) => Reflect.get(window, 'axe').run(document, options),
    what === 'everything' ? RULES : COLOURS,
  );
  const measured = results.passes.find(({ id }) => id === 'color-contrast')?.nodes.length ?? 0;
  return {
    faults: results.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, any, all, none }) => {
        const reasons = [...any, ...all, ...none].map(({ message }) => message);
        return `${id} at ${target.join(' ')}: ${reasons.join(' ')}`;
      }),
    ),
    measuredTexts: measured,
  };
}
