/**
 * What a terminal, an editor or a page would obey or hide instead of showing: control characters but line ends and tabs,
 * lone surrogates, marks of the writing direction, and whatever has no shape of its own (Unicode's Default_Ignorable).
 */
const INVISIBLE = /(?![\t\n])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** Inside of an emoji these two only join its parts; anywhere else they are shown, too. */
const JOINERS = new Set(['\u200d', '\ufe0f']);
const EMOJI_BEFORE = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f]$/u;

/**
 * Returns a text from outside as it may be shown in the window, in a terminal and in a text file: line ends are LF, and
 * what cannot be seen is written as `\u202e`, in the way of JSON, so that JSON stays the same JSON.
 */
export function escapeControlCharacters(text: string): string {
  return text.replace(/\r\n/gu, '\n').replace(INVISIBLE, (char, at: number, whole: string) => {
    if (JOINERS.has(char) && EMOJI_BEFORE.test(whole.slice(Math.max(0, at - 2), at))) return char;
    return char.length === 1
      ? escapeOf(char.charCodeAt(0))
      : escapeOf(char.charCodeAt(0)) + escapeOf(char.charCodeAt(1));
  });
}

function escapeOf(code: number): string {
  return `\\u${code.toString(16).padStart(4, '0')}`;
}
