import { beforeAll, expect, it } from 'vitest';

import { askAxe, bringAxe } from './page/axe.ts';
import { describeEachState } from './each-state.ts';
import {
  bringLooks,
  controlsOf,
  cutTextsOf,
  disorderOf,
  faintEdgesOf,
  faintSignsOf,
  liveRegionsOf,
  lookChosenOf,
  looseErrorsOf,
  motionsOf,
  passedOverOf,
  roomOf,
  smallTargetsOf,
  walkThrough,
} from './page/look-at-controls.ts';
import { expectEveryLanguage } from './page/expect-every-language.ts';
import { lookAtPage } from './page/look-at-page.ts';

const THEMES = [
  ['light', { colorScheme: 'light', forcedColors: 'none' }],
  ['dark', { colorScheme: 'dark', forcedColors: 'none' }],
  ['forced colours', { colorScheme: 'light', forcedColors: 'active' }],
] as const;

const SIZES = [
  ['as it opens', { width: 960, height: 720 }],
  ['the smallest window', { width: 720, height: 560 }],
  ['at 200 %', { width: 480, height: 360 }],
  // As narrow as the page of any window gets, and lower.
  ['at 400 %', { width: 320, height: 256 }],
] as const;

/** Everything that has to be true of every state; `part` is one of `PARTS`. */
export function testEveryScreen(part: number): void {
  describeEachState(part, (opened, { screen, complains }) => {
    beforeAll(() => bringLooks(opened().page));

    it('puts the focus on the heading of the screen that came, on the form in a field that is empty', async () => {
      const { page } = opened();
      const arrivals = await page.evaluate<string[]>(() => Reflect.get(window, 'arrivals'));
      const isForm = (await page.locator('#connect-form:visible').count()) > 0;
      const fields = ['clientId', 'clientSecret', 'jiraSite', 'confluenceSite'];
      // A secret that is kept needs none in its field.
      const others = '#connect-form input:not([name="clientSecret"])';
      const isFull = await page.$$eval(others, (inputs) =>
        inputs.every((input) => !input.checkVisibility() || Reflect.get(input, 'value') !== ''),
      );
      if (isForm) expect(isFull ? [...fields, screen] : fields).toContain(arrivals.at(-1));
      else expect(arrivals.filter((each) => !fields.includes(each) && each !== '').at(-1)).toBe(screen);
    });

    it('has nothing that axe finds, and no line or sign too faint, in any theme', async () => {
      const { page } = opened();
      await bringAxe(page);
      for (const [theme, media] of THEMES) {
        await page.emulateMedia(media);
        // In forced colours the system's are shown, not ours.
        if (media.forcedColors === 'none') {
          const { faults, measuredTexts } = await askAxe(page, theme === 'light' ? 'everything' : 'colours');
          expect.soft(faults, theme).toEqual([]);
          expect.soft(measuredTexts, theme).toBeGreaterThan(0);
        }
        expect.soft(await faintEdgesOf(page), theme).toEqual([]);
        expect.soft(await faintSignsOf(page), theme).toEqual([]);
        if (media.forcedColors === 'active') expect.soft(await lookChosenOf(page), theme).toEqual([]);
      }
      await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
    });

    it('moves nothing for a person who wants no motion', async () => {
      expect(await motionsOf(opened().page)).toEqual([]);
    });

    it('speaks through one live region, and ties its errors to their fields', async () => {
      expect(await liveRegionsOf(opened().page)).toBe(screen === 'failure-page' ? 0 : 1);
      expect(await looseErrorsOf(opened().page)).toEqual([]);
    });

    it('is all reached with Tab, in a sensible order, seen at each stop, and left again', async () => {
      const { page } = opened();
      const controls = await controlsOf(page);
      expect(await passedOverOf(page)).toEqual([]);
      expect(await disorderOf(page)).toEqual([]);
      for (const key of ['Tab', 'Shift+Tab'] as const) {
        const stops = await walkThrough(page, key, controls.length);
        const places = stops.map(({ place }) => place).filter((place) => place >= 0);
        const order = [...controls.keys()];
        expect.soft(places, key).toEqual(key === 'Tab' ? order : order.toReversed());
        const faults = stops.flatMap(({ name, faults: found }) => found.map((fault) => `${name}: ${fault}`));
        expect.soft(faults, key).toEqual([]);
      }
    });

    it('has targets of 24 pixels, and loses nothing in a small or zoomed window', async () => {
      const { page } = opened();
      for (const [size, viewport] of SIZES) {
        await page.setViewportSize(viewport);
        const { misfits, overlaps } = await lookAtPage(page);
        expect.soft(misfits, size).toEqual([]);
        expect.soft(overlaps, size).toEqual([]);
        expect.soft(await cutTextsOf(page), size).toEqual([]);
        expect.soft(await smallTargetsOf(page), size).toEqual([]);
        expect.soft(await roomOf(page), size).toBeGreaterThan(0.4);
      }
    });

    it.skipIf(screen === 'failure-page')('says all of it in every language, and it fits', async () => {
      await expectEveryLanguage(opened().page);
    });

    it('has no complaint of the page, nor of its content policy', () => {
      const { complaints } = opened();
      expect(complaints.filter((complaint) => complains?.test(complaint) !== true)).toEqual([]);
    });
  });
}
