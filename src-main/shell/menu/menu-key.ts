import type { Input } from 'electron';

type Key = Pick<Input, 'type' | 'key' | 'control' | 'shift' | 'meta' | 'alt' | 'isAutoRepeat'>;

/**
 * Returns a function that is told of every key and says which one opens the menu: F10, or Alt pressed and released alone, as on
 * Windows, where a window without a title bar has no menu bar that would see to it.
 */
export function createMenuKey(): (input: Key) => boolean {
  let isAltAlone = false;
  return ({ type, key, control, shift, meta, alt, isAutoRepeat }) => {
    if (type === 'keyUp' && key === 'Alt') {
      const opens = isAltAlone;
      isAltAlone = false;
      return opens;
    }
    if (type !== 'keyDown') return false;
    isAltAlone = key === 'Alt' && !control && !shift && !meta && (isAltAlone || !isAutoRepeat);
    return key === 'F10' && !control && !shift && !meta && !alt;
  };
}
