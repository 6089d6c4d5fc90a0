import type { Page } from 'playwright';

/**
 * One step of a way: writes a value into the field of that name, presses the first that a selector finds, or waits until it is seen;
 * the last one lets a check that goes on end. A press `mayLack` what it would press once the step before it is done.
 */
export type Step =
  | { readonly fill: string; readonly value: string }
  | { readonly press: string; readonly mayLack?: boolean }
  | { readonly see: string }
  | { readonly end: 'run' };

/** Milliseconds that a step waits for what it needs. */
const PATIENCE = 10_000;

/**
 * Goes a way inside of the page, all of it in one call: where a test is about the place and not about the way, no click has
 * to scroll, hold still for two frames and be hit. What is hidden or can do nothing is not pressed here either. Rejects with
 * the step that could not be done. `test/renderer/way.test.ts` and `keyboard.test.ts` go like a person.
 */
export async function go(page: Page, ...steps: readonly Step[]): Promise<void> {
  const failed = await page.evaluate(
    async ([way, patience]) => {
      const seen = <E extends HTMLElement>(selector: string): E[] => {
        const all = [...document.querySelectorAll<E>(selector)];
        return all.filter((each) => each.checkVisibility({ visibilityProperty: true }));
      };
      /** Resolves with what `find` finds as soon as the page has it, or with null when it takes too long. */
      const come = <T>(find: () => T | undefined): Promise<T | null> =>
        new Promise((resolve) => {
          const observer = new MutationObserver(() => end(find()));
          const late = setTimeout(() => end(null), patience);
          const end = (found: T | null | undefined): void => {
            if (found === undefined) return;
            observer.disconnect();
            clearTimeout(late);
            resolve(found);
          };
          observer.observe(document, { subtree: true, childList: true, attributes: true });
          end(find());
        });
      // React looks at the value itself; only the prototype's own way of setting it tells that it was changed.
      const own = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
      const done = async (step: Step): Promise<boolean> => {
        if ('end' in step) {
          Reflect.get(window, 'finishRun')();
          return true;
        }
        if ('see' in step) return (await come(() => seen(step.see)[0])) !== null;
        if ('fill' in step) {
          const field = await come(() => seen<HTMLInputElement>(`input[name="${step.fill}"]`)[0]);
          field?.focus();
          own?.set?.call(field, step.value);
          field?.dispatchEvent(new Event('input', { bubbles: true }));
          return field !== null;
        }
        const pressable = (): HTMLElement | undefined =>
          seen(step.press).find((each) => !each.matches(':disabled, [aria-disabled="true"]'));
        if (step.mayLack === true && pressable() === undefined) return true;
        const target = await come(pressable);
        target?.focus();
        target?.click();
        return target !== null;
      };
      for (const step of way) if (!(await done(step))) return step;
      return null;
    },
    [steps, PATIENCE] as const,
  );
  if (failed !== null) throw new Error(`The way ended at ${JSON.stringify(failed)}.`);
}

/** Opens every fold of the screen that can be seen, the ones inside of others as well. */
export async function unfold(page: Page): Promise<void> {
  await page.locator('main details > summary').evaluateAll((summaries) => {
    for (const summary of summaries) {
      if (!(summary instanceof HTMLElement) || !summary.checkVisibility()) continue;
      summary.focus();
      summary.click();
    }
  });
}
