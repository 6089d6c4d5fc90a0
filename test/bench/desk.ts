import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { encode } from 'fast-png';

import { prepareBundle } from '../../src-main/evidence/bundle/prepare-bundle.ts';
import { PRODUCT } from '../../src-main/product.ts';
import { sampleDataCall, sampleDiagnosis, sampleInput, sampleSignIn } from '../support/samples/sample-run.ts';
import { noise } from './bundle.ts';
import { median, table } from './statistics.ts';
import type { Outcome, Report } from './statistics.ts';

const BUNDLES = 100;
const ROUNDS = 3;
const AIM_SECONDS = 5;
const AIM_MEGABYTES = 200;

const HOSTS = ['global', 'us', 'eu', 'au'];
/** Noise of this width and height makes a PNG of half a megabyte, as a screenshot has. */
const PICTURE_SIDE = 410;

const VERIFY = fileURLToPath(new URL('../../src-main/cli/verify.ts', import.meta.url));

interface Took {
  readonly seconds: number;
  /** The peak of the whole process. */
  readonly megabytes: number;
}

/** `verify` of a folder of bundles with four hosts and a picture each, as a process of its own. Rejects if one is not sound. */
export async function benchDesk(): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-desk-'));
  try {
    for (let at = 0; at < BUNDLES; at += 1)
      writeFileSync(join(folder, `${at}.zip`), (await prepareBundle(inputOf(at))).zip);
    const rounds: Took[] = [];
    for (let round = 0; round < ROUNDS; round += 1) rounds.push(await verified(folder));
    return reportOf({
      seconds: median(rounds.map(({ seconds }) => seconds)),
      megabytes: Math.max(...rounds.map(({ megabytes }) => megabytes)),
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function inputOf(at: number): Parameters<typeof prepareBundle>[0] {
  const startedAt = new Date(Date.UTC(2026, 2, 1, 9, 0, at)).toISOString();
  const data = noise(PICTURE_SIDE * PICTURE_SIDE * 3, at + 1);
  const [host] = sampleDiagnosis().hosts;
  return sampleInput({
    diagnosis: sampleDiagnosis({
      startedAt,
      checks: [],
      hosts: host === undefined ? [] : HOSTS.map((id) => ({ ...host, id })),
      exchanges: HOSTS.flatMap((id) => [sampleSignIn({ host: id }), sampleDataCall({ host: id })]),
    }),
    pictures: [
      {
        bytes: encode({ width: PICTURE_SIDE, height: PICTURE_SIDE, data, channels: 3 }),
        width: PICTURE_SIDE,
        height: PICTURE_SIDE,
      },
    ],
    appVersion: PRODUCT.version,
  });
}

async function verified(folder: string): Promise<Took> {
  const code = `process.on('exit', () => console.error(process.resourceUsage().maxRSS)); await import(${JSON.stringify(VERIFY)});`;
  const started = performance.now();
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    ['--no-warnings', '--input-type=module', '-e', code, 'verify', folder, '--jsonl'],
    { maxBuffer: 64 * 1024 * 1024 },
  );
  const seconds = (performance.now() - started) / 1000;
  const sound = stdout.split('\n').filter((line) => line.includes('"state":"sound"')).length;
  if (sound !== BUNDLES) throw new Error(`${sound} of ${BUNDLES} bundles were sound.`);
  return { seconds, megabytes: Number(stderr.trim()) / 1024 };
}

function reportOf({ seconds, megabytes }: Took): Report {
  const what = `verify of ${BUNDLES} bundles in a folder`;
  const rows = [[what, seconds.toFixed(1), `≤ ${AIM_SECONDS}`, megabytes.toFixed(0), `≤ ${AIM_MEGABYTES}`]];
  const outcome = (unit: string, ours: string, aim: number): Outcome => ({
    what: `${what}, ${unit}`,
    beside: '',
    other: '',
    ours,
    compared: '',
    aim: `≤ ${aim} ${unit}`,
  });
  return {
    details: [
      'A process of its own, from its start to its end: the median of three in seconds, and the highest peak of its memory in megabytes.',
      '',
      table(['what', 'seconds', 'aim', 'megabytes', 'aim'], rows),
    ].join('\n'),
    outcomes: [
      outcome('s', seconds.toFixed(1), AIM_SECONDS),
      outcome('MB', megabytes.toFixed(0), AIM_MEGABYTES),
    ],
  };
}
