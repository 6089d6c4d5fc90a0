import type { Certificate } from '../../contract/diagnosis.ts';

/**
 * Vendors of programs or boxes that open secure connections to look into them, or that filter what goes through, and how
 * the certificates, block pages and headers of their products name them.
 */
const VENDORS: readonly (readonly [name: string, names: RegExp])[] = [
  ['Zscaler', /\bzscaler|\bzscloud\b/iu],
  ['Netskope', /\b(?:netskope|goskope)/iu],
  ['Palo Alto Networks', /\bpalo\s?alto\b|\bprisma\s?access\b|\bglobalprotect\b/iu],
  ['Fortinet', /\b(?:fortinet|fortigate|fortiguard|fortiproxy)/iu],
  ['Cisco', /\bcisco\b|\bopendns\b|\bironport\b/iu],
  ['Sophos', /\bsophos/iu],
  ['Blue Coat', /\bblue\s?coat\b/iu],
  ['Kaspersky', /\bkaspersky/iu],
  ['ESET', /\beset\b/iu],
  ['Check Point', /\bcheck\s?point\b|\busercheck\b/iu],
  ['Forcepoint', /\b(?:forcepoint|websense)/iu],
  ['Skyhigh Security', /\b(?:skyhigh|mcafee)/iu],
  ['Symantec', /\bsymantec (?:web|cloud|endpoint)/iu],
  ['Trend Micro', /\btrend\s?micro\b/iu],
  ['Barracuda', /\bbarracuda/iu],
  ['WatchGuard', /\bwatchguard/iu],
  ['SonicWall', /\bsonicwall/iu],
  ['Cato Networks', /\bcato networks\b|\bcatonetworks\b/iu],
  ['Menlo Security', /\bmenlo security\b|\bmenlosecurity\b/iu],
  ['iboss', /\biboss\b/iu],
  ['Cloudflare Gateway', /\bcloudflare gateway\b|\bgateway ca - cloudflare\b/iu],
  ['Avast', /\bavast/iu],
  ['AVG', /\bavg (?:web|technologies)/iu],
  ['Bitdefender', /\bbitdefender/iu],
  ['Norton', /\bnorton (?:web|mail|lifelock)/iu],
  ['Microsoft Defender for Cloud Apps', /\.mcas\.ms\b|\bdefender for cloud apps\b/iu],
  ['Squid', /\bsquid(?:guard)?\b/iu],
  ['Lightspeed', /\blightspeed systems\b/iu],
  ['Smoothwall', /\bsmoothwall\b/iu],
  ['ContentKeeper', /\bcontentkeeper\b/iu],
  ['Securly', /\bsecurly\b/iu],
  ['Untangle', /\buntangle\b/iu],
  ['pfSense', /\bpfsense\b/iu],
  ['Pi-hole', /\bpi-hole\b/iu],
  ['DNSFilter', /\bdnsfilter\b/iu],
];

/** The maker that a short text names (a header, the beginning of a page), or null if none is known. */
export function makerNamedIn(text: string): string | null {
  return VENDORS.find(([, names]) => names.test(text))?.[0] ?? null;
}

/** The maker named in the chain above a certificate, or null if none is known. */
export function inspectionMakerIn(certificate: Certificate | null): string | null {
  if (certificate === null) return null;
  const issuers = [certificate.issuer, ...certificate.upperIssuers];
  return VENDORS.find(([, names]) => issuers.some((issuer) => names.test(issuer)))?.[0] ?? null;
}

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
