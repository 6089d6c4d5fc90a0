import { verdictKindSchema } from '../../../src-main/contract/diagnosis.ts';
import type { Owner, VerdictKind } from '../../../src-main/contract/diagnosis.ts';
import type { HostRow, LabelledRow } from './table.ts';
import { http } from './wire-answer.ts';
import type { WireAnswer } from './wire-answer.ts';

/** One answer as others have seen it, and the verdicts that a fair judge would accept for it. */
export interface OutsideRow extends Omit<LabelledRow, 'rule'> {
  /** As narrow as fair. */
  readonly allowed: readonly VerdictKind[];
  readonly owner?: readonly Owner[];
  /** Words of the answer that the verdict must show, where their meaning is not certain. */
  readonly quotes?: string;
  /** In whose name the certificates are issued; the computer trusts them, as it trusts a company's inspecting box. */
  readonly inspectedBy?: string;
  /** Where this shape was seen. */
  readonly source: string;
}

type Extra = Partial<Pick<OutsideRow, 'owner' | 'quotes' | 'inspectedBy'>>;
/** What the hosts do, and what stands before them. */
type Place = Pick<LabelledRow, 'global' | 'regions' | 'network'>;
type Headers = Readonly<Record<string, string>>;

/** Who acts after a kind that leaves no doubt of it. */
const OWNERS: Partial<Record<VerdictKind, Owner>> = {
  'proxy-sign-in': 'network-team',
  'tls-untrusted': 'network-team',
  network: 'network-team',
  intercepted: 'network-team',
  licence: 'you-with-xray',
  'credentials-rejected': 'you',
  residency: 'xray-through-radbee',
  'residency-suspected': 'xray-through-radbee',
};

/** Where an answer comes, and beside it in its rows' names. */
export interface Seen {
  /** Says which kinds are fair, between blanks, and where the shape was seen. */
  allows(kinds: string, source: string, extra?: Extra): ReadonlyMap<string, Omit<OutsideRow, 'name'>>;
}

/** An answer seen at each of these places; the keys go behind the name. */
function seenAt(places: Readonly<Record<string, Place>>): Seen {
  return {
    allows: (kinds, source, extra = {}) => {
      const allowed = kinds.split(' ').map((kind) => verdictKindSchema.parse(kind));
      const owners = allowed.map((kind) => OWNERS[kind]);
      const known = owners.filter((owner) => owner !== undefined);
      // Its owner follows from the kinds where each of them has one.
      const owner = known.length === owners.length ? { owner: [...new Set(known)] } : {};
      // A verdict may leave out the full stop of what it quotes.
      const quotes = extra.quotes === undefined ? {} : { quotes: extra.quotes.replace(/[.!。]$/u, '') };
      return new Map(
        Object.entries(places).map(([where, place]) => [
          where,
          { ...place, allowed, source, ...owner, ...extra, ...quotes },
        ]),
      );
    },
  };
}

/** Rows by their names. */
export function rows(table: Readonly<Record<string, ReturnType<Seen['allows']>>>): readonly OutsideRow[] {
  return Object.entries(table).flatMap(([name, told]) =>
    [...told].map(([where, row]) => ({ name: `${name}${where}`, ...row })),
  );
}

/** What CloudFront writes on each answer that it passes on. */
const CLOUDFRONT: Headers = {
  via: '1.1 00fake00fake00fake00fake00fake00.cloudfront.net (CloudFront)',
  'x-amz-cf-pop': 'FRA56-P8',
  'x-amz-cf-id': 'FAKE-FAKE-FAKE-FAKE==',
};

/** An answer of Xray's own, as CloudFront passes it on. */
export function xrayHttp(status: number, headers: Headers = {}, body: string | Buffer = ''): WireAnswer {
  const xCache = status < 400 ? 'Miss from cloudfront' : 'Error from cloudfront';
  return http(status, { ...CLOUDFRONT, 'x-cache': xCache, ...headers }, body);
}

/** Xray's JSON; a string becomes a JSON string in quotes. */
export function xrayJson(status: number, value: unknown, headers: Headers = {}): WireAnswer {
  const type = { 'content-type': 'application/json; charset=utf-8' };
  return xrayHttp(status, { ...type, ...headers }, JSON.stringify(value));
}

/** The usual form of Xray's errors. */
export function xrayError(status: number, error: string, headers: Headers = {}): WireAnswer {
  return xrayJson(status, { error }, headers);
}

/** The form of Xray's errors that its documentation shows. */
export function xrayText(status: number, words: string, headers: Headers = {}): WireAnswer {
  return xrayHttp(status, { 'content-type': 'text/plain; charset=utf-8', ...headers }, words);
}

/** A page that CloudFront makes itself. */
export function cloudfrontPage(status: number, words: string, headers: Headers = {}): WireAnswer {
  const title = 'ERROR: The request could not be satisfied';
  const body = `<HTML><HEAD><TITLE>${title}</TITLE></HEAD><BODY><H1>${status} ERROR</H1>${words}</BODY></HTML>`;
  return xrayHttp(status, { server: 'CloudFront', 'content-type': 'text/html', ...headers }, body);
}

/** A page of HTML as it stands. */
export function html(status: number, body: string, headers: Headers = {}): WireAnswer {
  return http(status, { 'content-type': 'text/html; charset=utf-8', ...headers }, body);
}

/** A small page with a heading, as servers make them. */
export function errorPage(status: number, title: string, sentence = '', headers: Headers = {}): WireAnswer {
  return html(
    status,
    `<html><head><title>${title}</title></head><body><h1>${title}</h1><p>${sentence}</p></body></html>`,
    headers,
  );
}

/** A zip without files: its end record alone. */
export const EMPTY_ZIP = Buffer.concat([Buffer.from('PK\u0005\u0006', 'latin1'), Buffer.alloc(18)]);

const tokenThroughCloudFront = (token: string): WireAnswer => xrayJson(200, token);

/** A host that takes the keys, through CloudFront. */
export const takesKeys = (data: WireAnswer): HostRow => ({ signIn: tokenThroughCloudFront, data });

/** A host whose zip is whole. */
export const WORKS: HostRow = takesKeys(
  xrayHttp(200, { 'content-type': 'application/octet-stream' }, EMPTY_ZIP),
);

/** Hosts that do not do the same. */
export const hosts = (place: Place): Seen => seenAt({ '': place });

const allHosts = (host: HostRow): Place => ({ global: host, regions: { us: host, eu: host, au: host } });

/** All hosts do the same. */
export const everywhere = (host: HostRow): Seen => seenAt({ '': allHosts(host) });

/** All hosts answer the sign-in so. */
export const atSignIn = (signIn: HostRow['signIn'] & {}): Seen => everywhere({ signIn });

/** All hosts take the keys and answer the data call so. */
export const atData = (data: WireAnswer): Seen => everywhere(takesKeys(data));

/** The same answer at the sign-in and at the data call: two rows. */
export const both = (answer: WireAnswer): Seen =>
  seenAt({
    ', at the sign-in': allHosts({ signIn: answer }),
    ', at the data call': allHosts(takesKeys(answer)),
  });
