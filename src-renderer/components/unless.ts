/**
 * Makes a button that can do nothing now say so. It ignores what is pressed and keeps the focus, which the browser takes from
 * a `disabled` one.
 */
export function unless(
  isOff: boolean,
  onClick: () => void,
): { readonly 'aria-disabled': boolean; readonly onClick: (() => void) | undefined } {
  return { 'aria-disabled': isOff, onClick: isOff ? undefined : onClick };
}
