import { flipFuses, FuseState, FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses';

/**
 * Every fuse by name, so that a new one cannot be forgotten: the type wants all that @electron/fuses knows, and flipping
 * fails when a binary has more (electronjs.org, "Electron Fuses").
 */
export const FUSES: Readonly<Record<FuseV1Options, boolean>> = {
  /** ELECTRON_RUN_AS_NODE would turn a signed program into anybody's Node. */
  [FuseV1Options.RunAsNode]: false,
  /** No cookie is meant to reach the disk, all sessions are in memory; one that does is encrypted. */
  [FuseV1Options.EnableCookieEncryption]: true,
  /**
   * Off for NODE_OPTIONS. Electron unsets NODE_EXTRA_CA_CERTS then (electronjs.org, "Environment Variables"), so a packed app
   * takes an extra authority from XRAY_DOCTOR_EXTRA_CA or --extra-ca.
   */
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  /** macOS and Windows; Electron checks nothing on Linux. */
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  /** There is no snapshot of ours. */
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  /** Our pages come from app://. */
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  /** Guard pages around WebAssembly memory, which the HTTP parser uses; without them V8 checks each access in code. */
  [FuseV1Options.WasmTrapHandlers]: true,
};

const ALL = Object.values(FuseV1Options).filter((fuse) => typeof fuse === 'number');

/** What a packed binary says of its fuses. */
export interface FuseReport {
  /** By name, as read back. */
  readonly set: Readonly<Record<string, boolean>>;
  /** Names of fuses that this Electron does not have, not yet or not any more. */
  readonly unknown: readonly string[];
}

/**
 * Sets every fuse in `executable` (on macOS the .app) and reads the result back from it. An older Electron has fewer, and
 * one may be taken away; those that there are not are told and left alone. Rejects when the binary has a fuse that is not
 * in the list, or does not keep one. `flip` writes.
 */
export async function setFuses(executable: string, flip: typeof flipFuses = flipFuses): Promise<FuseReport> {
  const before = await getCurrentFuseWire(executable);
  const isThere = (fuse: FuseV1Options): boolean =>
    before[fuse] !== undefined && before[fuse] !== FuseState.REMOVED;
  const known = ALL.filter(isThere);
  const isWhole = known.length === ALL.length;
  const isMore = Object.hasOwn(before, ALL.length);
  await flip(
    executable,
    isWhole || isMore
      ? { version: FuseVersion.V1, strictlyRequireAllFuses: true, ...FUSES }
      : { version: FuseVersion.V1, ...Object.fromEntries(known.map((fuse) => [fuse, FUSES[fuse]])) },
  );
  const after = await getCurrentFuseWire(executable);
  for (const fuse of known) {
    const wanted = FUSES[fuse] ? FuseState.ENABLE : FuseState.DISABLE;
    if (after[fuse] !== wanted) throw new Error(`The fuse ${FuseV1Options[fuse]} did not keep its value.`);
  }
  return {
    set: Object.fromEntries(known.map((fuse) => [FuseV1Options[fuse], after[fuse] === FuseState.ENABLE])),
    unknown: ALL.filter((fuse) => !isThere(fuse)).map((fuse) => FuseV1Options[fuse]),
  };
}
