import type {
  AnsweredExchange,
  Certificate,
  Check,
  Diagnosis,
  DiagnosisPhrases,
  Exchange,
  FailedExchange,
  Header,
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
type FieldRules<T> = { readonly [N in keyof T]-?: Rule<NonNullable<T[N]>> };

/**
 * Returns the rule of an object: which fields stay as they are (values of a closed list, numbers, times, and what was
 * redacted already), and the rules of all others; null and missing fields stay. A new field of the contract does not
 * compile until it stands in one of both, and a field that stands in none is dropped at run time.
 */
function fields<T extends object, const K extends keyof T>(
  kept: readonly K[],
  others: NoInfer<Omit<FieldRules<T>, K> & Partial<FieldRules<T>>>,
): Rule<T> {
  const rules: Partial<FieldRules<T>> = others;
  return (object) => {
    const redacted: Partial<T> = {};
    for (const name of kept) if (object[name] !== undefined) redacted[name] = object[name];
    for (const name in rules) {
      const value = object[name];
      if (value !== undefined) redacted[name] = value === null ? value : rules[name]?.(value);
    }
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    return redacted as T;
  };
}

const list =
  <T>(rule: Rule<T>): Rule<T[]> =>
  (values) =>
    values.map((value) => rule(value));

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
  return fields(['schemaVersion', 'rulesVersion', 'startedAt', 'finishedAt', 'exchanges'], {
    sites: fields([], { jira: site, confluence: site }),
    clientId: (id) => redactResponse(id),
    verdict: fields(['kind', 'owner'], {
      rule: redactAppText,
      answeredBy: fields(['who'], { maker: redactAppText }),
      quote,
      sentence: redactAppText,
      meaning: redactAppText,
      nextSteps: fields([], { pinned: list(redactAppText), migrating: list(redactAppText) }),
      regions: redactAppText,
      secondOpinion: redactAppText,
    }),
    notes: list(redactAppText),
    checks: list(fields(['id', 'level'], { sentence: redactAppText, phrase, facts })),
    readings: list(
      fields(['call', 'who'], {
        host,
        maker: redactAppText,
        signs: list(fields([], { id: redactAppText, found: (text) => redactResponse(text, true) })),
        form: redactAppText,
        says: redactAppText,
      }),
    ),
    hosts: list(
      fields(['tookKeys', 'behaviour', 'came', 'totalMs'], {
        id: host,
        name: redactAppText,
        baseUrl: redactAppText,
      }),
    ),
    tokens: list(
      fields(['issuedAt', 'expiresAt', 'length'], {
        host,
        issuer: (text) => redactResponse(text),
        tenant: redactAppText,
        accountId: redactAppText,
      }),
    ),
    siteFacts: list(
      fields(['state', 'isAllowlisted'], {
        site,
        cloudId: redactId,
        jiraAddress: (text) => redactResponse(text),
        confluenceAddress: (text) => redactResponse(text),
        deployment: (text) => redactResponse(text),
        problem: (text) => redactResponse(text),
        renamedTo: site,
      }),
    ),
    phrases: fields([], {
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
  redactRef: (ref: R) => R = (ref) => ref,
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
  const certificate: Rule<Certificate> = fields([], {
    subject: fromOutside,
    issuer: fromOutside,
    upperIssuers: list(fromOutside),
    validFrom: redactAppText,
    validTo: redactAppText,
  });
  const kept = ['call', 'stack', 'attempt', 'startedAt', 'timing', 'outcome', 'status'] as const;
  const rules: Omit<FieldRules<AnsweredExchange>, (typeof kept)[number]> = {
    host: hostRule(redactName),
    request: fields(['method'], {
      url: redactAppText,
      // The app chose the names of the headers that it sent.
      headers: list((header) => ({ name: redactAppText(header.name), value: redactHeader(header).value })),
      body: fromOutside,
    }),
    route: (route) => (route.kind === 'proxy' ? { ...route, host: fromOutside(route.host) } : route),
    connection: fields(['port', 'reused'], {
      address: redactAppText,
      tlsVersion: redactAppText,
      certificate,
    }),
    response: fields(['clockDifferenceSeconds'], {
      httpVersion: redactAppText,
      statusText: fromOutside,
      headers: list(redactHeader),
      body: fields(['looksLike', 'wireBytes', 'keptBytes', 'truncated', 'problem'], {
        text: () => bodyText ?? '',
        contentEncoding: fromOutside,
        charset: fromOutside,
      }),
      redirectTo: redactAddress,
    }),
  };
  const answered: Rule<AnsweredExchange> = fields(kept, rules);
  const failed: Rule<FailedExchange> = fields(kept, {
    ...rules,
    failure: fields(['phase', 'tlsReason'], {
      code: redactAppText,
      message: fromOutside,
      certificate,
      proxyAnswer: fields(['status'], {
        statusText: fromOutside,
        headers: list(redactHeader),
        schemes: list(fromOutside),
        title: fromOutside,
      }),
    }),
  });
  return (exchange) => (exchange.outcome === 'answered' ? answered(exchange) : failed(exchange));
}
