import { fail, succeed } from '../contract/failure.ts';
import type { FailureCode, Result } from '../contract/failure.ts';
import { DEFAULT_SUPPORT } from '../contract/default-support.ts';
import type { ProfileOpening, ProfileProblem, ShownSupport } from '../contract/profile.ts';
import { phrase } from '../words/phrase.ts';
import { readProfile } from './read-profile.ts';

/** Where profiles come from, and where the opened one is kept. */
export interface SupportBookPorts {
  /** The file that came with the program; null if there is none. */
  readonly besideProgram: () => Promise<Result<Uint8Array | null>>;
  /** The text of the profile that the person opened once; null if none. */
  readonly kept: () => string | null;
  /** Keeps that text for the next start, or forgets it. */
  readonly keep: (text: string | null) => Promise<Result<null>>;
}

/** Who helps: the profile that the person opened, else the one that came with the program, else RadBee. */
export interface SupportBook {
  readonly shown: () => ShownSupport;
  /**
   * Takes a profile that the person chose, or refuses it and leaves everything as it was. Fails with what keeping it
   * failed with; then it holds until the app is closed.
   */
  readonly open: (bytes: Uint8Array) => Promise<Result<ProfileOpening>>;
  /** Forgets the opened profile; the one beside the program, or RadBee's, holds again. */
  readonly remove: () => Promise<Result<ShownSupport>>;
}

/** Finds out who helps. A profile that cannot be used is told and not used; never rejects. */
export async function openSupportBook(ports: SupportBookPorts): Promise<SupportBook> {
  const beside = fromProgram(await ports.besideProgram());
  let shown = fromKept(ports.kept(), beside);
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
      shown = beside;
      const kept = await ports.keep(null);
      return kept.ok ? succeed(shown) : notKept(kept.failure.code);
    },
  };
}

function notKept(code: FailureCode): Result<never> {
  return fail(code, phrase('failure.profile.not-kept'));
}

/** Who helps by the profile that came with the program; `found` is what reading it gave, null if there is none. */
export function fromProgram(found: Result<Uint8Array | null>): ShownSupport {
  if (!found.ok)
    return withProblem({ line: null, reason: found.failure.phrase ?? phrase('profile.no-object') });
  if (found.value === null) return { source: 'default', support: DEFAULT_SUPPORT, problem: null };
  const reading = readProfile(found.value);
  return reading.ok
    ? { source: 'beside-program', support: reading.support, problem: null }
    : withProblem(reading.problem);
}

function withProblem(problem: ProfileProblem): ShownSupport {
  return { source: 'default', support: DEFAULT_SUPPORT, problem };
}

/** A kept one was good when it was opened; it may be one of a newer app. */
function fromKept(text: string | null, beside: ShownSupport): ShownSupport {
  if (text === null) return beside;
  const reading = readProfile(Buffer.from(text, 'utf8'));
  return reading.ok
    ? { source: 'opened', support: reading.support, problem: null }
    : { ...beside, problem: reading.problem };
}
