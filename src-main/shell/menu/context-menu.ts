import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron';

import type { Translate } from '../../i18n/translator.ts';

type EditRole = 'undo' | 'redo' | 'cut' | 'copy' | 'paste' | 'selectAll';
type EditFlag = `can${Capitalize<EditRole>}`;

/** The place that was clicked. */
export interface ClickedPlace extends Pick<
  ContextMenuParams,
  'isEditable' | 'selectionText' | 'formControlType'
> {
  readonly editFlags: Pick<ContextMenuParams['editFlags'], EditFlag>;
}

/**
 * Returns the standard entries for a field or for selected text; none for any other place. The content of a password
 * field can be pasted over and never be cut or copied.
 */
export function contextMenuTemplate(place: ClickedPlace, t: Translate): MenuItemConstructorOptions[] {
  const { editFlags, isEditable, selectionText, formControlType } = place;
  const entry = (role: EditRole, enabled: boolean) => ({ role, label: t(`menu.${role}`), enabled });
  const cut = entry('cut', editFlags.canCut);
  const copy = entry('copy', editFlags.canCopy);
  const selectAll = entry('selectAll', editFlags.canSelectAll);
  if (!isEditable) return selectionText.trim() === '' ? [] : [copy, selectAll];
  return [
    entry('undo', editFlags.canUndo),
    entry('redo', editFlags.canRedo),
    { type: 'separator' },
    ...(formControlType === 'input-password' ? [] : [cut, copy]),
    entry('paste', editFlags.canPaste),
    { type: 'separator' },
    selectAll,
  ];
}
