import type { HttpClient } from './http-client.ts';

/** The only names that a call may go to; one that begins with a dot stands for every name below it. */
const ALLOWED = [
  'xray.cloud.getxray.app',
  '.xray.cloud.getxray.app',
  '.atlassian.net',
  '.atlassian.com',
  'xray.statuspage.io',
];

/** Whether a call to this address may be made: https, a name on the list, no user name, the usual port. */
function isAllowed(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, port, username, password } = new URL(address);
  const isPlain = protocol === 'https:' && port === '' && username === '' && password === '';
  // An empty label is no name below anything, though URL takes it.
  return isPlain && hostname.split('.').every((label) => label !== '') && ALLOWED.some(names(hostname));
}

function names(hostname: string): (entry: string) => boolean {
  return (entry) => (entry.startsWith('.') ? hostname.endsWith(entry) : hostname === entry);
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
