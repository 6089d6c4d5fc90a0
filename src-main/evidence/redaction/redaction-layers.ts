import { createSecretFinder } from '../search/find-secrets.ts';
import type { SearchedSecret } from '../search/find-secrets.ts';
import { isFieldSecret } from './layers/credential-fields.ts';
import { findJwts } from './layers/find-jwts.ts';
import { redactHeaderValue } from './layers/redact-headers.ts';
import { createHomeFolderEraser } from './layers/redact-home-folder.ts';
import { hasMarkup, redactHtml } from './layers/redact-html.ts';
import { redactShapes } from './layers/redact-shapes.ts';
import { redactSignInAnswer } from './layers/redact-sign-in-answer.ts';
import { redactUrls } from './layers/redact-urls.ts';
import type { TagMaker } from './tags.ts';

/** Returns what replaces a value that equals a secret as a whole; letter case and outer white space do not count. */
function createWholeValueLookup(secrets: readonly SearchedSecret[]): (value: string) => string | undefined {
  const folded = (text: string): string => text.trim().toLowerCase();
  const replacements = new Map(
    secrets
      .filter(({ search }) => search === 'whole-value')
      .map(({ value, replacement }) => [folded(value), replacement]),
  );
  return (value) => replacements.get(folded(value));
}

function redactStructure(text: string, tag: TagMaker): string {
  return hasMarkup(text) ? redactHtml(text, tag) : redactUrls(text, tag);
}

/**
 * The layers of redaction in the order in which they run. Known secrets come first, since every other layer cuts a text
 * into pieces in which they would no longer be found. Structure comes before shapes, because it knows where a value ends.
 * The home folder comes last: a removed value in front of a path can leave one that starts at the root.
 */
export const REDACTION_LAYERS = {
  /** Whole values that equal a known secret too ordinary to be searched for. */
  wholeValues: createWholeValueLookup,
  /** Known secrets by value, in every encoding. */
  values: createSecretFinder,
  /** Anyone's JSON Web Tokens. */
  tokens: findJwts,
  /** JSON: fields whose name says that they hold a credential. */
  fields: isFieldSecret,
  /** Headers: only those that support reads keep their values. */
  headers: redactHeaderValue,
  /** HTML and addresses: attributes, scripts and queries. */
  structure: redactStructure,
  /** Plain text: everything in the shape of a credential. */
  shapes: redactShapes,
  /** The body of a successful sign-in, which holds the token whatever it looks like. */
  bareTokens: redactSignInAnswer,
  home: createHomeFolderEraser,
};

/** One function for each layer; a test takes them out one by one and sees the gate refuse what then comes through. */
export type RedactionLayers = Readonly<typeof REDACTION_LAYERS>;
