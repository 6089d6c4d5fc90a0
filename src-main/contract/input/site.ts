import { message } from '../../i18n/message.ts';
import type { MessageValues } from '../../i18n/message.ts';
import type { SiteName } from './connection-schema.ts';
import { fail, succeed } from '../failure.ts';
import type { Result } from '../failure.ts';
import { MAX_PASTED_CHARACTERS, decodedViews, trimPasted, withoutInvisible } from './pasted-text.ts';
import { hostsIn, isSite, meantSite, siteOf, siteWithoutDot } from './site-names.ts';
import type { FoundHost } from './site-names.ts';

type SiteField = 'jiraSite' | 'confluenceSite';

const PRODUCT_NAMES = { jiraSite: 'Jira', confluenceSite: 'Confluence' } as const;
const SITE_LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/u;

/** Hosts that are looked at one by one when no site stands in the text. */
const MAX_HOSTS = 20;

/**
 * Understands a site in any usual form: `acme`, `acme.atlassian.net`, a pasted page address, an address that a mail
 * filter or a sign-in page has wrapped. Returns the host name, or a failure tied to `field` that names the mistake;
 * its `suggestion` is the site that was probably meant.
 */
export function parseSite(text: string, field: SiteField): Result<SiteName> {
  const product = PRODUCT_NAMES[field];
  const refuse = (mistake: SiteMistake, values: MessageValues = {}): Result<never> =>
    fail('bad-input', message(`failure.site.${mistake}`, { product, ...values }), field);
  const suggest = (site: string): Result<never> =>
    fail('bad-input', message('failure.site.did-you-mean', { site }), field, site);

  if (text.length > MAX_PASTED_CHARACTERS) return refuse('too-long');
  const bare = trimPasted(withoutInvisible(text))
    .replace(/(?<!\.)\.+$/u, '')
    .toLowerCase();
  if (bare === '') return refuse('missing');
  if (SITE_LABEL.test(bare)) {
    const name = `${bare}.atlassian.net`;
    return isSite(name) ? succeed(name) : refuse('unreadable');
  }

  const plain = unwrapped(text);
  const own = siteOfAddress(plain);
  if (own !== null) return succeed(own);
  const hosts = hostsIn(plain);
  const certain = sitesOf(hosts.filter(({ isPlain }) => isPlain));
  const [site] = certain;
  if (site !== undefined) return certain.size === 1 ? succeed(site) : refuse('several');
  const [possible, another] = sitesOf(hosts);
  if (possible !== undefined && another === undefined && !isMailAddress(bare)) return suggest(possible);
  if (isMailAddress(bare)) return refuse('email');

  const mistake = hosts
    .slice(0, MAX_HOSTS)
    .map(({ host }) => mistakeOf(host))
    .find((each) => each !== null);
  if (mistake !== undefined && mistake !== null) return refuse(...mistake);
  const meant = meantBy(plain, hosts);
  if (meant !== null) return suggest(meant);
  if (hosts.some(({ host }) => host === 'atlassian.net')) return refuse('atlassian-page');
  if (isOwnServer(plain)) return refuse('own-server');
  return refuse(/[a-z0-9-]\.[a-z]{2,}|:\/\//u.test(bare) ? 'own-domain' : 'unreadable');
}

/** The site whose page it is, when the text is one address; what its query speaks of is something else. */
function siteOfAddress(plain: string): string | null {
  const bare = trimPasted(plain);
  const host = /^(?:https?:\/\/)?([a-z0-9.-]{1,255})(?=[/?#]|$)/u.exec(bare)?.[1];
  return host === undefined || /[\s,;|]/u.test(bare) ? null : siteOf(host);
}

function sitesOf(hosts: readonly FoundHost[]): ReadonlySet<string> {
  return new Set(hosts.map(({ host }) => siteOf(host)).filter((site) => site !== null));
}

/** The text in lower case, without what mail filters, chats and sign-in pages wrap around an address. */
function unwrapped(text: string): string {
  const decoded = decodedViews(decodeBase64(withoutInvisible(text))).at(-1) ?? '';
  const lower = decoded.toLowerCase().replaceAll('\\', '/').replaceAll('[.]', '.');
  return /urldefense\.proofpoint\.com\/v[12]\//u.test(lower)
    ? lower
        .replace(/-([2-7][0-9a-f])/gu, (_whole, code: string) =>
          String.fromCharCode(Number.parseInt(code, 16)),
        )
        .replaceAll('_', '/')
    : lower;
}

/** Addresses in base64, as Sophos wraps them: `aHR0c` is how "http" begins. */
function decodeBase64(text: string): string {
  return text.replace(/(?<![A-Za-z0-9+/_-])aHR0c[A-Za-z0-9+/_-]{3,2000}/gu, (word) => {
    try {
      return ` ${atob(word.replaceAll('-', '+').replaceAll('_', '/'))} `;
    } catch {
      return word;
    }
  });
}

/** Whether a text is a mail address alone, or one behind a name as mail programs write it. */
function isMailAddress(text: string): boolean {
  return /^(?:mailto:|[^@<>]{0,200}<)?[^\s@:/<>]{1,64}@[^\s@/:<>]{1,255}>?$/u.test(text);
}

/** Whether an address can be none of Atlassian's cloud: no name of the internet, or another port than that of https. */
function isOwnServer(plain: string): boolean {
  const parts = /^(?:https?:\/\/)?([a-z0-9.-]{1,255})(?::(\d{1,5}))?(?=[/?#]|$)/u.exec(trimPasted(plain));
  if (parts === null) return false;
  const [, host = '', port] = parts;
  if (/^\d{1,3}(?:\.\d{1,3}){3}$|\.(?:local|lan|intranet|internal|corp|home)$/u.test(host)) return true;
  return port !== undefined && !(host.includes('.') && ['443', '80'].includes(port));
}

type SiteMistake =
  | 'missing'
  | 'unreadable'
  | 'too-long'
  | 'several'
  | 'email'
  | 'government'
  | 'administration'
  | 'sign-in-page'
  | 'start-page'
  | 'atlassian-page'
  | 'other-product'
  | 'own-domain'
  | 'own-server';

const ATLASSIAN_PAGES: Readonly<Record<string, SiteMistake>> = {
  admin: 'administration',
  id: 'sign-in-page',
  auth: 'sign-in-page',
  login: 'sign-in-page',
  start: 'start-page',
  home: 'start-page',
  team: 'start-page',
};
const FURTHER_ATLASSIAN_PAGES = new Set(
  'www api support community developer my marketplace confluence jira status partners university documentation confluence-cloud go blog ecosystem'.split(
    ' ',
  ),
);
const OTHER_PRODUCTS: readonly (readonly [RegExp, string])[] = [
  [/(?:^|\.)bitbucket\.org$/u, 'Bitbucket'],
  [/(?:^|\.)trello\.com$/u, 'Trello'],
  [/(?:^|\.)opsgenie\.com$/u, 'Opsgenie'],
  [/(?:^|\.)loom\.com$/u, 'Loom'],
  [/(?:^|\.)(?:getxray\.app|xpand-it\.com)$/u, 'Xray'],
];

function mistakeOf(host: string): [SiteMistake, MessageValues?] | null {
  if (/(?:^|\.)atlassian-us-gov[a-z0-9-]{0,40}\.[a-z]{2,10}$/u.test(host)) return ['government'];
  if (host === 'jira.com' || host === 'www.jira.com') return ['atlassian-page'];
  const product = OTHER_PRODUCTS.find(([form]) => form.test(host));
  if (product !== undefined) return ['other-product', { other: product[1] }];
  const label =
    host === 'atlassian.com' ? 'www' : /(?:^|\.)([a-z0-9-]{1,63})\.atlassian\.(?:com|net)$/u.exec(host)?.[1];
  if (label === undefined) return null;
  const own = ATLASSIAN_PAGES[label];
  if (own !== undefined) return [own];
  return FURTHER_ATLASSIAN_PAGES.has(label) ? ['atlassian-page'] : null;
}

/** The site that was probably meant by a text with a slip in it, or null. */
function meantBy(plain: string, hosts: readonly FoundHost[]): string | null {
  // Commas and blanks around a dot come from typing and from optical reading.
  const mended = plain
    .slice(0, 2000)
    .replace(/[ ]{0,2}[.,;][ ]{0,2}/gu, '.')
    .trim();
  const further = mended === plain ? [] : hostsIn(mended);
  for (const { host } of [...hosts.slice(0, MAX_HOSTS), ...further.slice(0, MAX_HOSTS)]) {
    const meant = siteOf(host) ?? meantSite(host) ?? siteWithoutDot(host);
    if (meant !== null) return meant;
  }
  const spaced = /^([a-z0-9-]{1,63})\s{1,3}atlassian[\s.]{1,3}net$/u.exec(mended)?.[1];
  // `https://acme/` and `acme/`: the first part of a name alone.
  const label = spaced ?? /^(?:https?:\/{0,2})?([a-z0-9-]{1,63})\/?$/u.exec(mended)?.[1];
  const name = `${label ?? ''}.atlassian.net`;
  return label !== undefined && isSite(name) ? name : null;
}
