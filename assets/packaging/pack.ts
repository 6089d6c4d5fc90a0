import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { productOf } from '../../src-main/product.ts';
import { withElectronBuilder } from './electron-builder.ts';
import { stage } from './stage.ts';
import type { PackedKind } from './staged.ts';

/** An Electron on this computer to pack with. */
export interface LocalElectron {
  readonly executable: string;
  readonly electron: string;
}

export interface PackedFolder {
  /** The unpacked directory. */
  readonly folder: string;
  readonly executable: string;
  readonly asar: string;
}

/** The first major version that the product is written for; older ones need the start file of the tests. */
const OWN_MAJOR = 45;

/** Whether this is an Electron that the product is written for. */
export function isOwnElectron(version: string): boolean {
  return Number.parseInt(version, 10) >= OWN_MAJOR;
}

/** The file that marks a folder as nothing for a customer. */
export const TEST_BUILD_NOTE = 'TEST-BUILD.txt';

/**
 * Packs the app for this machine into an unpacked directory below `output`, with an Electron that is here already, so
 * that no network is needed. A test build is marked in its name, its version and by a file in the folder.
 */
export async function pack(options: {
  readonly repository: string;
  readonly kind: PackedKind;
  readonly electron: LocalElectron;
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
    // What it tells goes where progress belongs; standard output is for results.
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
        // The unpacked directory stays on this machine. Apple's processors run no program without any signature.
        mac: { identity: '-', hardenedRuntime: false, notarize: false },
        win: { signExecutable: false },
      },
    });
  });
  const folder = unpackedFolder(output);
  if (kind === 'test') writeFileSync(join(folder, TEST_BUILD_NOTE), noteFor(electron.electron, isOld));
  return { folder, ...insideOf(folder) };
}

/** Where the distribution begins: the folder of the executable, on macOS the one that holds the .app. */
function distributionOf(executable: string): string {
  const at = executable.indexOf('Electron.app');
  return at < 0 ? dirname(executable) : executable.slice(0, at);
}

function unpackedFolder(output: string): string {
  const name = readdirSync(output).find((each) => /(?:-unpacked$|^mac)/u.test(each));
  if (name === undefined) throw new Error(`Nothing was packed into ${output}.`);
  return join(output, name);
}

function insideOf(folder: string): Pick<PackedFolder, 'executable' | 'asar'> {
  const app = readdirSync(folder).find((each) => each.endsWith('.app'));
  if (app !== undefined) {
    const contents = join(folder, app, 'Contents');
    return {
      executable: join(contents, 'MacOS', app.slice(0, -'.app'.length)),
      asar: join(contents, 'Resources', 'app.asar'),
    };
  }
  const windows = readdirSync(folder).find((each) => each.endsWith('.exe'));
  const executable = join(folder, windows ?? 'xray-residency-doctor');
  if (!existsSync(executable)) throw new Error(`There is no program in ${folder}.`);
  return { executable, asar: join(folder, 'resources', 'app.asar') };
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
