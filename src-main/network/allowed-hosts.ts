import type { HttpClient } from './http-client.ts';

/** The only names that a call may go to. */
const ALLOWED = ['.getxray.app', '.atlassian.net', '.atlassian.com'];

/** Whether a call to this address may be made: https, a name on the list, no user name, the usual port. */
function isAllowed(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, port, username, password } = new URL(address);
  const isPlain = protocol === 'https:' && port === '' && username === '' && password === '';
  return isPlain && ALLOWED.some((suffix) => hostname.endsWith(suffix));
}

/** A client that refuses every address that is not on the list. A refusal is a fault of ours, so `send` rejects then. */
export function onlyAllowedHosts(client: HttpClient): HttpClient {
  return {
    send: async (request, signal, onConnected) => {
      if (!isAllowed(request.url)) throw new Error('A call to a host that is not on the list was refused.');
      return client.send(request, signal, onConnected);
    },
    close: () => client.close(),
  };
}
