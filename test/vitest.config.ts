import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

import { ProjectOrder } from './support/project-order.ts';
import { NODE_COMPILE_CACHE } from './support/process/run-cli.ts';
import { WORKERS } from './support/workers.ts';

/**
 * A window waits for a display, a file manager and a second processor that others use as well: where nobody is watching, a
 * test with a window runs once more if what it waited for did not come in time. Whatever else fails has failed.
 */
const onceMore = {
  count: process.env['CI'] === undefined ? 0 : 1,
  condition: /timed out in \d+ms|Timeout \d+ms exceeded|aborted due to timeout/u,
};

/**
 * On Linux every worker has a display of its own. Elsewhere a window that has to come to the front wants the computer for
 * itself, after the others.
 */
const withWindows =
  process.platform === 'linux'
    ? { maxWorkers: WORKERS, setupFiles: ['test/support/electron-runtime/display/own-display.ts'] }
    : { fileParallelism: false, sequence: { groupOrder: 1 } };

/** On a busy machine a window may need longer than the second that is usual. */
const patience = { expect: { poll: { timeout: 10_000 } } };

/** A question to an app goes through three processes: asked as often as is usual, it keeps a busy machine busier. */
const patienceWithApps = { expect: { poll: { timeout: 10_000, interval: 100 } } };

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    sequence: { sequencer: ProjectOrder },
    // Only what is far slower than its like is told by name.
    slowTestThreshold: 15_000,
    projects: [
      {
        test: {
          name: 'core',
          include: ['test/{unit,property,wire}/**/*.test.ts', 'test/architecture.test.ts'],
          maxWorkers: WORKERS,
          // No test changes anything that another one reads: a process and what it has loaded serve one file after another.
          isolate: false,
          // A program that a test starts need not be compiled again.
          env: { NODE_COMPILE_CACHE },
          // Property tests work all the time that they take; a busy machine is no fault of theirs.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'renderer',
          ...patience,
          include: ['test/renderer/**/*.test.ts'],
          retry: onceMore,
          maxWorkers: WORKERS,
          // Each test loads its page anew: a worker and its Chromium serve one file after another.
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'electron',
          ...patienceWithApps,
          include: ['test/electron/**/*.test.ts'],
          retry: onceMore,
          isolate: false,
          testTimeout: 90_000,
          hookTimeout: 180_000,
          ...withWindows,
        },
      },
      {
        test: {
          name: 'package',
          ...patienceWithApps,
          include: ['test/package/**/*.test.ts'],
          globalSetup: ['test/package/pack-once.ts'],
          retry: onceMore,
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          ...withWindows,
        },
      },
    ],
  },
});
