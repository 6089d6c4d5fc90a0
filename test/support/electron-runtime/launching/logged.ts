import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect } from 'vitest';

import type { LaunchedApp } from './launch.ts';

/** Waits until the app has written this into its log; rejects when it does not. */
export async function logged({ app }: LaunchedApp, line: RegExp): Promise<void> {
  const folder = await app.evaluate(({ app: own }) => own.getPath('logs'));
  const read = (): string => {
    try {
      return readFileSync(join(folder, 'doctor.log'), 'utf8');
    } catch {
      return '';
    }
  };
  await expect.poll(read, { timeout: 20_000 }).toMatch(line);
}
