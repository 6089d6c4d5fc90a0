import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron';

import type { Say } from '../../i18n/translator.ts';

/** What we need to know about the place that was clicked. */
export interface ClickedPlace extends Pick<
  ContextMenuParams,
  'isEditable' | 'selectionText' | 'formControlType'
> {
  readonly editFlags: Pick<
    ContextMenuParams['editFlags'],
    'canCut' | 'canCopy' | 'canPaste' | 'canSelectAll' | 'canUndo' | 'canRedo'
  >;
}

/**
 * The standard entries for a field or for selected text; none for any other place. What stands in a field for a password
 * can be pasted over and never be cut or copied.
 */
export function contextMenuTemplate(place: ClickedPlace, say: Say): MenuItemConstructorOptions[] {
  const { editFlags } = place;
  const copy: MenuItemConstructorOptions = {
    role: 'copy',
    label: say('menu.copy'),
    enabled: editFlags.canCopy,
  };
  const selectAll: MenuItemConstructorOptions = {
    role: 'selectAll',
    label: say('menu.selectAll'),
    enabled: editFlags.canSelectAll,
  };
  if (!place.isEditable) return place.selectionText.trim() === '' ? [] : [copy, selectAll];
  const taking: MenuItemConstructorOptions[] = [
    { role: 'cut', label: say('menu.cut'), enabled: editFlags.canCut },
    copy,
  ];
  return [
    { role: 'undo', label: say('menu.undo'), enabled: editFlags.canUndo },
    { role: 'redo', label: say('menu.redo'), enabled: editFlags.canRedo },
    { type: 'separator' },
    ...(place.formControlType === 'input-password' ? [] : taking),
    { role: 'paste', label: say('menu.paste'), enabled: editFlags.canPaste },
    { type: 'separator' },
    selectAll,
  ];
}
