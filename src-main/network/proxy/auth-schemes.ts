const MAX_SCHEMES = 10;

const SCHEME = /^([A-Za-z][A-Za-z0-9-]{0,30})(.*)$/su;

/**
 * Returns the names of the schemes in the values of `Proxy-Authenticate` or `WWW-Authenticate`, each once, in order.
 * One value may hold several challenges (RFC 9110 section 11.6.1): a list element that begins with a word and no `=`
 * behind it begins a challenge, one with `=` is a parameter of the challenge before it. Never returns a parameter.
 */
export function authSchemes(values: readonly string[]): string[] {
  const names = new Map<string, string>();
  for (const element of values.flatMap(listElements)) {
    const [, name = '', rest = ''] = SCHEME.exec(element) ?? [];
    const isWord = rest === '' || rest.startsWith(' ') || rest.startsWith('\t');
    const isParameter = rest.trimStart().startsWith('=');
    if (name === '' || !isWord || isParameter || names.size >= MAX_SCHEMES) continue;
    if (!names.has(name.toLowerCase())) names.set(name.toLowerCase(), name);
  }
  return [...names.values()];
}

/** What stands between commas. A quoted string (RFC 9110 section 5.6.4) may hold some, also one that does not end. */
const LIST_ELEMENT = /(?:[^,"]|"(?:[^"\\]|\\.)*(?:"|\\?$))+/gsu;

function listElements(value: string): string[] {
  return (value.match(LIST_ELEMENT) ?? []).map((element) => element.trim());
}
