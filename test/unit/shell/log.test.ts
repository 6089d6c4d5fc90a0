import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { createLog } from '../../../src-main/shell/log.ts';

describe('createLog', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'log-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const now = (): Date => new Date('2026-01-02T03:04:05Z');

  it('writes redacted lines with a time, readable by the owner only', () => {
    const { log, lastLines } = createLog(folder, (line) => line.replaceAll('secret', '‹tag›'), now);
    log('a secret line');
    const file = join(folder, 'doctor.log');
    expect(readFileSync(file, 'utf8')).toBe('2026-01-02T03:04:05.000Z a ‹tag› line\n');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(lastLines()).toEqual(['2026-01-02T03:04:05.000Z a ‹tag› line']);
  });

  it('puts a full log aside', () => {
    const file = join(folder, 'doctor.log');
    writeFileSync(file, 'x'.repeat(600 * 1024));
    createLog(folder, (line) => line, now).log('new');
    expect(readFileSync(file, 'utf8')).toContain('new');
    expect(existsSync(`${file}.1`)).toBe(true);
  });

  it('keeps the last lines in memory, and not all of them', () => {
    const { log, lastLines } = createLog(folder, (line) => line, now);
    for (let line = 0; line < 200; line += 1) log(`line ${line}`);
    expect(lastLines()).toHaveLength(80);
    expect(lastLines().at(-1)).toContain('line 199');
  });

  it('writes nothing of a line whose redaction fails', () => {
    const fails = (): string => {
      throw new Error('broken');
    };
    const { log, lastLines } = createLog(folder, fails, now);
    log('a secret line');
    expect(lastLines()).toEqual([]);
    expect(existsSync(join(folder, 'doctor.log'))).toBe(false);
  });

  it('goes on without a log when none can be written', () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    const { log, lastLines } = createLog(file, (line) => line, now);
    expect(() => log('line')).not.toThrow();
    expect(lastLines()).toHaveLength(1);
  });
});
