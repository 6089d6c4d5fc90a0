import type { AnsweredExchange } from '../../contract/diagnosis.ts';
import { cameThroughCloudfront } from '../../xray/read-cloudfront-page.ts';
import { headerOf } from '../../contract/text/headers.ts';
import type { AnswerText } from '../../xray/answer.ts';
import { inspectionMakerIn, makerNamedIn } from './tls-inspection-vendors.ts';

/**
 * How much a sign says. `gave`: only something on the way of this computer gives such an answer. `gave-before`: a network that
 * stands before many servers, perhaps before Xray, made this answer itself. `stands-before`: the answer came out of such a
 * network, whoever gave it. `passed`: it went through something on its way.
 */
type Weight = 'gave' | 'gave-before' | 'stands-before' | 'passed';

/** A sign of who gave an answer, and the words in which it was found. */
export interface Sign {
  readonly id: string;
  readonly weight: Weight;
  readonly maker: string | null;
  /** What was found, at most 120 characters; it came over the wire. */
  readonly found: string;
}

interface Finding {
  readonly found: string;
  readonly maker?: string | null;
}

interface SignRow extends Pick<Sign, 'id' | 'weight'> {
  readonly find: (exchange: AnsweredExchange, text: AnswerText) => Finding | null;
}

/** A sign in a header's value, named after the header. */
function header(weight: Weight, name: string, value = /./u, maker: string | null = null): SignRow {
  return {
    id: name,
    weight,
    find: ({ response }) => {
      const sent = headerOf(response.headers, name)?.slice(0, 1000) ?? null;
      return sent !== null && value.test(sent) ? { found: `${name}: ${sent}`, maker } : null;
    },
  };
}

function sign(weight: Weight, id: string, find: SignRow['find']): SignRow {
  return { id, weight, find };
}

/** Every sign that we know. A new box is one more row: its header, or what its pages call themselves. */
const SIGNS: readonly SignRow[] = [
  // Boxes and services of a company or a guest network.
  header('gave', 'server', /\bzscaler\b/iu, 'Zscaler'),
  header('gave', 'server', /\bsquid\b/iu, 'Squid'),
  header('gave', 'x-squid-error', /./u, 'Squid'),
  sign('gave', 'server', ({ response }) => makerIn(headerOf(response.headers, 'server'))),
  header('gave', 'proxy-agent'),
  header('gave', 'proxy-status', /\berror=/iu),
  {
    ...header('gave', 'www-authenticate', /\b(?:basic|digest|ntlm|negotiate|kerberos)\b/iu),
    id: 'asks-to-sign-in',
  },
  header('gave', 'proxy-authenticate'),
  sign('gave', 'guest-network', ({ status, response }) =>
    status === 511 ? { found: `511 ${response.statusText}` } : null,
  ),
  sign('gave', 'redirect', redirectElsewhere),
  sign('gave', 'page-names-maker', (_exchange, { form, words }) => (form === 'page' ? makerIn(words) : null)),
  sign('gave', 'words-name-maker', (_exchange, { form, words }) =>
    form === 'text' || form === 'json' ? makerIn(words) : null,
  ),
  // Networks before servers: Xray may stand behind one of them some day. These name themselves only where they answer.
  header('gave-before', 'cf-mitigated', /./u, 'Cloudflare'),
  header('stands-before', 'server', /^cloudflare/iu, 'Cloudflare'),
  header('stands-before', 'cf-ray', /./u, 'Cloudflare'),
  header('gave-before', 'server', /^akamai/iu, 'Akamai'),
  header('gave-before', 'server', /^awselb/iu, 'AWS'),
  header('gave-before', 'x-amzn-errortype', /./u, 'AWS'),
  header('gave-before', 'x-amzn-waf-action', /./u, 'AWS'),
  header('stands-before', 'x-iinfo', /./u, 'Imperva'),
  header('stands-before', 'x-cdn', /\b(?:imperva|incapsula)\b/iu, 'Imperva'),
  header('stands-before', 'x-sucuri-id', /./u, 'Sucuri'),
  header('stands-before', 'x-azure-ref', /./u, 'Azure'),
  header('stands-before', 'server', /^microsoft-azure/iu, 'Azure'),
  header('stands-before', 'server', /\bbig-?ip\b/iu, 'F5'),
  sign('gave-before', 'words', pageWords('your support id is', 'F5')),
  sign('gave-before', 'words', pageWords('reference #', 'Akamai')),
  // What an answer passed on its way.
  sign('passed', 'via', ({ response }) => viaOf(headerOf(response.headers, 'via'))),
  header('passed', 'x-cache', /\bfrom (?!cloudfront)/iu),
  sign('passed', 'certificate', ({ connection }) => {
    const certificate = connection?.certificate ?? null;
    const maker = inspectionMakerIn(certificate);
    return maker === null ? null : { found: certificate?.issuer ?? '', maker };
  }),
  sign('passed', 'cloudfront', (exchange) =>
    cameThroughCloudfront(exchange) ? { found: 'x-amz-cf-id, via', maker: 'CloudFront' } : null,
  ),
];

const MAX_FOUND = 120;

/** Returns every sign that an answer carries, in the order of the table. */
export function signsOf(exchange: AnsweredExchange, text: AnswerText): Sign[] {
  return SIGNS.flatMap(({ id, weight, find }) => {
    const finding = find(exchange, text);
    if (finding === null) return [];
    return [
      { id, weight, maker: finding.maker ?? null, found: finding.found.slice(0, MAX_FOUND).toWellFormed() },
    ];
  });
}

/** Block pages and error pages name who made them; only the beginning of a long one is looked at. */
function makerIn(words: string | null): Finding | null {
  const maker = words === null ? null : makerNamedIn(words.slice(0, 2000));
  return maker === null || words === null ? null : { found: words, maker };
}

function pageWords(phrase: string, maker: string): SignRow['find'] {
  return (_exchange, { form, folded, words }) =>
    form === 'page' && folded.includes(phrase) ? { found: words ?? '', maker } : null;
}

function viaOf(via: string | null): Finding | null {
  const hops = (via ?? '').slice(0, 1000).split(',');
  const others = hops
    .filter((hop) => !/cloudfront/iu.test(hop))
    .join(',')
    .trim();
  if (others === '') return null;
  return { found: `via: ${others}`, maker: /\bsquid\b/iu.test(others) ? 'Squid' : makerNamedIn(others) };
}

const REDIRECTS = new Set([300, 301, 302, 303, 305, 307, 308]);

/** Whether the answer is a redirect; none is ever followed. */
export function isRedirect({ status }: AnsweredExchange): boolean {
  return REDIRECTS.has(status);
}

/** Where a redirect leads; null when it names no address that can be read. */
export function redirectTarget({ request, response }: AnsweredExchange): URL | null {
  if (response.redirectTo === null || !URL.canParse(response.redirectTo, request.url)) return null;
  return new URL(response.redirectTo, request.url);
}

/** Whether a redirect leads to another host of Xray: then Xray sent it and nobody on the way. */
export const redirectsWithinXray = leadsTo(/\.getxray\.app$/u);

/** Whether a redirect leads to Atlassian's own pages, as its sign-in: no filter sends anybody there. */
export const redirectsToAtlassian = leadsTo(/(?:^|\.)atlassian\.com$/u);

/** Whether a redirect leads nowhere else, by its address or by none: a server sends that as well as a filter does. */
export function redirectsToItself(exchange: AnsweredExchange): boolean {
  const target = redirectTarget(exchange);
  return isRedirect(exchange) && (target === null || target.hostname === hostOf(exchange));
}

function leadsTo(hosts: RegExp): (exchange: AnsweredExchange) => boolean {
  return (exchange) => {
    const target = redirectTarget(exchange);
    if (!isRedirect(exchange) || target?.protocol !== 'https:') return false;
    return target.hostname !== hostOf(exchange) && hosts.test(target.hostname);
  };
}

function hostOf({ request }: AnsweredExchange): string {
  return new URL(request.url).hostname;
}

function redirectElsewhere(exchange: AnsweredExchange): Finding | null {
  const isKnown = [redirectsWithinXray, redirectsToAtlassian, redirectsToItself].some((leads) =>
    leads(exchange),
  );
  if (!isRedirect(exchange) || isKnown) return null;
  const host = redirectTarget(exchange)?.hostname ?? '';
  return { found: `${exchange.status} to ${host}`, maker: makerNamedIn(host) };
}
