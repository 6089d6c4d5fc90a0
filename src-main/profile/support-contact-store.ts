import { createHash } from 'node:crypto';

import { fail, succeed } from '../contract/failure.ts';
import type { FailureCode, Result } from '../contract/failure.ts';
import { DEFAULT_SUPPORT } from '../contract/default-support.ts';
import type { ProfileOpening, ProfileProblem, ShownSupport, Support } from '../contract/profile.ts';
import { message } from '../i18n/message.ts';
import { readProfile } from './read-profile.ts';

/** The file beside the program. */
export interface BesideProgram {
  /** Whether it lies where any web page can put a file; it is not read then. */
  readonly isInDownloads: boolean;
  readonly isThere: () => Promise<boolean>;
  /** Its bytes; null if there is none. */
  readonly read: () => Promise<Result<Uint8Array | null>>;
}

/** What the person said about a file beside the program, which is known again by its hash. */
export interface KnownProfile {
  readonly sha256: string;
  readonly isUsed: boolean;
}

/** Where profiles come from, and where the opened one is kept. */
export interface SupportBookPorts {
  readonly besideProgram: BesideProgram;
  /** The file beside the program that the person was asked about last; null if there was none. */
  readonly known: () => KnownProfile | null;
  /** Asks the person whether the file beside the program may say whom the mail goes to. */
  readonly ask: (support: Support) => Promise<boolean>;
  /** Remembers the answer for the next start. */
  readonly remember: (known: KnownProfile) => Promise<unknown>;
  /** The text of the profile that the person opened once; null if none. */
  readonly kept: () => string | null;
  /** Keeps that text for the next start, or forgets it. */
  readonly keep: (text: string | null) => Promise<Result<null>>;
}

/** Who helps: the profile that the person opened, else the one that came with the program, else RadBee. */
export interface SupportContactStore {
  readonly shown: () => ShownSupport;
  /**
   * Takes a profile that the person chose, or refuses it and leaves everything as it was. Fails with what keeping it
   * failed with; then it holds until the app is closed.
   */
  readonly open: (bytes: Uint8Array) => Promise<Result<ProfileOpening>>;
  /** Forgets the opened profile; the one beside the program, or RadBee's, holds again. */
  readonly remove: () => Promise<Result<ShownSupport>>;
}

/**
 * Finds out who helps. A profile that cannot be used is told and not used; one beside the program is used once the person
 * has agreed to this very file. Never rejects.
 */
export async function openSupportContactStore(ports: SupportBookPorts): Promise<SupportContactStore> {
  const found = await fromProgram(ports.besideProgram);
  let agreed: Promise<ShownSupport> | null = null;
  // Nobody is asked about a file that does not count, since another one was opened.
  const beside = (): Promise<ShownSupport> => (agreed ??= agreedTo(found, ports));
  const kept = fromKept(ports.kept());
  let shown = kept.shown ?? withKeptProblem(await beside(), kept.problem);
  return {
    shown: () => shown,
    open: async (bytes) => {
      const reading = readProfile(bytes);
      if (!reading.ok) return succeed({ kind: 'refused', problem: reading.problem });
      shown = { source: 'opened', support: reading.support, problem: null };
      const kept = await ports.keep(new TextDecoder().decode(bytes));
      return kept.ok ? succeed({ kind: 'taken', shown }) : notKept(kept.failure.code);
    },
    remove: async () => {
      shown = await beside();
      const kept = await ports.keep(null);
      return kept.ok ? succeed(shown) : notKept(kept.failure.code);
    },
  };
}

function notKept(code: FailureCode): Result<never> {
  return fail(code, message('failure.profile.not-kept'));
}

/** Who helps by the profile that came with the program, and the hash of that file; null when it is not used. */
export async function fromProgram(
  beside: BesideProgram,
): Promise<{ readonly shown: ShownSupport; readonly sha256: string | null }> {
  if (beside.isInDownloads) {
    const reason = message('profile.in-downloads');
    return notUsed((await beside.isThere()) ? withProblem({ line: null, reason }) : NO_PROFILE);
  }
  const found = await beside.read();
  if (!found.ok)
    return notUsed(withProblem({ line: null, reason: found.failure.phrase ?? message('profile.no-object') }));
  if (found.value === null) return notUsed(NO_PROFILE);
  const reading = readProfile(found.value);
  if (!reading.ok) return notUsed(withProblem(reading.problem));
  return {
    shown: { source: 'beside-program', support: reading.support, problem: null },
    sha256: createHash('sha256').update(found.value).digest('hex'),
  };
}

const NO_PROFILE: ShownSupport = { source: 'default', support: DEFAULT_SUPPORT, problem: null };

function notUsed(shown: ShownSupport): { readonly shown: ShownSupport; readonly sha256: null } {
  return { shown, sha256: null };
}

/** The same once the person has been asked about this very file, if they have not been before. */
async function agreedTo(
  { shown, sha256 }: Awaited<ReturnType<typeof fromProgram>>,
  { known, ask, remember }: Pick<SupportBookPorts, 'known' | 'ask' | 'remember'>,
): Promise<ShownSupport> {
  if (sha256 === null) return shown;
  const before = known();
  const isUsed = before?.sha256 === sha256 ? before.isUsed : await ask(shown.support);
  if (before?.sha256 !== sha256) await remember({ sha256, isUsed });
  return isUsed ? shown : withProblem({ line: null, reason: message('profile.declined') });
}

function withProblem(problem: ProfileProblem): ShownSupport {
  return { source: 'default', support: DEFAULT_SUPPORT, problem };
}

function withKeptProblem(shown: ShownSupport, problem: ProfileProblem | null): ShownSupport {
  return problem === null ? shown : { ...shown, problem };
}

/** A kept one was good when it was opened; it may be one of a newer app, and then it is a problem to be told. */
function fromKept(text: string | null): {
  readonly shown: ShownSupport | null;
  readonly problem: ProfileProblem | null;
} {
  if (text === null) return { shown: null, problem: null };
  const reading = readProfile(Buffer.from(text, 'utf8'));
  return reading.ok
    ? { shown: { source: 'opened', support: reading.support, problem: null }, problem: null }
    : { shown: null, problem: reading.problem };
}
