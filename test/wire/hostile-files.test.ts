import { describe, expect, it } from 'vitest';

import { ARRIVAL_STATES } from '../../src-main/contract/report/verification.ts';
import { SIZES } from '../support/hostile/answers.ts';
import { HOSTILE_FILES } from '../support/hostile/files.ts';
import { watched } from '../support/hostile/watch.ts';

/** How long the window may not answer. */
const MAX_BLOCK_MS = 50;
/** A machine that others use makes a row slow now and then; a row that is slow by itself is slow each time. */
const ATTEMPTS = 6;
const MAX_READ_MS = 10_000;

describe('a hostile file or setting', () => {
  it.each(
    HOSTILE_FILES.flatMap((file) =>
      SIZES.map((factor) => [`${file.kind}: ${file.name}, ${factor}×`, file, factor] as const),
    ),
  )(
    '%s',
    async (_, { limit, make, read }, factor) => {
      const bytes = make(limit * factor);
      const blocks: number[] = [];
      for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
        const { value, blockMs, cpuMs } = await watched(() => read(bytes));
        expect(['taken', 'refused', 'routes', 'true', 'false', ...ARRIVAL_STATES]).toContain(value);
        expect(cpuMs).toBeLessThan(MAX_READ_MS);
        blocks.push(blockMs);
        if (blockMs <= MAX_BLOCK_MS) break;
      }
      expect(Math.min(...blocks), `blocked for ${blocks.map(Math.round).join(', ')} ms`).toBeLessThanOrEqual(
        MAX_BLOCK_MS,
      );
    },
    60_000,
  );
});
