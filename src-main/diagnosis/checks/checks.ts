import type { StatusReport } from '../../atlassian/status-page.ts';
import type { Connection } from '../../contract/input/connection.ts';
import { credentialHints, credentialShape } from '../../contract/input/credential-shape.ts';
import type { Check, CheckLevel, Exchange, HostId, TokenFacts } from '../../contract/diagnosis.ts';
import { CHECK_IDS } from '../../contract/values.ts';
import type { MessageKey } from '../../i18n/catalog.ts';
import { optional, message } from '../../i18n/message.ts';
import type { Message, MessageValues } from '../../i18n/message.ts';
import { inEnglish } from '../../i18n/translator.ts';
import { callsOf, hostsOf } from '../verdict/facts.ts';
import type { CallFacts, Facts, HostFacts, Reading } from '../verdict/facts.ts';
import { inspectionMakerIn } from '../answerer/tls-inspection-vendors.ts';
import type { SideFindings } from '../run/site-context.ts';
import { hostName, namesOf } from '../verdict/compare-hosts.ts';
import { hostList } from '../verdict/sentences.ts';
import { siteHints } from './site-hints.ts';

/** A token as it was issued. It must be redacted from everything, so it is given beside the diagnosis. */
export interface IssuedToken {
  readonly host: HostId;
  readonly value: string;
}

export interface ChecksInput extends SideFindings {
  readonly facts: Facts;
  readonly exchanges: readonly Exchange[];
  readonly tokens: readonly IssuedToken[];
  readonly tokenFacts: readonly TokenFacts[];
  readonly connection: Connection;
  readonly hasSystemRoots?: boolean;
}

type CheckId = Check['id'];
type Found = Pick<Check, 'level' | 'facts'> & { readonly phrase: Message };

/** Every check, by its id; null where there is nothing to tell. */
const CHECKS: Readonly<Partial<Record<CheckId, (input: ChecksInput) => Found | Found[] | null>>> = {
  'echoed-secret': echoCheck,
  // A certificate that the company has installed may have been refused for it.
  'system-roots': ({ exchanges, hasSystemRoots = true }) =>
    !hasSystemRoots && exchanges.some((each) => each.outcome === 'failed' && each.failure.phase === 'tls')
      ? look(message('check.system-roots'))
      : null,
  'token-dates': tokenDatesCheck,
  clock: clockCheck,
  'key-shape': ({ connection }) => {
    const { clientId, clientSecret } = connection;
    const { idLength, secretLength } = credentialShape(clientId, clientSecret);
    const hints = credentialHints(clientId, clientSecret);
    const lookAt = (hint: Message | null, characters: number): Found[] =>
      hint === null ? [] : [look(afterTheCheck(hint), { characters })];
    return [...lookAt(hints.clientId, idLength), ...lookAt(hints.clientSecret, secretLength)];
  },
  allowlist: allowlistCheck,
  'keys-split': keysSplitCheck,
  'region-split': regionSplitCheck,
  inspection: inspectionCheck,
  'site-missing': ({ siteFacts }) =>
    siteFacts
      .filter(({ state }) => state === 'missing')
      .map(({ site }) => look(message('note.site-missing', { site }), { site })),
  'site-renamed': ({ siteFacts }) =>
    siteFacts.flatMap(({ site, renamedTo = null }) =>
      renamedTo === null
        ? []
        : [look(message('check.site-renamed', { site, renamedTo }), { site, renamedTo })],
    ),
  'site-elsewhere': ({ connection, siteFacts }) => {
    const hint = siteHints(connection, siteFacts).confluenceSite;
    // What has a check of its own is told there.
    if (hint === null || hint.key === 'note.site-missing' || hint.key === 'check.site-renamed') return null;
    return look(hint, { jira: connection.jiraSite, confluence: connection.confluenceSite });
  },
  'site-lookup': ({ siteFacts }) =>
    siteFacts.flatMap(({ site, problem = null }) =>
      problem === null ? [] : [look(message('check.site-lookup', { site, problem }), { site, problem })],
    ),
  'xray-status': (input) => statusCheck(input, 'xray-status'),
  'atlassian-status': (input) => statusCheck(input, 'atlassian-status'),
};

/** Hints of the form that speak of a check still to come. */
const AFTER_THE_CHECK: Readonly<Partial<Record<MessageKey, MessageKey>>> = {
  'hint.id-unusual': 'check.key-shape.id',
  'hint.secret-unusual': 'check.key-shape.secret',
  'hint.id-length': 'check.key-shape.id-length',
  'hint.secret-length': 'check.key-shape.secret-length',
};

function afterTheCheck({ key, values }: Message): Message {
  return message(AFTER_THE_CHECK[key] ?? key, values);
}

const LEVELS: readonly CheckLevel[] = ['wrong', 'look', 'ok'];

/** Looks at everything beside the verdict. Returns what is wrong first, then what is worth a look, then what is well. */
export function checksOf(input: ChecksInput): Check[] {
  const checks = CHECK_IDS.flatMap((id) =>
    [CHECKS[id]?.(input) ?? []].flat().map((found) => checkOf(id, found)),
  );
  return LEVELS.flatMap((level) => checks.filter((check) => check.level === level));
}

/** A check with its sentence in English. */
export function checkOf(id: CheckId, { level, phrase: told, facts }: Found): Check {
  const { key, values } = told;
  return { id, level, sentence: inEnglish(told), phrase: { key, values: { ...values } }, facts };
}

const found =
  (level: CheckLevel) =>
  (told: Message, facts: Check['facts'] = {}): Found => ({ level, phrase: told, facts });
const ok = found('ok');
const look = found('look');
const wrong = found('wrong');

function echoCheck({ exchanges, tokens, connection }: ChecksInput): Found | null {
  const answers = exchanges.filter(({ response }) => response !== null);
  if (answers.length === 0) return null;
  const repeating = answers.find((exchange) => echoes(exchange, connection.clientSecret, tokens));
  if (repeating === undefined) return ok(message('check.echo.none'));
  const { host, call } = repeating;
  return wrong(message('check.echo.found', { host: hostName(host) }), { host, call });
}

/** Shorter secrets stand in ordinary words by chance. */
const MIN_SECRET_LENGTH = 8;

/**
 * Whether an answer repeats the client secret or a token. The answer to a sign-in may hold the token that it issues and no
 * other one. Looks for them as they are and URL-encoded; in other encodings the redactor removes them without a word here.
 */
function echoes(
  { host, call, response }: Exchange,
  clientSecret: string,
  tokens: readonly IssuedToken[],
): boolean {
  if (response === null) return false;
  const isOwn = (token: IssuedToken): boolean => call === 'authenticate' && token.host === host;
  const secrets = [clientSecret, ...tokens.filter((token) => !isOwn(token)).map(({ value }) => value)].filter(
    (secret) => secret.length >= MIN_SECRET_LENGTH,
  );
  const headers = response.headers.map(({ value }) => value);
  const texts = [response.statusText, ...headers, response.body.text ?? ''];
  // In a header a token has no business at all, not even the one that was just issued.
  const inHeaders = tokens.filter(isOwn).some(({ value }) => headers.some((text) => text.includes(value)));
  return inHeaders || texts.some((text) => secrets.some((secret) => holds(text, secret)));
}

function holds(text: string, secret: string): boolean {
  return text.includes(secret) || text.includes(encodeURIComponent(secret.toWellFormed()));
}

/** A clock that is wrong by more than this is told: sign-ins and certificates depend on it. */
const MAX_CLOCK_SECONDS = 5 * 60;

/** A token should begin about now and end later. Judged by the server's own clock where its answer tells it. */
function tokenDatesCheck({ exchanges, tokenFacts }: ChecksInput): Found | null {
  for (const { host, issuedAt, expiresAt } of tokenFacts) {
    const signIn = exchanges.findLast((each) => each.host === host && each.call === 'authenticate');
    if (signIn === undefined) continue;
    const answeredAt =
      Date.parse(signIn.startedAt) +
      (signIn.response?.clockDifferenceSeconds ?? 0) * 1000 +
      signIn.timing.totalMs;
    const facts = {
      host,
      ...(issuedAt === null ? {} : { issuedAt }),
      ...(expiresAt === null ? {} : { expiresAt }),
    };
    if (expiresAt !== null && Date.parse(expiresAt) <= answeredAt)
      return wrong(message('check.token.expired', { host: hostName(host) }), facts);
    if (issuedAt !== null && Date.parse(issuedAt) > answeredAt + MAX_CLOCK_SECONDS * 1000)
      return look(message('check.token.future', { host: hostName(host) }), facts);
  }
  const hasDates = tokenFacts.some(({ issuedAt, expiresAt }) => issuedAt !== null && expiresAt !== null);
  return hasDates ? ok(message('check.token.fine')) : null;
}

function clockCheck({ exchanges }: ChecksInput): Found | null {
  const seconds = exchanges
    .map(({ response }) => response?.clockDifferenceSeconds)
    .find((difference) => typeof difference === 'number');
  if (seconds === undefined) return null;
  if (Math.abs(seconds) <= MAX_CLOCK_SECONDS) return ok(message('check.clock.fine'), { seconds });
  return look(message('note.clock', { ...span(Math.abs(seconds)), way: seconds > 0 ? 'behind' : 'ahead' }), {
    seconds,
  });
}

function span(seconds: number): MessageValues {
  const minutes = Math.round(seconds / 60);
  if (minutes < 120) return { unit: 'minutes', count: minutes };
  const hours = Math.round(minutes / 60);
  return hours < 48 ? { unit: 'hours', count: hours } : { unit: 'days', count: Math.round(hours / 24) };
}

function isAnswered(call: CallFacts | null, fits: (reading: Reading) => boolean): boolean {
  return call?.outcome === 'answered' && fits(call.reading);
}

function allowlistCheck({ facts, siteFacts }: ChecksInput): Found | null {
  const isSaid = hostsOf(facts)
    .flatMap(callsOf)
    .some((call) => isAnswered(call, ({ says, who }) => says === 'allowlist' && who !== 'between'));
  const site = siteFacts.find(({ isAllowlisted }) => isAllowlisted === true)?.site;
  if (!isSaid && site === undefined) return null;
  return look(message('check.allowlist', optional('site', site)), site === undefined ? {} : { site });
}

function keysSplitCheck({ facts }: ChecksInput): Found | null {
  const taking = hostsOf(facts).filter(({ acceptedCredentials }) => acceptedCredentials);
  const refusing = hostsOf(facts).filter(({ refusedCredentials }) => refusedCredentials);
  if (taking.length === 0 || refusing.length === 0) return null;
  return look(message('check.keys-split', hostList(namesOf(refusing))), {
    refusing: idsOf(refusing),
    taking: idsOf(taking),
  });
}

function idsOf(hosts: readonly HostFacts[]): string {
  return hosts.map(({ host }) => host).join(', ');
}

function saysRegion({ dataCall }: HostFacts): boolean {
  return isAnswered(dataCall, ({ who, says }) => who === 'xray' && says === 'region');
}

/** Only where the global host has another cause, and is not simply well. */
function regionSplitCheck({ facts: { global, regional } }: ChecksInput): Found | null {
  const saying = regional.filter(saysRegion);
  const hasOtherCause = !saysRegion(global) && global.health === null && global.authenticate !== null;
  if (saying.length === 0 || !hasOtherCause) return null;
  return look(message('check.region-split', hostList(namesOf(saying))), { saying: idsOf(saying) });
}

/** A box that looks into connections and is trusted does not stop a call, but it may change one. */
function inspectionCheck({ exchanges }: ChecksInput): Found | null {
  for (const { connection } of exchanges) {
    const maker = inspectionMakerIn(connection?.certificate ?? null);
    const issuer = connection?.certificate?.issuer ?? '';
    if (maker !== null) return look(message('note.inspection', { maker }), { maker, issuer });
  }
  return null;
}

function statusCheck({ statusReports }: ChecksInput, page: StatusReport['page']): Found | null {
  const report = statusReports.find((each) => each.page === page);
  if (report === undefined) return null;
  const words = report.words ?? undefined;
  const key = page === 'xray-status' ? 'check.xray-status' : 'note.atlassian';
  return look(message(key, optional('words', words)), words === undefined ? {} : { words });
}
