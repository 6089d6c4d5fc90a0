import { httpsHostOf } from '../../contract/input/https-host.ts';
import type { HttpClient } from './http-client.ts';

/** The only hosts that a call may go to; an entry that begins with a dot stands for every name below it. */
const ALLOWED = [
  'xray.cloud.getxray.app',
  '.xray.cloud.getxray.app',
  '.atlassian.net',
  '.atlassian.com',
  'xray.statuspage.io',
];

function isAllowed(url: string): boolean {
  const host = httpsHostOf(url);
  return (
    host !== null && ALLOWED.some((entry) => (entry.startsWith('.') ? host.endsWith(entry) : host === entry))
  );
}

/** Wraps a client so that it calls hosts on the list alone, by https. For any other URL `send` rejects: it is a bug. */
export function onlyAllowedHosts(client: HttpClient): HttpClient {
  return {
    send: async (request, signal, onConnected) => {
      if (!isAllowed(request.url)) throw new Error('A call to a host that is not on the list was refused.');
      return client.send(request, signal, onConnected);
    },
    close: () => client.close(),
  };
}
