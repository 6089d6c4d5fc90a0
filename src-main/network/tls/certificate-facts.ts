import { X509Certificate } from 'node:crypto';
import type { DetailedPeerCertificate } from 'node:tls';

import type { Certificate } from '../../contract/diagnosis.ts';

const MAX_CHAIN = 10;

/**
 * What a server's certificate says of itself and who stands above it, in the contract's form; null if it showed none.
 * The chain is what the server sent, joined by Node with the roots that it knows.
 */
export function certificateFacts(peer: Partial<DetailedPeerCertificate>): Certificate | null {
  const [own, ...above] = chainOf(peer);
  if (own === undefined) return null;
  return {
    subject: oneLine(own.subject),
    issuer: oneLine(own.issuer),
    upperIssuers: above.map(({ issuer }) => oneLine(issuer)),
    validFrom: isoDate(own.validFrom),
    validTo: isoDate(own.validTo),
  };
}

/** From the server's own certificate up; a root issues itself, and there the chain ends. */
function chainOf(peer: Partial<DetailedPeerCertificate>): X509Certificate[] {
  const chain: X509Certificate[] = [];
  const seen = new Set<unknown>();
  let next: Partial<DetailedPeerCertificate> | undefined = peer;
  while (next?.raw !== undefined && !seen.has(next) && chain.length < MAX_CHAIN) {
    seen.add(next);
    chain.push(new X509Certificate(next.raw));
    next = next.issuerCertificate;
  }
  return chain;
}

/** Node gives a distinguished name one part a line, and escapes a comma inside of a part as RFC 4514 has it. */
function oneLine(name: string | undefined): string {
  return (name ?? '').split('\n').join(', ');
}

function isoDate(text: string): string {
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? text : date.toISOString();
}
