import { bundleFileAt } from '../../contract/report/bundle-files.ts';
import type { BundleFile, BundleFiles, FileKind } from '../../contract/report/bundle-files.ts';
import type { Diagnosis, Exchange, Response } from '../../contract/diagnosis.ts';
import { message } from '../../i18n/message.ts';
import type { Message } from '../../i18n/message.ts';
import { nextTurn } from '../cooperative-steps.ts';
import { transcriptPath } from '../documents/transcript.ts';
import { checkExchange, checkContent } from '../gate/check-shapes.ts';
import { createHomeFolderEraser } from '../redaction/layers/redact-home-folder.ts';
import type { KnownSecrets } from '../search/known-secrets.ts';

/**
 * What is left out so that there is a bundle at all: files that look like a credential to the last check, or that cannot
 * be searched, by their paths; or everything that came from outside.
 */
export type LeftOut = ReadonlySet<string> | 'everything';

/** Whether a file is left out. */
export function isLeftOut(left: LeftOut, path: string, { kind, isRequired }: BundleFile): boolean {
  return left === 'everything' ? !isRequired && kind !== 'picture' : left.has(path);
}

/** Returns one sentence for each part that is left out. */
export function leftOutMessages(left: LeftOut): Message[] {
  return left === 'everything'
    ? [message('missing.left-out-all')]
    : [...left].map((part) => message('missing.left-out', { part }));
}

/** Returns the diagnosis without the parts; who answered with which status stays. */
export function withoutParts(diagnosis: Diagnosis, left: LeftOut): Diagnosis {
  if (left !== 'everything' && left.size === 0) return diagnosis;
  const { verdict, readings } = diagnosis;
  const quoteless = {
    ...diagnosis,
    exchanges: diagnosis.exchanges.map((exchange) =>
      left === 'everything' || left.has(transcriptPath(exchange)) ? emptied(exchange) : exchange,
    ),
    verdict: verdict.quote === undefined ? verdict : { ...verdict, quote: null },
    ...(readings && {
      readings: readings.map((reading) => ({
        ...reading,
        signs: reading.signs.map(({ id }) => ({ id, found: '' })),
      })),
    }),
  };
  if (left !== 'everything') return quoteless;
  const { phrases: _, ...wordless } = quoteless;
  return {
    ...wordless,
    ...(diagnosis.checks && { checks: [] }),
    notes: [],
    siteFacts: [],
    tokens: diagnosis.tokens.map((token) => ({ ...token, issuer: null, tenant: null, accountId: null })),
    verdict: {
      ...quoteless.verdict,
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
  const tokens = diagnosis.tokens.map((token) => ({ ...token, tenant: null, accountId: null }));
  return { ...diagnosis, siteFacts: [], tokens };
}

function emptied(exchange: Exchange): Exchange {
  const bare = {
    request: { ...exchange.request, headers: [], body: null },
    connection: exchange.connection === null ? null : { ...exchange.connection, certificate: null },
  };
  if (exchange.outcome === 'answered')
    return { ...exchange, ...bare, response: emptiedResponse(exchange.response) };
  const { proxyAnswer: _, ...failure } = exchange.failure;
  return {
    ...exchange,
    ...bare,
    response: exchange.response === null ? null : emptiedResponse(exchange.response),
    failure: { ...failure, message: '', certificate: null },
  };
}

function emptiedResponse(response: Response): Response {
  const body = { ...response.body, text: '', contentEncoding: null, charset: null };
  return { ...response, statusText: '', headers: [], redirectTo: null, body };
}

/** A file of the bundle, or the text of the mail. */
interface Part {
  readonly path: string;
  readonly kind: FileKind;
  readonly text: string | null;
}

/**
 * Checks finished parts as the gate does; a part that cannot be checked is a suspect too. Resolves with the paths that can
 * be left out for it: the suspects themselves, or else the calls that the document is suspected for. Null for no suspect.
 */
export async function findSuspects(
  parts: readonly Part[],
  redacted: Diagnosis,
  secrets: KnownSecrets,
  files: BundleFiles,
): Promise<string[] | null> {
  const eraseHome = createHomeFolderEraser(secrets.homeFolder);
  const isSuspect = async ({ text, ...part }: Part): Promise<boolean> => {
    if (text === null) return false;
    await nextTurn();
    return checkContent({ ...part, text }, secrets, eraseHome).then(
      (found) => found.length > 0,
      () => true,
    );
  };
  const suspects: string[] = [];
  for (const part of parts) if (await isSuspect(part)) suspects.push(part.path);
  if (suspects.length === 0) return null;
  const optional = suspects.filter((path) => bundleFileAt(path, files)?.isRequired === false);
  if (optional.length > 0) return optional;
  const calls: string[] = [];
  for (const exchange of redacted.exchanges) {
    const part = { path: 'exchange.json', kind: 'json', text: JSON.stringify(exchange) } as const;
    if ((await isSuspect(part)) || checkExchange(exchange, secrets).length > 0)
      calls.push(transcriptPath(exchange));
  }
  return calls;
}

/** Returns what to leave out next: the parts as well, or everything if none of them is new. */
export function leaveOutMore(left: LeftOut, parts: readonly string[]): LeftOut {
  if (left === 'everything') return left;
  const more = new Set([...left, ...parts]);
  return more.size === left.size ? 'everything' : more;
}

/** Resolves with the paths of the calls that cannot be redacted; `redact` rejects for these. */
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
