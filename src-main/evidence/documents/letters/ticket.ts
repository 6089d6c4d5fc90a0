import type { AskedHost, Diagnosis, VerdictKind } from '../../../contract/diagnosis.ts';
import type { Intake } from '../../../contract/report/intake.ts';
import type { ResidencyFact } from '../../../contract/picture.ts';
import { edgeOf, exactAnswer, requestIdWords } from '../exact-answer.ts';
import {
  BEHAVIOURS,
  customerIds,
  dataCallWords,
  findingOf,
  hostCalls,
  hostIds,
  lastRequestIds,
  signInWords,
} from '../host-findings.ts';
import type { HostCalls } from '../host-findings.ts';
import { linesIf, namesInSentence, numbered, oneLine, utcTimeWithMs } from '../plain-text.ts';

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
 * "this site", and of nobody as "you" or "we", since customer, support and Xray all read it. Takes a redacted diagnosis;
 * returns English text with LF line ends, the same in every locale and zone.
 */
export function ticket(diagnosis: Diagnosis, facts: LetterFacts): string {
  const hosts = hostCalls(diagnosis);
  const { name, product } = facts.support;
  return paragraphs([
    [`Subject: ${subjectOf(diagnosis, hosts)} (${facts.caseId})`],
    ['Hello Xray team,'],
    introduction(diagnosis, facts),
    [findingOf(hosts, product), ...situation(facts)],
    hostTable(hosts),
    answerLines(hosts),
    atlassianLines(facts),
    idLines(diagnosis),
    ['Questions:', ...numbered(questions(diagnosis, hosts, facts))],
    [
      `As soon as a change is made, the customer will run the check again, and ${name} will report the result.`,
    ],
    ['Best regards,', name],
  ]);
}

/** Joins groups of lines by empty lines; an empty group is left out. */
export function paragraphs(groups: readonly (readonly string[])[]): string {
  const filled = groups.filter((group) => group.length > 0);
  return `${filled.map((group) => group.join('\n')).join('\n\n')}\n`;
}

function subjectOf({ verdict, sites }: Diagnosis, hosts: readonly HostCalls[]): string {
  const site = sites.jira;
  const global = hosts.find(({ host }) => host.id === 'global')?.host;
  if (verdict.kind === 'xray-unavailable') return `${site}: the REST API is not available`;
  if (verdict.kind === 'residency')
    return `${site}: the REST API refuses data calls, "Xray data is in another region"`;
  if (global?.behaviour === 'migrating')
    return `${site}: the REST API refuses calls because the data is being moved`;
  return global?.tookKeys === false
    ? `${site}: the global host rejects an API key that a regional host accepts`
    : `${site}: the REST API fails in the way it does when the data is in another region`;
}

function introduction({ startedAt, sites }: Diagnosis, { support, intake }: LetterFacts): string[] {
  const maker = support.product === null ? '' : `, the maker of ${support.product},`;
  const other = sites.confluence === sites.jira ? '' : ` (Confluence: ${sites.confluence})`;
  return [
    `${support.name}${maker} writes for a customer with the Jira Cloud site ${sites.jira}${other}.`,
    ...linesIf(
      intake.since !== '',
      `Failing since, according to the customer: ${oneLine(intake.since, 200)}`,
    ),
    `The check below was made from the customer's computer at ${utcTimeWithMs(startedAt)}.`,
  ];
}

function situation({ intake, support }: LetterFacts): string[] {
  const { snapshotsError, xrayInJira } = intake;
  const works = xrayInJira === 'works' ? 'work' : 'fail as well';
  return [
    ...linesIf(
      snapshotsError !== '',
      `${support.product ?? 'The app'} shows: "${oneLine(snapshotsError, 200)}"`,
    ),
    ...linesIf(xrayInJira !== null, `According to the customer, Xray's own screens inside Jira ${works}.`),
  ];
}

/** A table that Jira and mail programs keep: one row a host, with what Xray needs to find the calls. */
function hostTable(hosts: readonly HostCalls[]): string[] {
  if (hosts.length === 0) return ['No call was made.'];
  const rows = hosts.map((calls) => [
    calls.host.baseUrl,
    signInWords(calls),
    dataCallWords(calls),
    lastRequestIds(calls),
    edgeOf(calls.last) ?? '',
    calls.last === null ? '' : utcTimeWithMs(calls.last.startedAt),
  ]);
  return [
    '| Host | POST /api/v2/authenticate | GET /api/v2/export/cucumber | Request id of the last call | CloudFront pop | Sent |',
    '|---|---|---|---|---|---|',
    ...rows.map((row) => `| ${row.map((cell) => cell.replaceAll('|', '/')).join(' | ')} |`),
  ];
}

/** Each distinct answer once and unbroken, with the hosts that gave it. */
function answerLines(hosts: readonly HostCalls[]): string[] {
  const answers = hosts.flatMap(({ host, last }) =>
    last === null ? [] : [{ id: host.id, answer: exactAnswer(last) }],
  );
  if (answers.length === 0) return [];
  return [
    'Exact answers (the issue keys in the request need not exist):',
    ...[...Map.groupBy(answers, ({ answer }) => answer)].map(
      ([answer, given]) => `${given.map(({ id }) => id).join(', ')}: ${answer}`,
    ),
  ];
}

/** Returns what Atlassian's page states of a product, as `Jira: European Union, Pinned`; nothing for what is not stated. */
export function statedLocations(facts: readonly ResidencyFact[]): string[] {
  return facts.flatMap(({ product, location, status }) => {
    const words = [location, status].filter((word) => word !== '').map((word) => oneLine(word, 80));
    return words.length === 0 ? [] : [`${product}: ${words.join(', ')}`];
  });
}

function atlassianLines({ residencyFacts, hasPicture }: LetterFacts): string[] {
  const stated = statedLocations(residencyFacts);
  if (stated.length === 0)
    return hasPicture ? ["Atlassian's Data residency page: see the attached picture."] : [];
  const source = hasPicture ? 'attached as a picture' : 'as stated by the customer';
  return [`Atlassian's Data residency page (${source}): ${stated.join('; ')}.`];
}

function idLines(diagnosis: Diagnosis): string[] {
  const { tenants, clouds, accounts } = customerIds(diagnosis);
  return [
    ...tenants.map((tenant) => `Xray tenant: ${tenant}`),
    ...clouds.map(({ site, cloudId }) => `Cloud id of ${site}: ${cloudId}`),
    `Client id of the API key (shortened): ${oneLine(diagnosis.clientId, 80)}`,
    ...accounts.map((account) => `Atlassian account of the API key: ${account}`),
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
      ? "In which region is this site's data held, and to which region does each of these hosts route this site?"
      : 'Was there a fault or a limit at Xray at that time, and is it over?',
    ...hostQuestions(hosts),
    ...linesIf(
      isRegion && stated !== '',
      `Atlassian lists Xray at "${oneLine(stated, 80)}" for this site. Does that agree with where the data is held?`,
    ),
    ...linesIf(
      isRegion,
      moveQuestion(hosts),
      'Please finish the move or correct the routing, and reply when it is done.',
    ),
    ...linesIf(
      isEchoed,
      "Separately, as a security report: Xray's answer repeats the credentials that were sent to it. They were removed from this text.",
    ),
  ];
}

/** CloudFront's own page: the request never reached Xray's servers, so only its id helps. */
function pageQuestion({ host, last }: HostCalls): string[] {
  if (host.behaviour !== 'error-page' || last === null) return [];
  const why = `why does CloudFront answer for the host ${host.id} before the request reaches Xray?`;
  const request = requestIdWords(last).at(-1);
  return [request === undefined ? `W${why.slice(1)}` : `Please look up ${request}: ${why}`];
}

/** Hosts that contradict one another. */
function hostQuestions(hosts: readonly HostCalls[]): string[] {
  const global = hosts.find(({ host }) => host.id === 'global')?.host.behaviour ?? null;
  const working = hostIds(hosts, ({ behaviour, id }) => behaviour === 'works' && id !== 'global');
  const accepting = hostIds(hosts, ({ tookKeys }) => tookKeys === true);
  const rejecting = hostIds(hosts, ({ tookKeys }) => tookKeys === false);
  const right = namesInSentence(working);
  return [
    ...linesIf(
      working.length > 0 && global !== 'works',
      `${right} ${working.length === 1 ? 'answers' : 'answer'} the data call as expected, the global host does not${globalWords(global)}. Which is right for this site? If it is ${right}, please route the global host there.`,
    ),
    ...linesIf(
      rejecting.length > 0 && accepting.length > 0,
      `The same API key is accepted by ${namesInSentence(accepting)} and rejected by ${namesInSentence(rejecting)}. Were API keys of this site lost in a move, and do they have to be created again afterwards?`,
    ),
  ];
}

function globalWords(behaviour: AskedHost['behaviour']): string {
  if (behaviour === 'keys-refused') return ' (it rejects the sign-in)';
  return behaviour === null || behaviour === 'another-region' ? '' : ` (${BEHAVIOURS[behaviour]})`;
}

function moveQuestion(hosts: readonly HostCalls[]): string {
  const moving = hostIds(hosts, ({ behaviour }) => behaviour === 'migrating');
  return moving.length === 0
    ? "Is a move of this site's data under way, or was one started and not finished?"
    : `The answer of ${namesInSentence(moving)} speaks of a move of this site's data. When will it be finished?`;
}
