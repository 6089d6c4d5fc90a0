import { fileURLToPath } from 'node:url';

import { describe, expect, it } from 'vitest';

import { runProgram } from '../../support/electron-runtime/launching/run-program.ts';

const PROGRAM = fileURLToPath(new URL('../../support/scripts/end-after-packing.ts', import.meta.url));

describe('a program that has packed', () => {
  it.each([0, 1, 7])('ends with its own exit code: %d', async (code) => {
    const { exitCode, output } = await runProgram(process.execPath, [PROGRAM, String(code)]);
    expect(exitCode, output).toBe(code);
  });
});
