/**
 * `npm run installers`: compiles the portable program and the installer for Windows on Linux, by Debian's `makensis` and
 * from electron-builder's own scripts with our electron-builder.yml: its names, languages, splash and `nsis.include`.
 * It proves that the scripts are sound as they are put together; warnings are errors. The plugins are empty stand-ins, and
 * what is packed is no app, so that nothing that comes out can be run, and nothing of it is kept: whether the installer
 * does its work shows on Windows alone. Needs no file of electron-builder's that would have to be downloaded.
 */
import {
  chmodSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, delimiter, dirname, join } from 'node:path';

import { withElectronBuilder } from '../../../assets/packaging/electron-builder.ts';
import { REPOSITORY } from '../electron-runtime/places.ts';
import { ensureSystemPackages } from '../process/system-packages.ts';
import { stubPlugin } from './stub-plugin.ts';

const say = (line: string): void => void process.stderr.write(`${line}\n`);
const DEBIAN = '/usr/share/nsis';
/** As electron-builder itself finds them. */
const builder = createRequire(createRequire(import.meta.url).resolve('electron-builder/package.json'));
const TEMPLATES = join(dirname(builder.resolve('app-builder-lib/package.json')), 'templates/nsis');

/** What the scripts call of each plugin. */
function callsOfPlugins(): Map<string, Set<string>> {
  const calls = new Map<string, Set<string>>();
  for (const file of globSync('**/*.{nsi,nsh}', { cwd: TEMPLATES })) {
    for (const [, plugin = '', name = ''] of readFileSync(join(TEMPLATES, file), 'utf8').matchAll(
      /\b(\w+)::(\w+)/gu,
    ))
      calls.set(plugin, (calls.get(plugin) ?? new Set()).add(name));
  }
  return calls;
}

function program(path: string, text: string): void {
  writeFileSync(path, `#!/bin/sh\n${text}\n`);
  chmodSync(path, 0o755);
}

/** Lays the folders as electron-builder would download them; the environment says where they are. */
function layTools(home: string): void {
  const plugins = join(home, 'resources/plugins/x86-unicode');
  const [nsis, bin] = [join(home, 'nsis/linux'), join(home, 'bin')];
  for (const folder of [plugins, nsis, bin]) mkdirSync(folder, { recursive: true });
  const own = new Set(
    readdirSync(join(DEBIAN, 'Plugins/x86-unicode')).map((name) => basename(name, '.dll').toLowerCase()),
  );
  for (const [plugin, names] of callsOfPlugins())
    if (!own.has(plugin.toLowerCase())) writeFileSync(join(plugins, `${plugin}.dll`), stubPlugin([...names]));
  // There is no elevate.exe: where one would be packed, this fails.
  // Between two compilations electron-builder runs the first one's result, by Wine, for the uninstaller inside of it.
  program(join(bin, 'wine'), 'exit 0');
  program(
    join(nsis, 'makensis'),
    [
      `export NSISDIR=${DEBIAN}`,
      'for argument in "$@"; do case "$argument" in -DUNINSTALLER_OUT_FILE=*) touch "${argument#*=}";; esac; done',
      'exec /usr/bin/makensis "$@"',
    ].join('\n'),
  );
  const sevenZip = ['/usr/bin/7za', '/usr/bin/7z'].find((path) => existsSync(path)) ?? '';
  Object.assign(process.env, {
    ELECTRON_BUILDER_NSIS_DIR: join(home, 'nsis'),
    ELECTRON_BUILDER_NSIS_RESOURCES_DIR: join(home, 'resources'),
    ELECTRON_BUILDER_7ZIP_PATH: sevenZip,
    PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}`,
  });
}

async function compile(home: string): Promise<void> {
  layTools(home);
  const [app, folder, output] = [join(home, 'app'), join(home, 'win-unpacked'), join(home, 'out')];
  mkdirSync(app);
  mkdirSync(folder);
  writeFileSync(join(folder, 'Xray Residency Doctor.exe'), 'This is no program.');
  const { name, version, description, author } = JSON.parse(
    readFileSync(join(REPOSITORY, 'package.json'), 'utf8'),
  );
  writeFileSync(join(app, 'package.json'), JSON.stringify({ name, version, description, author }));
  await withElectronBuilder(({ build, log, Platform }) => {
    Reflect.set(log, 'stream', process.stderr);
    return build({
      projectDir: REPOSITORY,
      prepackaged: folder,
      targets: Platform.WINDOWS.createTarget(),
      publish: 'never',
      config: { directories: { app, output }, win: { signExecutable: false } },
    });
  });
  const made = globSync('*.exe', { cwd: output }).sort();
  if (made.length !== 2) throw new Error(`Two programs were to be made, and these were: ${made.join(', ')}`);
  for (const each of made)
    process.stdout.write(
      `${each}: compiled, ${Math.round(statSync(join(output, each)).size / 1024)} KiB (not kept)\n`,
    );
}

const home = mkdtempSync(join(tmpdir(), 'nsis-'));
try {
  if (process.platform !== 'linux')
    throw new Error('This compiles on Linux alone; on Windows: npm run release.');
  await ensureSystemPackages('installers', say);
  await compile(home);
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
} finally {
  rmSync(home, { recursive: true, force: true });
}
