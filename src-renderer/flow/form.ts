import {
  checkCredential,
  credentialHints,
  parseSite,
  trimPasted,
} from '../../src-main/contract/input/connection.ts';
import type { ConnectionForm, ConnectionShown, SiteName } from '../../src-main/contract/input/connection.ts';
import type { Failure, FieldName, Result } from '../../src-main/contract/failure.ts';
import { holdsSecret } from '../../src-main/contract/input/credential-shape.ts';
import type { Message } from '../../src-main/i18n/message.ts';
import { leaveCredential, typeCredential, pasteCredential, withoutSecret } from './credential-fields.ts';
import type { CredentialFields, PasteNotice } from './credential-fields.ts';

/** Fields in the order in which they stand on the screen. */
export const FIELD_ORDER = [
  'clientId',
  'clientSecret',
  'jiraSite',
  'confluenceSite',
] as const satisfies readonly FieldName[];

export type FieldErrors = Readonly<Partial<Record<FieldName, Failure>>>;

/** What stands in the connection form. The secret is here only while it is being typed. */
export interface FormState extends CredentialFields {
  readonly jiraSite: string;
  /** What the person typed as Confluence site; null as long as the one of the Jira site is proposed. */
  readonly confluenceSite: string | null;
  /** True if the main process keeps a secret from an earlier submit. */
  readonly secretHeld: boolean;
  /** Fields that the person has left once; hints show from then on, not while a value is half typed. */
  readonly visited: readonly FieldName[];
  readonly errors: FieldErrors;
  /** Grows with every refusal, so that the screen can move the focus each time. */
  readonly refusals: number;
}

export const EMPTY_FORM: FormState = {
  clientId: '',
  clientSecret: '',
  notice: null,
  goesOn: false,
  jiraSite: '',
  confluenceSite: null,
  secretHeld: false,
  visited: [],
  errors: {},
  refusals: 0,
};

/** The text of a field as it is shown: the Confluence site follows the Jira site until the person changes it. */
export function shownText(form: FormState, field: FieldName): string {
  if (field !== 'confluenceSite') return form[field];
  return form.confluenceSite ?? understoodSite(form, 'jiraSite') ?? '';
}

/** The site as it was understood from what is shown, or null. */
export function understoodSite(form: FormState, field: 'jiraSite' | 'confluenceSite'): SiteName | null {
  const parsed = parseSite(shownText(form, field), field);
  return parsed.ok ? parsed.value : null;
}

/**
 * Puts a text into a field as the browser reports it: typed, dropped, filled in by a password manager. Takes the field's
 * error away.
 */
export function typeInto(form: FormState, field: FieldName, text: string): FormState {
  if (field === 'clientId' || field === 'clientSecret')
    return withCredentials(form, typeCredential(form, field, text), [field]);
  // The fields of the sites can be read by everybody, too.
  return holdsSecret(text) && !parseSite(text, field).ok
    ? withCredentials(form, pasteCredential(form, 'clientId', text), [])
    : { ...form, [field]: text, errors: without(form.errors, [field]) };
}

/**
 * Puts a pasted text into a credential field: a block with both values fills both fields, one value is freed from
 * the label, the spaces and the quotes around it.
 */
export function pasteInto(form: FormState, field: 'clientId' | 'clientSecret', text: string): FormState {
  const pasted = withCredentials(form, pasteCredential(form, field, text), [field]);
  return visit(pasted, field);
}

/** Marks a field as visited; a site that was typed and cannot be understood is told at once. */
export function leaveField(form: FormState, field: FieldName): FormState {
  if (field === 'clientId' || field === 'clientSecret')
    return visit(withCredentials(form, leaveCredential(form, field), []), field);
  const left = visit(form, field);
  const text = shownText(form, field);
  const parsed = text.trim() === '' ? null : parseSite(text, field);
  return parsed === null || parsed.ok
    ? left
    : { ...left, errors: { ...form.errors, [field]: parsed.failure } };
}

function visit(form: FormState, field: FieldName): FormState {
  return form.visited.includes(field) ? form : { ...form, visited: [...form.visited, field] };
}

/** The only way in which the two keys change. An error goes with the value that it was about. */
function withCredentials(
  form: FormState,
  { clientId, clientSecret, notice, goesOn }: CredentialFields,
  touched: readonly FieldName[],
): FormState {
  const changed: readonly FieldName[] = [
    ...touched,
    ...(clientId === form.clientId ? [] : (['clientId'] as const)),
    ...(clientSecret === form.clientSecret ? [] : (['clientSecret'] as const)),
  ];
  const visited =
    notice?.kind === 'pair' && notice !== form.notice
      ? [...new Set<FieldName>([...form.visited, 'clientId', 'clientSecret'])]
      : form.visited;
  const errors = changed.length === 0 ? form.errors : without(form.errors, changed);
  const credentials = withoutSecret({ clientId, clientSecret, notice, goesOn });
  // The secret that the main process holds belongs to one Client ID and is paired with no other.
  const secretHeld = form.secretHeld && credentials.clientId === form.clientId;
  return { ...form, ...credentials, secretHeld, visited, errors };
}

/** Hints about the credentials in the fields that were left once. */
export function visibleHints(form: FormState): {
  readonly clientId: Message | null;
  readonly clientSecret: Message | null;
} {
  const hints = credentialHints(form.clientId, form.clientSecret);
  return {
    clientId: form.visited.includes('clientId') ? hints.clientId : null,
    clientSecret: form.visited.includes('clientSecret') ? hints.clientSecret : null,
  };
}

/** What was done with a pasted text, if it is to be told at this field. */
export function noticeAt(form: FormState, field: FieldName): PasteNotice['kind'] | null {
  return form.notice?.field === field ? form.notice.kind : null;
}

export type FormReading =
  | { readonly ok: true; readonly form: ConnectionForm }
  | { readonly ok: false; readonly errors: FieldErrors };

/** Reads the form for a submit: what goes to the main process, or the error of every field that is wrong. */
export function readForm(form: FormState): FormReading {
  const clientId = checkCredential(form.clientId, 'clientId');
  const secret: Result<string | null> =
    form.secretHeld && trimPasted(form.clientSecret) === ''
      ? { ok: true, value: null }
      : checkCredential(form.clientSecret, 'clientSecret');
  const jiraSite = parseSite(form.jiraSite, 'jiraSite');
  const confluenceSite = parseSite(shownText(form, 'confluenceSite'), 'confluenceSite');
  if (clientId.ok && secret.ok && jiraSite.ok && confluenceSite.ok) {
    return {
      ok: true,
      form: {
        clientId: clientId.value,
        clientSecret: secret.value,
        jiraSite: jiraSite.value,
        confluenceSite: confluenceSite.value,
      },
    };
  }
  return {
    ok: false,
    errors: {
      ...errorOf('clientId', clientId),
      ...errorOf('clientSecret', secret),
      ...errorOf('jiraSite', jiraSite),
      // One that follows the Jira site has no fault of its own.
      ...(form.confluenceSite === null ? {} : errorOf('confluenceSite', confluenceSite)),
    },
  };
}

/** The form after its secret went to the main process. */
export function handOverSecret(form: FormState): FormState {
  return { ...form, clientSecret: '', notice: null, goesOn: false, secretHeld: true, errors: {} };
}

/** The form with errors, ready for another try; an error at the secret means that the main process kept none. */
export function refuse(form: FormState, errors: FieldErrors): FormState {
  return {
    ...form,
    errors,
    refusals: form.refusals + 1,
    secretHeld: form.secretHeld && errors.clientSecret === undefined,
  };
}

/** Fills an untouched form with the connection that the main process still holds. */
export function recall(form: FormState, shown: ConnectionShown): FormState {
  const isUntouched = FIELD_ORDER.every((field) => shownText(form, field) === '');
  if (!isUntouched) return { ...form, secretHeld: form.secretHeld || shown.secretHeld };
  return {
    ...form,
    ...withoutSecret({ ...form, clientId: shown.clientId }),
    jiraSite: shown.jiraSite,
    confluenceSite: shown.confluenceSite === shown.jiraSite ? null : shown.confluenceSite,
    secretHeld: shown.secretHeld,
  };
}

function errorOf(field: FieldName, result: Result<unknown>): FieldErrors {
  return result.ok ? {} : { [field]: result.failure };
}

function without(errors: FieldErrors, fields: readonly FieldName[]): FieldErrors {
  return Object.fromEntries(
    FIELD_ORDER.filter((field) => errors[field] !== undefined && !fields.includes(field)).map((field) => [
      field,
      errors[field],
    ]),
  );
}
