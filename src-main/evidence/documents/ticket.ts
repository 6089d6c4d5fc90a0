import type { AskedHost, Diagnosis, Exchange, VerdictKind } from '../../contract/diagnosis.ts';
import type { Intake } from '../../contract/intake.ts';
import type { ResidencyFact } from '../../contract/picture.ts';
import { edgeOf, exactAnswer, requestIdsOf } from './exact-answer.ts';
import { BEHAVIOURS } from './host-findings.ts';
import { oneLine, utcTimeWithMs } from './plain-text.ts';

/** What ticket and reply say beside the diagnosis; all of it is redacted. */
export interface LetterFacts {
  readonly caseId: string;
  readonly support: { readonly name: string; readonly product: string | null };
  readonly residencyFacts: readonly ResidencyFact[];
  readonly intake: Intake;
  readonly hasPicture: boolean;
}

/** Verdicts of which Xray has to act; for every other one there is a reply to the customer or nothing. */
const TICKET_KINDS: ReadonlySet<VerdictKind> = new Set([
  'residency',
  'residency-suspected',
  'xray-unavailable',
]);

/** Returns which letter a verdict calls for. Never both; none for a check that was stopped. */
export function letterFor({ kind }: Pick<Diagnosis['verdict'], 'kind'>): 'ticket' | 'reply' | null {
  if (kind === 'cancelled') return null;
  return TICKET_KINDS.has(kind) ? 'ticket' : 'reply';
}

/**
 * `ticket.txt`: what support pastes into a ticket at Xray. Unwrapped lines, no indent; speaks of the customer's site as
 * "this site". Takes a redacted diagnosis; returns English text with LF line ends, the same in every locale and zone.
 */
export function ticket(diagnosis: Diagnosis, facts: LetterFacts): string {
  const hosts = hostCalls(diagnosis);
  return paragraphs([
    [`Subject: ${subjectOf(diagnosis)} (${facts.caseId})`],
    ['Hello Xray team,'],
    [introduction(diagnosis, facts)],
    [finding(hosts), ...situation(facts.intake)],
    hostTable(hosts),
    answerLines(hosts),
    atlassianLines(facts),
    idLines(diagnosis),
    ['Our questions:', ...questions(diagnosis, hosts, facts).map((question, at) => `${at + 1}. ${question}`)],
    [
      "The site's administrator will repeat the check as soon as you have made a change, and we will tell you the result.",
      `Thank you`,
      facts.support.name,
    ],
  ]);
}

/** Joins groups of lines by empty lines; an empty group is left out. */
export function paragraphs(groups: readonly (readonly string[])[]): string {
  const filled = groups.filter((group) => group.length > 0);
  return `${filled.map((group) => group.join('\n')).join('\n\n')}\n`;
}

/** A host with the last call of each kind that our own network stack made. */
interface HostCalls {
  readonly host: AskedHost;
  readonly signIn: Exchange | null;
  readonly dataCall: Exchange | null;
}

function hostCalls({ hosts, exchanges }: Diagnosis): HostCalls[] {
  return hosts.map((host) => {
    const last = (call: Exchange['call']): Exchange | null =>
      exchanges.findLast((each) => each.host === host.id && each.call === call && each.stack === 'node') ??
      null;
    return { host, signIn: last('authenticate'), dataCall: last('data-call') };
  });
}

function subjectOf({ verdict, sites }: Diagnosis): string {
  if (verdict.kind === 'residency')
    return `${sites.jira}: REST API refuses data calls, "Xray data is in another region"`;
  if (verdict.kind === 'residency-suspected')
    return `${sites.jira}: REST API fails as it does for data in another region`;
  return `${sites.jira}: REST API is not available`;
}

function introduction({ startedAt, sites }: Diagnosis, { support, intake }: LetterFacts): string {
  const maker = support.product === null ? '' : `, the makers of ${support.product}`;
  const other = sites.confluence === sites.jira ? '' : ` (Confluence: ${sites.confluence})`;
  const since =
    intake.since === ''
      ? `The check below was made at ${utcTimeWithMs(startedAt)}.`
      : `According to the customer it has failed since ${oneLine(intake.since, 200)}; the check below was made at ${utcTimeWithMs(startedAt)}.`;
  return `we are ${support.name}${maker}, and write for our customer with the Jira Cloud site ${sites.jira}${other}. ${since}`;
}

/** Where sign-in and data call were accepted, in one sentence each. */
function finding(hosts: readonly HostCalls[]): string {
  const named = (is: (host: AskedHost) => boolean): string[] =>
    hosts.filter(({ host }) => is(host)).map(({ host }) => host.id);
  const accepting = named(({ tookKeys }) => tookKeys === true);
  const rejecting = named(({ tookKeys }) => tookKeys === false);
  const working = named(({ behaviour }) => behaviour === 'works');
  return [
    accepting.length === 0 ? 'No host accepts the sign-in.' : `Sign-in is accepted by ${list(accepting)}.`,
    ...(rejecting.length === 0 ? [] : [`Sign-in is rejected by ${list(rejecting)}.`]),
    working.length === 0
      ? 'No host answers the data call as it should.'
      : `Only ${list(working)} answers the data call without a region error.`,
    'Snapshots uses the global host.',
  ].join(' ');
}

/** Returns `us`, `us and eu`, `us, eu and au`. */
function list(ids: readonly string[]): string {
  return [ids.slice(0, -1).join(', '), ...ids.slice(-1)].filter((part) => part !== '').join(' and ');
}

function situation({ snapshotsError, xrayInJira }: Intake): string[] {
  return [
    ...(snapshotsError === '' ? [] : [`Snapshots shows: "${oneLine(snapshotsError, 200)}"`]),
    ...(xrayInJira === null
      ? []
      : [
          xrayInJira === 'works'
            ? "According to the customer, Xray's own screens inside Jira work."
            : "According to the customer, Xray's own screens inside Jira fail as well.",
        ]),
  ];
}

/** A table that Jira and mail programs keep: one row a host, with what Xray needs to find the calls. */
function hostTable(hosts: readonly HostCalls[]): string[] {
  if (hosts.length === 0) return ['No call was made.'];
  const status = (exchange: Exchange | null): string =>
    exchange === null ? '' : exchange.status === null ? 'no answer' : String(exchange.status);
  const rows = hosts.map(({ host, signIn, dataCall }) => {
    const last = dataCall ?? signIn;
    return [
      host.baseUrl,
      [status(signIn), host.tookKeys === null ? 'unclear' : host.tookKeys ? 'accepted' : 'rejected']
        .filter(Boolean)
        .join(' '),
      [status(dataCall), host.behaviour === null ? 'not finished' : BEHAVIOURS[host.behaviour]]
        .filter(Boolean)
        .join(' '),
      last === null
        ? ''
        : requestIdsOf(last)
            .map(({ name, value }) => `${name} ${value}`)
            .join(', ') || 'none returned',
      last === null ? '' : (edgeOf(last) ?? ''),
      last === null ? '' : utcTimeWithMs(last.startedAt),
    ];
  });
  return [
    '| Host | POST /api/v2/authenticate | GET /api/v2/export/cucumber | Request id of the last call | CloudFront pop | Sent |',
    '|---|---|---|---|---|---|',
    ...rows.map((row) => `| ${row.map((cell) => cell.replaceAll('|', '/')).join(' | ')} |`),
  ];
}

/** Each distinct answer once and unbroken, with the hosts that gave it. */
function answerLines(hosts: readonly HostCalls[]): string[] {
  const byAnswer = new Map<string, string[]>();
  for (const { host, signIn, dataCall } of hosts) {
    const last = dataCall ?? signIn;
    if (last === null) continue;
    const answer = exactAnswer(last);
    byAnswer.set(answer, [...(byAnswer.get(answer) ?? []), host.id]);
  }
  if (byAnswer.size === 0) return [];
  return [
    'Exact answers (the issue keys that were asked for need not exist):',
    ...[...byAnswer].map(([answer, ids]) => `${ids.join(', ')}: ${answer}`),
  ];
}

function atlassianLines({ residencyFacts, hasPicture }: LetterFacts): string[] {
  const stated = residencyFacts.flatMap(({ product, location, status }) => {
    const words = [location, status].filter((word) => word !== '').map((word) => oneLine(word, 80));
    return words.length === 0 ? [] : [`${product}: ${words.join(', ')}`];
  });
  if (stated.length === 0)
    return hasPicture ? ["Atlassian's Data residency page: see the attached picture."] : [];
  const source = hasPicture ? 'attached as a picture' : 'as the customer states it';
  return [`Atlassian's Data residency page (${source}): ${stated.join('; ')}.`];
}

function idLines({ clientId, tokens, siteFacts }: Diagnosis): string[] {
  // A tag in an id's place is no use to Xray.
  const distinct = (ids: readonly (string | null | undefined)[]): string[] => [
    ...new Set(ids.flatMap((id) => (id === null || id === undefined || id.includes('‹') ? [] : id))),
  ];
  const tenants = distinct(tokens.map(({ tenant }) => tenant));
  const accounts = distinct(tokens.map(({ accountId }) => accountId));
  return [
    ...tenants.map((tenant) => `Xray tenant: ${oneLine(tenant, 80)}`),
    ...siteFacts.flatMap(({ site, cloudId }) =>
      cloudId === null ? [] : [`Cloud id of ${site}: ${oneLine(cloudId, 60)}`],
    ),
    `Client id of the API key (shortened): ${oneLine(clientId, 80)}`,
    ...accounts.map((account) => `Atlassian account of the API key: ${oneLine(account, 80)}`),
  ];
}

/** What is asked of Xray, as it follows from the pattern of the hosts. */
function questions(
  diagnosis: Diagnosis,
  hosts: readonly HostCalls[],
  { residencyFacts }: LetterFacts,
): string[] {
  const { verdict, checks = [] } = diagnosis;
  const isRegion = verdict.kind !== 'xray-unavailable';
  const stated = residencyFacts.find(({ product }) => product === 'Xray')?.location ?? '';
  const isEchoed = checks.some(({ id, level }) => id === 'echoed-secret' && level !== 'ok');
  return [
    ...hosts.flatMap(pageQuestion),
    isRegion
      ? 'In which region do you hold the data of this site, and to which region does each of your hosts route this site?'
      : 'Was there a fault or a limit on your side at that time, and is it over?',
    ...hostQuestions(hosts),
    ...(isRegion && stated !== ''
      ? [
          `Atlassian lists Xray at "${oneLine(stated, 80)}" for this site. Does that agree with where you hold its data?`,
        ]
      : []),
    ...(isRegion
      ? [moveQuestion(hosts), 'Please finish the move or correct the routing, and tell us when it is done.']
      : []),
    ...(isEchoed
      ? [
          'Separately, as a security report: your answer repeats the credentials that were sent to you. They were removed from this text.',
        ]
      : []),
  ];
}

/** CloudFront's own page: the request never reached Xray's servers, so only its id helps. */
function pageQuestion({ host, signIn, dataCall }: HostCalls): string[] {
  const exchange = dataCall ?? signIn;
  if (host.behaviour !== 'error-page' || exchange === null) return [];
  const why = `why does CloudFront answer for ${host.id} before the request reaches Xray?`;
  const request = requestIdsOf(exchange).at(-1);
  return [
    request === undefined ? `W${why.slice(1)}` : `Please look up ${request.name} ${request.value}: ${why}`,
  ];
}

/** Hosts that contradict one another. */
function hostQuestions(hosts: readonly HostCalls[]): string[] {
  const ids = (is: (host: AskedHost) => boolean): string[] =>
    hosts.filter(({ host }) => is(host)).map(({ host }) => host.id);
  const global = hosts.find(({ host }) => host.id === 'global')?.host.behaviour ?? null;
  const working = ids(({ behaviour, id }) => behaviour === 'works' && id !== 'global');
  const accepting = ids(({ tookKeys }) => tookKeys === true);
  const rejecting = ids(({ tookKeys }) => tookKeys === false);
  const globalDoes = global === null || global === 'another-region' ? '' : ` (${BEHAVIOURS[global]})`;
  return [
    ...(working.length === 0 || global === 'works'
      ? []
      : [
          `${list(working)} answers the data call without a region error, the global host does not${globalDoes}. Which is right for this site? If it is ${list(working)}, please route the global host there.`,
        ]),
    ...(rejecting.length === 0 || accepting.length === 0
      ? []
      : [
          `The same API key was accepted by ${list(accepting)} but rejected by ${list(rejecting)}. Were API keys of this site lost in a move, and must they be created again afterwards?`,
        ]),
  ];
}

function moveQuestion(hosts: readonly HostCalls[]): string {
  const moving = hosts.filter(({ host }) => host.behaviour === 'migrating').map(({ host }) => host.id);
  return moving.length === 0
    ? "Is a move of this site's data under way, or was one started and not finished?"
    : `The answer of ${list(moving)} speaks of a move of this site's data. When will it be finished?`;
}
