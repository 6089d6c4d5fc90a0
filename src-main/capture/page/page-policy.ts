import { httpsHostOf } from '../../contract/input/https-host.ts';

/** `ask`: the person decides. */
export type Permission = 'allow' | 'ask' | 'deny';

export interface Navigation {
  readonly address: string;
  /** The current page; empty for the first one. */
  readonly from: string;
  readonly isTopFrame: boolean;
  /** Hosts that the person has allowed for this window. */
  readonly allowedHosts: ReadonlySet<string>;
}

/** The residency page and Atlassian's own sign-in. */
const ATLASSIAN = ['atlassian.com', 'atlassian.net'];

/** Identity providers that Atlassian offers, and those of companies. */
const SIGN_IN = [
  'accounts.google.com',
  'login.microsoftonline.com',
  'login.microsoft.com',
  'login.live.com',
  'appleid.apple.com',
  'slack.com',
  'okta.com',
  'okta-emea.com',
  'oktapreview.com',
  'onelogin.com',
  'auth0.com',
  'pingidentity.com',
  'pingone.com',
  'pingone.eu',
  'jumpcloud.com',
  'duosecurity.com',
];

/**
 * Whether Atlassian's window may navigate to an address. Only https with a plain host name: Atlassian's pages in any frame;
 * listed identity providers in the top frame; a company's own sign-in in the top frame, when a sign-in leads there and the
 * person agrees. A look-alike of Atlassian's name is never even asked about.
 */
export function permissionFor({ address, from, isTopFrame, allowedHosts }: Navigation): Permission {
  const host = httpsHostOf(address);
  if (host === null) return 'deny';
  if (isBelow(host, ATLASSIAN)) return 'allow';
  if (!isTopFrame) return 'deny';
  if (isBelow(host, SIGN_IN) || allowedHosts.has(host)) return 'allow';
  const origin = httpsHostOf(from);
  const comesFromSignIn =
    origin !== null && (isBelow(origin, ATLASSIAN) || isBelow(origin, SIGN_IN) || allowedHosts.has(origin));
  return comesFromSignIn && !isLookAlike(host) ? 'ask' : 'deny';
}

/** Whether Google has refused to sign in inside an app ("This browser or app may not be secure"). */
export function isRefusedSignIn(address: string): boolean {
  return (
    httpsHostOf(address) === 'accounts.google.com' &&
    /\/signin\/rejected(?:\/|$)/u.test(new URL(address).pathname)
  );
}

function isBelow(host: string, names: readonly string[]): boolean {
  return names.some((name) => host === name || host.endsWith(`.${name}`));
}

/** Atlassian's name inside of another one, or letters of another alphabet. */
function isLookAlike(host: string): boolean {
  return /atlass?ian/u.test(host) || host.split('.').some((label) => label.startsWith('xn--'));
}
