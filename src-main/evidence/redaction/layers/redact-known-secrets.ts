import type { Steps } from '../../cooperative-steps.ts';
import type { FindOptions, SearchedSecret } from '../../search/find-secrets.ts';
import { listSecrets } from '../../search/known-secrets.ts';
import type { KnownSecrets, Secret } from '../../search/known-secrets.ts';
import { mergeRanges, replaceRanges } from '../../search/ranges.ts';
import type { Range } from '../../search/ranges.ts';
import type { RedactionLayers } from '../redaction-layers.ts';
import { TAG, tagFor } from '../tags.ts';

/** A flood of cookies is no reason to search for each of them. */
const MAX_COOKIES = 64;
const CLIENT_ID = /^[0-9a-f]{32}$/iu;

/** Prepares to remove the secrets of one run by value. `salt` keys the tags. */
export function createKnownSecretRedaction(secrets: KnownSecrets, salt: Uint8Array, layers: RedactionLayers) {
  // The client id is no secret. Support has to tell two of them apart, so its ends stay.
  const replacementOf = ({ kind, value }: Secret): string =>
    kind === 'client-id' && CLIENT_ID.test(value)
      ? `${value.slice(0, 4)}…${value.slice(-4)}`
      : tagFor(kind, salt, value);
  const searchedOf = (list: readonly Secret[]): SearchedSecret[] =>
    list.map((secret) => ({ ...secret, replacement: replacementOf(secret) }));
  const prepare = (list: readonly SearchedSecret[]) => ({
    list,
    values: new Set(list.map(({ value }) => value)),
    find: layers.values(list),
    wholeValue: layers.wholeValues(list),
    // The search passes over tags, so secrets that contain one are replaced beforehand.
    likeTags: list.filter(({ value }) => value.search(TAG) >= 0),
  });
  let known = prepare(searchedOf(listSecrets(secrets)));
  const cookieValues = new Set<string>();
  let findCookies = layers.values([]);

  /** Returns the merged ranges of everything found in a text. */
  const find = function* (text: string, options: FindOptions): Steps<Range[]> {
    const ranges = yield* known.find(text, options);
    const cookies = yield* findCookies(text, { ...options, ordinary: false, views: false });
    // A foreign token may begin like a known one; it is removed as a whole, under its own tag.
    const tokens = layers.tokens(text).flatMap(({ start, end }) => {
      const token = text.slice(start, end);
      return known.values.has(token) ? [] : [{ start, end, replacement: tagFor('token', salt, token) }];
    });
    return mergeRanges([...ranges, ...cookies, ...tokens]);
  };

  return {
    find,
    redact: function* (given: string, options: FindOptions): Steps<string> {
      let text = given;
      for (const { value, replacement } of known.likeTags) text = text.replaceAll(value, () => replacement);
      return replaceRanges(text, yield* find(text, options));
    },
    /** Returns what replaces a whole value that equals a secret too ordinary to be searched for, or undefined. */
    wholeValue: (value: string): string | undefined => known.wholeValue(value),
    add: (more: KnownSecrets): void => {
      const added = listSecrets(more).filter(({ value }) => !known.values.has(value));
      if (added.length > 0) known = prepare([...known.list, ...searchedOf(added)]);
    },
    /** From now on these cookies of the run are searched for as well. */
    addCookies: (values: Iterable<string>): void => {
      const before = cookieValues.size;
      for (const value of values)
        if (cookieValues.size < MAX_COOKIES && !known.values.has(value)) cookieValues.add(value);
      if (cookieValues.size === before) return;
      findCookies = layers.values(
        [...cookieValues].map((value) => ({
          kind: 'cookie',
          value,
          search: 'substring',
          replacement: tagFor('cookie', salt, value),
        })),
      );
    },
    count: (): number => known.list.length,
  };
}
