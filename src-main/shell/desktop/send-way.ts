import { posix, win32 } from 'node:path';

import type { SendWay } from '../../contract/report/evidence.ts';

/** Thunderbird's entry on Linux: as a plain package, a Flatpak (`org.mozilla.Thunderbird`) and a Snap. */
const THUNDERBIRD_ENTRY = /^(?:org\.mozilla\.)?thunderbird(?:[-_](?:esr|thunderbird))?(?:\.desktop)?$/iu;

/**
 * Returns the surest way to send with the program that takes `mailto:`: its file on Windows and macOS, its entry on Linux,
 * null for none. `draft` only where the program is known to open an `.eml` with `X-Unsent: 1` as a mail that can be sent:
 * - Outlook of Office on Windows (`OUTLOOK.EXE`): stackoverflow.com/a/25586282; the header's meaning is told by
 *   learn.microsoft.com/archive/blogs/stephen_griffin/did-i-send-that.
 * - Thunderbird: its own test of it, searchfox.org/comm-central/source/mail/test/browser/composition/browser_xUnsent.js.
 *
 * Not the new Outlook (`olk.exe`), which refuses to send such files (github.com/Sicos1977/MsgKit/issues/139), and not Apple
 * Mail: no word of Apple's is known, and of those who tried, some found a draft and some a mail that can only be read.
 */
export function sendWayOf(program: string | null, platform: NodeJS.Platform): SendWay {
  if (program === null) return 'mail';
  if (platform === 'linux') return THUNDERBIRD_ENTRY.test(program) ? 'draft' : 'mail';
  const name = (platform === 'win32' ? win32 : posix).basename(program).toLowerCase();
  const known = platform === 'win32' ? ['outlook.exe', 'thunderbird.exe'] : ['thunderbird.app'];
  return known.includes(name) ? 'draft' : 'mail';
}
