import type { Diagnosis } from '../../contract/diagnosis.ts';
import { escapeControlCharacters } from '../../contract/input/control-characters.ts';
import type { Message } from '../../i18n/message.ts';
import { inTurns, toEnd } from '../cooperative-steps.ts';
import type { Steps } from '../cooperative-steps.ts';
import type { KnownSecrets } from '../search/known-secrets.ts';
import { kindOfField } from './layers/credential-fields.ts';
import { cookieSecrets } from './layers/redact-cookies.ts';
import { redactDiagnosis, redactMessageValues } from './redact-diagnosis.ts';
import { isRequestId, redactAuthorization } from './layers/redact-headers.ts';
import { redactJson } from './layers/redact-json.ts';
import { createKnownSecretRedaction } from './layers/redact-known-secrets.ts';
import { redactUrl } from './layers/redact-urls.ts';
import { markRedacted } from './redacted.ts';
import type { Redacted, RedactedText } from './redacted.ts';
import { REDACTION_LAYERS } from './redaction-layers.ts';
import type { RedactionLayers } from './redaction-layers.ts';
import { isTag, tagFor } from './tags.ts';
import type { TagMaker } from './tags.ts';

/** Removes secrets and everything in the shape of a credential. Its own output comes out unchanged. */
export interface Redactor {
  /** Text from outside, such as the body of an answer. JSON stays JSON. */
  readonly redactResponse: (text: string) => RedactedText;
  /** Text of the app that may quote the outside. A secret that is an ordinary word stays one. */
  readonly redactAppText: (text: string) => RedactedText;
  /** What a person or the app wrote, which also loses control characters and outer white space. */
  readonly redactUserText: (text: string) => RedactedText;
  /** A page made of redacted parts, in case the parts came together to a secret. */
  readonly redactDocument: (text: string) => RedactedText;
  /** The same without blocking the event loop, for long pages. */
  readonly redactLongDocument: (text: string) => Promise<RedactedText>;
  /** The same for a page of JSON, which stays JSON. */
  readonly redactJsonDocument: (text: string) => Promise<RedactedText>;
  /** Known secrets and tokens only: for paths, and for what the user copies. */
  readonly redactKnownSecrets: (text: string) => RedactedText;
  readonly redactMessage: (message: Message) => Redacted<Message>;
  /** From now on the cookies of a run are removed as well, and its request ids may stay wherever they stand. */
  readonly learnFrom: (diagnosis: Diagnosis) => void;
  /** A whole diagnosis, which is learned from first; the result keeps to its schema. Does not block the event loop. */
  readonly redactDiagnosis: (diagnosis: Diagnosis) => Promise<Redacted<Diagnosis>>;
  /** From now on these secrets are removed as well. */
  readonly addSecrets: (secrets: KnownSecrets) => void;
  /** Returns the number of known secrets, which only grows. */
  readonly secretCount: () => number;
}

/** How closely a text is searched. */
interface Depth {
  /** Whether secrets that look like ordinary words are removed where they stand as a value. */
  readonly ordinary: boolean;
  /** Whether secrets are looked for in pieces, reversed and packed. */
  readonly views: boolean;
  /** Whether HTML and addresses are read as such. */
  readonly structure: boolean;
  /** Whether long random strings go. */
  readonly randomStrings: boolean;
}

const RESPONSE: Depth = { ordinary: true, views: true, structure: true, randomStrings: true };
const APP_TEXT: Depth = { ordinary: false, views: true, structure: false, randomStrings: true };
const DOCUMENT: Depth = { ordinary: false, views: false, structure: false, randomStrings: false };

const MAX_REMEMBERED_LENGTH = 40;

/**
 * Makes the redactor of one run. `salt` is random and kept nowhere else: it makes a secret's tags equal within one
 * bundle and impossible to compute outside of it. `layers` is for tests.
 */
export function createRedactor(
  secrets: KnownSecrets,
  salt: Uint8Array,
  layers: RedactionLayers = REDACTION_LAYERS,
): Redactor {
  const known = createKnownSecretRedaction(secrets, salt, layers);
  const eraseHome = layers.home(secrets.homeFolder);
  const tag: TagMaker = (kind, value) => tagFor(kind, salt, value);
  let requestIds: ReadonlySet<string> = new Set();

  const redactText = function* (text: string, depth: Depth, cut = false): Steps<string> {
    const unknown = yield* known.redact(text, { ...depth, cut });
    yield;
    const structured = depth.structure ? layers.structure(unknown, tag) : unknown;
    yield;
    const shaped = yield* layers.shapes(structured, tag, { ...depth, requestIds });
    yield;
    return eraseHome(shaped);
  };

  const redactBody = function* (text: string, cut: boolean): Steps<string> {
    const replacement = known.wholeValue(text);
    if (replacement !== undefined) return replacement;
    const json = yield* redactJson(text, {
      value: redactField,
      name: (name) => toEnd(redactText(name, RESPONSE)),
      number: remembered((number, field) => toEnd(redactField(number, field))),
      spread: () => secretsAcrossLiterals(text),
    });
    return json ?? (yield* redactText(text, RESPONSE, cut));
  };
  const redactResponse = (text: string, cut = false): string => toEnd(redactBody(text, cut));

  const redactField = function* (text: string, field: string | null): Steps<string> {
    const clean = yield* redactBody(text, false);
    if (field === null || !layers.fields(field, clean)) return clean;
    const kind = kindOfField(field) ?? 'password';
    return kind === 'authorization' ? redactAuthorization(clean, tag) : tag(kind, clean);
  };

  /** Returns the replacement of a JSON literal that holds a piece of a secret which is spread over several of them. */
  const secretsAcrossLiterals = function* (
    text: string,
  ): Steps<(start: number, end: number) => string | undefined> {
    const ranges = yield* known.find(text, { ordinary: false, views: true, cut: false });
    let at = 0;
    return (start, end) => {
      while (at < ranges.length && (ranges[at]?.end ?? 0) <= start) at += 1;
      const range = ranges[at];
      const isSpread = range !== undefined && range.start < end && (range.start < start || range.end > end);
      return isSpread ? range.replacement : undefined;
    };
  };

  const redactJsonPage = function* (text: string): Steps<string> {
    const redactPart = (part: string): Steps<string> => redactText(part, DOCUMENT);
    const json = yield* redactJson(text, {
      value: redactPart,
      name: (name) => toEnd(redactPart(name)),
      number: (number) => number,
    });
    return json ?? (yield* redactPart(text));
  };

  const redactAppText = (text: string): string => toEnd(redactText(text, APP_TEXT));
  const redactByValue = (text: string, depth: Depth): string =>
    toEnd(known.redact(text, { ...depth, cut: false }));

  const learnFrom = ({ exchanges }: Diagnosis): void => {
    const headers = exchanges.flatMap(({ response }) => response?.headers ?? []);
    requestIds = new Set(headers.filter(({ name }) => isRequestId(name)).map(({ value }) => value.trim()));
    known.addCookies(
      headers
        .filter(({ name }) => /^set-cookie2?$/iu.test(name.trim()))
        .flatMap(({ value }) => cookieSecrets(value))
        .filter((value) => !requestIds.has(value)),
    );
  };

  const markedAppText = (text: string): RedactedText => markRedacted(redactAppText(text));
  return {
    redactResponse: (text) => markRedacted(redactResponse(text)),
    redactJsonDocument: async (text) => markRedacted(await inTurns(redactJsonPage(text))),
    redactAppText: markedAppText,
    redactUserText: (text) => markedAppText(escapeControlCharacters(text).trim()),
    redactDocument: (text) => markRedacted(toEnd(redactText(text, DOCUMENT))),
    redactLongDocument: async (text) => markRedacted(await inTurns(redactText(text, DOCUMENT))),
    redactKnownSecrets: (text) => markRedacted(redactByValue(text, APP_TEXT)),
    redactMessage: ({ key, values }) =>
      markRedacted({ key, values: redactMessageValues(values, redactAppText) }),
    learnFrom,
    redactDiagnosis: async (diagnosis) => {
      learnFrom(diagnosis);
      const clean = await redactDiagnosis(diagnosis, {
        redactResponse,
        redactBody,
        redactAppText,
        redactHeader: ({ name, value }) => {
          const clean = /^\s*[{[]/u.test(value) ? redactResponse(value) : redactByValue(value, RESPONSE);
          return {
            name: toEnd(redactText(name, RESPONSE)),
            value: eraseHome(layers.headers(name, clean, tag)),
          };
        },
        redactName: (text) =>
          toEnd(known.find(text, { ordinary: false, views: false, cut: false }))[0]
            ?.replacement.toLowerCase()
            .replace(/[^a-z0-9]+/gu, '-')
            .replace(/^-|-$/gu, ''),
        redactSignInAnswer: (text) => layers.bareTokens(text, tag),
        redactAddress: (text) => eraseHome(redactUrl(redactResponse(text), tag)),
        redactId: (text) => (isTag(text) ? text : redactByValue(text, { ...RESPONSE, views: false })),
      });
      return markRedacted(clean);
    },
    addSecrets: known.add,
    secretCount: known.count,
  };
}

/** Remembers the results for short numbers, of which lists hold the same over and over; lives as long as one text. */
function remembered(
  redact: (text: string, field: string | null) => string,
): (text: string, field: string | null) => string {
  const results = new Map<string, string>();
  return (text, field) => {
    const key = `${field ?? ''}\n${text}`;
    const result = results.get(key) ?? redact(text, field);
    if (key.length <= MAX_REMEMBERED_LENGTH) results.set(key, result);
    return result;
  };
}
