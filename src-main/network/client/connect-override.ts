import { isIP } from 'node:net';

import { failInTerminal, succeed } from '../../contract/failure.ts';
import type { Result } from '../../contract/failure.ts';

/** A name or an address, and a port. */
export interface TcpTarget {
  readonly host: string;
  readonly port: number;
}

/** Returns the address to dial for a host and port, or null to dial the host itself. */
export type ConnectTo = (host: string, port: number) => TcpTarget | null;

interface Rule {
  readonly to: TcpTarget;
  readonly matches: (host: string, port: number) => boolean;
}

/**
 * Reads the connect override's value: a comma list of `HOST:PORT=ADDRESS:PORT` in the manner of curl's `--connect-to`. A host
 * may begin with `*.` for every name below it; an IPv6 address stands in brackets. The first entry that fits counts.
 * Empty text changes nothing. Fails with a sentence for any other text.
 */
export function parseConnectTo(text: string): Result<ConnectTo> {
  const rules: Rule[] = [];
  for (const entry of entriesOf(text)) {
    const rule = parseRule(entry);
    if (rule === null) {
      return failInTerminal(
        `XRAY_DOCTOR_CONNECT_TO cannot be read at "${entry}". Write it as host:443=127.0.0.1:8443, several with commas between them.`,
      );
    }
    rules.push(rule);
  }
  return succeed((host, port) => rules.find((rule) => rule.matches(host.toLowerCase(), port))?.to ?? null);
}

function entriesOf(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((entry) => entry !== '');
}

/**
 * The same value as rules for Chromium's switch `host-resolver-rules`, so that the connect override leads both network stacks
 * to the same place. Text that `parseConnectTo` refuses gives rules that lead nowhere.
 */
export function chromiumResolverRules(text: string): string {
  if (!parseConnectTo(text).ok) return 'MAP * ~NOTFOUND';
  return entriesOf(text)
    .map((entry) => `MAP ${entry.replace('=', ' ')}`)
    .join(', ');
}

function parseRule(entry: string): Rule | null {
  const sides = entry.split('=');
  const from = parseHostAndPort(sides[0] ?? '');
  const to = parseHostAndPort(sides[1] ?? '');
  if (sides.length !== 2 || from === null || to === null || to.host.includes('*')) return null;
  const name = from.host.toLowerCase();
  const suffix = name.startsWith('*.') ? name.slice(1) : null;
  return {
    to,
    matches: (host, port) =>
      port === from.port && (suffix === null ? host === name : host.endsWith(suffix) && host !== suffix),
  };
}

const HOST = /^(?:\*\.)?[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/iu;

function parseHostAndPort(text: string): TcpTarget | null {
  const match = /^(?:\[([^\]]+)\]|([^:[\]]+)):(\d{1,5})$/u.exec(text.trim());
  const port = Number(match?.[3]);
  if (match === null || !Number.isInteger(port) || port < 1 || port > 65_535) return null;
  const [, bracketed, plain] = match;
  if (bracketed !== undefined) return isIP(bracketed) === 6 ? { host: bracketed, port } : null;
  return plain !== undefined && HOST.test(plain) ? { host: plain, port } : null;
}
