/** `npm run bench`: runs the benchmarks that are named, or all of them, and prints a table for each. */
import { cpus } from 'node:os';

import { benchApp } from './app.ts';
import { benchBundle } from './bundle.ts';
import { benchDiagnosis } from './diagnosis.ts';

const BENCHMARKS: Readonly<Record<string, () => Promise<string>>> = {
  diagnosis: benchDiagnosis,
  bundle: benchBundle,
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
  process.stdout.write(`${machine()}\n`);
  for (const [name, bench] of Object.entries(BENCHMARKS)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    try {
      process.stdout.write(`\n## ${name}\n\n${await bench()}\n`);
    } catch (error) {
      process.stderr.write(`${name}: ${error instanceof Error ? error.message : String(error)}\n`);
      process.exitCode = 1;
    }
  }
}
