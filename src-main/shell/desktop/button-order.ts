/**
 * Returns the order in which a message box gets its buttons, as numbers of `count` buttons of which the first one does least.
 * Windows has it last; macOS puts what it gets first at the right, where the button belongs that acts; GNOME has it at the left,
 * where Electron puts what it gets first. A box that asks nothing keeps its order on macOS, with what closes it at the right.
 */
export function buttonOrder(
  platform: NodeJS.Platform,
  count: number,
  isQuestion: boolean,
): readonly number[] {
  const order = Array.from({ length: count }, (_, index) => index);
  const isLeastLast = platform === 'win32' || (platform === 'darwin' && isQuestion);
  return isLeastLast ? [...order.slice(1), ...order.slice(0, 1)] : order;
}
