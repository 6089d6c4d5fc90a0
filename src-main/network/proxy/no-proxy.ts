import { BlockList, isIP } from 'node:net';

import { unquoted } from './proxy-address.ts';

/** Characters of a list that are read: as many as Linux lets stand in one variable (execve(2), MAX_ARG_STRLEN). */
const MAX_LIST = 128 * 1024;

/**
 * Returns whether `NO_PROXY` names a host. Entries are separated by commas, semicolons or white space, in any case: `*`,
 * a name (which stands for itself and for every name below it) with or without a leading dot or `*.`, a name with stars
 * inside (`192.168.*`), an address, a CIDR block, or `<local>` for names without a dot. Each may have a port behind it.
 * There is no standard; this is what curl, Go and Windows take together.
 */
export function isProxyException(hostname: string, port: string, list: string): boolean {
  const host = plainHost(hostname.toLowerCase());
  return unquoted(list.slice(0, MAX_LIST))
    .toLowerCase()
    .split(/[\s,;]+/u)
    .some((entry) => entry !== '' && matches(unquoted(entry), host, port));
}

function matches(entry: string, host: string, port: string): boolean {
  if (entry === '*') return true;
  if (entry === '<local>') return !host.includes('.') && isIP(host) === 0;
  if (entry.includes('/')) {
    const scheme = entry.indexOf('://');
    if (scheme < 0) return isInBlock(host, entry);
    return matches(entry.slice(scheme + 3).split('/', 1)[0] ?? '', host, port);
  }
  const [name, wantedPort] = nameAndPort(entry);
  if (wantedPort !== null && wantedPort !== port) return false;
  const bare = plainHost(name.startsWith('*.') ? name.slice(2) : name.startsWith('.') ? name.slice(1) : name);
  if (bare.includes('*')) return hasForm(host, bare.split('*'));
  return bare !== '' && (host === bare || (isIP(host) === 0 && host.endsWith(`.${bare}`)));
}

/** An IPv6 address stands in brackets before a port, and may stand without them alone. */
function nameAndPort(entry: string): readonly [string, string | null] {
  if (isIP(entry) === 6) return [entry, null];
  const colon = entry.lastIndexOf(':');
  const port = entry.slice(colon + 1);
  return colon >= 0 && /^\d+$/u.test(port) ? [entry.slice(0, colon), port] : [entry, null];
}

function plainHost(name: string): string {
  if (name.startsWith('[') && name.endsWith(']')) return name.slice(1, -1);
  return name.endsWith('.') ? name.slice(0, -1) : name;
}

/** The parts stand between the stars. Each is looked for once from where the last one ended. */
function hasForm(host: string, parts: readonly string[]): boolean {
  const first = parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  if (!host.startsWith(first) || !host.endsWith(last) || host.length < first.length + last.length)
    return false;
  let from = first.length;
  for (const part of parts.slice(1, -1)) {
    const at = host.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return from <= host.length - last.length;
}

function isInBlock(host: string, entry: string): boolean {
  const [address = '', length = ''] = entry.split('/');
  const family = isIP(plainHost(address));
  if (family === 0 || isIP(host) !== family || !/^\d{1,3}$/u.test(length)) return false;
  if (Number(length) > (family === 6 ? 128 : 32)) return false;
  const type = family === 6 ? 'ipv6' : 'ipv4';
  const block = new BlockList();
  block.addSubnet(plainHost(address), Number(length), type);
  return block.check(host, type);
}
