import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron';

import type { Translate } from '../../i18n/translator.ts';

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
export function contextMenuTemplate(place: ClickedPlace, t: Translate): MenuItemConstructorOptions[] {
  const { editFlags } = place;
  const copy: MenuItemConstructorOptions = {
    role: 'copy',
    label: t('menu.copy'),
    enabled: editFlags.canCopy,
  };
  const selectAll: MenuItemConstructorOptions = {
    role: 'selectAll',
    label: t('menu.selectAll'),
    enabled: editFlags.canSelectAll,
  };
  if (!place.isEditable) return place.selectionText.trim() === '' ? [] : [copy, selectAll];
  const taking: MenuItemConstructorOptions[] = [
    { role: 'cut', label: t('menu.cut'), enabled: editFlags.canCut },
    copy,
  ];
  return [
    { role: 'undo', label: t('menu.undo'), enabled: editFlags.canUndo },
    { role: 'redo', label: t('menu.redo'), enabled: editFlags.canRedo },
    { type: 'separator' },
    ...(place.formControlType === 'input-password' ? [] : taking),
    { role: 'paste', label: t('menu.paste'), enabled: editFlags.canPaste },
    { type: 'separator' },
    selectAll,
  ];
}
