import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  lchownSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';

import { openFolder } from '../places.ts';

/** Somebody without rights, whom root runs Electron as. */
export interface User {
  readonly uid: number;
  readonly gid: number;
}

/** The user `nobody` of a password file (passwd(5)), or the ids that Linux gives to it when there is no such line. */
export function nobodyIn(passwordFile: string): User {
  const fields = passwordFile
    .split('\n')
    .find((line) => line.startsWith('nobody:'))
    ?.split(':');
  const [uid, gid] = [Number(fields?.[2]), Number(fields?.[3])];
  return Number.isInteger(uid) && Number.isInteger(gid) && uid > 0
    ? { uid, gid }
    : { uid: 65534, gid: 65534 };
}

/** Who gets what: root's process for the app of `user`, who may only touch folders below the `temporary` ones. */
export interface HandOver {
  readonly user: User;
  /** Folders that anybody's temporary files lie in. */
  readonly temporary: readonly string[];
  /** Root's cache, which everybody can read. */
  readonly cache: string;
}

/**
 * Makes `folder` the user's, with all that is in it, if that is root's to give and nobody's loss: it is missing, empty or
 * below a temporary folder. Opens the way to it there. Says whether the user can write in it now.
 */
export function handOverFolder(folder: string, { user, temporary }: HandOver): boolean {
  if (!isAbsolute(folder)) return handOverFolder(resolve(folder), { user, temporary, cache: '' });
  const missing = !existsSync(folder);
  if (missing) mkdirSync(folder, { recursive: true });
  const real = realpathSync(folder);
  const ways = temporary.filter((root) => existsSync(root)).map((root) => realpathSync(root));
  const root = ways.find((each) => real.startsWith(`${each}/`));
  if (root !== undefined) {
    for (let above = dirname(real); above.startsWith(`${root}/`); above = dirname(above)) {
      const { uid, mode } = statSync(above);
      if (uid === 0 && (mode & 0o001) === 0) chmodSync(above, (mode & 0o7777) | 0o001);
    }
  }
  const { uid, mode } = statSync(real);
  if (uid === user.uid) return true;
  if (uid === 0 && (root !== undefined || missing || readdirSync(real).length === 0)) {
    chownAll(real, user);
    return true;
  }
  return (mode & 0o003) === 0o003;
}

function chownAll(path: string, user: User): void {
  lchownSync(path, user.uid, user.gid);
  if (!lstatSync(path).isDirectory()) return;
  for (const name of readdirSync(path)) chownAll(join(path, name), user);
}

/** Whether everybody can read the file: its own bits, and the way to it. */
export function isReadableByAll(file: string): boolean {
  try {
    let path = realpathSync(file);
    if ((statSync(path).mode & 0o004) === 0) return false;
    while (path !== dirname(path)) {
      path = dirname(path);
      if ((statSync(path).mode & 0o001) === 0) return false;
    }
    return true;
  } catch {
    return false;
  }
}

/**
 * The certificates of a PEM file, and nothing else of it, at a place that everybody can read; the file itself when that
 * is so already or when no certificate can be read out of it.
 */
function readableCertificates(file: string, cache: string): string {
  if (isReadableByAll(file)) return file;
  let text: string;
  try {
    text = readFileSync(file, 'latin1');
  } catch {
    return file;
  }
  const certificates = text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/gu);
  if (certificates === null) return file;
  const content = `${certificates.join('\n')}\n`;
  const name = `${createHash('sha256').update(content).digest('hex').slice(0, 32)}.pem`;
  const copy = join(openFolder(join(cache, 'certificates')), name);
  putFile(copy, content, 0o644);
  return copy;
}

/** Root's key for the X server, where the user can read it. */
function readableDisplayKey(env: NodeJS.ProcessEnv, home: string, user: User): string | null {
  const file = env['XAUTHORITY'] ?? join(env['HOME'] ?? '/root', '.Xauthority');
  if (isReadableByAll(file)) return file;
  try {
    const display = (env['DISPLAY'] ?? '').replaceAll(/\W/gu, '-');
    const copy = join(home, `.Xauthority${display}`);
    putFile(copy, readFileSync(file), 0o600);
    lchownSync(copy, user.uid, user.gid);
    return copy;
  } catch {
    return null;
  }
}

/** Writes the file whole or not at all: apps that start side by side share it. */
function putFile(file: string, content: string | Buffer, mode: number): void {
  const sibling = `${file}.part-${process.pid}`;
  writeFileSync(sibling, content);
  chmodSync(sibling, mode);
  renameSync(sibling, file);
}

const USER_FOLDERS = [
  'XDG_CONFIG_HOME',
  'XDG_CACHE_HOME',
  'XDG_DATA_HOME',
  'XDG_STATE_HOME',
  'XDG_RUNTIME_DIR',
];

/**
 * The environment of the user's app, made out of root's: folders that the user cannot write in are left out, the home
 * folder is one of the user's own unless the caller made another one, and files that only root can read are handed over.
 */
export function environmentForUser(env: NodeJS.ProcessEnv, handOver: HandOver): NodeJS.ProcessEnv {
  const given: NodeJS.ProcessEnv = { ...env };
  const isTemporary = (folder: string): boolean =>
    handOver.temporary.some((root) => resolve(folder).startsWith(`${root}/`));
  const isUsable = (folder: string | undefined): folder is string =>
    folder !== undefined &&
    isAbsolute(folder) &&
    (isTemporary(folder) || (existsSync(folder) && statSync(folder).uid === handOver.user.uid)) &&
    handOverFolder(folder, handOver);

  const ownHome = join(handOver.cache, 'home');
  const home = isUsable(env['HOME']) ? env['HOME'] : ownHome;
  if (home === ownHome) makeHome(home, handOver.user);
  given['HOME'] = home;
  for (const name of USER_FOLDERS) if (!isUsable(env[name])) delete given[name];
  const temporary = env['TMPDIR'];
  if (temporary !== undefined && !isWritableByAll(temporary) && !isUsable(temporary)) delete given['TMPDIR'];
  // Root's session bus would refuse the user.
  delete given['DBUS_SESSION_BUS_ADDRESS'];

  for (const name of ['NODE_EXTRA_CA_CERTS', 'XRAY_DOCTOR_EXTRA_CA']) {
    const certificates = env[name];
    if (certificates !== undefined && certificates !== '')
      given[name] = readableCertificates(certificates, handOver.cache);
  }
  const key = readableDisplayKey(env, home, handOver.user);
  if (key === null) delete given['XAUTHORITY'];
  else given['XAUTHORITY'] = key;
  return given;
}

function isWritableByAll(folder: string): boolean {
  return existsSync(folder) && (statSync(folder).mode & 0o003) === 0o003;
}

function makeHome(home: string, user: User): void {
  mkdirSync(home, { recursive: true, mode: 0o700 });
  lchownSync(home, user.uid, user.gid);
}

/** The folder that Chromium is told to keep the user's data in, if it is told one. */
export function userDataFolder(args: readonly string[]): string | null {
  const option = '--user-data-dir=';
  return args.findLast((arg) => arg.startsWith(option))?.slice(option.length) ?? null;
}
