import type { Diagnosis, Exchange } from '../../contract/diagnosis.ts';
import { message } from '../../i18n/message.ts';
import type { Message } from '../../i18n/message.ts';
import { transcriptPath } from '../documents/call-transcripts.ts';
import { checkDocument, checkExchange, checkFields, checkShapes } from '../gate/check-content.ts';
import { jsonLines } from '../gate/json-strings.ts';
import type { HomeFolderEraser } from '../redaction/redact-home-folder.ts';
import { createHomeFolderEraser } from '../redaction/redact-home-folder.ts';
import { inTurns, nextTurn } from '../cooperative-steps.ts';
import type { KnownSecrets } from '../search/known-secrets.ts';

/**
 * What is left out of a bundle so that there is one at all: parts that look like a credential to the last check although
 * no secret of the run is in them, and parts that could not be searched.
 */
export interface LeftOut {
  /** Names of files; of a call the exchange in the document is emptied as well. */
  readonly parts: ReadonlySet<string>;
  /** Whether everything that came from outside is left out. */
  readonly everything: boolean;
}

export const NOTHING_LEFT_OUT: LeftOut = { parts: new Set(), everything: false };

/** One sentence for each part that was left out. */
export function leftOutPhrases({ parts, everything }: LeftOut): Message[] {
  return everything
    ? [message('missing.left-out-all')]
    : [...parts].map((part) => message('missing.left-out', { part }));
}

/** The raw diagnosis without the parts; who answered with which status stays. */
export function withoutParts(diagnosis: Diagnosis, { parts, everything }: LeftOut): Diagnosis {
  const exchanges = diagnosis.exchanges.map((exchange) =>
    everything || parts.has(transcriptPath(exchange)) ? emptied(exchange) : exchange,
  );
  if (!everything) return parts.size === 0 ? diagnosis : { ...withoutWords(diagnosis), exchanges };
  const { phrases: _, ...rest } = withoutWords(diagnosis);
  return {
    ...rest,
    exchanges,
    notes: [],
    ...(diagnosis.checks === undefined ? {} : { checks: [] }),
    siteFacts: [],
    tokens: diagnosis.tokens.map((token) => ({ ...token, issuer: null, tenant: null, accountId: null })),
    verdict: {
      ...rest.verdict,
      sentence: 'The words of this verdict were left out, since they could not be checked.',
      meaning: 'Its kind and its rule tell what was found.',
      nextSteps: { pinned: [], migrating: [] },
      regions: null,
      secondOpinion: null,
    },
  };
}

/** The same diagnosis without what it quotes of its answers beside the exchanges. */
function withoutWords(diagnosis: Diagnosis): Diagnosis {
  const { readings, verdict } = diagnosis;
  return {
    ...diagnosis,
    verdict: verdict.quote === undefined ? verdict : { ...verdict, quote: null },
    ...(readings === undefined
      ? {}
      : {
          readings: readings.map((reading) => ({
            ...reading,
            signs: reading.signs.map(({ id }) => ({ id, found: '' })),
          })),
        }),
  };
}

function emptied(exchange: Exchange): Exchange {
  const { response } = exchange;
  const request = { ...exchange.request, headers: [], body: null };
  const connection = exchange.connection === null ? null : { ...exchange.connection, certificate: null };
  const empty =
    response === null
      ? null
      : {
          ...response,
          statusText: '',
          headers: [],
          redirectTo: null,
          body: { ...response.body, text: '', contentEncoding: null, charset: null },
        };
  if (exchange.outcome === 'failed') {
    const { proxyAnswer: _, ...rest } = exchange.failure;
    const failure = { ...rest, message: '', certificate: null };
    return { ...exchange, request, connection, response: empty, failure };
  }
  return { ...exchange, request, connection, response: empty ?? exchange.response };
}

/** A file of the bundle, or the words of the mail. */
export interface Part {
  readonly path: string;
  readonly text: string;
}

/** Looks at finished parts as the gate's check by shape does; a part whose search fails is a suspect too. */
export async function suspectsOf(parts: readonly Part[], secrets: KnownSecrets): Promise<string[]> {
  const eraseHome = createHomeFolderEraser(secrets.homeFolder);
  const suspects: string[] = [];
  for (const part of parts) {
    if (await isSuspect(part, secrets, eraseHome)) suspects.push(part.path);
    await nextTurn();
  }
  return suspects;
}

async function isSuspect(
  { path, text }: Part,
  secrets: KnownSecrets,
  eraseHome: HomeFolderEraser,
): Promise<boolean> {
  try {
    if (!path.endsWith('.json')) return await looksSuspect(text, eraseHome);
    const strings = await inTurns(jsonLines(text));
    await nextTurn();
    if (await looksSuspect(strings, eraseHome)) return true;
    await nextTurn();
    if ((await inTurns(checkFields(text))).length > 0) return true;
    await nextTurn();
    return path === 'diagnosis.json' && checkDocument(text, secrets).length > 0;
  } catch {
    return true;
  }
}

async function looksSuspect(text: string, eraseHome: HomeFolderEraser): Promise<boolean> {
  return (await inTurns(checkShapes(text))).length > 0 || eraseHome(text) !== text;
}

/** Optional parts, which can be left out by their name. */
const CAN_GO = /^(?:calls\/|note\.txt$|log\.txt$)/u;

/** What to leave out next, given what the check suspects; null when nothing is left that could go. */
export async function leaveOutMore(
  left: LeftOut,
  suspects: readonly string[],
  redacted: Diagnosis,
  secrets: KnownSecrets,
): Promise<LeftOut | null> {
  if (left.everything) return null;
  const named = suspects.filter((path) => CAN_GO.test(path));
  const found = named.length > 0 ? named : await suspectCalls(redacted, secrets);
  const added = found.filter((path) => !left.parts.has(path));
  return added.length === 0
    ? { ...left, everything: true }
    : { ...left, parts: new Set([...left.parts, ...added]) };
}

/** Calls whose exchange alone is what the document or the summary is suspected for. */
async function suspectCalls(redacted: Diagnosis, secrets: KnownSecrets): Promise<string[]> {
  const eraseHome = createHomeFolderEraser(secrets.homeFolder);
  const found: string[] = [];
  for (const exchange of redacted.exchanges) {
    const part = { path: 'exchange.json', text: JSON.stringify(exchange) };
    if ((await isSuspect(part, secrets, eraseHome)) || checkExchange(exchange, secrets).length > 0)
      found.push(transcriptPath(exchange));
  }
  return found;
}

/** Calls whose exchange cannot be redacted; `redact` throws for these. */
export async function failingCalls(
  diagnosis: Diagnosis,
  redact: (diagnosis: Diagnosis) => Promise<unknown>,
): Promise<string[]> {
  const failing: string[] = [];
  for (const exchange of diagnosis.exchanges) {
    try {
      await redact({ ...diagnosis, exchanges: [exchange] });
    } catch {
      failing.push(transcriptPath(exchange));
    }
  }
  return failing;
}
