import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { FuseV1Options } from '@electron/fuses';
import { afterAll, describe, expect, it } from 'vitest';

import { FUSES, setFuses } from '../../../assets/packaging/fuses.ts';

const MARK = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const WANTED = '010011001';

const home = mkdtempSync(join(tmpdir(), 'fuses-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** A file that has no more of a program than its fuses: behind the mark a version, a length, one character each. */
function programWith(fuses: string): string {
  const file = join(home, `program-${fuses}`);
  writeFileSync(file, `before${MARK}${String.fromCharCode(1, fuses.length)}${fuses}after`, 'latin1');
  return file;
}

const fusesOf = (file: string): string =>
  readFileSync(file, 'latin1')
    .split(MARK)[1]
    ?.slice(2)
    .replace(/after$/u, '') ?? '';

describe('setting the fuses', () => {
  it.each(['000000000', '111111111', WANTED])(
    '%s: each gets its value, and is told as it was read back',
    async (before) => {
      const file = programWith(before);
      const report = await setFuses(file);
      expect(fusesOf(file)).toBe(WANTED);
      expect(report.unknown).toEqual([]);
      expect(Object.entries(report.set)).toEqual(
        Array.from(WANTED, (value, index) => [FuseV1Options[index], value === '1']),
      );
      expect(Object.values(FUSES)).toEqual(Object.values(report.set));
    },
  );

  it('of an older Electron sets those that there are, and names those that there are not', async () => {
    const file = programWith('1011000');
    const report = await setFuses(file);
    expect(fusesOf(file)).toBe(WANTED.slice(0, 7));
    expect(report.unknown).toEqual(['GrantFileProtocolExtraPrivileges', 'WasmTrapHandlers']);
  });

  it('fails where a program has one that nobody decided on', async () => {
    const file = programWith('0000000000');
    await expect(setFuses(file)).rejects.toThrow('only provided a config for 9 fuses');
    expect(fusesOf(file)).toBe('0000000000');
  });

  it('leaves one alone that Electron has taken away, and says so', async () => {
    const file = programWith('0r0011000');
    const report = await setFuses(file);
    expect(fusesOf(file)).toBe('0r0011001');
    expect(report.unknown).toEqual(['EnableCookieEncryption']);
    expect(report.set).not.toHaveProperty('EnableCookieEncryption');
    await expect(setFuses(programWith('0r00110000'))).rejects.toThrow('only provided a config for 9 fuses');
  });

  it.each(Array.from(WANTED, (value, index) => [FuseV1Options[index] ?? '', index, value] as const))(
    'fails when %s does not keep its value',
    async (name, index, value) => {
      const file = programWith(WANTED);
      const wrong = WANTED.slice(0, index) + (value === '1' ? '0' : '1') + WANTED.slice(index + 1);
      const writesAnother = async (): Promise<number> => {
        writeFileSync(file, readFileSync(file, 'latin1').replace(WANTED, wrong), 'latin1');
        return 1;
      };
      await expect(setFuses(file, writesAnother)).rejects.toThrow(`The fuse ${name} did not keep its value.`);
    },
  );
});
