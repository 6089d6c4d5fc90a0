import type { AskedHost, Diagnosis, Exchange, TokenFacts } from '../../contract/diagnosis.ts';
import type { Intake } from '../../contract/report/intake.ts';
import type { EvidenceDocument } from '../../contract/report/verification.ts';
import { NOT_SEARCHED } from '../search/find-secrets.ts';
import { checkSentence, secondOpinionOf } from './letters/check-sentences.ts';
import { conclusionOf } from './letters/conclusion.ts';
import { edgeOf, requestIdWords } from './exact-answer.ts';
import {
  behaviourWords,
  callsOf,
  clockSentence,
  customerIds,
  keysWord,
  exchangeSentence,
  findingOf,
  hostCalls,
  RESIDENCY_NAMES,
} from './host-findings.ts';
import { alignedColumns, linesIf, oneLine, utcTime, wrap } from './plain-text.ts';
import { ownerName, quoteWords } from './summary.ts';
import type { PageFacts } from './summary.ts';

const LIMITS = [
  "The check shows what Xray answered to the customer's computer at that time. It cannot see into Xray or Atlassian.",
  'The conclusion follows from the answers by fixed rules. The answers themselves are in calls/.',
  'What is said of the data residency is what the customer stated or confirmed; only a picture shows what Atlassian says.',
  `Secrets were looked for as they are and in the usual encodings (JSON, URL, HTML, base64, base32, base58, hex, lists of numbers, gzip), also one inside of another. ${NOT_SEARCHED}`,
  'Names, sites and addresses were not removed.',
];

/**
 * `details.txt`: everything that is known, in words, for whoever needs more than the summary. Speaks of the customer's site
 * as "this site". Takes a redacted document; returns English text with LF line ends, the same in every locale and zone.
 */
export function details(document: EvidenceDocument, facts: PageFacts): string {
  const { verdict, sites, residency, residencyFacts, checks = [] } = document;
  const { files, missing, support } = facts;
  return [
    `${facts.caseId}: details of a report by Xray Residency Doctor`,
    '',
    'CONCLUSION',
    ...wrap(conclusionOf(document)),
    ...quoteWords(verdict, 200).flatMap((words) => wrap(words)),
    ...wrap(findingOf(hostCalls(document), support.product)),
    ...wrap(secondOpinionOf(document) ?? ''),
    ...linesIf(verdict.owner !== 'nobody', `  ${ownerName(verdict.owner, support.name)} has to act.`),
    `  Kind: ${verdict.kind}, by rule ${oneLine(verdict.rule, 100)} (rules ${oneLine(document.rulesVersion, 20)})`,
    '',
    'SITES',
    `  Jira:           ${sites.jira}`,
    `  Confluence:     ${sites.confluence}`,
    `  Client id:      ${oneLine(document.clientId, 80)} (shortened)`,
    `  Data residency: ${RESIDENCY_NAMES[residency]}${residency === 'unknown' ? '' : ' (according to the customer)'}`,
    ...residencyFacts.map(({ product, location, status }) => {
      const words = [location, status].filter((each) => each !== '').map((each) => oneLine(each, 80));
      return `    ${product}: ${words.join(', ') || 'nothing stated'}`;
    }),
    ...idLines(document),
    '',
    'ANSWERS OF THE CUSTOMER',
    ...intakeLines(facts.intake),
    '',
    ...linesIf(
      checks.length > 0,
      'CHECKS',
      ...checks.flatMap((check) => bullet(MARKS[check.level] + checkSentence(check))),
      '',
    ),
    'WHEN',
    `  Check:  ${utcTime(document.startedAt)} to ${utcTime(document.finishedAt)}`,
    `  Report: ${utcTime(facts.createdAt.toISOString())}, version ${oneLine(document.appVersion, 20)}`,
    ...wrap(clockSentence(document)),
    '',
    'HOST BY HOST',
    ...foundLines(document),
    '',
    'WHAT IS IN HERE',
    ...files.flatMap(({ path, about }) => wrap(`${path}: ${about}`)),
    '',
    'WHAT WAS REMOVED',
    ...removedLines(facts.removedByKind),
    '',
    'WHAT IS MISSING',
    ...(missing.length === 0 ? ['  Nothing.'] : missing.flatMap(bullet)),
    '',
    'LIMITS',
    ...LIMITS.flatMap(bullet),
    '',
  ].join('\n');
}

const MARKS = { wrong: 'WRONG: ', look: '', ok: 'Fine: ' } as const;

function bullet(sentence: string): string[] {
  return wrap(sentence, '    ', '  - ');
}

function idLines(diagnosis: Diagnosis): string[] {
  const { tenants, clouds, accounts } = customerIds(diagnosis);
  return [
    ...clouds.map(({ site, cloudId, deployment }) => {
      const kind = deployment === null ? '' : `, ${oneLine(deployment, 40)}`;
      return `  Cloud id:       ${cloudId} (${site}${kind})`;
    }),
    ...tenants.map((tenant) => `  Xray tenant:    ${tenant}`),
    ...accounts.map((account) => `  Key made by:    ${account}`),
  ];
}

function intakeLines(intake: Intake): string[] {
  const { contactName, contactMail, snapshotsError, since, xrayInJira, keysMadeBy, keysMadeAt, mayPassOn } =
    intake;
  const mayPass = mayPassOn === null ? '' : mayPassOn ? 'yes' : 'no';
  const rows: readonly (readonly [string, string])[] = [
    ['Contact', [contactName, contactMail].filter(Boolean).join(', ')],
    ['What the product shows', snapshotsError],
    ['Since', since],
    ["Xray's screens in Jira", xrayInJira === null ? '' : xrayInJira === 'works' ? 'work' : 'fail'],
    ['Keys made by', keysMadeBy],
    ['Keys made', keysMadeAt],
    ['May be passed on to Xray', mayPass],
  ];
  return rows.map(([name, answer]) => `  ${name}: ${answer === '' ? 'not answered' : oneLine(answer, 400)}`);
}

function foundLines(diagnosis: Diagnosis): string[] {
  const exchanges = callsOf(diagnosis).flat();
  if (exchanges.length === 0) return ['  No call was made.'];
  const tokens = Map.groupBy(diagnosis.tokens, ({ host }) => host);
  return [
    ...hostTable(diagnosis),
    ...routeLines(diagnosis.exchanges),
    '',
    ...[...Map.groupBy(exchanges, ({ host }) => host)].flatMap(([host, own]) => [
      `  ${host}`,
      ...own.flatMap(exchangeLines),
      ...(tokens.get(host) ?? []).flatMap(tokenLines),
    ]),
  ];
}

function exchangeLines(exchange: Exchange): string[] {
  const again = exchange.attempt > 1 ? ' (second attempt)' : '';
  return bullet([`${exchangeSentence(exchange)}${again}`, ...requestIds(exchange), ''].join('. ').trimEnd());
}

/** Where Xray's people find the call: its ids, and the place of CloudFront's network. */
function requestIds(exchange: Exchange): string[] {
  const edge = edgeOf(exchange);
  const ids = requestIdWords(exchange);
  return edge === null ? ids : [...ids, `x-amz-cf-pop ${edge}`];
}

function tokenLines({ issuer, expiresAt }: TokenFacts): string[] {
  const by = issuer === null ? '' : ` by ${oneLine(issuer, 80)}`;
  const until = expiresAt === null ? '' : `, valid until ${utcTime(expiresAt)}`;
  return bullet(`A token was issued${by}${until}.`);
}

const CAME: Readonly<Record<NonNullable<AskedHost['came']>, string>> = {
  zip: 'a file',
  feature: 'a test file',
  empty: 'an empty answer',
  'xray-error': 'issues not found',
};

/** Returns one line for each host: whether it took the keys, what it did with the data, how long it took. */
function hostTable({ hosts }: Diagnosis): string[] {
  const rows = hosts.map((host) => {
    const { name, behaviour, came = null, totalMs } = host;
    const what = behaviour === null || came === null ? '' : ` (${CAME[came]})`;
    return [oneLine(name, 40), keysWord(host), `${behaviourWords(host)}${what}`, `${totalMs} ms`];
  });
  return alignedColumns([['Host', 'Keys', 'Data', 'Time'], ...rows]).map((line) => `  ${line}`);
}

/** Returns the route of the first connection, which a network team is asked for first. */
function routeLines(exchanges: readonly Exchange[]): string[] {
  const first = exchanges.find(({ connection }) => connection !== null);
  if (first === undefined) return [];
  const { route, connection } = first;
  const way =
    route.kind === 'proxy' ? `through the proxy ${oneLine(route.host, 200)}:${route.port}` : 'direct';
  const issuer = connection?.certificate?.issuer;
  const issued = issuer === undefined ? '' : `; certificate issued by ${oneLine(issuer, 200)}`;
  return wrap(`Route: ${way}${issued}.`);
}

/** Kinds of tags whose name says too little. */
const KINDS: Readonly<Record<string, string>> = {
  'proxy-password': 'password of a proxy',
  authorization: 'credential in a header',
};

function removedLines(removedByKind: ReadonlyMap<string, number>): string[] {
  const counts = [...removedByKind].map(([kind, count]) => {
    const times = count === 1 ? 'time' : 'times';
    return `  ${KINDS[kind] ?? kind.replace('-', ' ')}: ${count} ${times}, shown as ‹${kind}#….›`;
  });
  return [
    ...linesIf(counts.length === 0, '  No secret was found in the answers.'),
    ...counts,
    '  The client id is shortened. Equal tags stand for equal values; they cannot be turned back.',
  ];
}
