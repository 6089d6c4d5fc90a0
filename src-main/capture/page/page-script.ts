import * as z from 'zod';

const rectangleSchema = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });

/** What is read from a page for its picture: the rows of its tables, what looks private, its visible text. */
export const pageReadingSchema = z.object({
  rows: z.array(z.array(z.string())),
  /** In CSS pixels of the viewport. */
  privateParts: z.array(rectangleSchema),
  text: z.string(),
  viewport: z.object({ width: z.number(), height: z.number() }),
});
export type PageReading = z.infer<typeof pageReadingSchema>;

/** The size at which nothing of the page scrolls, in CSS pixels. */
export const pageHeightSchema = z.object({ width: z.number(), height: z.number() });

/** The answer of the debugger's `Page.captureScreenshot`, base64. */
export const screenshotSchema = z.object({ data: z.string() });

/** Runs in the page's isolated world and changes nothing. */
function readPage(): unknown {
  const maxItems = 400;
  const textOf = (element: Element): string => (element.textContent ?? '').replace(/\s+/gu, ' ').trim();
  const rows = [...document.querySelectorAll('tr, [role="row"]')]
    .slice(0, maxItems)
    .map((row) =>
      [...row.querySelectorAll('th, td, [role="cell"], [role="gridcell"], [role="rowheader"]')].map((cell) =>
        textOf(cell).slice(0, 200),
      ),
    );
  const privateParts: { x: number; y: number; width: number; height: number }[] = [];
  const note = ({ x, y, width, height }: DOMRect): void => {
    if (width > 0 && height > 0 && privateParts.length < maxItems) privateParts.push({ x, y, width, height });
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  // The look-behind keeps a long run without an @ from being searched again from each of its characters.
  const mail = /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    for (const match of (node.textContent ?? '').matchAll(mail)) {
      const range = document.createRange();
      range.setStart(node, match.index);
      range.setEnd(node, match.index + match[0].length);
      for (const part of range.getClientRects()) note(part);
    }
  }
  const avatars =
    'img[src*="avatar" i], img[class*="avatar" i], [data-testid*="avatar" i], [class*="avatar" i]';
  for (const avatar of document.querySelectorAll(avatars)) note(avatar.getBoundingClientRect());
  return {
    rows,
    privateParts,
    text: document.body.innerText.slice(0, 20_000),
    viewport: { width: innerWidth, height: innerHeight },
  };
}

/** Runs in the page: scrolls through it once, so that lazy parts load, and returns its whole height. */
async function expandScrollAreas(): Promise<unknown> {
  const scrollers = [document.documentElement, ...document.querySelectorAll<HTMLElement>('body *')].filter(
    (element) => {
      const style = getComputedStyle(element);
      const isScroller = element === document.documentElement || /auto|scroll/u.test(style.overflowY);
      return isScroller && element.scrollHeight > element.clientHeight + 4;
    },
  );
  const hidden = (element: HTMLElement): number => element.scrollHeight - element.clientHeight;
  scrollers.sort((a, b) => hidden(b) - hidden(a));
  const [main] = scrollers;
  if (main === undefined) return { width: innerWidth, height: innerHeight };
  const before = main.scrollTop;
  for (let top = 0; top < main.scrollHeight && top < 40_000; top += Math.max(200, main.clientHeight / 2)) {
    main.scrollTop = top;
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
  main.scrollTop = before;
  return { width: innerWidth, height: innerHeight + hidden(main) };
}

/** The two functions as they are sent into the page. */
export const READ_PAGE = `(${String(readPage)})()`;
export const EXPAND_SCROLL_AREAS = `(${String(expandScrollAreas)})()`;
