import type {
  AskedHost,
  Behaviour,
  Diagnosis,
  Exchange,
  Residency,
  Verdict,
} from '../../contract/diagnosis.ts';
import type { ResidencyFact } from '../../contract/picture.ts';
import {
  callsOf,
  clockSentence,
  exchangeSentence,
  paragraphForXray,
  requestIds,
  RESIDENCY_NAMES,
} from './host-findings.ts';
import { NOT_SEARCHED } from '../search/find-secrets.ts';
import { ownerName } from './with-support-name.ts';
import { oneLine, utcTime, wrap } from './plain-text.ts';
import type { Redacted } from '../redaction/redacted.ts';

/** What the summary tells beside the diagnosis. */
export interface SummaryFacts {
  /** Who helps. */
  readonly supportName: string;
  readonly residency: Residency;
  readonly residencyFacts: readonly ResidencyFact[];
  readonly appVersion: string;
  readonly createdAt: Date;
  /** Every file of the bundle, in its order. */
  readonly files: readonly { readonly path: string; readonly about: string }[];
  /** How many of each kind were removed, by the name in the tag. */
  readonly removedByKind: ReadonlyMap<string, number>;
  readonly missing: readonly string[];
}

const LIMITS = [
  'The check shows what Xray answered to this computer at this time; it cannot see into Xray or Atlassian.',
  'A verdict is a reading of these answers by fixed rules. The answers themselves are in calls/.',
  'What is said of the data residency is what the person stated or confirmed; only a picture shows what Atlassian says.',
  `Secrets were looked for as they are and in the usual encodings (JSON, URL, HTML, base64, base32, base58, hex, lists of numbers, gzip), also one inside of another. ${NOT_SEARCHED}`,
  'Names, sites and addresses were not removed.',
];

/**
 * `summary.txt`, for people: verdict, who acts and how, sites, what was found host by host, what is in the bundle, what was
 * removed, what is missing, and the limits. Takes a redacted diagnosis; returns English text with LF line ends, the same
 * in every locale and time zone.
 */
export function summary(diagnosis: Redacted<Diagnosis>, facts: SummaryFacts): string {
  const { verdict, sites } = diagnosis;
  return [
    'Xray Residency Doctor: evidence',
    '',
    'VERDICT',
    ...wrap(verdict.sentence),
    ...wrap(verdict.meaning),
    ...(verdict.secondOpinion === null ? [] : wrap(verdict.secondOpinion)),
    ...quoteLines(verdict),
    `  Who acts: ${ownerName(verdict.owner, { name: facts.supportName })}`,
    `  Kind: ${verdict.kind}, by rule ${verdict.rule} (rules ${diagnosis.rulesVersion})`,
    '',
    'WHAT TO DO',
    ...stepLines(diagnosis, facts.residency),
    '',
    'SITES',
    `  Jira:           ${sites.jira}`,
    `  Confluence:     ${sites.confluence}`,
    `  Client id:      ${oneLine(diagnosis.clientId, 80)} (shortened)`,
    `  Data residency: ${RESIDENCY_NAMES[facts.residency]}${facts.residency === 'unknown' ? '' : ' (as stated by the person)'}`,
    ...facts.residencyFacts.map(
      ({ product, location, status }) =>
        `    ${product}: ${
          [location, status]
            .filter((words) => words !== '')
            .map((words) => oneLine(words, 80))
            .join(', ') || 'nothing stated'
        }`,
    ),
    ...cloudIdLines(diagnosis),
    ...tenantLines(diagnosis),
    '',
    ...checkLines(diagnosis),
    'WHEN',
    `  Check:  ${utcTime(diagnosis.startedAt)} to ${utcTime(diagnosis.finishedAt)}`,
    `  Bundle: ${utcTime(facts.createdAt.toISOString())}, version ${facts.appVersion}`,
    ...wrap(clockSentence(diagnosis)),
    '',
    'WHAT WAS FOUND, HOST BY HOST',
    ...foundLines(diagnosis),
    '',
    'FOR XRAY SUPPORT (ready to paste)',
    ...wrap(paragraphForXray(diagnosis, facts.residency)),
    '',
    'WHAT IS IN HERE',
    ...facts.files.flatMap(({ path, about }) => wrap(`${path}: ${about}`)),
    '',
    'WHAT WAS REMOVED',
    ...removedLines(facts.removedByKind),
    '',
    'WHAT IS MISSING',
    ...(facts.missing.length === 0 ? ['  Nothing.'] : facts.missing.flatMap((sentence) => bullet(sentence))),
    '',
    'LIMITS',
    ...LIMITS.flatMap((sentence) => bullet(sentence)),
    '',
  ].join('\n');
}

/** The words that decided; what is not Xray's is not called so. */
function quoteLines({ quote = null, answeredBy = null }: Verdict): string[] {
  if (quote === null) return [];
  const from = answeredBy?.who === 'xray' ? "Xray's words" : `What came back${makerOf(answeredBy)}`;
  return wrap(`${from}: "${oneLine(quote, 200)}"`);
}

function makerOf(answeredBy: Verdict['answeredBy']): string {
  const maker = answeredBy?.maker ?? null;
  return maker === null ? '' : `, with the marks of ${oneLine(maker, 60)}`;
}

/** What is wrong or worth a look, then what was looked at and is fine. */
function checkLines({ checks = [] }: Diagnosis): string[] {
  if (checks.length === 0) return [];
  const marks = { wrong: 'WRONG: ', look: '', ok: 'Fine: ' } as const;
  return ['CHECKS', ...checks.flatMap(({ level, sentence }) => bullet(`${marks[level]}${sentence}`)), ''];
}

function bullet(sentence: string): string[] {
  return wrap(sentence, '    ').map((line, index) => (index === 0 ? `  - ${line.trimStart()}` : line));
}

function cloudIdLines({ siteFacts }: Diagnosis): string[] {
  return siteFacts.flatMap(({ site, cloudId, deployment }) =>
    cloudId === null
      ? []
      : [
          `  Cloud id:       ${oneLine(cloudId, 60)} (${site}${deployment === null ? '' : `, ${oneLine(deployment, 40)}`})`,
        ],
  );
}

/** By these Xray's support finds the customer; each once, since every host tells the same. */
function tenantLines({ tokens }: Diagnosis): string[] {
  const named = (name: string, values: readonly (string | null | undefined)[]): string[] =>
    [...new Set(values)].flatMap((value) =>
      value === null || value === undefined ? [] : [`  ${name} ${oneLine(value, 80)}`],
    );
  return [
    ...named(
      'Xray tenant:   ',
      tokens.map(({ tenant }) => tenant),
    ),
    ...named(
      'Key made by:   ',
      tokens.map(({ accountId }) => accountId),
    ),
  ];
}

function foundLines(diagnosis: Diagnosis): string[] {
  const calls = callsOf(diagnosis);
  if (calls.length === 0) return ['  No call was made.'];
  const hosts = [...new Set(calls.flatMap((attempts) => attempts.map(({ host }) => host)))];
  return [
    ...hostTable(diagnosis),
    '',
    ...hosts.flatMap((host) => [
      `  ${host}`,
      ...calls
        .flat()
        .filter((exchange) => exchange.host === host)
        .flatMap((exchange) =>
          bullet(
            [
              `${exchangeSentence(exchange)}${exchange.attempt > 1 ? ' (second attempt)' : ''}.`,
              ...requestIds(exchange).map((id) => `${id}.`),
            ].join(' '),
          ),
        ),
      ...diagnosis.tokens
        .filter((token) => token.host === host)
        .flatMap((token) =>
          bullet(
            `A token was issued${token.issuer === null ? '' : ` by ${oneLine(token.issuer, 80)}`}${token.expiresAt === null ? '' : `, valid until ${utcTime(token.expiresAt)}`}.`,
          ),
        ),
    ]),
    ...(diagnosis.verdict.regions === null ? [] : wrap(diagnosis.verdict.regions)),
  ];
}

const CAME: Readonly<Record<NonNullable<AskedHost['came']>, string>> = {
  zip: 'a file',
  feature: 'a test file',
  empty: 'an empty answer',
  'xray-error': 'issues not found',
};

const BEHAVIOURS: Readonly<Record<Behaviour, string>> = {
  works: 'no region error',
  migrating: 'data is being moved',
  'something-else': 'something else answered',
  'another-region': 'in another region',
  'error-page': 'error page of CloudFront',
  'keys-refused': 'not asked: no sign-in',
  licence: 'licence not valid',
  'asks-to-wait': 'asks to wait',
  'data-refused': 'refused',
  'own-error': 'error of its own',
  'not-reached': 'not reached',
  'no-answer': 'no answer',
  stopped: 'stopped',
  other: 'another answer',
};

/** Every host in one line: whether it took the keys, what it did with the data, how long it took. */
function hostTable({ hosts, exchanges }: Diagnosis): string[] {
  const keys = (took: boolean | null): string => (took === null ? 'unknown' : took ? 'accepted' : 'refused');
  const rows = hosts.map(({ name, tookKeys, behaviour, came = null, totalMs }) => [
    oneLine(name, 40),
    keys(tookKeys),
    behaviour === null
      ? 'not finished'
      : `${BEHAVIOURS[behaviour]}${came === null ? '' : ` (${CAME[came]})`}`,
    `${totalMs} ms`,
  ]);
  const all = [['Host', 'Keys', 'Data', 'Time'], ...rows];
  const widths = [0, 1, 2].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return [
    ...all.map((row) =>
      `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd(),
    ),
    ...routeLines(exchanges),
  ];
}

/** The way that the deciding host's answer took: what a network team is asked for first. */
function routeLines(exchanges: readonly Exchange[]): string[] {
  const first = exchanges.find(({ connection }) => connection !== null);
  if (first === undefined) return [];
  const { route, connection } = first;
  const way =
    route.kind === 'proxy' ? `through the proxy ${oneLine(route.host, 200)}:${route.port}` : 'direct';
  const issuer = connection?.certificate?.issuer;
  return wrap(
    `The way: ${way}${issuer === undefined ? '' : `; certificate issued by ${oneLine(issuer, 200)}`}.`,
  );
}

function stepLines({ verdict }: Diagnosis, residency: Residency): string[] {
  const { pinned, migrating } = verdict.nextSteps;
  const numbered = (steps: readonly string[]): string[] =>
    steps.flatMap((step, at) =>
      wrap(step, '     ').map((line, index) => (index === 0 ? `  ${at + 1}. ${line.trimStart()}` : line)),
    );
  const isSame = pinned.join('\n') === migrating.join('\n');
  const lines =
    residency === 'migrating'
      ? numbered(migrating)
      : residency === 'pinned' || isSame
        ? numbered(pinned)
        : [
            '  If the site is pinned:',
            ...numbered(pinned),
            '  If a move is under way:',
            ...numbered(migrating),
          ];
  return pinned.length + migrating.length === 0 ? ['  Nothing.'] : lines;
}

const KINDS: Readonly<Record<string, string>> = {
  'client-secret': 'client secret',
  token: 'token',
  'proxy-password': 'password of a proxy',
  password: 'password',
  authorization: 'credential in a header',
  cookie: 'cookie',
  'client-id': 'client id',
};

function removedLines(removedByKind: ReadonlyMap<string, number>): string[] {
  const counts = [...removedByKind].map(
    ([kind, count]) =>
      `  ${KINDS[kind] ?? kind}: ${count} ${count === 1 ? 'time' : 'times'}, shown as ‹${kind}#….›`,
  );
  return [
    ...(counts.length === 0 ? ['  No secret stood in what was found.'] : counts),
    '  The client id is shortened. Equal tags stand for equal values; they cannot be turned back.',
  ];
}
