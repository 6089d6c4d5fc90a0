import { BUNDLE_FILES } from '../../contract/bundle-files.ts';
import type {
  AskedHost,
  Diagnosis,
  Exchange,
  Owner,
  Residency,
  TokenFacts,
  Verdict,
} from '../../contract/diagnosis.ts';
import type { ResidencyFact } from '../../contract/picture.ts';
import { BEHAVIOURS, callsOf, clockSentence, exchangeSentence, RESIDENCY_NAMES } from './host-findings.ts';
import { edgeOf, requestIdsOf } from './exact-answer.ts';
import { NOT_SEARCHED } from '../search/find-secrets.ts';
import { oneLine, utcTime, wrap } from './plain-text.ts';

/** What the summary says besides the diagnosis. */
export interface SummaryFacts {
  readonly caseId: string;
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
 * Returns `summary.txt`: verdict, who acts and how, sites, what was found host by host, the files, what was removed, what
 * is missing, the limits. Takes a redacted diagnosis. English with LF line ends, the same in every locale and time zone.
 */
export function summary(diagnosis: Diagnosis, facts: SummaryFacts): string {
  const { verdict, sites, checks = [] } = diagnosis;
  const { residency, residencyFacts, files, missing } = facts;
  return [
    `${facts.caseId}: evidence of Xray Residency Doctor`,
    '',
    'VERDICT',
    ...wrap(verdict.sentence),
    ...wrap(verdict.meaning),
    ...wrap(verdict.secondOpinion ?? ''),
    ...quoteLines(verdict),
    `  Who acts: ${ownerName(verdict.owner, facts.supportName)}`,
    ...letterLines(files),
    `  Kind: ${verdict.kind}, by rule ${verdict.rule} (rules ${diagnosis.rulesVersion})`,
    '',
    'WHAT TO DO',
    ...stepLines(verdict.nextSteps, residency),
    '',
    'SITES',
    `  Jira:           ${sites.jira}`,
    `  Confluence:     ${sites.confluence}`,
    `  Client id:      ${oneLine(diagnosis.clientId, 80)} (shortened)`,
    `  Data residency: ${RESIDENCY_NAMES[residency]}${residency === 'unknown' ? '' : ' (as stated by the person)'}`,
    ...residencyFacts.map(({ product, location, status }) => {
      const words = [location, status].filter((each) => each !== '').map((each) => oneLine(each, 80));
      return `    ${product}: ${words.join(', ') || 'nothing stated'}`;
    }),
    ...idLines(diagnosis),
    '',
    ...(checks.length === 0
      ? []
      : ['CHECKS', ...checks.flatMap(({ level, sentence }) => bullet(MARKS[level] + sentence)), '']),
    'WHEN',
    `  Check:  ${utcTime(diagnosis.startedAt)} to ${utcTime(diagnosis.finishedAt)}`,
    `  Bundle: ${utcTime(facts.createdAt.toISOString())}, version ${facts.appVersion}`,
    ...wrap(clockSentence(diagnosis)),
    '',
    'WHAT WAS FOUND, HOST BY HOST',
    ...foundLines(diagnosis),
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

/** Returns the words that decided; only Xray's own are called so. */
function quoteLines({ quote = null, answeredBy = null }: Verdict): string[] {
  if (quote === null) return [];
  const maker = answeredBy?.maker ?? null;
  const marks = maker === null ? '' : `, with the marks of ${oneLine(maker, 60)}`;
  const from = answeredBy?.who === 'xray' ? "Xray's words" : `What came back${marks}`;
  return wrap(`${from}: "${oneLine(quote, 200)}"`);
}

/** Returns which file holds the ticket or the reply. */
function letterLines(files: SummaryFacts['files']): string[] {
  const { ticket, reply } = BUNDLE_FILES;
  return files.flatMap(({ path }) =>
    path === ticket.path
      ? [`  Ticket for Xray: ${path}`]
      : path === reply.path
        ? [`  Reply to the customer: ${path}`]
        : [],
  );
}

const OWNERS: Readonly<Record<Exclude<Owner, 'xray-through-radbee' | 'radbee'>, string>> = {
  you: 'the person who ran the check',
  'you-with-xray': 'the person who ran the check, with Xray',
  'network-team': 'the network team of the person who ran the check',
  xray: 'Xray',
  nobody: 'nobody',
};

function ownerName(owner: Owner, supportName: string): string {
  if (owner === 'radbee') return supportName;
  return owner === 'xray-through-radbee' ? `Xray, through ${supportName}` : OWNERS[owner];
}

/** Returns the ids by which Atlassian and Xray find the customer; each once, since every host tells the same. */
function idLines({ siteFacts, tokens }: Diagnosis): string[] {
  const once = (name: string, values: readonly (string | null | undefined)[]): string[] =>
    [...new Set(values)].flatMap((value) =>
      typeof value === 'string' ? [`  ${name} ${oneLine(value, 80)}`] : [],
    );
  return [
    ...siteFacts.flatMap(({ site, cloudId, deployment }) => {
      const kind = deployment === null ? '' : `, ${oneLine(deployment, 40)}`;
      return cloudId === null ? [] : [`  Cloud id:       ${oneLine(cloudId, 60)} (${site}${kind})`];
    }),
    ...once(
      'Xray tenant:   ',
      tokens.map(({ tenant }) => tenant),
    ),
    ...once(
      'Key made by:   ',
      tokens.map(({ accountId }) => accountId),
    ),
  ];
}

function foundLines(diagnosis: Diagnosis): string[] {
  const exchanges = callsOf(diagnosis).flat();
  if (exchanges.length === 0) return ['  No call was made.'];
  return [
    ...hostTable(diagnosis),
    '',
    ...[...new Set(exchanges.map(({ host }) => host))].flatMap((host) => [
      `  ${host}`,
      ...exchanges.filter((exchange) => exchange.host === host).flatMap(exchangeLines),
      ...diagnosis.tokens.filter((token) => token.host === host).flatMap(tokenLines),
    ]),
    ...wrap(diagnosis.verdict.regions ?? ''),
  ];
}

function exchangeLines(exchange: Exchange): string[] {
  const again = exchange.attempt > 1 ? ' (second attempt)' : '';
  return bullet([`${exchangeSentence(exchange)}${again}`, ...requestIds(exchange), ''].join('. ').trimEnd());
}

/** Where Xray's people find the call: its ids, and the place of CloudFront's network. */
function requestIds(exchange: Exchange): string[] {
  const edge = edgeOf(exchange);
  const ids = requestIdsOf(exchange).map(({ name, value }) => `${name} ${value}`);
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
function hostTable({ hosts, exchanges }: Diagnosis): string[] {
  const rows = hosts.map(({ name, tookKeys, behaviour, came = null, totalMs }) => [
    oneLine(name, 40),
    tookKeys === null ? 'unknown' : tookKeys ? 'accepted' : 'refused',
    behaviour === null
      ? 'not finished'
      : `${BEHAVIOURS[behaviour]}${came === null ? '' : ` (${CAME[came]})`}`,
    `${totalMs} ms`,
  ]);
  const all = [['Host', 'Keys', 'Data', 'Time'], ...rows];
  const widths = [0, 1, 2].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd();
  return [...all.map(line), ...routeLines(exchanges)];
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
  return wrap(`The way: ${way}${issued}.`);
}

function stepLines({ pinned, migrating }: Verdict['nextSteps'], residency: Residency): string[] {
  const numbered = (steps: readonly string[]): string[] =>
    steps.flatMap((step, at) => wrap(step, '     ', `  ${at + 1}. `));
  if (pinned.length + migrating.length === 0) return ['  Nothing.'];
  if (residency === 'migrating') return numbered(migrating);
  if (residency === 'pinned' || pinned.join('\n') === migrating.join('\n')) return numbered(pinned);
  return [
    '  If the site is pinned:',
    ...numbered(pinned),
    '  If a move is under way:',
    ...numbered(migrating),
  ];
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
