import { beforeAll, expect, it } from 'vitest';

import { askAxe, bringAxe } from './page/axe.ts';
import { describeEachState } from './each-state.ts';
import { bringLooks, walkThrough } from './page/look-at-controls.ts';
import { expectEveryLanguage } from './page/expect-every-language.ts';
import { misfits, overlaps } from './page/look-at-page.ts';
import * as looks from './page/looks.ts';

const THEMES = [
  ['light', { colorScheme: 'light', forcedColors: 'none' }],
  ['dark', { colorScheme: 'dark', forcedColors: 'none' }],
  ['forced colours', { colorScheme: 'light', forcedColors: 'active' }],
] as const;

/** The smallest first: the usual size, which comes last, is the one that the languages begin with. */
const SIZES = [
  // As narrow as the page of any window gets, and lower.
  ['at 400 %', { width: 320, height: 256 }],
  ['at 200 %', { width: 480, height: 360 }],
  ['the smallest window', { width: 720, height: 560 }],
  ['as it opens', { width: 960, height: 720 }],
] as const;

/** What is asked of a state as it came, in its first size and theme. */
const AT_FIRST = {
  arrivals: looks.arrivals,
  form: looks.form,
  motions: looks.motions,
  liveRegions: looks.liveRegions,
  looseErrors: looks.looseErrors,
  controls: looks.controls,
  passedOver: looks.passedOver,
  disorder: looks.disorder,
  waysOn: looks.waysOn,
  words: looks.words,
};
const IN_EACH_SIZE = {
  misfits,
  overlaps,
  cutTexts: looks.cutTexts,
  smallTargets: looks.smallTargets,
  room: looks.room,
};
const IN_EACH_THEME = {
  faintEdges: looks.faintEdges,
  faintSigns: looks.faintSigns,
  lookChosen: looks.lookChosen,
};

/** Everything that has to be true of every state; `part` is one of `PARTS`. */
export function testEveryScreen(part: number): void {
  describeEachState(part, (opened, { screen, complains, isSeenWhole = false }) => {
    let first: looks.Answers<typeof AT_FIRST>;
    beforeAll(async () => {
      await bringLooks(opened().page);
      first = await looks.askPage(opened().page, AT_FIRST);
    });

    it('puts the focus on the heading of the screen that came, on the form in a field that is empty', () => {
      const { arrivals, form } = first;
      const fields = ['clientId', 'clientSecret', 'jiraSite', 'confluenceSite'];
      if (form !== 'none') expect(form === 'full' ? [...fields, screen] : fields).toContain(arrivals.at(-1));
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
        const { faintEdges, faintSigns, lookChosen } = await looks.askPage(page, IN_EACH_THEME);
        expect.soft(faintEdges, theme).toEqual([]);
        expect.soft(faintSigns, theme).toEqual([]);
        if (media.forcedColors === 'active') expect.soft(lookChosen, theme).toEqual([]);
      }
      await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
    });

    it('moves nothing for a person who wants no motion', () => {
      expect(first.motions).toEqual([]);
    });

    it('speaks through one live region, and ties its errors to their fields', () => {
      expect(first.liveRegions).toBe(screen === 'failure-page' ? 0 : 1);
      expect(first.looseErrors).toEqual([]);
    });

    it('is all reached with Tab, in a sensible order, seen at each stop, and left again', async () => {
      expect(first.passedOver).toEqual([]);
      expect(first.disorder).toEqual([]);
      for (const key of ['Tab', 'Shift+Tab'] as const) {
        const stops = await walkThrough(opened().page, key, first.controls.length);
        const places = stops.map(({ place }) => place).filter((place) => place >= 0);
        const order = [...first.controls.keys()];
        expect.soft(places, key).toEqual(key === 'Tab' ? order : order.toReversed());
        const faults = stops.flatMap(({ name, faults: found }) => found.map((fault) => `${name}: ${fault}`));
        expect.soft(faults, key).toEqual([]);
      }
    });

    it('has targets of 24 pixels, and loses nothing in a small or zoomed window', async () => {
      const { page } = opened();
      for (const [size, viewport] of SIZES) {
        await page.setViewportSize(viewport);
        const look = await looks.askPage(page, IN_EACH_SIZE);
        expect.soft(look.misfits, size).toEqual([]);
        expect.soft(look.overlaps, size).toEqual([]);
        expect.soft(look.cutTexts, size).toEqual([]);
        expect.soft(look.smallTargets, size).toEqual([]);
        expect.soft(look.room, size).toBeGreaterThan(0.4);
      }
    });

    it.skipIf(screen === 'failure-page')('says all of it in every language, and it fits', async () => {
      await expectEveryLanguage(opened().page, isSeenWhole);
    });

    if (screen === 'result') {
      it('leads on by one button, after one to three steps', () => {
        const { buttons, steps } = first.waysOn;
        expect(buttons).toBe(1);
        expect(steps).toBeGreaterThan(0);
        expect(steps).toBeLessThanOrEqual(3);
      });
    }

    if (screen === 'result' || screen === 'history') {
      it('speaks of no case, verdict or evidence', () => {
        expect(first.words.replaceAll(/xray-evidence-\S+/gu, '')).not.toMatch(
          /\b(?:cases?|verdicts?|evidence|gate|bundles?)\b/iu,
        );
      });
    }

    it('has no complaint of the page, nor of its content policy', () => {
      const { complaints } = opened();
      expect(complaints.filter((complaint) => complains?.test(complaint) !== true)).toEqual([]);
    });
  });
}
