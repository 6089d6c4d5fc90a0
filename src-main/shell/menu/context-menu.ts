import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron';

import type { Translate } from '../../i18n/translator.ts';

type EditFlag = 'canCut' | 'canCopy' | 'canPaste' | 'canSelectAll' | 'canUndo' | 'canRedo';

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
  const cut = { role: 'cut', label: t('menu.cut'), enabled: editFlags.canCut } as const;
  const copy = { role: 'copy', label: t('menu.copy'), enabled: editFlags.canCopy } as const;
  const selectAll = {
    role: 'selectAll',
    label: t('menu.selectAll'),
    enabled: editFlags.canSelectAll,
  } as const;
  if (!isEditable) return selectionText.trim() === '' ? [] : [copy, selectAll];
  return [
    { role: 'undo', label: t('menu.undo'), enabled: editFlags.canUndo },
    { role: 'redo', label: t('menu.redo'), enabled: editFlags.canRedo },
    { type: 'separator' },
    ...(formControlType === 'input-password' ? [] : [cut, copy]),
    { role: 'paste', label: t('menu.paste'), enabled: editFlags.canPaste },
    { type: 'separator' },
    selectAll,
  ];
}
