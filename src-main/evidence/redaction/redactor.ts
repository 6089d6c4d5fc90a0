import type { Diagnosis } from '../../contract/diagnosis.ts';
import type { Message } from '../../i18n/message.ts';
import { cookieSecrets } from './redact-cookies.ts';
import { isFieldSecret, kindOfField } from './credential-fields.ts';
import { createSteppedFinder } from '../search/find-secrets.ts';
import type { FindInSteps, FindOptions } from '../search/find-secrets.ts';
import { createHomeFolderEraser } from './redact-home-folder.ts';
import { tokensIn } from './jwt.ts';
import { forAMoment, nextTurn, toEnd } from '../cooperative-steps.ts';
import type { Steps } from '../cooperative-steps.ts';
import { mergeRanges, replaceRanges } from '../search/ranges.ts';
import type { Range } from '../search/ranges.ts';
import { redactDiagnosis, redactValues } from './redact-diagnosis.ts';
import type { Counted, InTurns, RedactionTools } from './redact-diagnosis.ts';
import { isRequestId, redactHeaderValue } from './redact-headers.ts';
import { hasMarkup, redactMarkup } from './redact-html.ts';
import { rewriteJsonInSteps } from './redact-json.ts';
import { redactAuthorization, redactShapesInSteps, redactSignInAnswer } from './redact-shapes.ts';
import { redactUrl, redactUrls } from './redact-urls.ts';
import { markRedacted } from './redacted.ts';
import type { Redacted, RedactedText } from './redacted.ts';
import { listSecrets } from '../search/known-secrets.ts';
import type { KnownSecrets, Secret } from '../search/known-secrets.ts';
import { isTag, TAG, tagFor } from './tags.ts';
import type { TagMaker } from './tags.ts';

/** A text without secrets, and how many were replaced in it. */
interface CleanText {
  readonly text: RedactedText;
  readonly removed: number;
}

/**
 * Removes every known secret, in every dress that `find-secrets` knows and also in part, then what has the shape of a
 * credential. Its own output comes out unchanged.
 */
export interface Redactor {
  /** Any text from outside: by value and by shape. One that is JSON stays JSON. */
  text(text: string): CleanText;
  /** What the person typed, and lines of the log: by value and by shape; a secret that is an ordinary word stays one. */
  typed(text: string): CleanText;
  /** A page of ours that was made of redacted parts: by value and by shape, in case its parts came together to one. */
  page(text: string): CleanText;
  /** The same for a long page: others have their turn meanwhile. */
  longPage(text: string): Promise<CleanText>;
  /** What has to stay as it is unless a known secret or a token is in it: a path, what the person copies. */
  exact(text: string): CleanText;
  /** A sentence that is not said yet: its values as our own sentences, which may quote the wire. */
  phrase(phrase: Message): Redacted<Message>;
  /** A whole diagnosis; the answer keeps to its schema. Others have their turn meanwhile. */
  diagnosis(
    diagnosis: Diagnosis,
  ): Promise<{ readonly diagnosis: Redacted<Diagnosis>; readonly removed: number }>;
  /** From now on these secrets are removed as well. */
  learn(secrets: KnownSecrets): void;
  /** How many secrets it knows; they only become more. */
  known(): number;
}

/**
 * What the redactor is made of. Each layer stands in the way of something that the others let pass; a test takes them
 * out one by one and sees that the gate refuses what then comes through.
 */
export interface RedactionLayers {
  /** Known secrets, by value, in every dress. */
  readonly values: typeof createSteppedFinder;
  /** Known secrets that look like ordinary text, where one is a whole value. */
  readonly wholeValues: typeof wholeValues;
  /** Tokens of whomever. */
  readonly tokens: typeof tokensIn;
  /** Credentials in plain text, by their shape. */
  readonly shapes: typeof redactShapesInSteps;
  /** Attributes, scripts and queries: what of a page or an address is data and not text. */
  readonly structure: typeof redactStructure;
  /** Headers, of which only those that support reads stay whole. */
  readonly headers: typeof redactHeaderValue;
  /** Fields of JSON whose name says so. */
  readonly fields: typeof isFieldSecret;
  /** The answer to a sign-in, which is a token whatever it looks like. */
  readonly bareTokens: typeof redactSignInAnswer;
  readonly home: typeof createHomeFolderEraser;
}

export const REDACTION_LAYERS: RedactionLayers = {
  values: createSteppedFinder,
  wholeValues,
  tokens: tokensIn,
  shapes: redactShapesInSteps,
  structure: redactStructure,
  headers: redactHeaderValue,
  fields: isFieldSecret,
  bareTokens: redactSignInAnswer,
  home: createHomeFolderEraser,
};

function redactStructure(text: string, tag: TagMaker): string {
  return hasMarkup(text) ? redactMarkup(text, tag) : redactUrls(text, tag);
}

/** Characters of a number with its field, and numbers, that are remembered within one text. */
const MAX_REMEMBERED = 40;
const MAX_REMEMBERED_VALUES = 4096;

/** Cookies of a run that are searched for everywhere. A flood of them is no reason to search for each. */
const MAX_COOKIES = 64;

/**
 * Makes the redactor of one run. `salt` is random and kept nowhere else: it makes a secret's tags equal within one
 * bundle and not computable outside of it.
 */
export function createRedactor(
  secrets: KnownSecrets,
  salt: Uint8Array,
  layers: RedactionLayers = REDACTION_LAYERS,
): Redactor {
  const eraseHome = layers.home(secrets.homeFolder);
  let known = searchOf(listSecrets(secrets), salt, layers);
  let cookies: { readonly find: FindInSteps; readonly shownAs: readonly string[] } | null = null;
  let requestIds: ReadonlySet<string> = new Set();
  let removed = 0;

  const tag: TagMaker = (kind, value) => {
    removed += 1;
    return tagFor(kind, salt, value);
  };

  const rangesOf = function* (text: string, options: FindOptions): Steps<Range[]> {
    const { find, shownAs } = known;
    const ranges = (yield* find(text, options)).map(({ start, end, secret }): Range => ({
      start,
      end,
      replacement: shownAs[secret] ?? '',
    }));
    if (cookies === null) return ranges;
    const extra = cookies.shownAs;
    const cookieOptions = { ...options, ordinary: false, views: false };
    for (const { start, end, secret } of yield* cookies.find(text, cookieOptions))
      ranges.push({ start, end, replacement: extra[secret] ?? '' });
    return ranges;
  };

  const byValueInSteps = function* (given: string, options: FindOptions): Steps<string> {
    let text = given;
    for (const { value, replacement } of known.likeTags) {
      const parts = text.split(value);
      removed += parts.length - 1;
      text = parts.join(replacement);
    }
    const ranges = yield* rangesOf(text, options);
    // A token of somebody else shares its first part with a known one; it is removed as a whole, under its own tag.
    for (const { start, end } of text.includes('eyJ') ? layers.tokens(text) : []) {
      const token = text.slice(start, end);
      if (!known.values.has(token)) ranges.push({ start, end, replacement: tagFor('token', salt, token) });
    }
    const merged = mergeRanges(ranges);
    removed += merged.length;
    return replaceRanges(text, merged);
  };
  const byValue = (text: string, options: FindOptions): string => toEnd(byValueInSteps(text, options));

  const home = (text: string): string => {
    const erased = eraseHome(text);
    removed += erased.removed;
    return erased.text;
  };

  const shapes = (text: string): Steps<string> => layers.shapes(text, tag, requestIds);

  const plainInSteps = function* (text: string, cut: boolean): Steps<string> {
    const found = yield* byValueInSteps(text, { ordinary: true, cut, views: true });
    yield;
    const structured = layers.structure(found, tag);
    yield;
    const shaped = yield* shapes(structured);
    yield;
    return home(shaped);
  };
  const plain = (text: string, cut: boolean): string => toEnd(plainInSteps(text, cut));

  const value = function* (text: string, field: string | null): Steps<string> {
    const clean = yield* wireInSteps(text);
    if (field === null || !layers.fields(field, clean)) return clean;
    const kind = kindOfField(field) ?? 'password';
    return kind === 'authorization' ? redactAuthorization(clean, tag) : tag(kind, clean);
  };

  /** A secret that is spread over several strings or numbers of a JSON text takes each of them along. */
  const spreadOver = function* (text: string): Steps<(start: number, end: number) => string | null> {
    const ranges = mergeRanges(yield* rangesOf(text, { ordinary: false, cut: false, views: true }));
    let at = 0;
    return (start, end) => {
      while (at < ranges.length && (ranges[at]?.end ?? 0) <= start) at += 1;
      const range = ranges[at];
      if (range === undefined || range.start >= end || (range.start >= start && range.end <= end))
        return null;
      removed += 1;
      return range.replacement;
    };
  };

  /** Lists of numbers repeat themselves. What is kept here is gone with the text. */
  const remembering = (read: (text: string, field: string | null) => string) => {
    const seen = new Map<string, { readonly after: string; readonly count: number }>();
    return (text: string, field: string | null): string => {
      const name = `${field ?? ''}\n${text}`;
      const before = name.length > MAX_REMEMBERED ? undefined : seen.get(name);
      if (before !== undefined) {
        removed += before.count;
        return before.after;
      }
      const start = removed;
      const after = read(text, field);
      if (name.length <= MAX_REMEMBERED && seen.size < MAX_REMEMBERED_VALUES)
        seen.set(name, { after, count: removed - start });
      return after;
    };
  };

  const wireInSteps = function* (text: string, cut = false): Steps<string> {
    const replacement = known.ordinary.get(folded(text));
    if (replacement !== undefined) {
      removed += 1;
      return replacement;
    }
    const json = yield* rewriteJsonInSteps(text, {
      value,
      name: (name) => plain(name, false),
      number: remembering((number, field) => toEnd(value(number, field))),
      hidden: spreadOver,
    });
    return json ?? (yield* plainInSteps(text, cut));
  };
  const wire = (text: string, cut = false): string => toEnd(wireInSteps(text, cut));

  const pageInSteps = function* (text: string): Steps<string> {
    const found = yield* byValueInSteps(text, { ordinary: false, cut: false });
    yield;
    const erased = home(found);
    yield;
    return yield* layers.shapes(erased, tag, requestIds, { generated: false });
  };

  const tools: RedactionTools = {
    wire,
    body: wireInSteps,
    own: (text) => toEnd(shapes(home(byValue(text, { ordinary: false, cut: false, views: true })))),
    header: ({ name, value: text }) => ({
      name: plain(name, false),
      value: home(layers.headers(name, byValueOrJson(text), tag)),
    }),
    plainName: (text) => {
      const first = toEnd(known.find(text, { ordinary: false, cut: false }))[0];
      if (first === undefined) return null;
      removed += 1;
      return (known.shownAs[first.secret] ?? '')
        .toLowerCase()
        .replace(/[^a-z0-9]+/gu, '-')
        .replace(/^-|-$/gu, '');
    },
    signInAnswer: (text) => layers.bareTokens(text, tag),
    address: (text) => home(redactUrl(wire(text), tag)),
    id: (text) => (isTag(text) ? text : byValue(text, { ordinary: true, cut: false })),
  };

  const byValueOrJson = (text: string): string =>
    /^\s*[{[]/u.test(text) ? wire(text) : byValue(text, { ordinary: true, cut: false, views: true });

  /** Cookies of the run become secrets of it, and ids of requests may stay where they stand a second time. */
  const learnFrom = (diagnosis: Diagnosis): void => {
    const headers = diagnosis.exchanges.flatMap(({ response }) => response?.headers ?? []);
    requestIds = new Set(headers.filter(({ name }) => isRequestId(name)).map(({ value: id }) => id.trim()));
    const values = headers
      .filter(({ name }) => /^set-cookie2?$/iu.test(name.trim()))
      .flatMap(({ value: cookie }) => cookieSecrets(cookie));
    const found = [...new Set(values)]
      .filter((cookie) => !known.values.has(cookie) && !requestIds.has(cookie))
      .slice(0, MAX_COOKIES)
      .map((cookie): Secret => ({ kind: 'cookie', value: cookie, search: 'everywhere' }));
    cookies =
      found.length === 0
        ? null
        : { find: layers.values(found), shownAs: found.map((secret) => replacementOf(secret, salt)) };
  };

  const counted = <T>(work: () => T): { readonly value: T; readonly removed: number } => {
    removed = 0;
    const value = work();
    return { value, removed };
  };
  /** Counted a moment at a time, since others may count their own in between. */
  const countedInTurns = async <T>(
    steps: Steps<T>,
  ): Promise<{ readonly value: T; readonly removed: number }> => {
    for (let sum = 0; ;) {
      const moment = counted(() => forAMoment(steps));
      sum += moment.removed;
      if (moment.value !== null) return { value: moment.value.value, removed: sum };
      await nextTurn();
    }
  };
  const asText = ({ value: text, removed: count }: { value: string; removed: number }): CleanText => ({
    text: markRedacted(text),
    removed: count,
  });

  return {
    text: (text) => asText(counted(() => wire(text))),
    typed: (text) => asText(counted(() => tools.own(text))),
    page: (text) => asText(counted(() => toEnd(pageInSteps(text)))),
    longPage: async (text) => asText(await countedInTurns(pageInSteps(text))),
    exact: (text) => asText(counted(() => byValue(text, { ordinary: false, cut: false, views: true }))),
    phrase: ({ key, values }) =>
      markRedacted(counted(() => ({ key, values: redactValues(values, tools.own) })).value),
    diagnosis: async (diagnosis) => {
      learnFrom(diagnosis);
      let sum = 0;
      const count: Counted = (work) => {
        const { value: clean, removed: found } = counted(work);
        sum += found;
        return clean;
      };
      const inTurns: InTurns = async (steps) => {
        const { value: clean, removed: found } = await countedInTurns(steps);
        sum += found;
        return clean;
      };
      const clean = await redactDiagnosis(diagnosis, tools, count, inTurns);
      return { diagnosis: markRedacted(clean), removed: sum };
    },
    learn: (more) => {
      const added = listSecrets(more).filter(({ value: secret }) => !known.values.has(secret));
      if (added.length > 0) known = searchOf([...known.list, ...added], salt, layers);
    },
    known: () => known.list.length,
  };
}

/** A list of secrets, ready to be searched for. */
interface Search {
  readonly list: readonly Secret[];
  readonly values: ReadonlySet<string>;
  readonly find: FindInSteps;
  readonly shownAs: readonly string[];
  readonly ordinary: ReadonlyMap<string, string>;
  /** Values that read like a tag of ours, which the search takes no notice of. */
  readonly likeTags: readonly { readonly value: string; readonly replacement: string }[];
}

function searchOf(list: readonly Secret[], salt: Uint8Array, layers: RedactionLayers): Search {
  const shownAs = list.map((secret) => replacementOf(secret, salt));
  return {
    list,
    values: new Set(list.map((secret) => secret.value)),
    find: layers.values(list),
    shownAs,
    ordinary: layers.wholeValues(list, shownAs),
    likeTags: list.flatMap(({ value }, index) =>
      value.includes('‹') && value.search(TAG) >= 0 ? [{ value, replacement: shownAs[index] ?? '' }] : [],
    ),
  };
}

/** What stands in the place of each secret that looks ordinary, by its folded value. */
function wholeValues(secrets: readonly Secret[], shownAs: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    secrets.flatMap((secret, index) =>
      secret.search === 'as-a-value' ? [[folded(secret.value), shownAs[index] ?? ''] as const] : [],
    ),
  );
}

/** A value of its own as it is compared with the secrets that look ordinary. */
function folded(text: string): string {
  return text.trim().toLowerCase();
}

/** The client id is a name and no secret: support needs to tell two of them apart, so the ends of a real one stay. */
const CLIENT_ID = /^[0-9a-f]{32}$/iu;

function replacementOf(secret: Secret, salt: Uint8Array): string {
  const { kind, value } = secret;
  return kind === 'client-id' && CLIENT_ID.test(value) ? shortenClientId(value) : tagFor(kind, salt, value);
}

/** The first four and last four characters of a client id. */
function shortenClientId(clientId: string): string {
  return `${clientId.slice(0, 4)}…${clientId.slice(-4)}`;
}
