import type { Page } from 'playwright';

/*
 * Questions to a page. Each runs inside of it, needs nothing from outside but what `bringLooks` puts there, and tells each
 * fault with its element.
 */

export type Answers<Q> = { readonly [K in keyof Q]: Q[K] extends () => infer A ? A : never };

/** Asks a page several questions in one call, which lays it out once and spares the others' way there and back. */
export function askPage<Q extends Readonly<Record<string, () => unknown>>>(
  page: Page,
  questions: Q,
): Promise<Answers<Q>> {
  const each = Object.entries(questions).map(([name, question]) => `${name}: (${String(question)})()`);
  return page.evaluate<Answers<Q>>(`({ ${each.join(', ')} })`);
}

/** Controls that are smaller than a finger or an unsteady hand needs (WCAG 2.5.8), without any of its exceptions. */
export function smallTargets(): string[] {
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
}

/** Edges of fields, and words in empty ones, that are too faint to be seen (WCAG 1.4.11 and 1.4.3). */
export function faintEdges(): string[] {
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
}

/**
 * What the style sheet writes or draws before and after an element, where that is too faint to be seen: axe looks at no such
 * text. The line from a step to the next one says nothing that their marks do not say.
 */
export function faintSigns(): string[] {
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
}

/**
 * Where forced colours are on: of several that can be chosen, those that look chosen and are not. Colours tell nothing there,
 * and a border that is clear elsewhere is drawn; heavier letters alone are
 * not seen from afar.
 */
export function lookChosen(): string[] {
  const { isSeen, shown, nameOf, isClear, groundIn, ground } = Reflect.get(window, 'looks');
  const lookOf = (element: Element): string => {
    const style = getComputedStyle(element);
    const behind = [ground(element), groundIn(element)];
    const borders = (['Top', 'Right', 'Bottom', 'Left'] as const).map((side) => {
      const colour = style[`border${side}Color`];
      const isDrawn = !isClear(colour) && !behind.includes(colour) && style[`border${side}Style`] !== 'none';
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
}

/** Texts that are cut: outside of the window, of their button, or of a box that hides what does not fit. */
export function cutTexts(): string[] {
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
}

/** How much of the window's height the content gets; all of it when the whole page scrolls. */
export function room(): number {
  const column = document.querySelector('.cover .column') ?? document.querySelector('.column, .failure-page');
  if (column === null) return 0;
  const scrolls = getComputedStyle(column).overflowY !== 'visible';
  return scrolls ? column.clientHeight / window.innerHeight : 1;
}

/** Whatever moves or would move by itself or at a touch. */
export function motions(): string[] {
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
}

/** Fields that say that they are wrong and not why, and errors that belong to no field. */
export function looseErrors(): string[] {
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
}

/** How many parts of the page speak by themselves. */
export function liveRegions(): number {
  return document.querySelectorAll(
    '[aria-live]:not([aria-live="off"]), [role="status"], [role="alert"], [role="log"], output',
  ).length;
}

/** Every control that can be reached, in the order of the document. */
export function controls(): string[] {
  const { controls, nameOf } = Reflect.get(window, 'looks');
  return controls().map(nameOf);
}

/** Controls that a person sees and Tab passes over; of a group of radios one is enough. */
export function passedOver(): string[] {
  const { isSeen, shown, nameOf } = Reflect.get(window, 'looks');
  return [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary')]
    .filter((control) => control.tabIndex < 0 && !control.matches(':disabled') && isSeen(shown(control)))
    .map(nameOf);
}

/** Controls that come after another one and stand wholly above it, in the same part of the frame. */
export function disorder(): string[] {
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
}

/** Where the focus was put, one after another; see `watchArrivals`. */
export function arrivals(): string[] {
  return Reflect.get(window, 'arrivals');
}

/** Whether the form is there to be filled in, and whether all is in it; a secret that is kept needs none in its field. */
export function form(): 'none' | 'full' | 'to be filled' {
  const isThere = document.querySelector('#connect-form')?.checkVisibility() === true;
  const others = document.querySelectorAll<HTMLInputElement>(
    '#connect-form input:not([name="clientSecret"])',
  );
  const isFull = [...others].every((input) => !input.checkVisibility() || input.value !== '');
  return isThere ? (isFull ? 'full' : 'to be filled') : 'none';
}

/** How many buttons lead on, and how many steps a result names. */
export function waysOn(): { readonly buttons: number; readonly steps: number } {
  return {
    buttons: document.querySelectorAll('[data-primary]:not([aria-disabled="true"])').length,
    steps: document.querySelectorAll('section[aria-labelledby="steps"] .steps li').length,
  };
}

/** All that is written in the window. */
export function words(): string {
  return document.body.innerText;
}
