import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { runCli } from '../../support/process/run-cli.ts';

const GOOD = ['--client-id', 'fake-id', '--jira', 'acme', '--confluence', 'acme'];
const SECRET = 'fake-secret-that-is-long-enough';

describe('bad input in the CLI', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'bad-input-'));
    writeFileSync(join(folder, 'in-the-way'), 'mine');
    writeFileSync(join(folder, 'no-picture.png'), 'this is text');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each([
    ['a wrong site', ['--client-id', 'x', '--jira', 'https://example.com', '--confluence', 'acme'], {}],
    ['a file where the folder should be', [...GOOD, '--out', 'in-the-way'], {}],
    ['a folder below one that takes none', [...GOOD, '--out', '/proc/nothing/below'], {}],
    ['a folder for a picture', [...GOOD, '--picture', '/'], {}],
    ['a picture without an end', [...GOOD, '--picture', '/dev/zero'], {}],
    ['a folder below a file', [...GOOD, '--out', 'in-the-way/below'], {}],
    ['a picture that is none', [...GOOD, '--picture', 'no-picture.png'], {}],
    ['a picture that is not there', [...GOOD, '--picture', 'missing.png'], {}],
    ['a door that cannot be read', GOOD, { XRAY_DOCTOR_CONNECT_TO: 'nonsense' }],
    ['an extra authority that is not there', [...GOOD, '--extra-ca', 'missing.pem'], {}],
    ['an extra authority that is none', [...GOOD, '--extra-ca', 'no-picture.png'], {}],
    ['an extra authority on a device', [...GOOD, '--extra-ca=/dev/zero'], {}],
    ['an extra authority elsewhere, by the variable', GOOD, { XRAY_DOCTOR_EXTRA_CA: '//elsewhere/ca.pem' }],
    ['a secret on the command line', [...GOOD, '--client-secret', SECRET], {}],
  ])('%s gives one sentence and leaves no file', async (_name, args, env) => {
    const paths = args.map((arg) =>
      /^(?:in-the-way|no-picture|missing)/u.test(arg) ? join(folder, arg) : arg,
    );
    const run = await runCli(paths, { env: { XRAY_CLIENT_SECRET: SECRET, ...env } });
    expect(run.exitCode).toBe(2);
    expect(run.stdout).toBe('');
    expect(run.stderr.trim()).toMatch(/^[A-Z][^\n]*[.]$/u);
    expect(run.stderr).not.toContain(SECRET);
    expect(readdirSync(folder).sort()).toEqual(['in-the-way', 'no-picture.png']);
  });
});
