import PostalMime from 'postal-mime';

/** What a file that arrived at support's desk is, and the zip files in it. */
export type Arrival =
  /** `zips` is empty for a mail to which nothing is attached that a zip program would open. */
  { readonly kind: 'zip' | 'mail'; readonly zips: readonly ArrivedZip[] } | { readonly kind: ArrivalFault };

/** Why there is nothing to check in a file. */
export type ArrivalFault =
  /** Outlook's own format, which is not read here. */
  | 'outlook-message'
  /** A mail whose attachments Outlook packed into a winmail.dat. */
  | 'winmail'
  /** What a download gives when a sign-in was needed. */
  | 'web-page'
  | 'empty'
  | 'unknown';

export interface ArrivedZip {
  /** As the mail names it; null for a file that came by itself. */
  readonly name: string | null;
  readonly bytes: Buffer;
}

/** Compound File Binary Format, [MS-CFB] 2.2: Outlook saves a message so. */
const COMPOUND_FILE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
/** APPNOTE 4.3.7 and 4.3.16: the first entry, or the end record of an empty zip. */
const ZIP_STARTS = [Buffer.from('PK\u0003\u0004', 'latin1'), Buffer.from('PK\u0005\u0006', 'latin1')];

/** Characters in which the kind of a text is looked for. */
const HEAD_LENGTH = 16 * 1024;
/** Headers of a mail (RFC 5322, RFC 2045). Other texts begin with one of them, as our own letters do, and not with two. */
const MAIL_HEADER =
  /^(?:from|to|subject|date|received|return-path|delivered-to|message-id|mime-version|content-type|x-unsent|x-mozilla-status):/gimu;
const HEADER_LINE = /^(?:[\w-]{1,76}:|From )/u;
const WEB_PAGE = /^\s{0,200}(?:<!doctype html|<html\b|<head\b|<\?xml\b)/iu;

/** Attachments of one mail that are looked at. */
const MAX_ATTACHMENTS = 20;
const MAX_NESTED_PARTS = 20;
const MAX_MAIL_HEADERS = 256 * 1024;

/**
 * Recognises by its bytes, whatever its name says, what a person sent: a zip, a mail saved as `.eml` (RFC 5322) with zips
 * attached to it or to a mail inside of it, or something in which there is no evidence. Never rejects.
 */
export async function openArrival(bytes: Buffer): Promise<Arrival> {
  if (bytes.length === 0) return { kind: 'empty' };
  if (isZip(bytes)) return { kind: 'zip', zips: [{ name: null, bytes }] };
  if (bytes.subarray(0, COMPOUND_FILE.length).equals(COMPOUND_FILE)) return { kind: 'outlook-message' };
  const head = bytes
    .toString('latin1', 0, HEAD_LENGTH)
    .replace(/^\u00ef\u00bb\u00bf/u, '')
    .trimStart();
  if (WEB_PAGE.test(head)) return { kind: 'web-page' };
  if (isMail(head)) return openMail(bytes);
  return { kind: 'unknown' };
}

function isMail(head: string): boolean {
  if (!HEADER_LINE.test(head)) return false;
  const headers = head.slice(0, /\r?\n\r?\n/u.exec(head)?.index).match(MAIL_HEADER) ?? [];
  return new Set(headers.map((name) => name.toLowerCase())).size > 1;
}

function isZip(bytes: Uint8Array): boolean {
  return ZIP_STARTS.some((start) => start.equals(bytes.subarray(0, start.length)));
}

async function openMail(bytes: Buffer): Promise<Arrival> {
  try {
    const { attachments } = await PostalMime.parse(bytes, {
      maxNestingDepth: MAX_NESTED_PARTS,
      maxRfc822NestingDepth: MAX_NESTED_PARTS,
      maxHeadersSize: MAX_MAIL_HEADERS,
      attachmentEncoding: 'arraybuffer',
    });
    const looked = attachments.slice(0, MAX_ATTACHMENTS);
    const zips = looked.flatMap(({ filename, content }) => {
      if (typeof content === 'string') return [];
      const attached = Buffer.from(new Uint8Array(content));
      return isZip(attached) ? [{ name: filename, bytes: attached }] : [];
    });
    if (zips.length === 0 && looked.some(({ mimeType }) => /\bms-tnef$/iu.test(mimeType)))
      return { kind: 'winmail' };
    return { kind: 'mail', zips };
  } catch {
    // The parser's words may repeat what is in the mail.
    return { kind: 'mail', zips: [] };
  }
}
