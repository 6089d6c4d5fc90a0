import type { X509Certificate } from 'node:crypto';

import type { Certificate } from '../contract/diagnosis.ts';

/** What a certificate says of itself, in the contract's form. */
export function certificateFacts(certificate: X509Certificate): Certificate {
  return {
    subject: oneLine(certificate.subject),
    issuer: oneLine(certificate.issuer),
    validFrom: isoDate(certificate.validFrom),
    validTo: isoDate(certificate.validTo),
  };
}

/** Node gives a distinguished name one part a line; a comma inside of a part is escaped as RFC 4514 has it. */
function oneLine(name: string | undefined): string {
  return (name ?? '')
    .split('\n')
    .map((part) => part.replace(/[,\\]/gu, String.raw`\$&`))
    .join(', ');
}

function isoDate(text: string): string {
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? text : date.toISOString();
}
