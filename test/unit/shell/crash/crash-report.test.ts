import { homedir } from 'node:os';
import { markRedacted } from '../../../../src-main/evidence/redaction/redacted.ts';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { SessionSecrets } from '../../../../src-main/session/session-secrets.ts';
import type { RuntimeFacts } from '../../../../src-main/shell/menu/about.ts';
import { aboutLines, systemWords } from '../../../../src-main/shell/menu/about.ts';
import { describeFault, makeReport } from '../../../../src-main/shell/crash/crash-report.ts';
import type { Fault, ReportOptions } from '../../../../src-main/shell/crash/crash-report.ts';
import { tEnglish } from '../../../../src-main/i18n/translator.ts';
import { SAMPLE_SECRET, SAMPLE_SECRETS, SAMPLE_TOKEN } from '../../../support/samples/sample-run.ts';

const FACTS: RuntimeFacts = {
  app: 'Xray Residency Doctor',
  version: '1.2.3',
  licence: 'MIT',
  electron: '45.4.1',
  chromium: '146.0.1',
  node: '24.1.0',
  system: 'Linux 6.1.0, x64',
};
const redaction = new SessionSecrets();
redaction.learn({ secrets: { ...SAMPLE_SECRETS, homeFolder: homedir() }, salt: Buffer.from('salt') });

async function report(fault: Fault, over: Partial<ReportOptions> = {}): Promise<string | null> {
  return makeReport({
    fault,
    facts: FACTS,
    lastLines: ['2026-01-02T03:04:05.000Z started'],
    now: new Date('2026-01-02T03:04:05Z'),
    redact: redaction.redactLine,
    isSafeToShare: redaction.isSafeToShare,
    ...over,
  });
}

const SECRET_ERROR = new Error(`refused ${SAMPLE_SECRET} in ${join(homedir(), 'notes.txt')}`, {
  cause: new Error(`Bearer ${SAMPLE_TOKEN}`),
});

describe('the report of a fault', () => {
  it('says what is needed, and no more', async () => {
    const text = await report({ kind: 'uncaught', error: new TypeError('x is not a function') });
    expect(text).toContain('Xray Residency Doctor 1.2.3');
    expect(text).toContain('Electron 45.4.1, Chromium 146.0.1, Node.js 24.1.0');
    expect(text).toContain('Linux 6.1.0, x64');
    expect(text).toContain('uncaught: TypeError: x is not a function\n    at ');
    expect(text).toContain('2026-01-02T03:04:05.000Z started');
  });

  it('holds no secret that stood in an error, its cause or the log, and no home folder', async () => {
    const text = await report(
      { kind: 'rejected', error: SECRET_ERROR },
      {
        lastLines: [`an old line with ${SAMPLE_SECRET} and ${Buffer.from(SAMPLE_SECRET).toString('base64')}`],
      },
    );
    expect(text).toContain('refused ‹client-secret#');
    expect(text).toContain('caused by Error: Bearer ‹');
    expect(text).toContain('~/notes.txt');
    for (const secret of [
      SAMPLE_SECRET,
      SAMPLE_TOKEN,
      homedir(),
      Buffer.from(SAMPLE_SECRET).toString('base64'),
    ])
      expect(text).not.toContain(secret);
  });

  it.each([
    ['a secret in the error', { kind: 'uncaught', error: new Error(SAMPLE_SECRET) }, []],
    ['a token in its cause', { kind: 'uncaught', error: new Error('x', { cause: SAMPLE_TOKEN }) }, []],
    ['the home folder', { kind: 'rejected', error: new Error(join(homedir(), 'x')) }, []],
    ['a secret in the log', { kind: 'page-silent' }, [`line ${encodeURIComponent(SAMPLE_SECRET)}`]],
  ] as const)('does not exist when redaction fails to remove %s', async (_what, fault, lastLines) => {
    const without = { error: '', ...fault } as Fault;
    expect(await report(without, { lastLines, redact: markRedacted })).toBeNull();
    expect(await report(without, { lastLines })).not.toBeNull();
  });

  it('does not exist when redaction or gate break', async () => {
    const broken = (): never => {
      throw new Error('broken');
    };
    expect(await report({ kind: 'page-silent' }, { redact: broken })).toBeNull();
    expect(await report({ kind: 'page-silent' }, { isSafeToShare: broken })).toBeNull();
  });

  it('copes with whatever was thrown', async () => {
    const endless = new Error('endless');
    endless.cause = endless;
    for (const error of [
      undefined,
      null,
      0,
      Symbol('x'),
      { secret: SAMPLE_SECRET },
      [],
      () => 1,
      endless,
      'a text',
    ])
      expect(await report({ kind: 'uncaught', error })).toContain('uncaught: ');
    expect(describeFault({ kind: 'uncaught', error: { secret: SAMPLE_SECRET } })).not.toContain(
      SAMPLE_SECRET,
    );
    expect(describeFault({ kind: 'uncaught', error: new Error('x'.repeat(1e6)) }).length).toBeLessThan(
      40_000,
    );
    expect(await report({ kind: 'page-gone', reason: 'oom', exitCode: 9 })).toContain(
      'page gone: oom, exit code 9',
    );
  });
});

describe('the facts of the about box', () => {
  it('are version, runtime, system and licence', () => {
    expect(aboutLines(FACTS, tEnglish)).toEqual([
      'Version 1.2.3',
      'Electron 45.4.1',
      'Chromium 146.0.1',
      'Node.js 24.1.0',
      'On Linux 6.1.0, x64',
      'License: MIT',
    ]);
  });

  it.each([
    ['win32', 'Windows 11 Pro', '10.0.26100', 'Windows 11 Pro 10.0.26100, x64'],
    ['darwin', 'Darwin Kernel Version 24.1.0: Thu', '15.1', 'macOS 15.1, x64'],
    ['linux', '#1 SMP PREEMPT', '6.1.0', 'Linux 6.1.0, x64'],
  ] as const)('name %s', (platform, name, version, words) => {
    expect(systemWords({ platform, arch: 'x64', name, version })).toBe(words);
  });
});
