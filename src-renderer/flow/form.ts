import {
  checkCredential,
  credentialHints,
  parseCredentialBlock,
  parseSite,
  trimPasted,
} from '../../src-main/contract/connection.ts';
import type {
  ConnectionForm,
  ConnectionShown,
  CredentialHint,
  SiteName,
} from '../../src-main/contract/connection.ts';
import type { Failure, FieldName, Result } from '../../src-main/contract/failure.ts';

/** Fields in the order in which they stand on the screen. */
export const FIELD_ORDER = [
  'clientId',
  'clientSecret',
  'jiraSite',
  'confluenceSite',
] as const satisfies readonly FieldName[];

export type FieldErrors = Readonly<Partial<Record<FieldName, Failure>>>;

/** What stands in the connection form. The secret is here only while it is being typed. */
export interface FormState {
  readonly clientId: string;
  readonly clientSecret: string;
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

/** Puts a typed text into a field and takes the field's error away. */
export function typeInto(form: FormState, field: FieldName, text: string): FormState {
  return { ...form, [field]: text, errors: without(form.errors, [field]) };
}

/**
 * Puts a pasted text into a credential field: a block with both values fills both fields, one value is freed from
 * the spaces and quotes around it.
 */
export function pasteInto(form: FormState, field: 'clientId' | 'clientSecret', text: string): FormState {
  const pair = parseCredentialBlock(text);
  const filled = pair ?? { [field]: trimPasted(text) };
  const fields: readonly FieldName[] = pair === null ? [field] : ['clientId', 'clientSecret'];
  return {
    ...form,
    ...filled,
    visited: [...new Set([...form.visited, ...fields])],
    errors: without(form.errors, fields),
  };
}

/** Marks a field as visited; a site that was typed and cannot be understood is told at once. */
export function leaveField(form: FormState, field: FieldName): FormState {
  const visited = form.visited.includes(field) ? form.visited : [...form.visited, field];
  if (field === 'clientId' || field === 'clientSecret') {
    return { ...form, [field]: trimPasted(form[field]), visited };
  }
  const text = shownText(form, field);
  const parsed = text.trim() === '' ? null : parseSite(text, field);
  return parsed === null || parsed.ok
    ? { ...form, visited }
    : { ...form, visited, errors: { ...form.errors, [field]: parsed.failure } };
}

/** Hints about the credentials in the fields that were left once. */
export function visibleHints(form: FormState): Readonly<Partial<Record<FieldName, CredentialHint>>> {
  const hints = credentialHints(form.clientId, form.clientSecret);
  const find = (field: FieldName, start: string): CredentialHint | undefined =>
    form.visited.includes(field) ? hints.find((hint) => hint.startsWith(start)) : undefined;
  const clientId = find('clientId', 'id-');
  const clientSecret = find('clientSecret', 'secret-');
  return {
    ...(clientId === undefined ? {} : { clientId }),
    ...(clientSecret === undefined ? {} : { clientSecret }),
  };
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
      ...errorOf('confluenceSite', confluenceSite),
    },
  };
}

/** The form after its secret went to the main process. */
export function handOverSecret(form: FormState): FormState {
  return { ...form, clientSecret: '', secretHeld: true, errors: {} };
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
    clientId: shown.clientId,
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
