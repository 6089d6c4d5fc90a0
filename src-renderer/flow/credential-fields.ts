import { trimPasted } from '../../src-main/contract/input/connection.ts';
import { readCredentialBlock } from '../../src-main/contract/input/credential-block.ts';
import { holdsSecret, secretWithin } from '../../src-main/contract/input/credential-shape.ts';

type CredentialField = 'clientId' | 'clientSecret';

/** What was done with a text that arrived in a field, to be told there: `paste.…`. */
export interface PasteNotice {
  readonly field: CredentialField;
  readonly kind:
    | 'pair'
    | 'secret-moved'
    | 'secret-removed'
    | 'id-moved'
    | 'several'
    | 'placeholder'
    | 'too-long';
}

/** The two keys as they stand in the form. */
export interface CredentialFields {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly notice: PasteNotice | null;
  /** A secret that is typed key by key into the Client ID field has just been moved; what follows belongs to it. */
  readonly goesOn: boolean;
}

/** The fields after the browser has reported a new text of one of them, however it got there. */
export function typeCredential(
  fields: CredentialFields,
  field: CredentialField,
  text: string,
): CredentialFields {
  const before = fields[field];
  const added = addedText(before, text);
  const isKeystroke = added.length <= 1;
  if (field === 'clientId' && fields.goesOn && added.length === 1 && text.length > before.length)
    return { ...fields, clientSecret: fields.clientSecret + added };
  const plain = { ...fields, [field]: text, notice: null, goesOn: false };
  const isVisibleSecret = field === 'clientId' && holdsSecret(text);
  if (isKeystroke && !isVisibleSecret) return plain;
  const isInsertion = !isKeystroke && added.length + before.length === text.length;
  const rest = { ...fields, [field]: isInsertion ? before : '' };
  const { kind } = readCredentialBlock(text);
  const isRead = kind === 'pair' || kind === 'secret';
  const taken = takeIn(rest, field, isInsertion && !isRead ? added : text);
  // A text without any key in it stays as it was typed.
  if (taken.notice === null && !isVisibleSecret) return plain;
  return { ...taken, goesOn: isKeystroke && taken.notice?.kind === 'secret-moved' };
}

/** The fields after a text was pasted into one of them; it takes the place of what stood there. */
export function pasteCredential(
  fields: CredentialFields,
  field: CredentialField,
  text: string,
): CredentialFields {
  return takeIn(fields, field, text);
}

/** The fields after one of them was left: what arrived there without a paste is looked at now at the latest. */
export function leaveCredential(fields: CredentialFields, field: CredentialField): CredentialFields {
  const text = fields[field];
  const trimmed = { ...fields, [field]: trimPasted(text), goesOn: false };
  const { kind } = readCredentialBlock(text);
  const isOwn = kind === (field === 'clientId' ? 'id' : 'secret');
  const isSecret = field === 'clientId' && secretWithin(text) !== null;
  if (kind !== 'pair' && !isOwn && !isSecret) return trimmed;
  if (isOwn && !isSecret) return { ...takeIn(trimmed, field, text), notice: fields.notice };
  return takeIn({ ...trimmed, [field]: '' }, field, text);
}

/** Takes the keys out of a text that arrived in a field. What cannot be decided leaves both fields as they are. */
function takeIn(fields: CredentialFields, field: CredentialField, text: string): CredentialFields {
  const settled = { ...fields, notice: null, goesOn: false };
  const told = (kind: PasteNotice['kind']): CredentialFields => ({ ...settled, notice: { field, kind } });
  const block = readCredentialBlock(text);
  switch (block.kind) {
    case 'pair':
      return { ...settled, ...block.pair, notice: { field, kind: 'pair' } };
    case 'secret':
      return field === 'clientId'
        ? moveSecret(settled, block.value)
        : { ...settled, clientSecret: block.value };
    case 'id':
      if (field === 'clientId') return { ...settled, clientId: block.value };
      return block.isAlone
        ? { ...settled, clientSecret: block.value }
        : { ...told('id-moved'), clientId: block.value };
    case 'several':
    case 'placeholder':
    case 'too-long':
      return told(block.kind);
    case 'nothing': {
      const secret = field === 'clientId' ? secretWithin(text) : null;
      return secret === null ? { ...settled, [field]: trimPasted(text) } : moveSecret(settled, secret);
    }
  }
}

/** Puts a secret that arrived in the visible field into the one that is masked, if that is free. */
function moveSecret(fields: CredentialFields, secret: string): CredentialFields {
  return isFree(fields.clientSecret, secret)
    ? { ...fields, clientSecret: secret, notice: { field: 'clientId', kind: 'secret-moved' } }
    : { ...fields, notice: { field: 'clientId', kind: 'secret-removed' } };
}

function isFree(text: string, value: string): boolean {
  const bare = trimPasted(text);
  return bare === '' || bare === value;
}

/** The last look at everything that goes into the form: no secret and no token ever stands in the visible field. */
export function withoutSecret(fields: CredentialFields): CredentialFields {
  return holdsSecret(fields.clientId)
    ? { ...fields, clientId: '', notice: { field: 'clientId', kind: 'secret-removed' } }
    : fields;
}

/** What was added to a text, without what is the same before and behind it. */
function addedText(before: string, after: string): string {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start += 1;
  let end = 0;
  const rest = Math.min(before.length, after.length) - start;
  while (end < rest && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  return after.slice(start, after.length - end);
}
