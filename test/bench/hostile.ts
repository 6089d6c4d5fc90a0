import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

import * as z from 'zod';

import { HTTP_LIMITS } from '../../src-main/network/client/http-limits.ts';
import { HOSTILE_ROWS, SIZES } from '../support/hostile/answers.ts';
import { BODY_LIMIT, HARMLESS_BODY } from '../support/hostile/bodies.ts';
import type { HostileRow, Place } from '../support/hostile/reply.ts';
import { startHostileServer } from '../support/hostile/server.ts';
import type { HostileServer } from '../support/hostile/server.ts';
import { tableOfHostileFiles } from './hostile-files.ts';
import { median, table } from './statistics.ts';
import type { Outcome, Report } from './statistics.ts';

const AIMS = { cpuMs: 1000, blockMs: 50, megabytes: 150 } as const;
const ROUNDS = 3;
/** An answer without an end is ended by this limit, which is part of no aim. */
const ENDLESS_MS = 1500;

const tookSchema = z.object({
  cpuMs: z.number(),
  blockMs: z.number(),
  megabytes: z.number(),
  isSound: z.boolean(),
});
type Took = Pick<z.infer<typeof tookSchema>, keyof typeof AIMS>;
const MEASURES = ['cpuMs', 'blockMs', 'megabytes'] as const;

interface Worst {
  readonly value: number;
  readonly name: string;
}

/**
 * Every hostile answer at all hosts at once, at its limit and at ten times its limit, in the data call and in the sign-in,
 * through the whole way from the socket to a bundle that was read back; beside harmless text of the same size.
 */
export async function benchHostile(): Promise<Report> {
  const server = await startHostileServer();
  try {
    const harmless = await medianOf(server, HARMLESS_BODY, BODY_LIMIT, 'data-call');
    const byKind = new Map<string, Record<keyof Took, Worst>>();
    for (const row of HOSTILE_ROWS) {
      process.stderr.write(`  ${row.kind}: ${row.name}\n`);
      for (const factor of SIZES) {
        const places: readonly Place[] = row.place === undefined ? ['data-call', 'sign-in'] : [row.place];
        for (const place of places) {
          const took = await played(server, row, row.limit * factor, place);
          const worst = byKind.get(row.kind) ?? noneYet();
          for (const measure of MEASURES) {
            if (took[measure] > worst[measure].value)
              worst[measure] = { value: took[measure], name: `${row.name}, ${factor}×, ${place}` };
          }
          byKind.set(row.kind, worst);
        }
      }
    }
    return reportOf(byKind, harmless, await tableOfHostileFiles());
  } finally {
    server.close();
  }
}

function noneYet(): Record<keyof Took, Worst> {
  const none = { value: 0, name: '' };
  return { cpuMs: none, blockMs: none, megabytes: none };
}

async function medianOf(server: HostileServer, row: HostileRow, size: number, place: Place): Promise<Took> {
  const rounds: Took[] = [];
  for (let round = 0; round < ROUNDS; round += 1) rounds.push(await played(server, row, size, place));
  const of = (measure: keyof Took): number => median(rounds.map((took) => took[measure]));
  return { cpuMs: of('cpuMs'), blockMs: of('blockMs'), megabytes: of('megabytes') };
}

async function played(server: HostileServer, row: HostileRow, size: number, place: Place): Promise<Took> {
  const order = { place, status: 401, isEverywhere: true, beyond: null };
  await server.take({ ...order, kind: null, name: null, size: 0 });
  const child = fork(fileURLToPath(new URL('hostile-process.ts', import.meta.url)), [], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: ['--no-warnings'],
  });
  const ended = once(child, 'exit').then((): never => {
    throw new Error(`The run of ${row.name} ended without an answer.`);
  });
  ended.catch(() => undefined);
  const { port, certPem } = server;
  const answerMs = row.isEndless === true ? ENDLESS_MS : HTTP_LIMITS.answerMs;
  child.send({ port, certPem, answerMs });
  await Promise.race([once(child, 'message'), ended]);
  await server.take({ ...order, kind: row.kind, name: row.name, size });
  const answer = once(child, 'message');
  child.send('go');
  const [took]: unknown[] = await Promise.race([answer, ended]);
  const { isSound, ...rest } = tookSchema.parse(took);
  if (!isSound) throw new Error(`${row.name} at ${size} made evidence that is not sound.`);
  return rest;
}

function reportOf(
  byKind: ReadonlyMap<string, Record<keyof Took, Worst>>,
  harmless: Took,
  files: string,
): Report {
  const shown = ({ value }: Worst): string => value.toFixed(0);
  const rows = [...byKind].map(([kind, worst]) => [
    kind,
    shown(worst.cpuMs),
    (worst.cpuMs.value / harmless.cpuMs).toFixed(1),
    shown(worst.blockMs),
    (worst.blockMs.value / harmless.blockMs).toFixed(1),
    shown(worst.megabytes),
    (worst.megabytes.value / harmless.megabytes).toFixed(1),
  ]);
  const names = [...byKind].map(
    ([kind, worst]) =>
      `${kind}: work ${worst.cpuMs.name}; block ${worst.blockMs.name}; memory ${worst.megabytes.name}`,
  );
  const details = [
    'The worst of each kind at all hosts at once: work of the main thread and its longest block in milliseconds, megabytes over an empty run; beside harmless text of the size that is kept.',
    '',
    table(
      ['kind', 'work', 'ratio', 'block', 'ratio', 'memory', 'ratio'],
      [
        [
          'harmless text',
          harmless.cpuMs.toFixed(0),
          '1.0',
          harmless.blockMs.toFixed(0),
          '1.0',
          harmless.megabytes.toFixed(0),
          '1.0',
        ],
        ...rows,
      ],
    ),
    '',
    ...names,
    '',
    files,
    '',
    `Aims: work ≤ ${AIMS.cpuMs} ms, block ≤ ${AIMS.blockMs} ms, memory ≤ ${AIMS.megabytes} MB.`,
  ].join('\n');
  const worstOf = (measure: keyof Took): number =>
    Math.max(...[...byKind.values()].map((worst) => worst[measure].value));
  const outcome = (what: string, measure: keyof Took, unit: string): Outcome => ({
    what: `worst hostile answer, ${what}, ${unit}`,
    beside: 'harmless text',
    other: harmless[measure].toFixed(0),
    ours: worstOf(measure).toFixed(0),
    compared: (worstOf(measure) / harmless[measure]).toFixed(1),
    aim: `≤ ${AIMS[measure]} ${unit}`,
  });
  return {
    details,
    outcomes: [
      outcome('work', 'cpuMs', 'ms'),
      outcome('longest block', 'blockMs', 'ms'),
      outcome('memory', 'megabytes', 'MB'),
    ],
  };
}
