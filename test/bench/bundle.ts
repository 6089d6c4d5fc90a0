import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { encode } from 'fast-png';

import { prepareBundle } from '../../src-main/evidence/bundle/prepare-bundle.ts';
import type { BundleInput } from '../../src-main/evidence/bundle/prepare-bundle.ts';
import { createGate } from '../../src-main/evidence/gate/gate.ts';
import { writeZip } from '../../src-main/evidence/bundle/write-zip.ts';
import {
  SAMPLE_SECRETS,
  sampleDataCall,
  sampleDiagnosis,
  sampleInput,
  sampleResponse,
  sampleSignIn,
} from '../support/samples/sample-run.ts';
import { race, table } from './statistics.ts';
import type { Outcome, Report } from './statistics.ts';

const MEGABYTE = 1024 * 1024;
const SIZES = [1, 5, 15];
const ROUNDS = 7;
/** Milliseconds for 5 MB, and the longest time that the window may not answer. */
const AIM_MS = 300;
const AIM_BLOCK_MS = 50;
const AIM_PICTURES = 2.5;

/**
 * Redact, pack and gate beside `zip -6` on the same files and beside packing alone. Rejects when zip is
 * missing.
 */
export async function benchBundle(): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-bundle-'));
  const rows: string[][] = [];
  const outcomes: Outcome[] = [];
  try {
    for (const size of SIZES) {
      const input = inputOf(size * MEGABYTE);
      const { entries } = await prepareBundle(input);
      const files = entries.map(({ path, bytes }, index) => {
        const file = join(folder, `${size}-${index}-${path.replaceAll('/', '-')}`);
        writeFileSync(file, bytes);
        return file;
      });
      let longestBlock = 0;
      // Beside few words, the part of the pictures does not drown in theirs.
      const few = sampleInput();
      const pictures = entries.filter(({ kind }) => kind === 'picture');
      const make = async (bundle: BundleInput): Promise<void> => {
        const { zip } = await prepareBundle(bundle);
        const verdict = await createGate(SAMPLE_SECRETS).bundle(zip);
        if (!verdict.clean) throw new Error('The bench made a bundle that is not clean.');
      };
      const [
        whole = Number.NaN,
        packed = Number.NaN,
        zipped = Number.NaN,
        shown = Number.NaN,
        plain = Number.NaN,
        stored = Number.NaN,
      ] = await race(
        [
          {
            name: 'redact, pack, gate',
            run: async () => {
              const watch = watchBlocks();
              await make(input);
              longestBlock = Math.max(longestBlock, await watch.stop());
            },
          },
          { name: 'pack', run: () => writeZip(entries, input.createdAt) },
          {
            name: 'zip -6',
            run: async () => {
              const out = join(folder, 'other.zip');
              rmSync(out, { force: true });
              await promisify(execFile)('zip', ['-6', '-q', '-j', out, ...files]);
            },
          },
          { name: 'few words and the pictures', run: () => make({ ...few, pictures: input.pictures }) },
          { name: 'few words', run: () => make(few) },
          { name: 'pack the pictures', run: () => writeZip(pictures, input.createdAt) },
        ],
        ROUNDS,
      );
      rows.push([
        `${size} MB`,
        whole.toFixed(0),
        packed.toFixed(0),
        (whole / packed).toFixed(1),
        zipped.toFixed(0),
        (whole / zipped).toFixed(1),
        (shown - plain).toFixed(0),
        ((shown - plain) / stored).toFixed(1),
        longestBlock.toFixed(0),
      ]);
      outcomes.push(
        {
          what: `redact, pack and check ${size} MB, ms`,
          beside: 'zip -6',
          other: zipped.toFixed(0),
          ours: whole.toFixed(0),
          compared: (whole / zipped).toFixed(2),
          aim: size === 5 ? `≤ ${AIM_MS} ms` : '',
        },
        {
          what: `the pictures of ${size} MB, ms`,
          beside: 'packing alone',
          other: stored.toFixed(0),
          ours: (shown - plain).toFixed(0),
          compared: ((shown - plain) / stored).toFixed(2),
          aim: `≤ ${AIM_PICTURES}`,
        },
        {
          what: `longest block at ${size} MB, ms`,
          beside: '',
          other: '',
          ours: longestBlock.toFixed(0),
          compared: '',
          aim: `≤ ${AIM_BLOCK_MS} ms`,
        },
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const details = [
    'Medians in milliseconds; four fifths of each size are pictures, whose part is told beside few words.',
    '',
    table(
      [
        'evidence',
        'redact, pack, gate',
        'pack alone',
        'ratio',
        'zip -6',
        'ratio',
        'pictures',
        'ratio to packing them',
        'longest block',
      ],
      rows,
    ),
    '',
    `Aims: 5 MB within ${AIM_MS} ms, pictures within ${AIM_PICTURES} of packing them, no block over ${AIM_BLOCK_MS} ms.`,
  ].join('\n');
  return { details, outcomes };
}

/** Evidence of about this size: a fifth of it text of answers, the rest pictures that cannot be packed any further. */
function inputOf(bytes: number): BundleInput {
  const words = 'Xray answered with a long list of tests and their steps. ';
  const text = words.repeat(Math.ceil(bytes / 5 / 8 / words.length));
  const hosts = ['global', 'us', 'eu', 'au'];
  const exchanges = hosts.flatMap((host) => [
    sampleSignIn({ host, response: sampleResponse(text.slice(0, 250_000)) }),
    sampleDataCall({ host, response: sampleResponse(text.slice(0, 250_000)) }),
  ]);
  const width = 1000;
  const height = Math.max(1, Math.floor((bytes * 0.8) / 4 / (width * 3)));
  const pictures = Array.from({ length: 4 }, (_, index) => ({
    bytes: encode({ width, height, channels: 3, data: noise(width * height * 3, index + 1) }),
    width,
    height,
  }));
  return sampleInput({ diagnosis: sampleDiagnosis({ exchanges }), pictures });
}

/** Numbers without a pattern, the same in every run (xorshift). */
export function noise(length: number, seed: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let state = seed * 2_654_435_761;
  for (let index = 0; index < length; index += 1) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    bytes[index] = state & 255;
  }
  return bytes;
}

/** The longest time in which the event loop did not come round. */
function watchBlocks(): { stop: () => Promise<number> } {
  let last = performance.now();
  let longest = 0;
  const look = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  };
  const timer = setInterval(look, 1);
  return {
    stop: async () => {
      await new Promise((resolve) => setTimeout(resolve, 2));
      look();
      clearInterval(timer);
      return longest;
    },
  };
}
