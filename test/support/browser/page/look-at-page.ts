import type { Page } from 'playwright';

/** A text that a person sees or hears, and where it stands. */
export interface SeenText {
  readonly text: string;
  readonly where: string;
}

/**
 * Puts into the page what the looks have in common: whether a person with eyes sees an element, the looks below, and `speak`. Text for
 * the ear alone, what is folded away, and a screen below the help are not seen.
 */
export async function bringEyes(page: Page): Promise<void> {
  await page.evaluate(() => {
    /** For one look: what was found about an element holds until the page changes. */
    const openEyes = (): ((element: Element) => boolean) => {
      const dialog = document.querySelector('dialog:modal');
      const found = new Map<Element, boolean>();
      const isClipped = (element: Element | null): boolean => {
        if (element === null) return false;
        const known =
          found.get(element) ??
          (getComputedStyle(element).clipPath === 'inset(50%)' || isClipped(element.parentElement));
        found.set(element, known);
        return known;
      };
      return (element) =>
        // Below a dialog that has to be answered nothing can be reached, and what it covers is covered on purpose.
        (dialog === null || dialog.contains(element)) &&
        element.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true }) &&
        !isClipped(element);
    };
    const textsNow = (): SeenText[] => {
      const isMeant = (element: Element): boolean => element.closest('[lang]:not(html)') === null;
      const where = (element: Element): string => `${element.tagName.toLowerCase()}.${element.className}`;
      const seen: { text: string; where: string }[] = [{ text: document.title, where: 'title' }];
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const { parentElement, textContent } = node;
        if (parentElement === null || textContent === null || textContent.trim() === '') continue;
        if (isMeant(parentElement) && parentElement.closest('script, datalist') === null)
          seen.push({ text: textContent, where: where(parentElement) });
      }
      for (const element of document.querySelectorAll('[aria-label], [placeholder], [title], [alt]')) {
        if (!isMeant(element)) continue;
        for (const name of ['aria-label', 'placeholder', 'title', 'alt']) {
          const text = element.getAttribute(name) ?? '';
          if (text !== '') seen.push({ text, where: `${where(element)}[${name}]` });
        }
      }
      return seen;
    };
    const misfitsNow = (): string[] => {
      const isSeen = openEyes();
      const misfits: string[] = [];
      for (const element of document.querySelectorAll<HTMLElement>('html, body *')) {
        // A box that is hidden from the eye, a picture that is meant to be scrolled, and what somebody has typed.
        if (
          element.closest('.editor, .desk-large-view, svg, option, input, textarea') !== null ||
          element.clientWidth === 0 ||
          !isSeen(element)
        )
          continue;
        const { width, height } = element.getBoundingClientRect();
        // A column that others have left no room breaks its words letter by letter.
        const hasWords = (element.textContent ?? '').length > 8;
        if (element.matches('th, td') && hasWords && width < 60 && height > 5 * width)
          misfits.push(`${element.textContent?.slice(0, 60)} is squeezed into ${Math.round(width)}`);
        if (element.scrollWidth > element.clientWidth + 1) {
          const name = `${element.tagName.toLowerCase()}.${element.className}`;
          misfits.push(
            `${name} (${element.scrollWidth} > ${element.clientWidth}): ${element.textContent?.slice(0, 60)}`,
          );
        }
      }
      return misfits;
    };
    const overlapsNow = (): string[] => {
      const isSeen = openEyes();
      const column = document.querySelector('.cover .column') ?? document.querySelector('.column');
      const view = column?.getBoundingClientRect();
      const bar = [...document.querySelectorAll('.bar')].find((each) => isSeen(each));
      // What lies under a bar that stays in the window comes forth when the page is scrolled.
      const isUnderBar = (element: Element): boolean =>
        bar !== undefined && getComputedStyle(bar).position === 'sticky' && !bar.contains(element);
      const barTop = bar?.getBoundingClientRect().top ?? Infinity;
      const boxes: { rect: DOMRect; text: string }[] = [];
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const { parentElement, textContent } = node;
        if (parentElement === null || textContent === null || textContent.trim() === '') continue;
        if (parentElement.closest('.editor, .content, option, datalist') !== null) continue;
        if (!isSeen(parentElement)) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        for (const rect of range.getClientRects()) {
          if (isUnderBar(parentElement) && rect.bottom > barTop) continue;
          // What has scrolled out of the column lies behind the rail or the bar, where nobody sees it.
          const isSeen =
            view === undefined ||
            column?.contains(parentElement) !== true ||
            (rect.top >= view.top && rect.bottom <= view.bottom);
          if (isSeen) boxes.push({ rect, text: textContent.trim().slice(0, 40) });
        }
      }
      const overlaps: string[] = [];
      for (const [index, one] of boxes.entries()) {
        for (const other of boxes.slice(index + 1)) {
          const across =
            Math.min(one.rect.right, other.rect.right) - Math.max(one.rect.left, other.rect.left);
          const down = Math.min(one.rect.bottom, other.rect.bottom) - Math.max(one.rect.top, other.rect.top);
          if (across > 2 && down > 6) overlaps.push(`${one.text} | ${other.text}`);
        }
      }
      return overlaps;
    };
    /** Chooses a language in the window's own list, and resolves once it is spoken. */
    const speak = (lang: string): Promise<void> => {
      const select = [...document.querySelectorAll<HTMLSelectElement>('.language select')].at(-1);
      if (select === undefined) throw new Error('There is no list of languages.');
      const root = document.documentElement;
      const spoken = new Promise<void>((resolve) => {
        const observer = new MutationObserver(() => {
          if (root.lang !== lang) return;
          observer.disconnect();
          resolve();
        });
        observer.observe(root, { attributeFilter: ['lang'] });
        if (root.lang === lang) resolve();
      });
      select.value = lang;
      select.dispatchEvent(new Event('change', { bubbles: true }));
      return spoken;
    };
    const isSeen = (element: Element): boolean => openEyes()(element);
    Object.assign(window, { openEyes, isSeen, speak, misfitsNow, overlapsNow, textsNow });
  });
}

/** What does not fit: text that is cut off or sticks out of its box, and whatever scrolls sideways. */
export function misfits(): string[] {
  return Reflect.get(window, 'misfitsNow')();
}

/** Texts that lie over one another, in pairs. */
export function overlaps(): string[] {
  return Reflect.get(window, 'overlapsNow')();
}

/**
 * Every text of the page that can be seen, and the labels, placeholders and alternative texts that are read out. Not the
 * content of files (`pre`) and other text that is English on purpose (`lang="en"`).
 */
export function texts(): SeenText[] {
  return Reflect.get(window, 'textsNow')();
}
