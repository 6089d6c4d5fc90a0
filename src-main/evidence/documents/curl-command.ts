import type { Exchange } from '../../contract/diagnosis.ts';
import { headerOf } from '../../contract/headers.ts';
import { TAG } from '../redaction/tags.ts';

/** Headers that curl sets by itself, or that only make sense for one connection. */
const LEFT_OUT = new Set(['host', 'connection', 'content-length', 'accept-encoding']);

/**
 * The same call by hand, for a POSIX shell. Where a tag stands, a variable does: XRAY_CLIENT_ID, XRAY_CLIENT_SECRET,
 * XRAY_TOKEN. `clientId` is the shortened client id, as it stands in the redacted request.
 */
export function curlCommand(exchange: Exchange, clientId: string): string {
  const { request, route } = exchange;
  const headers = request.headers.filter(({ name }) => !LEFT_OUT.has(name.toLowerCase()));
  const isCompressed = headerOf(request.headers, 'accept-encoding') !== null;
  const argument = (text: string): string => shellWord(text, clientId);
  return [
    `curl --verbose${isCompressed ? ' --compressed' : ''} --request ${request.method}`,
    ...(route.kind === 'proxy' ? [`--proxy ${argument(`http://${route.host}:${route.port}`)}`] : []),
    ...headers.map(({ name, value }) => `--header ${argument(`${name}: ${value}`)}`),
    ...(request.body === null ? [] : [`--data ${argument(request.body)}`]),
    argument(request.url),
  ].join(' \\\n  ');
}

/** A text in single quotes, in which nothing is special but the quote itself; variables stand outside of them. */
function shellWord(text: string, clientId: string): string {
  const named = clientId.includes('…') ? text.split(clientId) : [text];
  return named
    .map((part) => spliceTags(part.replaceAll("'", `'\\''`)))
    .join(variable('XRAY_CLIENT_ID'))
    .replace(/^/u, "'")
    .replace(/$/u, "'");
}

function spliceTags(text: string): string {
  return text.replace(TAG, (tag) => {
    if (tag.startsWith('‹client-secret')) return variable('XRAY_CLIENT_SECRET');
    if (tag.startsWith('‹client-id')) return variable('XRAY_CLIENT_ID');
    return tag.startsWith('‹token') || tag.startsWith('‹authorization') ? variable('XRAY_TOKEN') : tag;
  });
}

function variable(name: string): string {
  return `'"$${name}"'`;
}
