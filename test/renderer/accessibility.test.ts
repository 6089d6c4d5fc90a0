import { expect, it } from 'vitest';

import { askAxe, bringAxe } from '../support/axe.ts';
import { describeEachState } from '../support/each-state.ts';

const THEMES = [
  ['light', { colorScheme: 'light', forcedColors: 'none' }],
  ['dark', { colorScheme: 'dark', forcedColors: 'none' }],
  ['forced colours', { colorScheme: 'light', forcedColors: 'active' }],
] as const;

describeEachState(
  (opened, { complains }) => {
    it('has nothing that axe finds, in any theme', async () => {
      const { page } = opened();
      await bringAxe(page);
      for (const [theme, media] of THEMES) {
        await page.emulateMedia(media);
        const { faults, measuredTexts } = await askAxe(page);
        expect.soft(faults, theme).toEqual([]);
        expect(measuredTexts, theme).toBeGreaterThan(0);
      }
    });

    it('has no complaint of the page, nor of its content policy', () => {
      const { complaints } = opened();
      const unexpected = complaints.filter((complaint) => complains?.test(complaint) !== true);
      expect(unexpected).toEqual([]);
    });
  },
  { reducedMotion: 'reduce' },
);
