import { fail, succeed } from '../contract/failure.ts';
import type { Result } from '../contract/failure.ts';
import { DEFAULT_SUPPORT } from '../contract/profile.ts';
import type { ProfileProblem, ShownSupport } from '../contract/profile.ts';
import { phrase } from '../words/phrase.ts';
import { NOWHERE } from './profile-problems.ts';
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
   * Takes a profile that the person chose. Fails with `profile-refused` and leaves everything as it was; or with what
   * keeping it failed with, and then it holds until the app is closed.
   */
  readonly open: (bytes: Uint8Array) => Promise<Result<ShownSupport>>;
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
      if (!reading.ok) return fail('profile-refused', reading.problem.reason);
      shown = { source: 'opened', support: reading.support, problem: null };
      const kept = await ports.keep(new TextDecoder().decode(bytes));
      return kept.ok ? succeed(shown) : fail(kept.failure.code, phrase('failure.profile-until-closed'));
    },
    remove: async () => {
      shown = beside;
      const kept = await ports.keep(null);
      return kept.ok ? succeed(shown) : fail(kept.failure.code, phrase('failure.profile-until-closed'));
    },
  };
}

function fromProgram(found: Result<Uint8Array | null>): ShownSupport {
  if (!found.ok)
    return withProblem({ line: null, reason: found.failure.phrase ?? phrase('profile.no-profile', NOWHERE) });
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
