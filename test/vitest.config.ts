import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Also on two processors, where one would be the default: a test of the window waits for its browser half of the time. */
const WORKERS = 2;

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    projects: [
      {
        test: {
          name: 'core',
          include: ['test/{unit,property,wire}/**/*.test.ts', 'test/architecture.test.ts'],
          maxWorkers: WORKERS,
          // Property tests work all the time that they take; a busy machine is no fault of theirs.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'renderer',
          include: ['test/renderer/**/*.test.ts'],
          maxWorkers: WORKERS,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'electron',
          include: ['test/electron/**/*.test.ts'],
          testTimeout: 90_000,
          hookTimeout: 180_000,
          fileParallelism: false,
          // After the others: a window that has to come to the front wants the computer for itself.
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'package',
          include: ['test/package/**/*.test.ts'],
          globalSetup: ['test/package/pack-once.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          // After the others: a window that has to come to the front wants the computer for itself.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
