/**
 * `npm run bench`: runs all benchmarks and prints one table at the end. `npm run bench -- NAME` runs those that are named
 * and prints the tables of each.
 */
import { cpus } from 'node:os';

import { benchApp } from './app.ts';
import { benchBundle } from './bundle.ts';
import { benchDesk } from './desk.ts';
import { benchDiagnosis } from './diagnosis.ts';
import { benchHostile } from './hostile.ts';
import { tableOfAll } from './statistics.ts';
import type { Outcome, Report } from './statistics.ts';

const BENCHMARKS: Readonly<Record<string, () => Promise<Report>>> = {
  diagnosis: benchDiagnosis,
  bundle: benchBundle,
  desk: benchDesk,
  hostile: benchHostile,
  app: benchApp,
};

/** The machine in one line: a number without it says nothing. */
function machine(): string {
  const [first] = cpus();
  return `${cpus().length} × ${first?.model.trim() ?? 'unknown processor'}, Node ${process.versions.node}, ${process.platform}`;
}

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => BENCHMARKS[name] === undefined);
if (unknown.length > 0) {
  const names = Object.keys(BENCHMARKS).join(', ');
  process.stderr.write(`There is no benchmark called ${unknown.join(', ')}. There are: ${names}.\n`);
  process.exitCode = 2;
} else {
  const outcomes: Outcome[] = [];
  const details: string[] = [];
  for (const [name, bench] of Object.entries(BENCHMARKS)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    process.stderr.write(`${name} …\n`);
    try {
      const report = await bench();
      outcomes.push(...report.outcomes);
      details.push(`## ${name}\n\n${report.details}\n`);
    } catch (error) {
      process.stderr.write(`${name}: ${error instanceof Error ? error.message : String(error)}\n`);
      process.exitCode = 1;
    }
  }
  const tables = asked.length > 0 ? details.join('\n') : `${tableOfAll(outcomes)}\n`;
  process.stdout.write(`${machine()}\n\n${tables}`);
}
