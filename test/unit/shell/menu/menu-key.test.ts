import { describe, expect, it } from 'vitest';

import { createMenuKey } from '../../../../src-main/shell/menu/menu-key.ts';

const NONE = { control: false, shift: false, meta: false, alt: false, isAutoRepeat: false };
const down = (key: string, change: Partial<typeof NONE> = {}) => ({
  ...NONE,
  type: 'keyDown' as const,
  key,
  ...change,
});
const up = (key: string) => ({ ...NONE, type: 'keyUp' as const, key });

describe('the key that opens the menu', () => {
  it.each([
    ['Alt alone', [down('Alt', { alt: true }), up('Alt')], true],
    ['Alt that is held', [down('Alt'), down('Alt', { isAutoRepeat: true }), up('Alt')], true],
    ['F10', [down('F10')], true],
    ['Shift+F10, which opens the context menu', [down('F10', { shift: true }), up('F10')], false],
    ['Alt+F4', [down('Alt'), down('F4', { alt: true }), up('F4'), up('Alt')], false],
    ['Ctrl+Alt', [down('Control'), down('Alt', { control: true }), up('Alt')], false],
    ['Alt that was pressed elsewhere', [up('Alt')], false],
    [
      'Alt that comes back from another key',
      [down('Alt'), down('a'), down('Alt', { isAutoRepeat: true }), up('Alt')],
      false,
    ],
    ['a letter', [down('a'), up('a')], false],
  ])('%s', (_name, keys, opens) => {
    const isMenuKey = createMenuKey();
    expect(keys.map((key) => isMenuKey(key)).some(Boolean)).toBe(opens);
  });

  it('opens it once', () => {
    const isMenuKey = createMenuKey();
    expect([down('Alt'), up('Alt'), up('Alt')].map((key) => isMenuKey(key))).toEqual([false, true, false]);
  });
});
