import type { Exchange } from '../../contract/diagnosis.ts';
import { headerOf } from '../../contract/text/headers.ts';
import { TAG } from '../redaction/tags.ts';

/** Headers that curl sets itself, or that belong to one connection. */
const LEFT_OUT = new Set(['host', 'connection', 'content-length', 'accept-encoding']);

/**
 * Returns the call as a command for a POSIX shell, with XRAY_CLIENT_ID, XRAY_CLIENT_SECRET and XRAY_TOKEN in place of
 * tags. `clientId` is shortened, as in the redacted request.
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

/** Returns a text in single quotes, in which only the quote itself is special; variables stand outside of them. */
function shellWord(text: string, clientId: string): string {
  const named = clientId.includes('…') ? text.split(clientId) : [text];
  const quoted = named.map((part) => withVariables(part.replaceAll("'", `'\\''`)));
  return `'${quoted.join(variable('XRAY_CLIENT_ID'))}'`;
}

function withVariables(text: string): string {
  return text.replace(TAG, (tag) => {
    if (tag.startsWith('‹client-secret')) return variable('XRAY_CLIENT_SECRET');
    if (tag.startsWith('‹client-id')) return variable('XRAY_CLIENT_ID');
    return tag.startsWith('‹token') || tag.startsWith('‹authorization') ? variable('XRAY_TOKEN') : tag;
  });
}

function variable(name: string): string {
  return `'"$${name}"'`;
}
