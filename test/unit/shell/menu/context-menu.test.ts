import { describe, expect, it } from 'vitest';

import { contextMenuTemplate } from '../../../../src-main/shell/menu/context-menu.ts';
import type { ClickedPlace } from '../../../../src-main/shell/menu/context-menu.ts';
import { tEnglish } from '../../../../src-main/i18n/translator.ts';

const ALL = {
  canCut: true,
  canCopy: true,
  canPaste: true,
  canSelectAll: true,
  canUndo: true,
  canRedo: false,
};

function entries(place: Partial<ClickedPlace>): (string | undefined)[] {
  return contextMenuTemplate(
    { isEditable: false, selectionText: '', formControlType: 'none', editFlags: ALL, ...place },
    tEnglish,
  )
    .filter(({ type }) => type !== 'separator')
    .map(({ label, enabled }) => (enabled === false ? `(${label})` : label));
}

describe('contextMenuTemplate', () => {
  it('offers the standard entries in a field', () => {
    const place = { isEditable: true, formControlType: 'input-text' } as const;
    expect(entries(place)).toEqual(['Undo', '(Redo)', 'Cut', 'Copy', 'Paste', 'Select all']);
    expect(entries({ ...place, editFlags: { ...ALL, canCut: false, canCopy: false } })).toEqual([
      'Undo',
      '(Redo)',
      '(Cut)',
      '(Copy)',
      'Paste',
      'Select all',
    ]);
  });

  it('never offers to cut or copy a password, whatever the page says is possible', () => {
    expect(entries({ isEditable: true, formControlType: 'input-password', selectionText: 'secret' })).toEqual(
      ['Undo', '(Redo)', 'Paste', 'Select all'],
    );
  });

  it('offers to copy selected text, and nothing elsewhere', () => {
    expect(entries({ selectionText: 'a word' })).toEqual(['Copy', 'Select all']);
    expect(entries({ selectionText: ' \n' })).toEqual([]);
    expect(entries({})).toEqual([]);
  });
});
