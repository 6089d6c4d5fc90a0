import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { markRedacted } from '../../../../src-main/evidence/redaction/redacted.ts';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { createLog, createRecentLines } from '../../../../src-main/shell/crash/log.ts';
import { expectMode } from '../../../support/process/posix.ts';

describe('the recent lines', () => {
  it('are the newest, redacted as they were written', () => {
    const recent = createRecentLines(2);
    const log = createLog(
      '/nowhere/at/all',
      (line) => markRedacted(line.replaceAll('secret', '‹tag›')),
      () => new Date(0),
      recent.add,
    );
    for (const line of ['one', 'a secret', 'three']) log(line);
    expect(recent.all()).toEqual(['1970-01-01T00:00:00.000Z a ‹tag›', '1970-01-01T00:00:00.000Z three']);
  });
});

describe('createLog', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'log-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const now = (): Date => new Date('2026-01-02T03:04:05Z');

  it('writes redacted lines with a time, readable by the owner only', () => {
    createLog(folder, (line) => markRedacted(line.replaceAll('secret', '‹tag›')), now)('a secret line');
    const file = join(folder, 'doctor.log');
    expect(readFileSync(file, 'utf8')).toBe('2026-01-02T03:04:05.000Z a ‹tag› line\n');
    expectMode(file, 0o600);
  });

  it('puts a full log aside', () => {
    const file = join(folder, 'doctor.log');
    writeFileSync(file, 'x'.repeat(600 * 1024));
    createLog(folder, markRedacted, now)('new');
    expect(readFileSync(file, 'utf8')).toContain('new');
    expect(existsSync(`${file}.1`)).toBe(true);
  });

  it('writes nothing of a line whose redaction fails', () => {
    const recent = createRecentLines(9);
    const fails = (): never => {
      throw new Error('broken');
    };
    createLog(folder, fails, now, recent.add)('a secret line');
    expect(recent.all()).toEqual([]);
    expect(existsSync(join(folder, 'doctor.log'))).toBe(false);
  });

  it('goes on without a log when none can be written', () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    expect(() => createLog(file, markRedacted, now)('line')).not.toThrow();
  });
});
