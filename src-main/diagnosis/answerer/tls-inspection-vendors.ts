import type { Certificate } from '../../contract/diagnosis.ts';

/** A maker of programs or boxes that open secure connections to look into them, or that filter what goes through. */
interface InspectionMaker {
  readonly name: string;
  /** How its certificates, pages and headers name it. */
  readonly issuer: RegExp;
}

/** Makers whose name stands in the certificates, block pages or headers of their products. */
const INSPECTION_MAKERS: readonly InspectionMaker[] = [
  { name: 'Zscaler', issuer: /\bzscaler|\bzscloud\b/iu },
  { name: 'Netskope', issuer: /\b(?:netskope|goskope)/iu },
  { name: 'Palo Alto Networks', issuer: /\bpalo\s?alto\b|\bprisma\s?access\b|\bglobalprotect\b/iu },
  { name: 'Fortinet', issuer: /\b(?:fortinet|fortigate|fortiguard|fortiproxy)/iu },
  { name: 'Cisco', issuer: /\bcisco\b|\bopendns\b|\bironport\b/iu },
  { name: 'Sophos', issuer: /\bsophos/iu },
  { name: 'Blue Coat', issuer: /\bblue\s?coat\b/iu },
  { name: 'Kaspersky', issuer: /\bkaspersky/iu },
  { name: 'ESET', issuer: /\beset\b/iu },
  { name: 'Check Point', issuer: /\bcheck\s?point\b|\busercheck\b/iu },
  { name: 'Forcepoint', issuer: /\b(?:forcepoint|websense)/iu },
  { name: 'Skyhigh Security', issuer: /\b(?:skyhigh|mcafee)/iu },
  { name: 'Symantec', issuer: /\bsymantec (?:web|cloud|endpoint)/iu },
  { name: 'Trend Micro', issuer: /\btrend\s?micro\b/iu },
  { name: 'Barracuda', issuer: /\bbarracuda/iu },
  { name: 'WatchGuard', issuer: /\bwatchguard/iu },
  { name: 'SonicWall', issuer: /\bsonicwall/iu },
  { name: 'Cato Networks', issuer: /\bcato networks\b|\bcatonetworks\b/iu },
  { name: 'Menlo Security', issuer: /\bmenlo security\b|\bmenlosecurity\b/iu },
  { name: 'iboss', issuer: /\biboss\b/iu },
  { name: 'Cloudflare Gateway', issuer: /\bcloudflare gateway\b|\bgateway ca - cloudflare\b/iu },
  { name: 'Avast', issuer: /\bavast/iu },
  { name: 'AVG', issuer: /\bavg (?:web|technologies)/iu },
  { name: 'Bitdefender', issuer: /\bbitdefender/iu },
  { name: 'Norton', issuer: /\bnorton (?:web|mail|lifelock)/iu },
  { name: 'Microsoft Defender for Cloud Apps', issuer: /\.mcas\.ms\b|\bdefender for cloud apps\b/iu },
  { name: 'Squid', issuer: /\bsquid(?:guard)?\b/iu },
  { name: 'Lightspeed', issuer: /\blightspeed systems\b/iu },
  { name: 'Smoothwall', issuer: /\bsmoothwall\b/iu },
  { name: 'ContentKeeper', issuer: /\bcontentkeeper\b/iu },
  { name: 'Securly', issuer: /\bsecurly\b/iu },
  { name: 'Untangle', issuer: /\buntangle\b/iu },
  { name: 'pfSense', issuer: /\bpfsense\b/iu },
  { name: 'Pi-hole', issuer: /\bpi-hole\b/iu },
  { name: 'DNSFilter', issuer: /\bdnsfilter\b/iu },
];

/** The maker that a short text names (a header, the beginning of a page), or null if none is known. */
export function makerNamedIn(text: string): string | null {
  return INSPECTION_MAKERS.find((maker) => maker.issuer.test(text))?.name ?? null;
}

/** The maker named in the chain above a certificate, or null if none is known. */
export function inspectionMakerIn(certificate: Certificate | null): string | null {
  if (certificate === null) return null;
  const issuers = [certificate.issuer, ...certificate.upperIssuers];
  return INSPECTION_MAKERS.find((maker) => issuers.some((name) => maker.issuer.test(name)))?.name ?? null;
}

/** A name is for people: longer texts are cut. */
const MAX_NAME_LENGTH = 80;

/**
 * The name to tell a person out of a distinguished name: its organisation, else its common name, else the text as it is;
 * null if it is empty. Parts may be separated by commas or by line breaks, the two forms that Node knows.
 */
export function issuerName(distinguishedName: string): string | null {
  const part = (key: string): string | undefined =>
    new RegExp(String.raw`(?:^|[,\n])\s*${key}=("(?:[^"\\]|\\.)*"|(?:[^,\n\\]|\\.)+)`, 'u')
      .exec(distinguishedName)?.[1]
      ?.replace(/^"|"$/gu, '')
      .replace(/\\(.)/gu, '$1');
  const name = (part('O') || part('CN') || distinguishedName).replace(/\s+/gu, ' ').trim();
  if (name === '') return null;
  const letters = Array.from(name);
  return letters.length > MAX_NAME_LENGTH ? `${letters.slice(0, MAX_NAME_LENGTH - 1).join('')}…` : name;
}
