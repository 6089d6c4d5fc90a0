import { BUNDLE_FILES } from '../../contract/report/bundle-files.ts';
import type { Check, Diagnosis, Owner, Verdict } from '../../contract/diagnosis.ts';
import type { EvidenceDocument } from '../../contract/report/verification.ts';
import { checkSentence } from './letters/check-sentences.ts';
import { conclusionOf } from './letters/conclusion.ts';
import { edgeOf } from './exact-answer.ts';
import {
  customerIds,
  dataCallWords,
  hostCalls,
  lastRequestIds,
  RESIDENCY_NAMES,
  signInWords,
} from './host-findings.ts';
import type { HostCalls } from './host-findings.ts';
import { nextForSupport } from './letters/next-for-support.ts';
import { openQuestions } from './letters/open-questions.ts';
import { alignedColumns, linesIf, oneLine, utcTimeWithMs, wrap } from './plain-text.ts';
import { statedLocations } from './letters/ticket.ts';
import type { LetterFacts } from './letters/ticket.ts';

/** What a page says that is in the manifest and not in the document. */
export interface ListedFacts {
  readonly createdAt: Date;
  /** Every file of the bundle, in its order. */
  readonly files: readonly { readonly path: string; readonly about: string }[];
  readonly missing: readonly string[];
}

/** What summary and details say besides the document. */
export interface PageFacts extends LetterFacts, ListedFacts {
  /** How many of each kind were removed, by the name in the tag. */
  readonly removedByKind: ReadonlyMap<string, number>;
}

/** Lines of the summary; a person reads it on one screen. */
export const MAX_SUMMARY_LINES = 30;

/** A part of the summary: its lines, and how many of them stay when the page is full, if not all. */
interface Part {
  readonly lines: readonly string[];
  readonly min?: number;
}

const LABEL_WIDTH = 13;
const INDENT = ' '.repeat(LABEL_WIDTH);
/** Hosts are four, or a few more where Xray names further ones. */
const MAX_HOSTS = 6;

/**
 * `summary.txt`: what support needs at a glance, in the order in which it is read, in at most thirty lines; `details.txt`
 * holds the rest. Speaks of the customer's site as "this site". Takes a redacted document; returns English text with LF
 * line ends, the same in every locale and time zone.
 */
export function summary(document: EvidenceDocument, facts: PageFacts): string {
  const { sites, startedAt, appVersion, checks } = document;
  const missing = facts.missing.join(' ').trim() || 'none of the usual parts is missing';
  const parts: Part[] = [
    {
      lines: [
        `${facts.caseId}  ${sites.jira}${confluenceOf(document)}`,
        `Checked ${utcTimeWithMs(startedAt)}, Xray Residency Doctor ${oneLine(appVersion, 20)}`,
        '',
      ],
    },
    { lines: conclusionLines(document, facts), min: 5 },
    { lines: labelled('FOR SUPPORT', [supportWords(document, facts)]) },
    { lines: ['', ...hostLines(hostCalls(document)), ''] },
    { lines: labelled('ATLASSIAN', [atlassianWords(document, facts)]), min: 1 },
    { lines: labelled('IDS', [idWords(document)]), min: 1 },
    { lines: labelled('CUSTOMER', [customerWords(facts)]), min: 1 },
    { lines: labelled(productLabel(facts), [productWords(facts)]), min: 1 },
    { lines: labelled('CHECKS', checkWords(checks)), min: 1 },
    { lines: labelled('NOT IN HERE', [missing]), min: 1 },
    { lines: moreLines(facts) },
  ];
  return `${fitted(parts).join('\n')}\n`;
}

/** Ends a part that did not fit. */
const CUT = ` … more in ${BUNDLE_FILES.details.path}`;

/** Joins the parts; where they have too many lines, the longest give some up, and each says so. */
function fitted(parts: readonly Part[]): string[] {
  const kept = parts.map(({ lines }) => lines.length);
  const total = (): number => kept.reduce((sum, count) => sum + count, 0);
  while (total() > MAX_SUMMARY_LINES) {
    const spare = parts.map(({ lines, min = lines.length }, at) => (kept[at] ?? 0) - min);
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

function supportWords(document: EvidenceDocument, facts: PageFacts): string {
  const open = openQuestions(document, facts).length;
  const paths = facts.files.map(({ path }) => path);
  return [
    nextForSupport(document.verdict, document.residency, paths, facts.intake.mayPassOn),
    ...linesIf(
      open > 0 && document.verdict.kind !== 'cancelled',
      `Open questions to the customer: ${open} (verify --missing).`,
    ),
  ].join(' ');
}

function hostLines(hosts: readonly HostCalls[]): string[] {
  if (hosts.length === 0) return ['No call was made.'];
  const rows = [
    ['HOST', 'SIGN-IN', 'DATA CALL', 'REQUEST ID'],
    ...hosts.slice(0, MAX_HOSTS).map((calls) => {
      const edge = edgeOf(calls.last);
      const ids = `${lastRequestIds(calls)}${edge === null ? '' : `, pop ${edge}`}`;
      return [oneLine(calls.host.id, 40), signInWords(calls), dataCallWords(calls), ids];
    }),
  ];
  const more = hosts.length - MAX_HOSTS;
  return [...alignedColumns(rows), ...linesIf(more > 0, `… ${more} more in ${BUNDLE_FILES.details.path}`)];
}

function atlassianWords({ residency, residencyFacts }: EvidenceDocument, { hasPicture }: PageFacts): string {
  const stated = statedLocations(residencyFacts);
  const site =
    residency === 'unknown'
      ? 'pinned or moving: not known'
      : `${RESIDENCY_NAMES[residency]} (according to the customer)`;
  const picture = hasPicture ? 'see the picture' : 'no picture';
  return [...stated, site, picture].join('; ');
}

function idWords(document: EvidenceDocument): string {
  const { tenants, clouds, accounts } = customerIds(document);
  return [
    ...tenants.map((tenant) => `Xray tenant ${tenant}`),
    ...clouds.map(({ site, cloudId }) => `cloud id of ${site} ${cloudId}`),
    `client id ${oneLine(document.clientId, 80)} (shortened)`,
    ...accounts.map((account) => `key made by account ${account}`),
  ].join('; ');
}

function customerWords({ intake }: PageFacts): string {
  const { contactName, contactMail, mayPassOn, keysMadeBy, keysMadeAt } = intake;
  const contact = [contactName, contactMail].filter(Boolean).map((words) => oneLine(words, 80));
  const keys = [keysMadeBy, keysMadeAt].filter(Boolean).map((words) => oneLine(words, 80));
  return [
    contact.join(', ') || 'no contact given',
    `may be passed on to Xray: ${mayPassOn === null ? 'not said' : mayPassOn ? 'yes' : 'NO'}`,
    ...linesIf(keys.length > 0, `keys made by: ${keys.join(', ')}`),
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
    ...linesIf(since !== '', `since: ${oneLine(since, 80)}`),
    ...linesIf(
      xrayInJira !== null,
      `Xray's own screens inside Jira ${xrayInJira === 'works' ? 'work' : 'fail as well'}`,
    ),
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
    ...linesIf(fine.length > 0, `Fine: ${fine.join(', ')}`),
  ];
}

function moreLines({ files }: PageFacts): string[] {
  const { details } = BUNDLE_FILES;
  const has = (start: string): boolean => files.some(({ path }) => path.startsWith(start));
  const words = [
    ...linesIf(has(details.path), `${details.path}: everything in words`),
    ...linesIf(has('calls/'), 'calls/: every answer as it came'),
  ];
  return labelled('MORE', [words.join('; ')]);
}
