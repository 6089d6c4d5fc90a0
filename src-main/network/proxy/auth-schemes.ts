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

/** Splits at the commas outside of quoted strings (RFC 9110 section 5.6.4). */
function listElements(value: string): string[] {
  const elements: string[] = [];
  let start = 0;
  let isQuoted = false;
  for (let at = 0; at < value.length; at += 1) {
    const character = value[at];
    if (isQuoted && character === '\\') at += 1;
    else if (character === '"') isQuoted = !isQuoted;
    else if (character === ',' && !isQuoted) {
      elements.push(value.slice(start, at).trim());
      start = at + 1;
    }
  }
  elements.push(value.slice(start).trim());
  return elements;
}
