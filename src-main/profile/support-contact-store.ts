import { createHash } from 'node:crypto';

import { fail, succeed } from '../contract/failure.ts';
import type { FailureCode, Result } from '../contract/failure.ts';
import type { Settings } from '../contract/settings.ts';
import { DEFAULT_SUPPORT } from '../contract/support/default-support.ts';
import type {
  ProfileOpening,
  ProfileOrigin,
  ProfileProblem,
  ShownSupport,
  Support,
} from '../contract/support/support-profile.ts';
import { message } from '../i18n/message.ts';
import { readProfile } from './read-profile.ts';

/** The profile next to the program. */
export interface BesideProgram {
  /** Not read then: any web page can put a file there. */
  readonly isInDownloads: boolean;
  readonly isThere: () => Promise<boolean>;
  /** Its bytes; null if there is none. */
  readonly read: () => Promise<Result<Uint8Array | null>>;
}

/** The person's answer about a file next to the program. */
export type KnownProfile = NonNullable<Settings['besideProfile']>;

export interface SupportContactPorts {
  readonly besideProgram: BesideProgram;
  /** The last answer about a file next to the program; null if there was none. */
  readonly known: () => KnownProfile | null;
  /** Asks whether a file that the person did not choose in a dialog may choose the mail's recipient. */
  readonly ask: (support: Support, from: ProfileOrigin) => Promise<boolean>;
  /** Stores the answer. */
  readonly remember: (known: KnownProfile) => Promise<unknown>;
  /** The text of the opened profile as it was stored; null if there is none. */
  readonly kept: () => string | null;
  /** Stores that text, or removes it. */
  readonly keep: (text: string | null) => Promise<Result<null>>;
}

/** The support contact: of the opened profile, else of the one next to the program, else RadBee. */
export type SupportContactStore = Awaited<ReturnType<typeof openSupportContactStore>>;

/**
 * Opens the store. A profile that cannot be used is reported and not used; one next to the program is used once the
 * person has agreed to this very file. Never rejects.
 */
export async function openSupportContactStore(ports: SupportContactPorts) {
  const found = await fromProgram(ports.besideProgram);
  let agreed: Promise<ShownSupport> | null = null;
  // Asked only when no opened profile takes precedence.
  const beside = (): Promise<ShownSupport> => (agreed ??= agreedTo(found, ports));
  const kept = fromKept(ports.kept());
  let shown = kept?.problem === null ? kept : await beside();
  // It may be a newer app's profile.
  if (kept !== null && kept !== shown) shown = { ...shown, problem: kept.problem };
  /** Uses a chosen profile, or refuses it without any change. Fails when it cannot be stored; it holds until the app is closed then. */
  const open = async (bytes: Uint8Array): Promise<Result<ProfileOpening>> => {
    const reading = readProfile(bytes);
    if (!reading.ok) return succeed({ kind: 'refused', problem: reading.problem });
    shown = { source: 'opened', support: reading.support, problem: null };
    const kept = await ports.keep(new TextDecoder().decode(bytes));
    return kept.ok ? succeed({ kind: 'taken', shown }) : notKept(kept.failure.code);
  };
  let isAsking = false;
  return {
    shown: () => shown,
    open,
    /** The same with one that was dropped onto the window; null when the person said no, or is still asked about another. */
    openDropped: async (bytes: Uint8Array): Promise<Result<ProfileOpening | null>> => {
      const reading = readProfile(bytes);
      if (!reading.ok) return open(bytes);
      if (isAsking) return succeed(null);
      isAsking = true;
      const isWanted = await ports.ask(reading.support, 'dropped').finally(() => {
        isAsking = false;
      });
      return isWanted ? open(bytes) : succeed(null);
    },
    /** Forgets the opened profile. Fails as `open` does. */
    remove: async (): Promise<Result<ShownSupport>> => {
      shown = await beside();
      const kept = await ports.keep(null);
      return kept.ok ? succeed(shown) : notKept(kept.failure.code);
    },
  };
}

function notKept(code: FailureCode): Result<never> {
  return fail(code, message('failure.profile.not-kept'));
}

/** The support contact of the profile next to the program, and the hash of that file; null when it is not used. */
export async function fromProgram(
  beside: BesideProgram,
): Promise<{ readonly shown: ShownSupport; readonly sha256: string | null }> {
  const unused = (reason: ProfileProblem['reason'] | null, line: number | null = null) => ({
    shown: defaultSupport(reason === null ? null : { line, reason }),
    sha256: null,
  });
  if (beside.isInDownloads) return unused((await beside.isThere()) ? message('profile.in-downloads') : null);
  const found = await beside.read();
  if (!found.ok) return unused(found.failure.phrase ?? message('profile.no-object'));
  if (found.value === null) return unused(null);
  const reading = readProfile(found.value);
  if (!reading.ok) return unused(reading.problem.reason, reading.problem.line);
  return {
    shown: { source: 'beside-program', support: reading.support, problem: null },
    sha256: createHash('sha256').update(found.value).digest('hex'),
  };
}

/** The same after the person's answer about this very file. */
async function agreedTo(
  { shown, sha256 }: Awaited<ReturnType<typeof fromProgram>>,
  { known, ask, remember }: Pick<SupportContactPorts, 'known' | 'ask' | 'remember'>,
): Promise<ShownSupport> {
  if (sha256 === null) return shown;
  const before = known();
  const isUsed = before?.sha256 === sha256 ? before.isUsed : await ask(shown.support, 'beside');
  if (before?.sha256 !== sha256) await remember({ sha256, isUsed });
  return isUsed ? shown : defaultSupport({ line: null, reason: message('profile.declined') });
}

function defaultSupport(problem: ProfileProblem | null): ShownSupport {
  return { source: 'default', support: DEFAULT_SUPPORT, problem };
}

function fromKept(text: string | null): ShownSupport | null {
  if (text === null) return null;
  const reading = readProfile(Buffer.from(text, 'utf8'));
  return reading.ok
    ? { source: 'opened', support: reading.support, problem: null }
    : defaultSupport(reading.problem);
}
