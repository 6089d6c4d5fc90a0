import type {
  AnsweredExchange,
  Certificate,
  Check,
  ConnectionFacts,
  Diagnosis,
  DiagnosisPhrases,
  Exchange,
  FailedExchange,
  Header,
  Request,
  Response,
  Route,
} from '../../contract/diagnosis.ts';
import { inTurns, nextTurn } from '../cooperative-steps.ts';
import type { Steps } from '../cooperative-steps.ts';
import { cutBeforeTag } from './tags.ts';

/** How the redactor treats each kind of text in a diagnosis. */
export interface DiagnosisRedaction {
  /** Text from outside; `cut` if its end is missing. */
  readonly redactResponse: (text: string, cut?: boolean) => string;
  /** The same in steps, for the body of an answer. */
  readonly redactBody: (text: string, cut: boolean) => Steps<string>;
  /** Text of the app that may quote the outside. */
  readonly redactAppText: (text: string) => string;
  readonly redactHeader: (header: Header) => Header;
  /** A name where the schema allows no tag: lower-case letters, digits and dashes. Undefined if it holds no secret. */
  readonly redactName: (text: string) => string | undefined;
  /** The body of a successful sign-in. */
  readonly redactSignInAnswer: (text: string) => string;
  readonly redactAddress: (text: string) => string;
  /** An id by which a server's records know the site. */
  readonly redactId: (text: string) => string;
}

type Rule<T> = (value: T) => T;
type FieldRules<T> = { readonly [K in keyof T]-?: Rule<NonNullable<T[K]>> };

/**
 * Returns the rule of an object from the rules of its fields; null and missing fields stay. A new field of the contract
 * does not compile until it has a rule, and a field without a rule is dropped at run time.
 */
function fields<T extends object>(rules: NoInfer<FieldRules<T>>): Rule<T> {
  return (object) => {
    const redacted: Partial<T> = {};
    for (const name in rules) {
      const value = object[name];
      if (value !== undefined) redacted[name] = value === null ? value : rules[name](value);
    }
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    return redacted as T;
  };
}

const list =
  <T>(rule: Rule<T>): Rule<T[]> =>
  (values) =>
    values.map((value) => rule(value));

/** For values of a closed list, numbers and times, and for what was redacted already. */
const keep = <T>(value: T): T => value;

const MAX_HOST_LENGTH = 31;
const MAX_QUOTE_LENGTH = 200;

/** Redacts a whole diagnosis, field by field; does not block the event loop. */
export async function redactDiagnosis(
  diagnosis: Diagnosis,
  redaction: DiagnosisRedaction,
): Promise<Diagnosis> {
  const exchanges: Exchange[] = [];
  for (const exchange of diagnosis.exchanges) {
    const text = await inTurns(redactBodyText(exchange, redaction));
    await nextTurn();
    exchanges.push(exchangeRule(text, redaction)(exchange));
    await nextTurn();
  }
  return diagnosisRule(redaction)({ ...diagnosis, exchanges });
}

function diagnosisRule({
  redactResponse,
  redactAppText,
  redactName,
  redactId,
}: DiagnosisRedaction): Rule<Diagnosis> {
  const host = hostRule(redactName);
  // A secret that was typed into a site's field must not become part of the bundle's name.
  const site = (name: string): string => {
    const redacted = redactName(name);
    return redacted === undefined ? name : `${redacted}.atlassian.net`;
  };
  // Cut after the redaction, so that no half of a secret is left.
  const quote = (text: string): string => {
    const clean = redactResponse(text, true);
    return clean.length <= MAX_QUOTE_LENGTH ? clean : `${cutBeforeTag(clean, MAX_QUOTE_LENGTH - 1)}…`;
  };
  const phrase = ({ key, values }: DiagnosisPhrases['sentence']): DiagnosisPhrases['sentence'] => ({
    key: redactAppText(key),
    values: redactMessageValues(values, redactAppText, (ref) => ({ key: redactAppText(ref.key) })),
  });
  const facts = (values: Check['facts']): Check['facts'] =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        redactAppText(name),
        typeof value === 'number' ? value : redactAppText(value),
      ]),
    );
  return fields<Diagnosis>({
    schemaVersion: keep,
    rulesVersion: keep,
    startedAt: keep,
    finishedAt: keep,
    sites: fields({ jira: site, confluence: site }),
    clientId: (id) => redactResponse(id),
    verdict: fields({
      kind: keep,
      rule: redactAppText,
      owner: keep,
      answeredBy: fields({ who: keep, maker: redactAppText }),
      quote,
      sentence: redactAppText,
      meaning: redactAppText,
      nextSteps: fields({ pinned: list(redactAppText), migrating: list(redactAppText) }),
      regions: redactAppText,
      secondOpinion: redactAppText,
    }),
    notes: list(redactAppText),
    checks: list(fields({ id: keep, level: keep, sentence: redactAppText, phrase, facts })),
    readings: list(
      fields({
        host,
        call: keep,
        who: keep,
        maker: redactAppText,
        signs: list(fields({ id: redactAppText, found: (text) => redactResponse(text, true) })),
        form: redactAppText,
        says: redactAppText,
      }),
    ),
    hosts: list(
      fields({
        id: host,
        name: redactAppText,
        baseUrl: redactAppText,
        tookKeys: keep,
        behaviour: keep,
        came: keep,
        totalMs: keep,
      }),
    ),
    exchanges: keep,
    tokens: list(
      fields({
        host,
        issuer: (text) => redactResponse(text),
        issuedAt: keep,
        expiresAt: keep,
        length: keep,
        tenant: redactAppText,
        accountId: redactAppText,
      }),
    ),
    siteFacts: list(
      fields({
        site,
        state: keep,
        cloudId: redactId,
        jiraAddress: (text) => redactResponse(text),
        confluenceAddress: (text) => redactResponse(text),
        deployment: (text) => redactResponse(text),
        problem: (text) => redactResponse(text),
        renamedTo: site,
        isAllowlisted: keep,
      }),
    ),
    phrases: fields({
      sentence: phrase,
      meaning: phrase,
      pinned: list(phrase),
      migrating: list(phrase),
      regions: phrase,
      secondOpinion: phrase,
      notes: list(phrase),
    }),
  });
}

function hostRule(redactName: DiagnosisRedaction['redactName']): Rule<string> {
  return (host) => redactName(host)?.slice(0, MAX_HOST_LENGTH) ?? host;
}

type MessageValue<R> = string | number | R | (string | R)[];

/** Redacts the values of a message and their names; `redactRef` treats references to other messages. */
export function redactMessageValues<R extends object>(
  values: Readonly<Record<string, MessageValue<R>>>,
  redactAppText: (text: string) => string,
  redactRef: (ref: R) => R = keep,
): Record<string, MessageValue<R>> {
  const word = (value: string | R): string | R =>
    typeof value === 'string' ? redactAppText(value) : redactRef(value);
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      redactAppText(name),
      typeof value === 'number' ? value : Array.isArray(value) ? value.map(word) : word(value),
    ]),
  );
}

function* redactBodyText(exchange: Exchange, redaction: DiagnosisRedaction): Steps<string | null> {
  const { response, outcome, call, status } = exchange;
  if (response === null || response.body.text === null) return null;
  const { text, truncated, problem } = response.body;
  const clean = yield* redaction.redactBody(text, outcome === 'failed' || truncated || problem !== null);
  const isSignedIn = call === 'authenticate' && status !== null && status >= 200 && status < 300;
  return isSignedIn ? redaction.redactSignInAnswer(clean) : clean;
}

/** `bodyText` is the redacted text of the answer's body. */
function exchangeRule(bodyText: string | null, redaction: DiagnosisRedaction): Rule<Exchange> {
  const { redactAppText, redactHeader, redactAddress, redactName } = redaction;
  const fromOutside = (text: string): string => redaction.redactResponse(text);
  const certificate = fields<Certificate>({
    subject: fromOutside,
    issuer: fromOutside,
    upperIssuers: list(fromOutside),
    validFrom: redactAppText,
    validTo: redactAppText,
  });
  const response = fields<Response>({
    httpVersion: redactAppText,
    statusText: fromOutside,
    headers: list(redactHeader),
    body: fields({
      text: () => bodyText ?? '',
      looksLike: keep,
      wireBytes: keep,
      keptBytes: keep,
      truncated: keep,
      contentEncoding: fromOutside,
      charset: fromOutside,
      problem: keep,
    }),
    redirectTo: redactAddress,
    clockDifferenceSeconds: keep,
  });
  const base = {
    host: hostRule(redactName),
    call: keep,
    stack: keep,
    attempt: keep,
    startedAt: keep,
    request: fields<Request>({
      method: keep,
      url: redactAppText,
      // The app chose the names of the headers that it sent.
      headers: list((header) => ({
        name: redactAppText(header.name),
        value: redactHeader(header).value,
      })),
      body: fromOutside,
    }),
    route: (route: Route): Route =>
      route.kind === 'proxy' ? { ...route, host: fromOutside(route.host) } : route,
    connection: fields<ConnectionFacts>({
      address: redactAppText,
      port: keep,
      reused: keep,
      tlsVersion: redactAppText,
      certificate,
    }),
    timing: keep,
    outcome: keep,
    status: keep,
    response,
  };
  const answered = fields<AnsweredExchange>(base);
  const failed = fields<FailedExchange>({
    ...base,
    failure: fields({
      phase: keep,
      code: redactAppText,
      message: fromOutside,
      tlsReason: keep,
      certificate,
      proxyAnswer: fields({
        status: keep,
        statusText: fromOutside,
        headers: list(redactHeader),
        schemes: list(fromOutside),
        title: fromOutside,
      }),
    }),
  });
  return (exchange) => (exchange.outcome === 'answered' ? answered(exchange) : failed(exchange));
}
