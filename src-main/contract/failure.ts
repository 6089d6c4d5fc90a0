import type { Message } from '../i18n/message.ts';
import { inEnglish } from '../i18n/translator.ts';
import type { Failure, FailureCode, FieldName } from './failure-schema.ts';

export type { Failure, FailureCode, FieldName } from './failure-schema.ts';

/** The envelope of every answer that crosses IPC; also used inside the main process. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure };

/** Wraps a value as success. */
export function succeed<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** Returns a function that does something and then succeeds with nothing. */
export function thenSucceed<I extends readonly unknown[]>(act: (...given: I) => unknown) {
  return async (...given: I): Promise<Result<null>> => {
    await act(...given);
    return succeed(null);
  };
}

/** Makes a failed result; `phrase` is what the person is told, `suggestion` what may be put into the field instead. */
export function fail(
  code: FailureCode,
  phrase: Message,
  field: FieldName | null = null,
  suggestion: string | null = null,
): Result<never> {
  const failure: Failure = { code, message: inEnglish(phrase), phrase, field };
  return { ok: false, failure: suggestion === null ? failure : { ...failure, suggestion } };
}

/** Makes the failure of an input that only a terminal or a log will tell, which speak English. */
export function failInTerminal(message: string): Result<never> {
  return { ok: false, failure: { code: 'bad-input', message, phrase: null, field: null } };
}
