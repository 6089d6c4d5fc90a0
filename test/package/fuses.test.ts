import {
  chmodSync,
  copyFileSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';

import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { isOwnElectron } from '../../assets/packaging/pack.ts';
import { startPacked } from '../support/electron-runtime/launching/launch-packed.ts';
import { packedBuild } from '../support/packed-build.ts';

const { executable, electron, asar } = await packedBuild();

/** Where Electron keeps its fuses: behind this mark a version, a length, and one character a fuse (electronjs.org). */
const MARK = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** The fuses as they stand in the file, read without the package that set them. */
function readFuses(file: string): string[] {
  const bytes = readFileSync(file);
  const at = bytes.indexOf(MARK);
  const version = bytes[at + MARK.length];
  const length = bytes[at + MARK.length + 1] ?? 0;
  if (at < 0 || version !== 1) throw new Error(`${file} does not say what fuses it has.`);
  const begin = at + MARK.length + 2;
  return Array.from(bytes.subarray(begin, begin + length), (byte) => String.fromCharCode(byte));
}

function fuseFile(): string {
  return process.platform === 'darwin'
    ? join(dirname(executable), '../Frameworks/Electron Framework.framework/Electron Framework')
    : executable;
}

/** What every program that leaves us must say of itself, in the order of the wire. */
const WANTED = [
  ['RunAsNode', '0'],
  ['EnableCookieEncryption', '1'],
  ['EnableNodeOptionsEnvironmentVariable', '0'],
  ['EnableNodeCliInspectArguments', '0'],
  ['EnableEmbeddedAsarIntegrityValidation', '1'],
  ['OnlyLoadAppFromAsar', '1'],
  ['LoadBrowserProcessSpecificV8Snapshot', '0'],
  ['GrantFileProtocolExtraPrivileges', '0'],
  ['WasmTrapHandlers', '1'],
] as const;

describe('fuses of the packed program', () => {
  const found = readFuses(fuseFile());

  it.each(WANTED.slice(0, found.length))('%s is %s, read back from the file', (name, state) => {
    expect(found[WANTED.findIndex(([each]) => each === name)]).toBe(state);
  });

  it('lack none that this Electron has', () => {
    const lacking = WANTED.slice(found.length).map(([name]) => name);
    if (lacking.length > 0)
      process.stdout.write(`Electron ${electron} does not have the fuses ${lacking.join(', ')}.\n`);
    expect(lacking).toEqual(
      isOwnElectron(electron) ? [] : ['GrantFileProtocolExtraPrivileges', 'WasmTrapHandlers'],
    );
    expect(found.length).toBeLessThanOrEqual(WANTED.length);
  });

  it('are all named, as many as the package that sets them knows', () => {
    expect(Object.keys(FuseV1Options).filter((key) => Number.isNaN(Number(key)))).toEqual(
      WANTED.map(([name]) => name),
    );
  });
});

describe.skipIf(process.platform !== 'linux')('what the fuses keep out', () => {
  /** A second place for the files of the packed app, where no other test misses what is moved. */
  const place = join(tmpdir(), `fuses-of-${process.pid}`);
  const own = join(place, basename(executable));
  const ownAsar = join(place, relative(dirname(executable), asar));
  /** The same program with these fuses the other way round: what comes in there shows that a try is a good one. */
  const open = join(place, 'open-to-everything');
  let home = '';
  beforeAll(async () => {
    mkdirSync(place);
    for (const entry of readdirSync(dirname(executable), { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      const there = join(place, relative(dirname(executable), path));
      if (entry.isDirectory()) mkdirSync(there);
      else linkSync(path, there);
    }
    chmodSync(place, 0o755);
    copyFileSync(own, open);
    await flipFuses(open, {
      version: FuseVersion.V1,
      [FuseV1Options.RunAsNode]: true,
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: true,
      [FuseV1Options.EnableNodeCliInspectArguments]: true,
      [FuseV1Options.OnlyLoadAppFromAsar]: false,
    });
  });
  afterAll(() => rmSync(place, { recursive: true }));
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'fuses-'));
    chmodSync(home, 0o777);
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  /** Runs a program with `--diagnose --help`, which needs no window; one that does not end by itself is ended. */
  const help = async (
    program: string,
    env: Readonly<Record<string, string>>,
    before: readonly string[] = [],
  ): Promise<{ exitCode: number | null; stdout: string; stderr: string }> => {
    const run = startPacked(program, { args: [...before, '--diagnose', '--help'], env });
    const limit = setTimeout(() => run.kill('SIGKILL'), 10_000);
    const exitCode = await run.ended;
    clearTimeout(limit);
    return { exitCode, stdout: run.stdout(), stderr: run.stderr() };
  };

  it('it cannot be used as a Node', async () => {
    const asNode = [{ ELECTRON_RUN_AS_NODE: '1' }, ['-p', '6 * 7', '--']] as const;
    expect((await help(open, ...asNode)).stdout).toBe('42\n');
    const run = await help(own, ...asNode);
    expect(run.stdout).toMatch(/^Checks whether Xray answers/u);
    expect(run.stdout).not.toContain('42');
  });

  it('NODE_OPTIONS cannot bring code in', async () => {
    // Electron itself refuses to load code this way in a packed app, and says so as soon as it looks at the variable.
    const script = join(home, 'intruder.cjs');
    writeFileSync(script, "process.stdout.write('intruder')");
    const env = { NODE_OPTIONS: `--require=${script}` };
    expect((await help(open, env)).stderr).toContain('NODE_OPTIONs are not supported in packaged apps');
    const run = await help(own, env);
    expect(run.exitCode).toBe(0);
    expect(run.stdout).not.toContain('intruder');
    expect(run.stderr).not.toContain('not supported in packaged apps');
  });

  it('no debugger can be attached to its main process', async () => {
    expect((await help(open, {}, ['--inspect=0'])).stderr).toContain('Debugger listening');
    const run = await help(own, {}, ['--inspect=0']);
    expect(run.exitCode).toBe(0);
    expect(run.stderr).not.toContain('Debugger listening');
  });

  it('an app folder in place of the asar is not taken', async () => {
    const intruder = join(dirname(ownAsar), 'app');
    mkdirSync(intruder);
    renameSync(ownAsar, `${ownAsar}.away`);
    try {
      writeFileSync(join(intruder, 'package.json'), '{ "name": "intruder", "main": "main.js" }');
      writeFileSync(join(intruder, 'main.js'), "process.stdout.write('intruder'); process.exit(9);");
      chmodSync(intruder, 0o755);
      expect((await help(open, {})).stdout).toContain('intruder');
      expect((await help(own, {})).stdout).not.toContain('intruder');
    } finally {
      rmSync(intruder, { recursive: true });
      renameSync(`${ownAsar}.away`, ownAsar);
    }
  });
});
