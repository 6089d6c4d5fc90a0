import { flipFuses, FuseState, FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses';

/** Every fuse of @electron/fuses; flipping fails when a binary has more (electronjs.org, "Electron Fuses"). */
export const FUSES: Readonly<Record<FuseV1Options, boolean>> = {
  /** ELECTRON_RUN_AS_NODE would turn a signed program into plain Node. */
  [FuseV1Options.RunAsNode]: false,
  /** All sessions are in memory; a cookie that reaches the disk all the same is encrypted. */
  [FuseV1Options.EnableCookieEncryption]: true,
  /** Also unsets NODE_EXTRA_CA_CERTS, hence XRAY_DOCTOR_EXTRA_CA (electronjs.org, "Environment Variables"). */
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  /** macOS and Windows; Electron checks nothing on Linux. */
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  /** Pages come from app://. */
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  /** Guard pages around WebAssembly memory, which the HTTP parser uses; without them V8 checks each access in code. */
  [FuseV1Options.WasmTrapHandlers]: true,
};

const ALL = Object.values(FuseV1Options).filter((fuse) => typeof fuse === 'number');

/**
 * Sets every fuse in `executable` (on macOS the .app) with `flip`. Resolves with the fuses by name, as read back, and with
 * those that this Electron does not have. Rejects when the binary has an unlisted fuse or does not keep a value.
 */
export async function setFuses(executable: string, flip: typeof flipFuses = flipFuses) {
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
