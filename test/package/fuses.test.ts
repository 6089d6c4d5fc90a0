import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { FuseV1Options } from '@electron/fuses';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';

import { FUSES } from '../../assets/packaging/fuses.ts';
import { isOwnElectron } from '../../assets/packaging/pack.ts';
import { startPacked } from '../support/electron-runtime/launch-packed.ts';

const { executable, electron, asar } = inject('packed');

/** Where Electron keeps its fuses: behind this mark a version, a length, and one character a fuse (electronjs.org). */
const MARK = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** The fuses as they stand in the file, read without the package that set them. */
function readFuses(file: string): string[] {
  const bytes = readFileSync(file);
  const at = bytes.indexOf(MARK);
  const version = bytes[at + MARK.length];
  const length = bytes[at + MARK.length + 1] ?? 0;
  expect([at > 0, version]).toEqual([true, 1]);
  const begin = at + MARK.length + 2;
  return Array.from(bytes.subarray(begin, begin + length), (byte) => String.fromCharCode(byte));
}

function fuseFile(): string {
  return process.platform === 'darwin'
    ? join(dirname(executable), '../Frameworks/Electron Framework.framework/Electron Framework')
    : executable;
}

describe('fuses of the packed program', () => {
  const found = readFuses(fuseFile());
  const names = Object.values(FuseV1Options).filter((fuse) => typeof fuse === 'number');

  it('are all as the list says, read back from the file', () => {
    const wanted = names.map((fuse) => (FUSES[fuse] ? '1' : '0'));
    expect(found).toEqual(wanted.slice(0, found.length));
    const lacking = names.slice(found.length).map((fuse) => FuseV1Options[fuse]);
    if (lacking.length > 0)
      process.stdout.write(`Electron ${electron} does not have the fuses ${lacking.join(', ')}.\n`);
    expect(lacking).toEqual(
      isOwnElectron(electron) ? [] : ['GrantFileProtocolExtraPrivileges', 'WasmTrapHandlers'],
    );
  });
});

describe.skipIf(process.platform !== 'linux')('what the fuses keep out', () => {
  let home = '';
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'fuses-'));
    chmodSync(home, 0o777);
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  /** Runs the packed program to its end with `--diagnose --help`, which needs no window. */
  const help = async (
    env: Readonly<Record<string, string>>,
    before: readonly string[] = [],
  ): Promise<{ exitCode: number | null; stdout: string; stderr: string }> => {
    const run = startPacked(executable, { args: [...before, '--diagnose', '--help'], env });
    const exitCode = await run.ended;
    return { exitCode, stdout: run.stdout(), stderr: run.stderr() };
  };

  it('it cannot be used as a Node', async () => {
    const run = await help({ ELECTRON_RUN_AS_NODE: '1' }, ['-p', '6 * 7']);
    expect(run.stdout).toMatch(/^Checks whether Xray answers/u);
    expect(run.stdout).not.toContain('42');
  });

  it('NODE_OPTIONS cannot bring code in', async () => {
    const script = join(home, 'intruder.cjs');
    const trace = join(home, 'trace');
    writeFileSync(script, `require('node:fs').writeFileSync(${JSON.stringify(trace)}, 'here')`);
    chmodSync(script, 0o644);
    const run = await help({ NODE_OPTIONS: `--require=${script}` });
    expect(run.exitCode).toBe(0);
    expect(existsSync(trace)).toBe(false);
    // The same script does leave its trace where nothing keeps it out.
    spawnSync(process.execPath, ['-e', ''], { env: { NODE_OPTIONS: `--require=${script}` } });
    expect(existsSync(trace)).toBe(true);
  });

  it('no debugger can be attached to its main process', async () => {
    const run = await help({}, ['--inspect=0']);
    expect(run.exitCode).toBe(0);
    expect(run.stderr).not.toContain('Debugger listening');
  });

  it('an app folder beside the asar is not looked at', async () => {
    const intruder = join(dirname(asar), 'app');
    mkdirSync(intruder);
    try {
      writeFileSync(join(intruder, 'package.json'), '{ "name": "intruder", "main": "main.js" }');
      writeFileSync(join(intruder, 'main.js'), "process.stdout.write('intruder'); process.exit(9);");
      chmodSync(intruder, 0o755);
      const run = await help({});
      expect(run.exitCode).toBe(0);
      expect(run.stdout).not.toContain('intruder');
    } finally {
      rmSync(intruder, { recursive: true });
    }
  });
});
