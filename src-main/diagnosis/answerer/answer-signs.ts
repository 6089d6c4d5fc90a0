import { cameThroughCloudfront } from '../../xray/cloudfront.ts';
import { headerOf } from '../../contract/headers.ts';
import type { AnswerText } from '../../xray/answer.ts';
import type { AnsweredExchange } from '../run/exchanges.ts';
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
  /** Who makes such boxes or runs such a network, when that is known. */
  readonly maker: string | null;
  /** What was found, at most 120 characters; it came over the wire. */
  readonly found: string;
}

interface SignRow {
  readonly id: string;
  readonly weight: Weight;
  readonly maker?: string;
  /** The header in which it stands; or the function that looks for it. */
  readonly header?: readonly [name: string, value: RegExp];
  readonly find?: (exchange: AnsweredExchange, text: AnswerText) => { found: string; maker?: string } | null;
}

const ANYTHING = /./u;

/** Every sign that we know. A new box is one more row: its header, or what its pages call themselves. */
const SIGNS: readonly SignRow[] = [
  // Boxes and services of a company or a guest network.
  { id: 'server', weight: 'gave', maker: 'Zscaler', header: ['server', /\bzscaler\b/iu] },
  { id: 'server', weight: 'gave', maker: 'Squid', header: ['server', /\bsquid\b/iu] },
  { id: 'x-squid-error', weight: 'gave', maker: 'Squid', header: ['x-squid-error', ANYTHING] },
  { id: 'server', weight: 'gave', find: ({ response }) => makerIn(headerOf(response.headers, 'server')) },
  { id: 'proxy-agent', weight: 'gave', header: ['proxy-agent', ANYTHING] },
  { id: 'proxy-status', weight: 'gave', header: ['proxy-status', /\berror=/iu] },
  {
    id: 'asks-to-sign-in',
    weight: 'gave',
    header: ['www-authenticate', /\b(?:basic|digest|ntlm|negotiate|kerberos)\b/iu],
  },
  { id: 'proxy-authenticate', weight: 'gave', header: ['proxy-authenticate', ANYTHING] },
  {
    id: 'guest-network',
    weight: 'gave',
    find: ({ status, response }) => (status === 511 ? { found: `511 ${response.statusText}` } : null),
  },
  { id: 'redirect', weight: 'gave', find: (exchange) => redirectElsewhere(exchange) },
  {
    id: 'page-names-maker',
    weight: 'gave',
    find: (_exchange, text) => (text.form === 'page' ? makerIn(text.words) : null),
  },
  {
    id: 'words-name-maker',
    weight: 'gave',
    find: (_exchange, text) => (text.form === 'text' || text.form === 'json' ? makerIn(text.words) : null),
  },
  // Networks before servers: Xray may stand behind one of them some day. These name themselves only where they answer.
  { id: 'cf-mitigated', weight: 'gave-before', maker: 'Cloudflare', header: ['cf-mitigated', ANYTHING] },
  { id: 'server', weight: 'stands-before', maker: 'Cloudflare', header: ['server', /^cloudflare/iu] },
  { id: 'cf-ray', weight: 'stands-before', maker: 'Cloudflare', header: ['cf-ray', ANYTHING] },
  { id: 'server', weight: 'gave-before', maker: 'Akamai', header: ['server', /^akamai/iu] },
  { id: 'server', weight: 'gave-before', maker: 'AWS', header: ['server', /^awselb/iu] },
  { id: 'x-amzn-errortype', weight: 'gave-before', maker: 'AWS', header: ['x-amzn-errortype', ANYTHING] },
  { id: 'x-amzn-waf-action', weight: 'gave-before', maker: 'AWS', header: ['x-amzn-waf-action', ANYTHING] },
  { id: 'x-iinfo', weight: 'stands-before', maker: 'Imperva', header: ['x-iinfo', ANYTHING] },
  {
    id: 'x-cdn',
    weight: 'stands-before',
    maker: 'Imperva',
    header: ['x-cdn', /\b(?:imperva|incapsula)\b/iu],
  },
  { id: 'x-sucuri-id', weight: 'stands-before', maker: 'Sucuri', header: ['x-sucuri-id', ANYTHING] },
  { id: 'x-azure-ref', weight: 'stands-before', maker: 'Azure', header: ['x-azure-ref', ANYTHING] },
  { id: 'server', weight: 'stands-before', maker: 'Azure', header: ['server', /^microsoft-azure/iu] },
  { id: 'server', weight: 'stands-before', maker: 'F5', header: ['server', /\bbig-?ip\b/iu] },
  {
    id: 'words',
    weight: 'gave-before',
    maker: 'F5',
    find: (_exchange, text) => phraseIn(text, 'your support id is'),
  },
  {
    id: 'words',
    weight: 'gave-before',
    maker: 'Akamai',
    find: (_exchange, text) => phraseIn(text, 'reference #'),
  },
  // What an answer passed on its way.
  { id: 'via', weight: 'passed', find: ({ response }) => viaOf(headerOf(response.headers, 'via')) },
  { id: 'x-cache', weight: 'passed', header: ['x-cache', /\bfrom (?!cloudfront)/iu] },
  {
    id: 'certificate',
    weight: 'passed',
    find: ({ connection }) => {
      const certificate = connection?.certificate ?? null;
      const maker = inspectionMakerIn(certificate);
      return maker === null ? null : { found: certificate?.issuer ?? '', maker };
    },
  },
  {
    id: 'cloudfront',
    weight: 'passed',
    maker: 'CloudFront',
    find: (exchange) => (cameThroughCloudfront(exchange) ? { found: 'x-amz-cf-id, via' } : null),
  },
];

/** Longer findings are cut. */
const MAX_FOUND = 120;

/** Every sign that an answer carries, in the order of the table. */
export function signsOf(exchange: AnsweredExchange, text: AnswerText): Sign[] {
  return SIGNS.flatMap(({ id, weight, maker, header, find }) => {
    const found = header === undefined ? find?.(exchange, text) : headerMatch(exchange, header);
    if (found === null || found === undefined) return [];
    return [
      {
        id,
        weight,
        maker: maker ?? found.maker ?? null,
        found: found.found.slice(0, MAX_FOUND).toWellFormed(),
      },
    ];
  });
}

function headerMatch(
  { response }: AnsweredExchange,
  [name, pattern]: readonly [string, RegExp],
): { found: string; maker?: string } | null {
  const value = headerOf(response.headers, name)?.slice(0, 1000) ?? null;
  return value !== null && pattern.test(value) ? { found: `${name}: ${value}` } : null;
}

/** Block pages and error pages name who made them; only the beginning of a long one is looked at. */
function makerIn(words: string | null): { found: string; maker: string } | null {
  const maker = words === null ? null : makerNamedIn(words.slice(0, 2000));
  return maker === null || words === null ? null : { found: words, maker };
}

function phraseIn({ form, folded, words }: AnswerText, phrase: string): { found: string } | null {
  return form === 'page' && folded.includes(phrase) ? { found: words ?? '' } : null;
}

function viaOf(via: string | null): { found: string; maker?: string } | null {
  if (via === null) return null;
  const others = via
    .slice(0, 1000)
    .split(',')
    .filter((hop) => !/cloudfront/iu.test(hop))
    .join(',')
    .trim();
  if (others === '') return null;
  const maker = /\bsquid\b/iu.test(others) ? 'Squid' : makerNamedIn(others);
  return { found: `via: ${others}`, ...(maker === null ? {} : { maker }) };
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
export function redirectsWithinXray(exchange: AnsweredExchange): boolean {
  const target = redirectTarget(exchange);
  return (
    isRedirect(exchange) &&
    target !== null &&
    target.protocol === 'https:' &&
    target.hostname !== new URL(exchange.request.url).hostname &&
    target.hostname.endsWith('.getxray.app')
  );
}

function redirectElsewhere(exchange: AnsweredExchange): { found: string; maker?: string } | null {
  if (!isRedirect(exchange) || redirectsWithinXray(exchange)) return null;
  const host = redirectTarget(exchange)?.hostname ?? '';
  const maker = makerNamedIn(host);
  return {
    found: host === '' ? `${exchange.status}` : `${exchange.status} to ${host}`,
    ...(maker === null ? {} : { maker }),
  };
}
