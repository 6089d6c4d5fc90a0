import { createHash } from 'node:crypto';

import { DEFAULT_SUPPORT } from '../../contract/support/default-support.ts';
import type { Diagnosis, Residency, Verdict, VerdictKind } from '../../contract/diagnosis.ts';
import type { MailText } from '../../contract/report/evidence.ts';
import type { Support } from '../../contract/support/support-profile.ts';
import { behaviourWords, RESIDENCY_NAMES } from './host-findings.ts';
import { nextTurn } from '../cooperative-steps.ts';
import { linesIf, oneLine } from './plain-text.ts';
import type { Redactor } from '../redaction/redactor.ts';
import type { Redacted, WithRedacted } from '../redaction/redacted.ts';

/** A mail whose every part has been through the redactor. */
export type RedactedMail = WithRedacted<MailText>;

/** Returns the redacted mail. Address and subject are support's own, and lose known secrets only. */
export function cleanMail({ to, subject, body }: MailText, redactor: Redactor): RedactedMail {
  return {
    to: redactor.redactKnownSecrets(to),
    subject: redactor.redactKnownSecrets(subject),
    body: redactor.redactDocument(body),
  };
}

/** What the mail names beside the diagnosis. */
export interface MailFacts {
  readonly caseId: string;
  readonly residency: Residency;
  readonly fileName: string;
  readonly pictures: number;
  /** Whether support may pass the report on to Xray; null where that was not answered. */
  readonly mayPassOn: boolean | null;
}

/** Returns the mail to `support`, as the person who sends it would write it. */
export function mailText(diagnosis: Redacted<Diagnosis>, facts: MailFacts, support: Support): MailText {
  const { verdict, sites } = diagnosis;
  const pictures = facts.pictures === 1 ? 'a picture' : `${facts.pictures} pictures`;
  const body = [
    `Case ${facts.caseId}`,
    '',
    `Hello ${support.name},`,
    '',
    `${support.product ?? 'Our app'} cannot use Xray on our site. We checked the connection with Xray Residency Doctor.`,
    '',
    ...linesIf(support.ticket !== null, `Ticket: ${support.ticket}`),
    `Confluence site: https://${sites.confluence}`,
    `Jira site: https://${sites.jira}`,
    `Data residency: ${RESIDENCY_NAMES[facts.residency]}`,
    '',
    `Result: ${RESULTS[verdict.kind]} (${verdict.rule}).`,
    ...quoteLines(verdict),
    ...hostLines(diagnosis),
    '',
    `Attached is ${facts.fileName} with:`,
    '- a summary of what was found, and its details',
    ...linesIf(diagnosis.exchanges.length > 0, '- the calls to Xray, as sent and answered'),
    ...linesIf(facts.pictures > 0, `- ${pictures} of the Data residency page`),
    '- the same results for programs, and a list of the files',
    '',
    'Secrets and tokens were removed before the file was made.',
    '',
    ...linesIf(facts.mayPassOn === false, 'Please do not pass this report on to Xray before we agree.', ''),
    verdict.owner === 'xray-through-radbee'
      ? 'Please open a ticket with Xray support for us and tell us how it goes.'
      : 'Please have a look and tell us what to do next.',
    '',
    'Thank you',
    '',
  ].join('\n');
  const topic = subjectFor(verdict, support);
  const subject = support.ticket === null ? topic : `[${support.ticket}] ${topic}`;
  return { to: support.mail, subject, body };
}

/** What a verdict found, as the customer writes it. */
const RESULTS: Readonly<Record<VerdictKind, string>> = {
  residency: 'Xray says that our data is in another region',
  'residency-suspected': 'Xray may look for our data in another region',
  'credentials-rejected': 'Xray rejected our API key',
  licence: 'Xray says that its license for our site is not valid',
  'rate-limited': 'Xray asks us to wait',
  'xray-unavailable': 'Xray is not available',
  healthy: 'both calls to Xray worked',
  'proxy-sign-in': 'our proxy asked for a sign-in',
  'tls-untrusted': 'the certificate could not be trusted',
  network: 'Xray could not be reached, or its answer was cut off',
  intercepted: 'something else answered in place of Xray',
  unclear: 'the answer does not say clearly what is wrong',
  cancelled: 'the check was stopped',
};

/**
 * Returns the subject. The default one is what the vendor's page asks for where the region is in question, and would be
 * false of another result; a profile's own one stays.
 */
function subjectFor({ kind }: Verdict, { subject }: Support): string {
  const isRegion = kind === 'residency' || kind === 'residency-suspected';
  return isRegion || subject !== DEFAULT_SUPPORT.subject
    ? subject
    : `Xray connection check – ${RESULTS[kind]}`;
}

function quoteLines({ quote = null, answeredBy = null }: Verdict): string[] {
  if (quote === null) return [];
  return [`${answeredBy?.who === 'xray' ? "Xray's words" : 'What came back'}: "${oneLine(quote, 200)}"`];
}

function hostLines({ hosts }: Diagnosis): string[] {
  const answers = hosts.map((host) => `${host.id}: ${behaviourWords(host)}`);
  return linesIf(answers.length > 0, `Hosts of Xray: ${answers.join('; ')}`);
}

/** Every mail program accepts an address of this length. */
const MAX_MAILTO_LENGTH = 2000;

/**
 * Returns an address that opens a new mail (RFC 6068), at most 2000 characters long: lines are dropped from the end of the
 * text until it fits. It cannot name an attachment.
 */
export function mailtoAddress({ to, subject, body }: RedactedMail): string {
  const withText = (text: string): string =>
    `mailto:${to}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text)}`;
  const fits = (text: string): boolean => withText(text).length <= MAX_MAILTO_LENGTH;
  const lines = body.toWellFormed().split(/\r?\n/u);
  while (lines.length > 1 && !fits(lines.join('\r\n'))) lines.pop();
  const text = lines.join('\r\n');
  return withText(fits(text) ? text : '');
}

interface DraftParts {
  readonly mail: RedactedMail;
  readonly fileName: string;
  readonly zip: Uint8Array;
}

const ADDRESS = /^[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+$/u;
const ATTACHMENT_NAME = /^[A-Za-z0-9._-]+\.zip$/u;

/**
 * Resolves with the mail as an `.eml` file (RFC 5322, MIME) that mail programs open as a draft (`X-Unsent: 1`): without
 * From, Date and Message-ID, which the program adds. Same parts, same bytes. Rejects for an address or a file name that
 * does not fit into a plain header.
 */
export async function mailDraft({ mail, fileName, zip }: DraftParts): Promise<Uint8Array> {
  if (!ADDRESS.test(mail.to)) throw new Error('The address of the mail is not a plain one.');
  if (!ATTACHMENT_NAME.test(fileName)) throw new Error('The name of the attachment is not a plain one.');
  const boundary = `=_${createHash('sha256').update(mail.body).update(zip).digest('hex').slice(0, 32)}`;
  const head = [
    'X-Unsent: 1',
    `To: ${mail.to}`,
    `Subject: ${encodedWords(mail.subject)}`,
    'MIME-Version: 1.0',
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
    '',
    `--${boundary}`,
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    '',
  ];
  const between = [
    `--${boundary}`,
    `Content-Type: application/zip; name="${fileName}"`,
    `Content-Disposition: attachment; filename="${fileName}"`,
    'Content-Transfer-Encoding: base64',
    '',
    '',
  ];
  return Buffer.concat([
    Buffer.from(head.join('\r\n'), 'latin1'),
    ...(await base64Lines(Buffer.from(mail.body.replace(/\r?\n/gu, '\r\n'), 'utf8'))),
    Buffer.from(between.join('\r\n'), 'latin1'),
    ...(await base64Lines(zip)),
    Buffer.from(`--${boundary}--\r\n`, 'latin1'),
  ]);
}

/** 76 characters, the longest line of MIME (RFC 2045 section 6.8). */
const BYTES_A_LINE = 57;
/** About a megabyte. */
const LINES_A_TURN = 16_384;

/** Resolves with the bytes in base64, each line ending with CRLF. */
async function base64Lines(bytes: Uint8Array): Promise<Buffer[]> {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pieces: Buffer[] = [];
  for (let start = 0; start < whole.length; start += BYTES_A_LINE * LINES_A_TURN) {
    const text = whole.toString('base64', start, start + BYTES_A_LINE * LINES_A_TURN);
    pieces.push(Buffer.from(text.replace(/.{1,76}/gu, '$&\r\n'), 'latin1'));
    await nextTurn();
  }
  return pieces;
}

/** An encoded word holds at most 75 characters (RFC 2047, section 2): 45 bytes of text become 60 of base64. */
const BYTES_OF_A_WORD = 45;

/** Returns a header's text as encoded words, each of whole characters, one a line. */
function encodedWords(text: string): string {
  const words: string[] = [];
  let word = '';
  for (const char of text) {
    if (Buffer.byteLength(word + char, 'utf8') > BYTES_OF_A_WORD) {
      words.push(word);
      word = '';
    }
    word += char;
  }
  words.push(word);
  return words.map((part) => `=?utf-8?B?${Buffer.from(part, 'utf8').toString('base64')}?=`).join('\r\n ');
}
