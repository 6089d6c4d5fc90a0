import type { Page } from 'playwright';

import { bringEyes } from './look-at-page.ts';
import { cutTexts, liveRegions, smallTargets } from './looks.ts';

/** Where the focus came to rest. */
interface Stop {
  readonly name: string;
  /** Place among all that can be reached, in the order of the document; -1 for what only scrolls. */
  readonly place: number;
  /** What is wrong with the way in which the focus shows here; empty when nothing is. */
  readonly faults: readonly string[];
}

/**
 * Puts what the looks below have in common into the page, once for each page that was loaded: which controls there are, what
 * of each a person sees, and the contrast between two colours.
 */
export async function bringLooks(page: Page): Promise<void> {
  await bringEyes(page);
  await page.evaluate(() => {
    const isSeen = Reflect.get(window, 'isSeen');
    /** The label stands for an input that is hidden behind it or beside it. */
    const shown = (control: Element): Element => {
      const label = control.closest('label:not(.field, .fact > label)');
      const isBehind = control instanceof HTMLInputElement || getComputedStyle(control).opacity === '0';
      return isBehind && label !== null ? label : control;
    };
    const nameOf = (element: Element): string =>
      `${element.tagName.toLowerCase()} “${(element.getAttribute('aria-label') ?? element.getAttribute('name') ?? shown(element).textContent ?? '').trim().slice(0, 40)}”`;
    const isReached = (element: Element, sees: (seen: Element) => boolean): boolean => {
      if (!(element instanceof HTMLElement) || element.tabIndex < 0 || element.matches(':disabled'))
        return false;
      if (!sees(shown(element))) return false;
      if (!(element instanceof HTMLInputElement) || element.type !== 'radio' || element.checked) return true;
      // Of a group of radios the chosen one is reached, or the first when none is chosen.
      const group = [...document.querySelectorAll<HTMLInputElement>(`input[name="${element.name}"]`)];
      return group.every(({ checked }) => !checked) && group[0] === element;
    };
    const controls = (): Element[] => {
      const sees = Reflect.get(window, 'openEyes')();
      const all = document.querySelectorAll(
        'a[href], button, input, select, textarea, summary, [tabindex]:not(.walk-end)',
      );
      return [...all].filter((each) => isReached(each, sees));
    };
    const rgb = (colour: string): number[] => (colour.match(/[\d.]+/gu) ?? []).map(Number);
    const light = (colour: string): number => {
      const [red = 0, green = 0, blue = 0] = rgb(colour).map((part) =>
        part / 255 <= 0.040_45 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
      );
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const contrast = (one: string, other: string): number => {
      const [dark = 0, bright = 0] = [light(one), light(other)].sort((left, right) => left - right);
      return (bright + 0.05) / (dark + 0.05);
    };
    const isClear = (colour: string): boolean => rgb(colour)[3] === 0;
    /** The colour in an element, its own or the one behind it. */
    const groundIn = (element: Element | null): string => {
      for (let each = element; each !== null; each = each.parentElement) {
        const { backgroundColor } = getComputedStyle(each);
        if (!isClear(backgroundColor)) return backgroundColor;
      }
      return 'rgb(255, 255, 255)';
    };
    /** The colour behind an element. */
    const ground = (element: Element): string => groundIn(element.parentElement);
    /** What is focused now: which of all controls it is, whether that shows, and whether anything lies over it. */
    const focus = (all: readonly Element[]): Stop => {
      const focused = document.activeElement;
      if (focused === null || focused === document.body) return { name: 'body', place: -1, faults: [] };
      const isOutlined = (element: Element): boolean => {
        const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
        return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && !isClear(outlineColor);
      };
      const place = all.indexOf(focused);
      const seen: Element = isOutlined(focused) ? focused : shown(focused);
      const faults: string[] = [];
      if (!isOutlined(seen)) faults.push('the focus does not show');
      else if (contrast(getComputedStyle(seen).outlineColor, ground(seen)) < 3)
        faults.push('its outline is faint');
      const others = all.filter(
        (each) => each !== focused && !shown(each).contains(focused) && isOutlined(shown(each)),
      );
      if (others.length > 0) faults.push(`${others.map(nameOf).join(', ')} look focused as well`);
      // What is seen itself, as a tick, has to be free; what is hidden is judged by its label.
      const own = focused.getBoundingClientRect();
      const isHidden = getComputedStyle(focused).opacity === '0' || own.width < 2;
      const { left, right, top, bottom } = isHidden ? shown(focused).getBoundingClientRect() : own;
      const x = (Math.max(0, left) + Math.min(window.innerWidth, right)) / 2;
      const y = (Math.max(0, top) + Math.min(window.innerHeight, bottom)) / 2;
      const atPoint = document.elementFromPoint(x, y);
      const isFree = atPoint !== null && (shown(focused).contains(atPoint) || atPoint.contains(focused));
      if (!isFree) faults.push(`something lies over it: ${atPoint?.className}`);
      return { name: nameOf(focused), place, faults };
    };
    Object.assign(window, {
      looks: { isSeen, shown, nameOf, controls, contrast, isClear, ground, groundIn, focus },
    });
  });
}

export const smallTargetsOf = (page: Page): Promise<string[]> => page.evaluate(smallTargets);
export const cutTextsOf = (page: Page): Promise<string[]> => page.evaluate(cutTexts);
export const liveRegionsOf = (page: Page): Promise<number> => page.evaluate(liveRegions);

/**
 * Goes with a key from before the first of `count` controls to behind the last one, or the other way, and tells every stop
 * between. The page looks by itself as the key comes up; nobody waits for it after each, which spares a frame.
 */
export async function walkThrough(
  page: Page,
  key: 'Tab' | 'Shift+Tab',
  count: number,
): Promise<readonly Stop[]> {
  await page.evaluate((isForward) => {
    const ends = [0, 1].map(() => {
      const end = document.createElement('div');
      Object.assign(end, { className: 'walk-end', tabIndex: 0 });
      Object.assign(end.style, { position: 'fixed', width: '1px', height: '1px', opacity: '0' });
      return end;
    });
    // Nothing outside of a dialog that has to be answered is reached.
    const around = document.querySelector('dialog:modal') ?? document.body;
    around.prepend(ends[0] ?? '');
    around.append(ends[1] ?? '');
    const [from, to] = isForward ? ends : ends.toReversed();
    const stops: Stop[] = [];
    const { controls, focus } = Reflect.get(window, 'looks');
    const all = controls();
    const look = (): void => {
      if (document.activeElement !== to) stops.push(focus(all));
    };
    window.addEventListener('keyup', look, true);
    const end = (): readonly Stop[] => {
      window.removeEventListener('keyup', look, true);
      ends.forEach((each) => each.remove());
      return stops;
    };
    Reflect.set(window, 'walk', { isOver: () => document.activeElement === to, end });
    from?.focus();
  }, key === 'Tab');
  const debug = await page.context().newCDPSession(page);
  const tab = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9, modifiers: key === 'Tab' ? 0 : 8 };
  const press = (): Promise<unknown>[] =>
    (['rawKeyDown', 'keyUp'] as const).map((type) => debug.send('Input.dispatchKeyEvent', { type, ...tab }));
  await Promise.all(Array.from({ length: count + 1 }, press).flat());
  // What only scrolls is a stop as well.
  let spare = count + 5;
  const isOver = (): Promise<boolean> => page.evaluate(() => Reflect.get(window, 'walk').isOver());
  while (!(await isOver()) && spare > 0) {
    await Promise.all(press());
    spare -= 1;
  }
  await debug.detach();
  const stops: readonly Stop[] = await page.evaluate(() => Reflect.get(window, 'walk').end());
  return spare > 0
    ? stops
    : [...stops, { name: 'page', place: -1, faults: ['it does not let the focus go'] }];
}
