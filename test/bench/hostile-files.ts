import { SIZES } from '../support/hostile/answers.ts';
import { HOSTILE_FILES } from '../support/hostile/files.ts';
import type { HostileFile } from '../support/hostile/files.ts';
import { watched } from '../support/hostile/watch.ts';
import { table } from './statistics.ts';

/** The worst of a kind of files. */
interface Worst {
  cpuMs: number;
  blockMs: number;
  /** Beside harmless bytes of the same size, read in the same way. */
  harmlessMs: number;
  name: string;
}

/**
 * Every hostile file and setting at its limit and at ten times its limit, as the product reads it, beside plain words of
 * the same size. Returns the table of the worst of each kind.
 */
export async function tableOfHostileFiles(): Promise<string> {
  const byKind = new Map<HostileFile['kind'], Worst>();
  for (const { kind, name, limit, make, read } of HOSTILE_FILES) {
    for (const factor of SIZES) {
      const bytes = make(limit * factor);
      const { cpuMs, blockMs } = await watched(() => read(bytes));
      const words = Buffer.alloc(bytes.length, 'plain words ');
      const harmless = await watched(() => read(words));
      const worst = byKind.get(kind) ?? { cpuMs: 0, blockMs: 0, harmlessMs: 0, name: '' };
      worst.blockMs = Math.max(worst.blockMs, blockMs);
      if (cpuMs > worst.cpuMs)
        Object.assign(worst, { cpuMs, harmlessMs: harmless.cpuMs, name: `${name}, ${factor}×` });
      byKind.set(kind, worst);
    }
  }
  return table(
    ['files and settings', 'work', 'harmless', 'block', 'worst'],
    [...byKind].map(([kind, { cpuMs, harmlessMs, blockMs, name }]) => [
      kind,
      cpuMs.toFixed(0),
      harmlessMs.toFixed(0),
      blockMs.toFixed(0),
      name,
    ]),
  );
}
