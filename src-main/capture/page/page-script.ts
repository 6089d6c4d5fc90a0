import * as z from 'zod';

/** What is read of one page at most; the script in the page and the schema of its answer hold to the same limits. */
const LIMITS = { rows: 400, cells: 40, cellLength: 200, parts: 400, text: 20_000, coordinate: 1_000_000 };

const coordinate = z.number().min(-LIMITS.coordinate).max(LIMITS.coordinate);
/** In CSS pixels of the viewport. */
const rectangleSchema = z.object({ x: coordinate, y: coordinate, width: coordinate, height: coordinate });
export type Rectangle = z.infer<typeof rectangleSchema>;

/** What is read from a page for its picture: the rows of its tables, what looks private, its visible text. */
export const pageReadingSchema = z.object({
  rows: z
    .array(
      z.array(z.object({ text: z.string().max(LIMITS.cellLength), box: rectangleSchema })).max(LIMITS.cells),
    )
    .max(LIMITS.rows),
  privateParts: z
    .array(z.object({ kind: z.enum(['mail', 'name', 'avatar']), box: rectangleSchema }))
    .max(LIMITS.parts),
  text: z.string().max(LIMITS.text),
  viewport: z.object({ width: coordinate, height: coordinate }),
});
export type PageReading = z.infer<typeof pageReadingSchema>;

/** The size at which nothing of the page scrolls, in CSS pixels. */
export const pageHeightSchema = z.object({ width: coordinate, height: coordinate });

/** The answer of the debugger's `Page.captureScreenshot`, base64. */
export const screenshotSchema = z.object({ data: z.string() });

/** Runs in the page's isolated world and changes nothing. Atlassian's markup is not documented, so the signs are general. */
function readPage(limits: typeof LIMITS): unknown {
  type Kind = PageReading['privateParts'][number]['kind'];
  const textOf = (element: Element): string => (element.textContent ?? '').replace(/\s+/gu, ' ').trim();
  const within = (value: number): number => Math.min(limits.coordinate, Math.max(-limits.coordinate, value));
  const boxOf = ({ x, y, width, height }: DOMRect): Rectangle => ({
    x: within(x),
    y: within(y),
    width: within(width),
    height: within(height),
  });
  const rows = [...document.querySelectorAll('tr, [role="row"]')].slice(0, limits.rows).map((row) =>
    [...row.querySelectorAll('th, td, [role="cell"], [role="gridcell"], [role="rowheader"]')]
      .slice(0, limits.cells)
      .map((cell) => ({
        text: textOf(cell).slice(0, limits.cellLength),
        box: boxOf(cell.getBoundingClientRect()),
      })),
  );

  const found: Record<Kind, Rectangle[]> = { mail: [], name: [], avatar: [] };
  const note = (kind: Kind, rectangle: DOMRect): void => {
    const box = boxOf(rectangle);
    if (box.width > 0 && box.height > 0 && found[kind].length < limits.parts) found[kind].push(box);
  };

  // Whoever is signed in: the name at an avatar in a control of the account, and what is marked as the account's name.
  const words = (element: Element, ...names: string[]): string =>
    names
      .map((name) => element.getAttribute(name) ?? '')
      .join(' ')
      .slice(0, 200);
  const generic =
    /(?<!\p{L})(?:avatar|profile|account|user|picture|photo|image|settings|menu|logo|icon)(?!\p{L})/giu;
  const names = new Set<string>();
  const addName = (label: string): void => {
    const name = label
      .slice(0, 80)
      .replace(generic, ' ')
      .replace(/['’]s(?= |$)/gu, ' ')
      .replace(/\s+/gu, ' ')
      .trim();
    const isName =
      /^(?:[\p{Lu}\p{Lo}][\p{L}\p{M}'’.-]*|d[aeiou]s?|v[ao]n|der|den|del|la|le|bin|al)(?: (?:[\p{Lu}\p{Lo}][\p{L}\p{M}'’.-]*|d[aeiou]s?|v[ao]n|der|den|del|la|le|bin|al)){1,4}$/u;
    if (names.size < 5 && isName.test(name)) names.add(name);
  };
  const maxAvatar = 160;
  const avatars =
    'img[src*="avatar" i], img[class*="avatar" i], [data-testid*="avatar" i], [class*="avatar" i]';
  for (const avatar of document.querySelectorAll(avatars)) {
    const box = avatar.getBoundingClientRect();
    // Something larger holds avatars and much else.
    if (box.width > maxAvatar || box.height > maxAvatar) continue;
    note('avatar', box);
    const control = avatar.closest('button, a, summary, [role="button"]') ?? avatar;
    const isAccount = [control, avatar].some((each) =>
      /account|profile|user/iu.test(words(each, 'aria-label', 'data-testid', 'id', 'class', 'title')),
    );
    if (!isAccount) continue;
    for (const each of [control, avatar, ...avatar.querySelectorAll('[alt], [aria-label]')].slice(0, 10))
      for (const label of ['alt', 'aria-label', 'title']) addName(each.getAttribute(label) ?? '');
  }
  const marked =
    '[data-testid*="account-name" i], [data-testid*="user-name" i], [data-testid*="username" i], [data-testid*="display-name" i], [class*="account-name" i], [class*="user-name" i]';
  for (const element of [...document.querySelectorAll(marked)].slice(0, 20)) {
    if (textOf(element).length > 80) continue;
    const range = document.createRange();
    range.selectNodeContents(element);
    for (const part of range.getClientRects()) note('name', part);
    addName(textOf(element));
  }

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  // The look-behind keeps a long run without an @ from being searched again from each of its characters.
  const mail = /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu;
  const noteText = (kind: Kind, node: Node, start: number, length: number): void => {
    const range = document.createRange();
    range.setStart(node, start);
    range.setEnd(node, start + length);
    for (const part of range.getClientRects()) note(kind, part);
  };
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = node.textContent ?? '';
    for (const match of text.matchAll(mail)) noteText('mail', node, match.index, match[0].length);
    for (const name of names)
      for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length))
        noteText('name', node, at, name.length);
  }
  const kinds: readonly Kind[] = ['mail', 'name', 'avatar'];
  return {
    rows,
    privateParts: kinds.flatMap((kind) => found[kind].map((box) => ({ kind, box }))).slice(0, limits.parts),
    text: document.body.innerText.slice(0, limits.text),
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
export const READ_PAGE = `(${String(readPage)})(${JSON.stringify(LIMITS)})`;
export const EXPAND_SCROLL_AREAS = `(${String(expandScrollAreas)})()`;
