import { BUNDLE_FILES } from '../../contract/report/bundle-files.ts';
import type { Check, Diagnosis, Owner, Residency, Verdict } from '../../contract/diagnosis.ts';
import { checkSentence } from './letters/check-sentences.ts';
import { conclusionOf } from './letters/conclusion.ts';
import { edgeOf } from './exact-answer.ts';
import { dataCallWords, hostCalls, lastCall, requestIdWords, signInWords } from './host-calls.ts';
import type { HostCalls } from './host-calls.ts';
import { RESIDENCY_NAMES } from './host-findings.ts';
import { nextForSupport } from './letters/next-for-support.ts';
import { openQuestions } from './letters/open-questions.ts';
import { alignedColumns, oneLine, utcTimeWithMs, wrap } from './plain-text.ts';
import { statedLocations, usableIds } from './letters/ticket.ts';
import type { LetterFacts } from './letters/ticket.ts';

/** What summary and details say besides the diagnosis. */
export interface PageFacts extends LetterFacts {
  readonly residency: Residency;
  readonly appVersion: string;
  readonly createdAt: Date;
  /** Every file of the bundle, in its order. */
  readonly files: readonly { readonly path: string; readonly about: string }[];
  /** How many of each kind were removed, by the name in the tag. */
  readonly removedByKind: ReadonlyMap<string, number>;
  readonly missing: readonly string[];
}

/** Lines of the summary; a person reads it on one screen. */
export const MAX_SUMMARY_LINES = 30;

/** A part of the summary: its lines, and how many of them stay when the page is full. */
interface Part {
  readonly lines: readonly string[];
  readonly min: number;
}

const LABEL_WIDTH = 13;
const INDENT = ' '.repeat(LABEL_WIDTH);
/** Hosts are four, or a few more where Xray names further ones. */
const MAX_HOSTS = 6;

/**
 * `summary.txt`: what support needs at a glance, in the order in which it is read, in at most thirty lines; `details.txt`
 * holds the rest. Speaks of the customer's site as "this site". Takes a redacted diagnosis; returns English text with LF
 * line ends, the same in every locale and time zone.
 */
export function summary(diagnosis: Diagnosis, facts: PageFacts): string {
  const hosts = hostCalls(diagnosis);
  const parts: Part[] = [
    fixed([
      `${facts.caseId}  ${diagnosis.sites.jira}${confluenceOf(diagnosis)}`,
      `Checked ${utcTimeWithMs(diagnosis.startedAt)}, Xray Residency Doctor ${oneLine(facts.appVersion, 20)}`,
      '',
    ]),
    atLeast(5, conclusionLines(diagnosis, facts)),
    fixed(labelled('FOR SUPPORT', [supportWords(diagnosis, facts)])),
    fixed(['', ...hostLines(hosts), '']),
    atLeast(1, labelled('ATLASSIAN', [atlassianWords(facts)])),
    atLeast(1, labelled('IDS', [idWords(diagnosis)])),
    atLeast(1, labelled('CUSTOMER', [customerWords(facts)])),
    atLeast(1, labelled(productLabel(facts), [productWords(facts)])),
    atLeast(1, labelled('CHECKS', checkWords(diagnosis.checks))),
    atLeast(
      1,
      labelled('NOT IN HERE', [facts.missing.join(' ').trim() || 'none of the usual parts is missing']),
    ),
    fixed(moreLines(facts)),
  ];
  return `${fitted(parts).join('\n')}\n`;
}

function fixed(lines: readonly string[]): Part {
  return { lines, min: lines.length };
}

function atLeast(min: number, lines: readonly string[]): Part {
  return { lines, min };
}

/** Ends a part that did not fit. */
const CUT = ` … more in ${BUNDLE_FILES.details.path}`;

/** Joins the parts; where they have too many lines, the longest give some up, and each says so. */
function fitted(parts: readonly Part[]): string[] {
  const kept = parts.map(({ lines }) => lines.length);
  const total = (): number => kept.reduce((sum, count) => sum + count, 0);
  while (total() > MAX_SUMMARY_LINES) {
    const spare = parts.map(({ min }, at) => (kept[at] ?? 0) - min);
    const most = spare.reduce((longest, count, at) => (count > (spare[longest] ?? 0) ? at : longest), 0);
    if ((spare[most] ?? 0) <= 0) break;
    kept[most] = (kept[most] ?? 0) - 1;
  }
  return parts
    .flatMap(({ lines }, at) => {
      const shown = lines.slice(0, kept[at]);
      return shown.length === lines.length
        ? shown
        : shown.map((line, row) => (row === shown.length - 1 ? `${line}${CUT}` : line));
    })
    .slice(0, MAX_SUMMARY_LINES);
}

/** Returns paragraphs behind a label in the first column. */
function labelled(label: string, paragraphs: readonly string[]): string[] {
  const lines = paragraphs.flatMap((paragraph) => wrap(paragraph, INDENT));
  return lines.map((line, at) => (at === 0 ? label.padEnd(LABEL_WIDTH) + line.slice(LABEL_WIDTH) : line));
}

function confluenceOf({ sites }: Diagnosis): string {
  return sites.confluence === sites.jira ? '' : ` (Confluence: ${sites.confluence})`;
}

const MAX_QUOTE_LENGTH = 160;

function conclusionLines(diagnosis: Diagnosis, facts: PageFacts): string[] {
  const { verdict, rulesVersion } = diagnosis;
  const { rule, owner } = verdict;
  const acts = owner === 'nobody' ? '' : `${ownerName(owner, facts.support.name)} has to act. `;
  return labelled('CONCLUSION', [
    // It may quote how a network names itself, which can be of any length.
    oneLine(conclusionOf(diagnosis), 320),
    `${acts}Rule ${oneLine(rule, 60)}, rules version ${oneLine(rulesVersion, 20)}`,
    ...quoteWords(verdict, MAX_QUOTE_LENGTH),
  ]);
}

/** Returns the words that decided; only Xray's own are called so. */
export function quoteWords({ quote = null, answeredBy = null }: Verdict, maxLength: number): string[] {
  if (quote === null) return [];
  const maker = answeredBy?.maker ?? null;
  const marks = maker === null ? '' : `, with the marks of ${oneLine(maker, 60)}`;
  const from = answeredBy?.who === 'xray' ? "Xray's words" : `What came back${marks}`;
  return [`${from}: "${oneLine(quote, maxLength)}"`];
}

const OWNERS: Readonly<Record<Exclude<Owner, 'xray-through-radbee' | 'radbee'>, string>> = {
  you: 'The customer',
  'you-with-xray': 'The customer, with Xray,',
  'network-team': "The customer's network team",
  xray: 'Xray',
  nobody: 'Nobody',
};

/** Returns who has to act, as the subject of a sentence. */
export function ownerName(owner: Owner, supportName: string): string {
  if (owner === 'radbee') return supportName;
  return owner === 'xray-through-radbee' ? `Xray, through ${supportName},` : OWNERS[owner];
}

function supportWords(diagnosis: Diagnosis, facts: PageFacts): string {
  const open = openQuestions(diagnosis, facts).length;
  return [
    nextForSupport(
      diagnosis.verdict,
      facts.residency,
      facts.files.map(({ path }) => path),
      facts.intake.mayPassOn,
    ),
    ...(open === 0 || diagnosis.verdict.kind === 'cancelled'
      ? []
      : [`Open questions to the customer: ${open} (verify --missing).`]),
  ].join(' ');
}

function hostLines(hosts: readonly HostCalls[]): string[] {
  if (hosts.length === 0) return ['No call was made.'];
  const rows = [
    ['HOST', 'SIGN-IN', 'DATA CALL', 'REQUEST ID'],
    ...hosts.slice(0, MAX_HOSTS).map((calls) => {
      const last = lastCall(calls);
      const edge = last === null ? null : edgeOf(last);
      return [
        oneLine(calls.host.id, 40),
        signInWords(calls),
        dataCallWords(calls),
        `${requestIdWords(calls)}${edge === null ? '' : `, pop ${edge}`}`,
      ];
    }),
  ];
  const more = hosts.length - MAX_HOSTS;
  return [...alignedColumns(rows), ...(more > 0 ? [`… ${more} more in ${BUNDLE_FILES.details.path}`] : [])];
}

function atlassianWords({ residency, residencyFacts, hasPicture }: PageFacts): string {
  const stated = statedLocations(residencyFacts);
  const site =
    residency === 'unknown'
      ? 'pinned or moving: not known'
      : `${RESIDENCY_NAMES[residency]} (according to the customer)`;
  const picture = hasPicture ? 'see the picture' : 'no picture';
  return [...stated, site, picture].join('; ');
}

function idWords({ clientId, tokens, siteFacts }: Diagnosis): string {
  return [
    ...usableIds(tokens.map(({ tenant }) => tenant)).map((tenant) => `Xray tenant ${tenant}`),
    ...siteFacts.flatMap(({ site, cloudId }) =>
      usableIds([cloudId]).map((id) => `cloud id of ${site} ${id}`),
    ),
    `client id ${oneLine(clientId, 80)} (shortened)`,
    ...usableIds(tokens.map(({ accountId }) => accountId)).map((account) => `key made by account ${account}`),
  ].join('; ');
}

function customerWords({ intake }: PageFacts): string {
  const { contactName, contactMail, mayPassOn, keysMadeBy, keysMadeAt } = intake;
  const contact = [contactName, contactMail].filter(Boolean).map((words) => oneLine(words, 80));
  const keys = [keysMadeBy, keysMadeAt].filter(Boolean).map((words) => oneLine(words, 80));
  return [
    contact.join(', ') || 'no contact given',
    `may be passed on to Xray: ${mayPassOn === null ? 'not said' : mayPassOn ? 'yes' : 'NO'}`,
    ...(keys.length === 0 ? [] : [`keys made by: ${keys.join(', ')}`]),
  ].join('; ');
}

function productLabel({ support }: PageFacts): string {
  const label = (support.product ?? '').toUpperCase();
  return label !== '' && label.length < LABEL_WIDTH ? label : 'PRODUCT';
}

function productWords({ intake }: PageFacts): string {
  const { snapshotsError, since, xrayInJira } = intake;
  return [
    snapshotsError === '' ? 'message not given' : `"${oneLine(snapshotsError, 120)}"`,
    ...(since === '' ? [] : [`since: ${oneLine(since, 80)}`]),
    ...(xrayInJira === null
      ? []
      : [`Xray's own screens inside Jira ${xrayInJira === 'works' ? 'work' : 'fail as well'}`]),
  ].join('; ');
}

/** What was found to be fine, in a word or two. */
const FINE: Readonly<Partial<Record<Check['id'], string>>> = {
  'echoed-secret': 'no secret repeated',
  'token-dates': 'dates of the tokens',
  clock: 'clock',
};

/** Warnings in full, what is fine by its name. */
function checkWords(checks: readonly Check[] = []): string[] {
  if (checks.length === 0) return ['none'];
  const fine = checks.filter(({ level }) => level === 'ok').map(({ id }) => FINE[id] ?? id);
  return [
    ...checks
      .filter(({ level }) => level !== 'ok')
      .map((check) => `! ${check.level === 'wrong' ? 'WRONG: ' : ''}${checkSentence(check)}`),
    ...(fine.length === 0 ? [] : [`Fine: ${fine.join(', ')}`]),
  ];
}

function moreLines({ files }: PageFacts): string[] {
  const { details } = BUNDLE_FILES;
  const words = [
    ...(files.some(({ path }) => path === details.path) ? [`${details.path}: everything in words`] : []),
    ...(files.some(({ path }) => path.startsWith('calls/')) ? ['calls/: every answer as it came'] : []),
  ].join('; ');
  return labelled('MORE', [words]);
}
