import type {
  AnsweredBy,
  Body,
  Certificate,
  Check,
  ConnectionFacts,
  Diagnosis,
  DiagnosisPhrases,
  Exchange,
  Header,
  NetworkFailure,
  Reading,
  Request,
  Response,
  Route,
  SiteFacts,
  TokenFacts,
  Verdict,
} from '../../contract/diagnosis.ts';
import type { MessageValue, MessageValues, MessageRef } from '../../i18n/message.ts';
import { nextTurn } from '../cooperative-steps.ts';
import type { Steps } from '../cooperative-steps.ts';
import { cutBeforeTag } from './tags.ts';

/** The tools of the redactor that the walk over a diagnosis needs; each counts what it removes. */
export interface RedactionTools {
  /** Text that came over the wire; `cut` if its end is missing. */
  readonly wire: (text: string, cut?: boolean) => string;
  /** The same in steps, for the body of an answer. */
  readonly body: (text: string, cut: boolean) => Steps<string>;
  /** Text of ours that may quote the wire: words that look ordinary stay, since most of them are ours. */
  readonly own: (text: string) => string;
  readonly header: (header: Header) => Header;
  /** A name for a schema that allows no tag, in lower case letters, digits and dashes; null if the text holds no secret. */
  readonly plainName: (text: string) => string | null;
  /** The answer to a successful sign-in, of which the shape alone stays. */
  readonly signInAnswer: (text: string) => string;
  /** An address from outside: its path stays, the values of its query do not. */
  readonly address: (text: string) => string;
  /** A word that a server's records know the site by: by value only. */
  readonly id: (text: string) => string;
}

/** Does a piece of the work and adds up what was removed in it. */
export type Counted = <T>(work: () => T) => T;
/** The same for work in steps, between which others have their turn. */
export type InTurns = <T>(steps: Steps<T>) => Promise<T>;

/**
 * Walks over every field of a diagnosis. What came over the wire is redacted by value and by shape; our own sentences,
 * which may quote the wire, by value; what comes from a closed list of ours (kinds, rules, times, numbers) stays.
 * Each object is written out in full, so that a new field of the contract does not compile until it is thought of.
 */
export async function redactDiagnosis(
  diagnosis: Diagnosis,
  tools: RedactionTools,
  counted: Counted,
  inTurns: InTurns,
): Promise<Diagnosis> {
  const exchanges: Exchange[] = [];
  for (const exchange of diagnosis.exchanges) {
    const text = await inTurns(bodyText(exchange, tools));
    await nextTurn();
    exchanges.push(counted(() => redactExchange(exchange, text, tools)));
    await nextTurn();
  }
  return counted(() => redactFrame(diagnosis, exchanges, tools));
}

function redactFrame(diagnosis: Diagnosis, exchanges: Exchange[], tools: RedactionTools): Diagnosis {
  return {
    schemaVersion: diagnosis.schemaVersion,
    rulesVersion: diagnosis.rulesVersion,
    startedAt: diagnosis.startedAt,
    finishedAt: diagnosis.finishedAt,
    sites: {
      jira: redactSite(diagnosis.sites.jira, tools),
      confluence: redactSite(diagnosis.sites.confluence, tools),
    },
    clientId: tools.wire(diagnosis.clientId),
    verdict: redactVerdict(diagnosis.verdict, tools),
    notes: diagnosis.notes.map(tools.own),
    ...(diagnosis.checks === undefined
      ? {}
      : { checks: diagnosis.checks.map((check) => redactCheck(check, tools)) }),
    ...(diagnosis.readings === undefined
      ? {}
      : { readings: diagnosis.readings.map((reading) => redactReading(reading, tools)) }),
    hosts: diagnosis.hosts.map((host) => ({
      id: redactHost(host.id, tools),
      name: tools.own(host.name),
      baseUrl: tools.own(host.baseUrl),
      tookKeys: host.tookKeys,
      behaviour: host.behaviour,
      ...(host.came === undefined ? {} : { came: host.came }),
      totalMs: host.totalMs,
    })),
    exchanges,
    tokens: diagnosis.tokens.map((token) => redactToken(token, tools)),
    siteFacts: diagnosis.siteFacts.map((facts) => redactSiteFacts(facts, tools)),
    ...(diagnosis.phrases === undefined ? {} : { phrases: redactPhrases(diagnosis.phrases, tools) }),
  };
}

function redactCheck(check: Check, tools: RedactionTools): Check {
  return {
    id: check.id,
    level: check.level,
    sentence: tools.own(check.sentence),
    phrase: redactPhrase(check.phrase, tools),
    facts: Object.fromEntries(
      Object.entries(check.facts).map(([name, value]) => [
        tools.own(name),
        typeof value === 'number' ? value : tools.own(value),
      ]),
    ),
  };
}

function redactReading(reading: Reading, tools: RedactionTools): Reading {
  return {
    host: redactHost(reading.host, tools),
    call: reading.call,
    who: reading.who,
    maker: reading.maker === null ? null : tools.own(reading.maker),
    signs: reading.signs.map(({ id, found }) => ({ id: tools.own(id), found: tools.wire(found, true) })),
    form: tools.own(reading.form),
    says: tools.own(reading.says),
  };
}

function redactPhrases(phrases: DiagnosisPhrases, tools: RedactionTools): DiagnosisPhrases {
  const redact = (phrase: ReceivedMessage): ReceivedMessage => redactPhrase(phrase, tools);
  return {
    sentence: redact(phrases.sentence),
    meaning: redact(phrases.meaning),
    pinned: phrases.pinned.map(redact),
    migrating: phrases.migrating.map(redact),
    regions: phrases.regions === null ? null : redact(phrases.regions),
    secondOpinion: phrases.secondOpinion === null ? null : redact(phrases.secondOpinion),
    notes: phrases.notes.map(redact),
  };
}

type ReceivedMessage = DiagnosisPhrases['sentence'];
type Word = string | { key: string };

/** Names and keys are ours and its values may quote the wire; all of them are looked at as our sentences are. */
function redactPhrase({ key, values }: ReceivedMessage, { own }: RedactionTools): ReceivedMessage {
  const word = (value: Word): Word => (typeof value === 'string' ? own(value) : { key: own(value.key) });
  return {
    key: own(key),
    values: Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        own(name),
        typeof value === 'number' ? value : Array.isArray(value) ? value.map(word) : word(value),
      ]),
    ),
  };
}

/** The same for a phrase that we have just made, whose names and keys need no look. */
export function redactValues(values: MessageValues, own: RedactionTools['own']): MessageValues {
  const word = (value: string | MessageRef): string | MessageRef =>
    typeof value === 'string' ? own(value) : value;
  return Object.fromEntries(
    Object.entries(values).map(([name, value]): [string, MessageValue] => [
      name,
      typeof value === 'number' ? value : Array.isArray(value) ? value.map(word) : word(value),
    ]),
  );
}

/** A secret that was typed into a site's field must not become part of the bundle's name. */
function redactSite(site: string, tools: RedactionTools): string {
  const name = tools.plainName(site);
  return name === null ? site : `${name}.atlassian.net`;
}

function redactSiteFacts(facts: SiteFacts, tools: RedactionTools): SiteFacts {
  const wire = (text: string | null): string | null => (text === null ? null : tools.wire(text));
  return {
    site: redactSite(facts.site, tools),
    state: facts.state,
    cloudId: facts.cloudId === null ? null : tools.id(facts.cloudId),
    jiraAddress: wire(facts.jiraAddress),
    confluenceAddress: wire(facts.confluenceAddress),
    deployment: wire(facts.deployment),
    ...(facts.problem === undefined ? {} : { problem: wire(facts.problem) }),
    ...(facts.renamedTo === undefined
      ? {}
      : { renamedTo: facts.renamedTo === null ? null : redactSite(facts.renamedTo, tools) }),
    ...(facts.isAllowlisted === undefined ? {} : { isAllowlisted: facts.isAllowlisted }),
  };
}

/** Longest name that the schema of hosts allows. */
const MAX_HOST_LENGTH = 31;

function redactHost(host: string, tools: RedactionTools): string {
  return tools.plainName(host)?.slice(0, MAX_HOST_LENGTH) ?? host;
}

/** Characters of an answer that are quoted. Cut behind the redaction, so that no half of a secret is left. */
const MAX_QUOTE_LENGTH = 200;

function redactQuote(quote: string, tools: RedactionTools): string {
  const clean = tools.wire(quote, true);
  return clean.length <= MAX_QUOTE_LENGTH ? clean : `${cutBeforeTag(clean, MAX_QUOTE_LENGTH - 1)}…`;
}

function redactVerdict(verdict: Verdict, tools: RedactionTools): Verdict {
  return {
    kind: verdict.kind,
    rule: tools.own(verdict.rule),
    owner: verdict.owner,
    ...(verdict.answeredBy === undefined ? {} : { answeredBy: redactAnsweredBy(verdict.answeredBy, tools) }),
    ...(verdict.quote === undefined
      ? {}
      : { quote: verdict.quote === null ? null : redactQuote(verdict.quote, tools) }),
    sentence: tools.own(verdict.sentence),
    meaning: tools.own(verdict.meaning),
    nextSteps: {
      pinned: verdict.nextSteps.pinned.map(tools.own),
      migrating: verdict.nextSteps.migrating.map(tools.own),
    },
    regions: verdict.regions === null ? null : tools.own(verdict.regions),
    secondOpinion: verdict.secondOpinion === null ? null : tools.own(verdict.secondOpinion),
  };
}

function redactAnsweredBy(by: AnsweredBy | null, tools: RedactionTools): AnsweredBy | null {
  return by === null ? null : { who: by.who, maker: by.maker === null ? null : tools.own(by.maker) };
}

function redactToken(token: TokenFacts, tools: RedactionTools): TokenFacts {
  return {
    host: redactHost(token.host, tools),
    issuer: token.issuer === null ? null : tools.wire(token.issuer),
    issuedAt: token.issuedAt,
    expiresAt: token.expiresAt,
    length: token.length,
    // Names by which Xray's support finds the customer: looked at for known secrets alone, since they look generated.
    ...(token.tenant === undefined ? {} : { tenant: token.tenant === null ? null : tools.own(token.tenant) }),
    ...(token.accountId === undefined
      ? {}
      : { accountId: token.accountId === null ? null : tools.own(token.accountId) }),
  };
}

/** The text of an answer without secrets, which is the long part of the work; null if there is none. */
function* bodyText({ outcome, response }: Exchange, tools: RedactionTools): Steps<string | null> {
  if (response === null || response.body.text === null) return null;
  const { text, truncated, problem } = response.body;
  return yield* tools.body(text, outcome === 'failed' || truncated || problem !== null);
}

function redactExchange(exchange: Exchange, text: string | null, tools: RedactionTools): Exchange {
  const base = {
    host: redactHost(exchange.host, tools),
    call: exchange.call,
    stack: exchange.stack,
    attempt: exchange.attempt,
    startedAt: exchange.startedAt,
    request: redactRequest(exchange.request, tools),
    route: redactRoute(exchange.route, tools),
    connection: exchange.connection === null ? null : redactConnection(exchange.connection, tools),
    timing: exchange.timing,
  };
  const isTokenAnswer =
    exchange.call === 'authenticate' &&
    exchange.status !== null &&
    exchange.status >= 200 &&
    exchange.status < 300;
  if (exchange.outcome === 'answered') {
    return {
      ...base,
      outcome: exchange.outcome,
      status: exchange.status,
      response: redactResponse(exchange.response, text, isTokenAnswer, tools),
    };
  }
  return {
    ...base,
    outcome: exchange.outcome,
    status: exchange.status,
    response:
      exchange.response === null ? null : redactResponse(exchange.response, text, isTokenAnswer, tools),
    failure: redactFailure(exchange.failure, tools),
  };
}

function redactRequest(request: Request, tools: RedactionTools): Request {
  return {
    method: request.method,
    // The address is ours; what stands in it by mistake is a secret all the same.
    url: tools.own(request.url),
    headers: request.headers.map((header) => redactSentHeader(header, tools)),
    body: request.body === null ? null : tools.wire(request.body),
  };
}

/** The names of the headers that we send are ours. */
function redactSentHeader(header: Header, tools: RedactionTools): Header {
  return { name: tools.own(header.name), value: tools.header(header).value };
}

function redactRoute(route: Route, tools: RedactionTools): Route {
  return route.kind === 'proxy' ? { kind: 'proxy', host: tools.wire(route.host), port: route.port } : route;
}

function redactConnection(connection: ConnectionFacts, tools: RedactionTools): ConnectionFacts {
  return {
    address: tools.own(connection.address),
    port: connection.port,
    reused: connection.reused,
    tlsVersion: connection.tlsVersion === null ? null : tools.own(connection.tlsVersion),
    certificate: connection.certificate === null ? null : redactCertificate(connection.certificate, tools),
  };
}

function redactCertificate(certificate: Certificate, tools: RedactionTools): Certificate {
  return {
    subject: tools.wire(certificate.subject),
    issuer: tools.wire(certificate.issuer),
    upperIssuers: certificate.upperIssuers.map((issuer) => tools.wire(issuer)),
    validFrom: tools.own(certificate.validFrom),
    validTo: tools.own(certificate.validTo),
  };
}

function redactFailure(failure: NetworkFailure, tools: RedactionTools): NetworkFailure {
  const { proxyAnswer } = failure;
  return {
    phase: failure.phase,
    code: tools.own(failure.code),
    message: tools.wire(failure.message),
    tlsReason: failure.tlsReason,
    certificate: failure.certificate === null ? null : redactCertificate(failure.certificate, tools),
    ...(proxyAnswer === undefined
      ? {}
      : {
          proxyAnswer: {
            status: proxyAnswer.status,
            statusText: tools.wire(proxyAnswer.statusText),
            headers: proxyAnswer.headers.map(tools.header),
            schemes: proxyAnswer.schemes.map((scheme) => tools.wire(scheme)),
            title: proxyAnswer.title === null ? null : tools.wire(proxyAnswer.title),
          },
        }),
  };
}

function redactResponse(
  response: Response,
  text: string | null,
  isTokenAnswer: boolean,
  tools: RedactionTools,
): Response {
  return {
    httpVersion: tools.own(response.httpVersion),
    statusText: tools.wire(response.statusText),
    headers: response.headers.map(tools.header),
    body: redactBody(response.body, text, isTokenAnswer, tools),
    redirectTo: response.redirectTo === null ? null : tools.address(response.redirectTo),
    clockDifferenceSeconds: response.clockDifferenceSeconds,
  };
}

function redactBody(body: Body, text: string | null, isTokenAnswer: boolean, tools: RedactionTools): Body {
  return {
    text: text !== null && isTokenAnswer ? tools.signInAnswer(text) : text,
    looksLike: body.looksLike,
    wireBytes: body.wireBytes,
    keptBytes: body.keptBytes,
    truncated: body.truncated,
    contentEncoding: body.contentEncoding === null ? null : tools.wire(body.contentEncoding),
    charset: body.charset === null ? null : tools.wire(body.charset),
    problem: body.problem,
  };
}
