/** What a hostile server sends as the answer to one request. */
export interface HostileReply {
  readonly bytes: Buffer;
  /** Sent again and again behind `bytes` for as long as it is read. */
  readonly again?: Buffer;
  /** The size of the pieces in which `bytes` go out, with a turn of the server's event loop between two of them. */
  readonly pieceBytes?: number;
  /** The connection is closed behind the answer. */
  readonly closes?: boolean;
}

/** What an answer quotes of the request: the client secret, or the token that came with it. */
export type Echo = string;

/** Where in a run the hostile answer stands. */
export type Place =
  /** The sign-in gives a token, the data call is hostile. */
  | 'data-call'
  /** The sign-in itself is hostile, with this status. */
  | 'sign-in';

/** What the tables have in common: how a kind of hostile answer is named and how large it is. */
export interface HostileRow {
  readonly name: string;
  readonly kind:
    | 'JSON'
    | 'text'
    | 'page'
    | 'headers'
    | 'cookies'
    | 'codings'
    | 'charsets'
    | 'pace'
    | 'tokens'
    | 'HTTP/2';
  /** The size at which the product's own limit is reached, in what the answer counts by. */
  readonly limit: number;
  /** Where it stands; in the data call unless told. */
  readonly place?: Place;
  /** Whether it does not end by itself, so that the limit of the answer's time ends it. */
  readonly isEndless?: true;
}

/** A kind of hostile answer that is written in bytes. */
export interface HostileAnswer extends HostileRow {
  /** Makes the answer; `echo` stands in it more than once. */
  readonly reply: (size: number, echo: Echo, status: number) => HostileReply;
}

type Headers = readonly (readonly [name: string, value: string])[];

/** The head of an answer, up to the empty line. */
export function headOf(status: number, headers: Headers): Buffer {
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  return Buffer.from(`HTTP/1.1 ${status} Told\r\n${lines}\r\n`, 'latin1');
}

/** A whole answer with its length. */
export function wholeReply(status: number, headers: Headers, body: string | Buffer): HostileReply {
  const bytes = Buffer.from(body);
  return {
    bytes: Buffer.concat([headOf(status, [...headers, ['content-length', String(bytes.length)]]), bytes]),
  };
}

/** `seed` again and again, cut at `length`. */
export function filled(seed: string, length: number): string {
  return seed.repeat(Math.ceil(length / seed.length)).slice(0, length);
}
