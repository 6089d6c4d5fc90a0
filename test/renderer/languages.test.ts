import { succeed } from '../../src-main/contract/failure.ts';
import type { Browser } from 'playwright';
import { describe, expect, it } from 'vitest';

import { DEFAULT_SUPPORT } from '../../src-main/contract/support/default-support.ts';
import { LANGUAGE_CODES } from '../../src-main/i18n/language.ts';
import { GOOD, toResult } from '../support/browser/every-screen/state.ts';
import { openRenderer } from '../support/browser/open-renderer.ts';
import { withChromium } from '../support/browser/with-chromium.ts';
import { SAMPLE_DIAGNOSIS, SAMPLE_RESULT } from '../support/samples/sample-answers.ts';

let browser: Browser;

withChromium.beforeAll(({ chromium }) => {
  browser = chromium;
});

describe('the language', () => {
  it.each([
    ['de-CH', 'de'],
    ['es-419', 'es'],
    ['la', 'en'],
  ])("is the system's at first: %s gives %s", async (locale, language) => {
    const { page } = await openRenderer(browser, GOOD, { locale });
    await page.locator(`html[lang="${language}"]`).waitFor();
  });

  it('is the one that was chosen before, from the first picture on', async () => {
    const script = { ...GOOD, 'app:language': [succeed({ language: 'fr' })] };
    const { page } = await openRenderer(browser, script, { locale: 'de' });
    await page.locator('[data-screen="connect"]').waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('fr');
    expect(await page.locator('.language select').inputValue()).toBe('fr');
  });

  it('changes on the form without losing what was typed, the focus, or what is wrong with it', async () => {
    const opened = await openRenderer(browser, GOOD);
    const { page, calls } = opened;
    await page.locator('[name="clientId"]').fill('half an id');
    await page.locator('[name="clientSecret"]').fill('half a secret');
    await page.locator('[name="jiraSite"]').fill('https://example.com');
    await page.locator('[name="clientId"]').focus();
    await page
      .locator('.field-error')
      .getByText('The check needs the name that ends in atlassian.net.')
      .waitFor();
    const select = page.locator('.language select');
    await select.focus();
    await select.selectOption('de');
    await page
      .locator('.field-error')
      .getByText('Das sieht nach einer eigenen Domain Ihres Unternehmens aus.')
      .waitFor();
    expect(await page.locator('[name="clientId"]').inputValue()).toBe('half an id');
    expect(await page.locator('[name="clientSecret"]').inputValue()).toBe('half a secret');
    expect(await select.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await page.title()).toBe(
      'Finden Sie heraus, warum Snapshots Xray nicht erreicht – Xray Residency Doctor',
    );
    expect(await calls()).toContainEqual(['app:chooseLanguage', { language: 'de' }]);
  });

  it('is the only one that is read besides English, until another one is chosen', async () => {
    const { page } = await openRenderer(browser, GOOD, { locale: 'de' });
    const read = () =>
      page.evaluate(() =>
        performance
          .getEntriesByType('resource')
          .map(({ name }) => /\/assets\/(\w+)-[^/]*\.js$/u.exec(name)?.[1] ?? '')
          .filter((name) => name !== '')
          .sort(),
      );
    await page.locator('[data-screen="connect"]').waitFor();
    await page.keyboard.press('F1');
    await page.locator('[data-screen="help"]').waitFor();
    await page.keyboard.press('Escape');
    expect(await read()).toEqual(['de', 'index', 'later', 'start']);
    await page.locator('.language select').selectOption('es');
    await page.locator('html[lang="es"]').waitFor();
    expect(await read()).toEqual(['de', 'es', 'index', 'later', 'start']);
  });

  it('stays when the texts of another one cannot be read', async () => {
    const { page, calls } = await openRenderer(browser, GOOD, { locale: 'de' });
    const heading = page.locator('h1');
    const before = await heading.textContent();
    await page.route('**/assets/fr-*.js', (route) => route.abort());
    const select = page.locator('.language select');
    await select.focus();
    const failed = page.waitForEvent('requestfailed');
    await select.selectOption('fr');
    await failed;
    await expect.poll(() => select.inputValue()).toBe('system');
    expect(await heading.textContent()).toBe(before);
    expect(await page.locator('html').getAttribute('lang')).toBe('de');
    expect(await select.evaluate((element) => element === document.activeElement)).toBe(true);
    await select.selectOption('es');
    await page.locator('html[lang="es"]').waitFor();
    const chosen = (await calls()).filter(([name]) => name === 'app:chooseLanguage');
    expect(chosen).toEqual([['app:chooseLanguage', { language: 'es' }]]);
  });

  it('is English when its own texts cannot be read at the start', async () => {
    const { page } = await openRenderer(browser, GOOD, { locale: 'de' });
    await page.route('**/assets/de-*.js', (route) => route.abort());
    await page.reload();
    await page.locator('html[lang="en"]').waitFor();
    await page.getByText('Check connection', { exact: true }).waitFor();
  });

  it('says the English that came along where a diagnosis has no phrases, or some of another version', async () => {
    const { phrases: _, ...without } = SAMPLE_DIAGNOSIS;
    const foreign = {
      ...SAMPLE_DIAGNOSIS,
      phrases: { ...SAMPLE_DIAGNOSIS.phrases, sentence: { key: 'rule.of.tomorrow', values: {} } },
    };
    for (const diagnosis of [without, foreign]) {
      const script = {
        ...GOOD,
        'app:language': [succeed({ language: 'es' })],
        'diagnosis:start': [succeed({ ...SAMPLE_RESULT, diagnosis })],
      };
      const opened = await openRenderer(browser, script);
      await toResult(opened);
      expect(await opened.page.locator('h1').textContent()).toBe(SAMPLE_DIAGNOSIS.verdict.sentence);
    }
  });

  it('names whoever helps, as a support profile says', async () => {
    const support = { ...DEFAULT_SUPPORT, name: 'Acme Hilfe', mail: 'hilfe@acme.example' };
    const opened = await openRenderer(browser, {
      ...GOOD,
      'app:language': [succeed({ language: 'de' })],
      'support:profile': [succeed({ source: 'opened', support, problem: null })],
    });
    await toResult(opened);
    expect(await opened.page.locator('.name-tag').textContent()).toBe('Xray, über Acme Hilfe');
    expect(await opened.page.locator('body').textContent()).not.toMatch(/RadBee(?! Snapshots)/u);
  });

  it('is spoken also where nothing else works', async () => {
    const { page } = await openRenderer(browser, 'none', { locale: 'fr' });
    await page.getByText('La fenêtre s’est ouverte en dehors de l’application.').waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('fr');
  });

  it('has no pseudo-language in a released app', async () => {
    const script = {
      ...GOOD,
      'app:facts': [succeed({ version: '1', electron: '45', platform: 'linux', packaged: true })],
    };
    const { page } = await openRenderer(browser, script);
    await page.locator('.language select').waitFor();
    const values = await page
      .locator('.language option')
      .evaluateAll((all) => all.map((each) => each.getAttribute('value')));
    expect(values).toEqual(['system', ...LANGUAGE_CODES]);
  });
});
