/** A DNS name of two labels or more; its last label begins with a letter, so that it is no address. */
const DNS_NAME = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/u;

/**
 * Returns the host of an https URL with a DNS name, the default port and no user name or password; null for any other text.
 * Every list of hosts that may be called or opened is checked with it.
 */
export function httpsHostOf(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, hostname, port, username, password } = new URL(address);
  const isPlain = protocol === 'https:' && port === '' && username === '' && password === '';
  return isPlain && DNS_NAME.test(hostname) ? hostname : null;
}
