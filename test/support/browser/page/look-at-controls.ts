import type { Page } from 'playwright';

import { bringEyes } from './look-at-page.ts';

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
    /** What is focused now: which of the controls it is, whether that shows, and whether anything lies over it. */
    const focus = (): Stop => {
      const focused = document.activeElement;
      if (focused === null || focused === document.body) return { name: 'body', place: -1, faults: [] };
      const all: Element[] = controls();
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

/** Controls that are smaller than a finger or an unsteady hand needs (WCAG 2.5.8), without any of its exceptions. */
export function smallTargetsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { controls, shown, nameOf } = Reflect.get(window, 'looks');
    const small: string[] = [];
    for (const control of controls()) {
      // A part of a page that scrolls is no target; a mask is as large as what it covers.
      if (control.matches('section, div, .mask')) continue;
      const { width, height } = shown(control).getBoundingClientRect();
      if (width < 24 || height < 24) small.push(`${nameOf(control)}: ${width} × ${height}`);
    }
    for (const handle of document.querySelectorAll('.mask-corner')) {
      const { width, height } = handle.getBoundingClientRect();
      if (width < 24 || height < 24) small.push(`a mask's corner: ${width} × ${height}`);
    }
    return small;
  });
}

/** Edges of fields, and words in empty ones, that are too faint to be seen (WCAG 1.4.11 and 1.4.3). */
export function faintEdgesOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { controls, nameOf, contrast, ground } = Reflect.get(window, 'looks');
    const faint: string[] = [];
    for (const control of controls()) {
      if (!control.matches('input:not([type="file"], [type="radio"], [type="checkbox"]), textarea, select'))
        continue;
      const style = getComputedStyle(control);
      // What has no edge is known by its words.
      if (style.borderTopWidth === '0px') continue;
      const edge = contrast(style.borderTopColor, ground(control));
      if (edge < 3) faint.push(`${nameOf(control)}: its edge has ${edge.toFixed(2)}`);
      const words = contrast(getComputedStyle(control, '::placeholder').color, style.backgroundColor);
      if (control.matches(':placeholder-shown') && words < 4.5) {
        faint.push(`${nameOf(control)}: the words in it have ${words.toFixed(2)}`);
      }
    }
    return faint;
  });
}

/**
 * What the style sheet writes or draws before and after an element, where that is too faint to be seen: axe looks at no such
 * text. The line from a step to the next one says nothing that their marks do not say.
 */
export function faintSignsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isSeen = Reflect.get(window, 'openEyes')();
    const { contrast, isClear, groundIn } = Reflect.get(window, 'looks');
    const faint: string[] = [];
    for (const element of document.querySelectorAll('body *')) {
      if (element.matches('.rail li, svg *') || !isSeen(element)) continue;
      for (const part of ['::before', '::after']) {
        const style = getComputedStyle(element, part);
        if (['none', 'normal'].includes(style.content) || style.display === 'none') continue;
        const behind = groundIn(element);
        const isText = style.content !== '""';
        const drawn = [
          style.backgroundColor,
          ...(['Top', 'Right', 'Bottom', 'Left'] as const)
            .filter((side) => style[`border${side}Width`] !== '0px')
            .map((side) => style[`border${side}Color`]),
        ].filter((colour) => !isClear(colour));
        if (!isText && drawn.length === 0) continue;
        const seen = isText
          ? contrast(style.color, isClear(style.backgroundColor) ? behind : style.backgroundColor)
          : Math.max(...drawn.map((colour) => contrast(colour, behind)));
        if (seen < (isText ? 4.5 : 3))
          faint.push(`${element.tagName.toLowerCase()}.${element.className}${part}: ${seen.toFixed(2)}`);
      }
    }
    return [...new Set(faint)];
  });
}

/**
 * Where forced colours are on: of several that can be chosen, those that look chosen and are not. Colours tell nothing there,
 * and a border that is clear elsewhere is drawn; heavier letters alone are
 * not seen from afar.
 */
export function lookChosenOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { isSeen, shown, nameOf, isClear, groundIn, ground } = Reflect.get(window, 'looks');
    const lookOf = (element: Element): string => {
      const style = getComputedStyle(element);
      const behind = [ground(element), groundIn(element)];
      const borders = (['Top', 'Right', 'Bottom', 'Left'] as const).map((side) => {
        const colour = style[`border${side}Color`];
        const isDrawn =
          !isClear(colour) && !behind.includes(colour) && style[`border${side}Style`] !== 'none';
        return isDrawn ? style[`border${side}Width`] : '0px';
      });
      return [...borders, style.textDecorationLine].join(' ');
    };
    const groups = new Map<unknown, { readonly control: Element; readonly isChosen: boolean }[]>();
    const put = (group: unknown, control: Element, isChosen: boolean): void => {
      if (isSeen(shown(control))) groups.set(group, [...(groups.get(group) ?? []), { control, isChosen }]);
    };
    for (const radio of document.querySelectorAll<HTMLInputElement>('input[type="radio"]')) {
      // One that is seen itself has its dot.
      if (getComputedStyle(radio).opacity === '0') put(radio.name, radio, radio.checked);
    }
    for (const button of document.querySelectorAll('button[aria-pressed]'))
      put(
        button.closest('ul, ol, [role="toolbar"], div'),
        button,
        button.getAttribute('aria-pressed') === 'true',
      );
    return [...groups.values()].flatMap((group) => {
      const chosen = group.filter(({ isChosen }) => isChosen).map(({ control }) => lookOf(shown(control)));
      return group
        .filter(({ control, isChosen }) => !isChosen && chosen.includes(lookOf(shown(control))))
        .map(({ control }) => `${nameOf(control)} looks chosen`);
    });
  });
}

/** Texts that are cut: outside of the window, of their button, or of a box that hides what does not fit. */
export function cutTextsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isSeen = Reflect.get(window, 'openEyes')();
    const cut: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const { parentElement: parent, textContent } = node;
      if (parent === null || textContent === null || textContent.trim() === '') continue;
      if (parent.closest('option, datalist, script') !== null || !isSeen(parent)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const told = textContent.trim().slice(0, 40);
      for (const { left, right, top, bottom, width } of range.getClientRects()) {
        if (width === 0) continue;
        if (left < -1 || right > window.innerWidth + 1) cut.push(`outside of the window: ${told}`);
        for (
          let box: Element | null = parent;
          box !== null && box !== document.body;
          // Nothing around it cuts what lies over the window.
          box = box.matches('dialog:modal') ? null : box.parentElement
        ) {
          const { overflowX, overflowY } = getComputedStyle(box);
          const area = box.getBoundingClientRect();
          const isButton = box.matches('button, .button');
          const hidesAcross = overflowX !== 'visible' || isButton;
          const hidesDown = overflowY === 'hidden' || overflowY === 'clip' || isButton;
          if (hidesAcross && (left < area.left - 1 || right > area.right + 1))
            cut.push(`cut at its side: ${told}`);
          if (hidesDown && (top < area.top - 3 || bottom > area.bottom + 3))
            cut.push(`cut above or below: ${told}`);
        }
      }
    }
    for (const input of document.querySelectorAll('input')) {
      if (input.placeholder === '' || !isSeen(input)) continue;
      const pen = document.createElement('canvas').getContext('2d');
      const { font, paddingLeft, paddingRight } = getComputedStyle(input);
      if (pen === null) continue;
      pen.font = font;
      const room = input.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
      if (pen.measureText(input.placeholder).width > room + 1)
        cut.push(`cut in its field: ${input.placeholder}`);
    }
    return [...new Set(cut)];
  });
}

/** How much of the window's height the content gets; all of it when the whole page scrolls. */
export function roomOf(page: Page): Promise<number> {
  return page.evaluate(() => {
    const column =
      document.querySelector('.cover .column') ?? document.querySelector('.column, .failure-page');
    if (column === null) return 0;
    const scrolls = getComputedStyle(column).overflowY !== 'visible';
    return scrolls ? column.clientHeight / window.innerHeight : 1;
  });
}

/** Whatever moves or would move by itself or at a touch. */
export function motionsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const parts = ['', '::before', '::after'];
    const moving = [...document.querySelectorAll('body, body *')].filter((element) =>
      parts.some((part) => {
        const { transitionDuration, animationName } = getComputedStyle(element, part);
        return animationName !== 'none' || transitionDuration.split(', ').some((time) => time !== '0s');
      }),
    );
    return [
      ...document.getAnimations().map((animation) => `animation ${animation.id}`),
      ...moving.map((element) => `${element.tagName.toLowerCase()}.${element.className}`),
    ];
  });
}

/** Fields that say that they are wrong and not why, and errors that belong to no field. */
export function looseErrorsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const loose: string[] = [];
    const described = new Set<Element>();
    for (const control of document.querySelectorAll('[aria-describedby]')) {
      for (const id of (control.getAttribute('aria-describedby') ?? '').split(' ')) {
        const text = document.querySelector(`[id="${id}"]`);
        if (text === null || text.textContent === '') loose.push(`nothing has the id ${id}`);
        else described.add(text);
        if (text?.matches('.field-error') === true && control.getAttribute('aria-invalid') !== 'true') {
          loose.push(`not marked as wrong: ${text.textContent}`);
        }
      }
    }
    for (const wrong of document.querySelectorAll('[aria-invalid="true"]:not([aria-describedby])')) {
      loose.push(`wrong without a word: ${wrong.getAttribute('name')}`);
    }
    for (const error of document.querySelectorAll('.field-error')) {
      if (!described.has(error)) loose.push(`belongs to no field: ${error.textContent}`);
    }
    return loose;
  });
}

/** How many parts of the page speak by themselves. */
export function liveRegionsOf(page: Page): Promise<number> {
  return page
    .locator('[aria-live]:not([aria-live="off"]), [role="status"], [role="alert"], [role="log"], output')
    .count();
}

/** Every control that can be reached, in the order of the document. */
export function controlsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { controls, nameOf } = Reflect.get(window, 'looks');
    return controls().map(nameOf);
  });
}

/** Controls that a person sees and Tab passes over; of a group of radios one is enough. */
export function passedOverOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { isSeen, shown, nameOf } = Reflect.get(window, 'looks');
    return [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary')]
      .filter((control) => control.tabIndex < 0 && !control.matches(':disabled') && isSeen(shown(control)))
      .map(nameOf);
  });
}

/** Controls that come after another one and stand wholly above it, in the same part of the frame. */
export function disorderOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { controls, shown, nameOf } = Reflect.get(window, 'looks');
    const disorder: string[] = [];
    const places = controls().map((control: Element) => ({
      name: nameOf(control),
      part: control.closest('nav, main, footer'),
      area: shown(control).getBoundingClientRect(),
    }));
    for (const [index, { name, part, area }] of places.entries()) {
      const before = places[index - 1];
      if (before === undefined || before.part !== part) continue;
      const isAbove = area.bottom <= before.area.top + 1;
      // The next column begins at its top.
      if (isAbove && area.left < before.area.right) disorder.push(`${before.name}, then ${name}`);
    }
    return disorder;
  });
}

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
    const look = (): void => {
      if (document.activeElement !== to) stops.push(Reflect.get(window, 'looks').focus());
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
