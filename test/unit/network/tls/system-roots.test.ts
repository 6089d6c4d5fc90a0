import { Worker } from 'node:worker_threads';

import { describe, expect, it } from 'vitest';

import { createSystemRoots } from '../../../../src-main/network/tls/system-roots.ts';

const thread = async (source: string): Promise<Worker> => new Worker(source, { eval: true });

describe('the system’s roots', () => {
  it('are read in a thread, by what Node gives', async () => {
    const { certificates } = await createSystemRoots()();
    expect(Array.isArray(certificates)).toBe(true);
  });

  it('keep the main thread free while they are slow, and whoever asks meanwhile waits for the same thread', async () => {
    let started = 0;
    const read = createSystemRoots({
      startThread: () => {
        started += 1;
        return thread(
          `Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 150); require('node:worker_threads').parentPort.postMessage(['PEM']);`,
        );
      },
    });
    let turns = 0;
    const counting = setInterval(() => (turns += 1), 5);
    const [first, second] = await Promise.all([read(), read()]);
    clearInterval(counting);
    expect([first.certificates, second.certificates]).toEqual([['PEM'], ['PEM']]);
    expect(started).toBe(1);
    expect(turns).toBeGreaterThan(3);
  });

  it('are waited for up to a limit; the next who asks has them when they came', async () => {
    const wake = new SharedArrayBuffer(4);
    const read = createSystemRoots({
      limitMs: 1,
      startThread: async () =>
        new Worker(
          `const { parentPort, workerData } = require('node:worker_threads'); Atomics.wait(new Int32Array(workerData), 0, 0); parentPort.postMessage(['PEM']);`,
          { eval: true, workerData: wake },
        ),
    });
    expect((await read()).certificates).toBeNull();
    Atomics.store(new Int32Array(wake), 0, 1);
    Atomics.notify(new Int32Array(wake), 0);
    await expect.poll(async () => (await read()).certificates).toEqual(['PEM']);
  });

  it.each([
    ['throws', `throw new Error('no store');`],
    ['ends without an answer', ``],
    ['answers something else', `require('node:worker_threads').parentPort.postMessage([1]);`],
  ])('are missing when the thread %s, and the next one is asked anew', async (_, source) => {
    const sources = [source, `require('node:worker_threads').parentPort.postMessage(['PEM']);`];
    const read = createSystemRoots({ startThread: () => thread(sources.shift() ?? '') });
    expect((await read()).certificates).toBeNull();
    expect((await read()).certificates).toEqual(['PEM']);
  });

  it('are missing when no thread can be started', async () => {
    const read = createSystemRoots({ startThread: () => Promise.reject(new Error('ENOMEM')) });
    expect((await read()).certificates).toBeNull();
  });
});
