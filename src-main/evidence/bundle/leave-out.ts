import { BUNDLE_FILES, bundleFileAt } from '../../contract/bundle-files.ts';
import type { BundleFile, BundleFiles, FileKind } from '../../contract/bundle-files.ts';
import type { Diagnosis, Exchange } from '../../contract/diagnosis.ts';
import { message } from '../../i18n/message.ts';
import type { Message } from '../../i18n/message.ts';
import { transcriptPath } from '../documents/call-transcripts.ts';
import {
  checkDocument,
  checkExchange,
  checkFieldsInSteps,
  checkShapesInSteps,
  jsonStringsInSteps,
} from '../gate/gate-content.ts';
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

/** Whether a file is left out. Everything is: every text that a bundle can do without. */
export function isLeftOut(
  { parts, everything }: LeftOut,
  path: string,
  { kind, isRequired }: BundleFile,
): boolean {
  return parts.has(path) || (everything && !isRequired && kind !== 'picture');
}

/** Returns one sentence for each part that is left out. */
export function leftOutMessages({ parts, everything }: LeftOut): Message[] {
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

/** Returns the diagnosis without the ids of sites, accounts and installations. */
export function withoutIds(diagnosis: Diagnosis): Diagnosis {
  return {
    ...diagnosis,
    siteFacts: [],
    tokens: diagnosis.tokens.map((token) => ({ ...token, tenant: null, accountId: null })),
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

/** A file of the bundle, or the text of the mail. */
interface Part {
  readonly path: string;
  readonly kind: FileKind;
  readonly text: string | null;
}

/**
 * Searches finished parts as the gate does; a part whose search fails is a suspect too. Returns what can be left out for
 * it, by path: the suspects themselves, or else the calls that the document is suspected for. Null for no suspect at all.
 */
export async function suspectsOf(
  parts: readonly Part[],
  redacted: Diagnosis,
  secrets: KnownSecrets,
  files: BundleFiles,
): Promise<string[] | null> {
  const eraseHome = createHomeFolderEraser(secrets.homeFolder);
  const suspects: string[] = [];
  for (const part of parts) {
    if (await isSuspect(part, secrets, eraseHome)) suspects.push(part.path);
    await nextTurn();
  }
  if (suspects.length === 0) return null;
  const optional = suspects.filter((path) => bundleFileAt(path, files)?.isRequired === false);
  if (optional.length > 0) return optional;
  const calls: string[] = [];
  for (const exchange of redacted.exchanges) {
    const part = { path: 'exchange.json', kind: 'json', text: JSON.stringify(exchange) } as const;
    if ((await isSuspect(part, secrets, eraseHome)) || checkExchange(exchange, secrets).length > 0)
      calls.push(transcriptPath(exchange));
  }
  return calls;
}

async function isSuspect(
  { path, kind, text }: Part,
  secrets: KnownSecrets,
  eraseHome: HomeFolderEraser,
): Promise<boolean> {
  if (text === null) return false;
  try {
    if (kind !== 'json') return await looksSuspect(text, eraseHome);
    const strings = (await inTurns(jsonStringsInSteps(text))).join('\n');
    await nextTurn();
    if (await looksSuspect(strings, eraseHome)) return true;
    await nextTurn();
    if ((await inTurns(checkFieldsInSteps(text))).length > 0) return true;
    await nextTurn();
    return path === BUNDLE_FILES.diagnosis.path && checkDocument(text, secrets).length > 0;
  } catch {
    return true;
  }
}

async function looksSuspect(text: string, eraseHome: HomeFolderEraser): Promise<boolean> {
  return (await inTurns(checkShapesInSteps(text))).length > 0 || eraseHome(text).removed > 0;
}

/** Returns what to leave out next: the parts as well, or everything when none of them is new. */
export function leaveOutMore(left: LeftOut, parts: readonly string[]): LeftOut {
  const added = parts.filter((path) => !left.parts.has(path));
  return added.length === 0
    ? { ...left, everything: true }
    : { ...left, parts: new Set([...left.parts, ...added]) };
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
