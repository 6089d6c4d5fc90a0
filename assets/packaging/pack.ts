import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { productOf } from '../../src-main/product.ts';
import { withElectronBuilder } from './electron-builder.ts';
import { AD_HOC } from './signing.ts';
import { stage } from './stage.ts';
import type { PackedKind } from './staged.ts';

export interface PackedFolder {
  /** The unpacked directory. */
  readonly folder: string;
  readonly executable: string;
  readonly asar: string;
}

/** Older versions need the start file of the tests. */
const OWN_MAJOR = 45;

export function isOwnElectron(version: string): boolean {
  return Number.parseInt(version, 10) >= OWN_MAJOR;
}

export const TEST_BUILD_NOTE = 'TEST-BUILD.txt';

/**
 * Packs the app for this machine into an unpacked directory below `output`, without the network. A test build is marked in
 * its name, its version and by a file in the folder.
 */
export async function pack(options: {
  readonly repository: string;
  readonly kind: PackedKind;
  /** An installed one: its program and its version. */
  readonly electron: { readonly executable: string; readonly electron: string };
  readonly output: string;
}): Promise<PackedFolder> {
  const { repository, kind, electron, output } = options;
  const isOld = !isOwnElectron(electron.electron);
  const staged = await stage({
    repository,
    kind,
    electron: electron.electron,
    needsStartFile: isOld && kind === 'test',
  });
  rmSync(output, { recursive: true, force: true });
  await withElectronBuilder(({ Arch, build, log, Platform }) => {
    // Standard output is for results.
    Reflect.set(log, 'stream', process.stderr);
    return build({
      projectDir: repository,
      targets: Platform.current().createTarget('dir', Arch[process.arch === 'arm64' ? 'arm64' : 'x64']),
      publish: 'never',
      config: {
        directories: { app: staged.app, output },
        electronDist: distributionOf(electron.executable),
        electronVersion: electron.electron,
        productName: productOf(kind).name,
        mac: AD_HOC,
        win: { signExecutable: false },
      },
    });
  });
  const folder = join(output, entryOf(output, /(?:-unpacked$|^mac)/u));
  if (kind === 'test') writeFileSync(join(folder, TEST_BUILD_NOTE), noteFor(electron.electron, isOld));
  return { folder, ...packedFiles(folder) };
}

/** The folder of the executable, on macOS the one that holds the .app. */
function distributionOf(executable: string): string {
  const at = executable.indexOf('Electron.app');
  return at < 0 ? dirname(executable) : executable.slice(0, at);
}

/** The name in `folder` that matches. Throws if there is none. */
function entryOf(folder: string, pattern: RegExp): string {
  const name = readdirSync(folder).find((each) => pattern.test(each));
  if (name === undefined) throw new Error(`Nothing was packed into ${folder}.`);
  return name;
}

function packedFiles(folder: string): Pick<PackedFolder, 'executable' | 'asar'> {
  if (process.platform === 'darwin') {
    const app = entryOf(folder, /\.app$/u);
    const contents = join(folder, app, 'Contents');
    return {
      executable: join(contents, 'MacOS', app.slice(0, -'.app'.length)),
      asar: join(contents, 'Resources', 'app.asar'),
    };
  }
  const executable = entryOf(folder, process.platform === 'win32' ? /\.exe$/u : /^xray-residency-doctor$/u);
  return { executable: join(folder, executable), asar: join(folder, 'resources', 'app.asar') };
}

function noteFor(electron: string, isOld: boolean): string {
  return [
    'TEST BUILD of Xray Residency Doctor. For tests on this computer only; not for customers.',
    '',
    `It runs on Electron ${electron}${isOld ? ', which is not the Electron that the product is made for and gets no security fixes' : ''}.`,
    'It honours XRAY_DOCTOR_CONNECT_TO, which leads its calls to a make-believe Xray.',
    'It is not signed.',
    '',
  ].join('\n');
}
