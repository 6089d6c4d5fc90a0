import type { Behaviour, Diagnosis, Exchange, Residency } from '../contract/diagnosis.ts';
import type { ResidencyFact } from '../contract/picture.ts';
import {
  callsOf,
  clockSentence,
  exchangeSentence,
  paragraphForXray,
  requestIds,
  RESIDENCY_NAMES,
} from './findings.ts';
import { ownerName } from './naming-support.ts';
import { oneLine, utcTime, wrap } from './plain-text.ts';

/** What the summary tells beside the diagnosis. */
export interface SummaryFacts {
  /** Who helps. */
  readonly supportName: string;
  readonly residency: Residency;
  readonly residencyFacts: readonly ResidencyFact[];
  /** What the person wrote below each picture, by its path. */
  readonly captions: ReadonlyMap<string, string>;
  readonly appVersion: string;
  readonly createdAt: Date;
  /** Every file of the bundle, in its order. */
  readonly paths: readonly string[];
  /** How many of each kind were removed, by the name in the tag. */
  readonly removedByKind: ReadonlyMap<string, number>;
  readonly missing: readonly string[];
}

const CONTENTS: readonly [RegExp, string][] = [
  [/^summary\.txt$/u, 'this page'],
  [/^note\.txt$/u, 'what the person who made the check writes'],
  [/^log\.txt$/u, 'what the app wrote into its own log'],
  [/^diagnosis\.json$/u, 'everything that was found, for programs'],
  [/-1-authenticate\.txt$/u, 'the sign-in call, as sent and answered'],
  [/-2-data-call\.txt$/u, 'the data call, as sent and answered'],
  [/^pictures\//u, 'picture of the Data residency page'],
  [/^manifest\.json$/u, 'list of the files with their SHA-256'],
];

const LIMITS = [
  'The check shows what Xray answered to this computer at this time; it cannot see into Xray or Atlassian.',
  'A verdict is a reading of these answers by fixed rules. The answers themselves are in calls/.',
  'What is said of the data residency is what the person stated or confirmed; only a picture shows what Atlassian says.',
  'Secrets were searched in every encoding that we know of. Names, sites and addresses were not removed.',
];

/**
 * `summary.txt`, for people: verdict, who acts and how, sites, what was found host by host, what is in the bundle, what was
 * removed, what is missing, and the limits. Takes a redacted diagnosis; gives English text with LF line ends, the same
 * in every locale and time zone.
 */
export function summary(diagnosis: Diagnosis, facts: SummaryFacts): string {
  const { verdict, sites } = diagnosis;
  return [
    'Xray Residency Doctor: evidence',
    '',
    'VERDICT',
    ...wrap(verdict.sentence),
    ...wrap(verdict.meaning),
    ...(verdict.secondOpinion === null ? [] : wrap(verdict.secondOpinion)),
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
    '',
    ...(diagnosis.notes.length === 0
      ? []
      : ['WORTH KNOWING', ...diagnosis.notes.flatMap((note) => bullet(note)), '']),
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
    ...facts.paths.flatMap((path) => {
      const caption = facts.captions.get(path) ?? '';
      const content = CONTENTS.find(([name]) => name.test(path))?.[1] ?? 'further evidence';
      return wrap(`${path}: ${content}${caption === '' ? '' : `: ${oneLine(caption, 200)}`}`);
    }),
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

const BEHAVIOURS: Readonly<Record<Behaviour, string>> = {
  works: 'gives out data',
  'another-region': 'in another region',
  'error-page': 'error page of CloudFront',
  'keys-refused': 'not asked',
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
  const keys = (took: boolean | null): string => (took === null ? 'unknown' : took ? 'taken' : 'refused');
  const rows = hosts.map(({ name, tookKeys, behaviour, totalMs }) => [
    oneLine(name, 40),
    keys(tookKeys),
    behaviour === null ? 'not finished' : BEHAVIOURS[behaviour],
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
