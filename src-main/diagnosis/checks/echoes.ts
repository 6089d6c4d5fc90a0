import type { Exchange, HostId } from '../../contract/diagnosis.ts';

/** A token as it was issued. It must be redacted from everything, so it is given beside the diagnosis. */
export interface IssuedToken {
  readonly host: HostId;
  readonly value: string;
}

/** Shorter secrets stand in ordinary words by chance. */
const MIN_SECRET_LENGTH = 8;

/**
 * Whether an answer repeats the client secret or a token. The answer to a sign-in may hold the token that it issues and no
 * other one. Looks for them as they are and URL-encoded; in other encodings the redactor removes them without a word here.
 */
export function echoes(
  { host, call, response }: Exchange,
  clientSecret: string,
  tokens: readonly IssuedToken[],
): boolean {
  if (response === null) return false;
  const isOwn = (token: IssuedToken): boolean => call === 'authenticate' && token.host === host;
  const secrets = [clientSecret, ...tokens.filter((token) => !isOwn(token)).map(({ value }) => value)].filter(
    (secret) => secret.length >= MIN_SECRET_LENGTH,
  );
  const headers = response.headers.map(({ value }) => value);
  const texts = [response.statusText, ...headers, response.body.text ?? ''];
  // In a header a token has no business at all, not even the one that was just issued.
  const inHeaders = tokens.filter(isOwn).some(({ value }) => headers.some((text) => text.includes(value)));
  return inHeaders || texts.some((text) => secrets.some((secret) => holds(text, secret)));
}

function holds(text: string, secret: string): boolean {
  return text.includes(secret) || text.includes(encodeURIComponent(secret.toWellFormed()));
}
