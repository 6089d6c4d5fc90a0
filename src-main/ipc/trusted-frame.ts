/** The page that may talk to us: our own scheme and host. */
export const APP_ORIGIN = 'app://doctor';

/** The same page under another host. Chromium gives each host a process of its own; see `movePage`. */
export const SECOND_ORIGIN = 'app://doctor-again';

/** The part of Electron's WebFrameMain that trust is judged by. */
interface SenderFrame {
  readonly url: string;
  readonly parent: unknown;
}

/**
 * Whether a message comes from the main frame of our own window, showing our own page. The address is parsed and its
 * scheme and host are compared, since a prefix match would let look-alikes in.
 */
export function isTrustedFrame(
  message: { readonly sender: unknown; readonly senderFrame: SenderFrame | null },
  ownWebContents: unknown,
): boolean {
  const frame = message.senderFrame;
  if (frame === null || message.sender !== ownWebContents || frame.parent !== null) return false;
  return isOwnPage(frame.url);
}

/** Whether an address belongs to our own page. */
export function isOwnPage(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  const origin = `${url.protocol}//${url.host}`;
  return (origin === APP_ORIGIN || origin === SECOND_ORIGIN) && url.username === '' && url.password === '';
}
