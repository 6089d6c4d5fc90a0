/**
 * `npm run test:quick`: what tells most within a minute. Types, lint, and the core without the files that work or wait for
 * long, all at the same time. Ends with 1 if any of them found something.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import { REPOSITORY } from './electron-runtime/places.ts';

/** Whole processes, hostile files, thousands of planted secrets, large pictures: their place is `npm test`. */
const SLOW = [
  'test/wire/cli/**',
  'test/wire/{killed-*,hostile-*,secret-everywhere,outside-answers,labelled-answers,company-networks,flat-memory,extra-ca}.test.ts',
  'test/property/{evidence/*,pasted-keys,hostile-runs}.test.ts',
  'test/unit/{linear,capture/picture*,capture/image/*,cases/case-store,electron-runtime/electron-45-switches}.test.ts',
  'test/unit/{evidence/bundle/{verify,save-bundle},desk/inspect,session/kept-cases}.test.ts',
];

/** Runs a program of the repository's packages; what it says comes in one piece, once it has ended. */
async function run(name: string, program: string, args: readonly string[]): Promise<boolean> {
  const child = spawn(process.execPath, [join(REPOSITORY, 'node_modules', program), ...args], {
    cwd: REPOSITORY,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  const [code]: unknown[] = await once(child, 'close');
  const total = said.trim().split('\n').slice(-4).join('\n');
  process.stdout.write(code === 0 ? `${total}\ngood   ${name}\n` : `${said}\nFOUND  ${name}\n`);
  return code === 0;
}

const config = ['run', '--config', 'test/vitest.config.ts', '--project', 'core'];
const found = await Promise.all([
  run('types', 'typescript/bin/tsc', ['--noEmit']),
  run('lint', 'oxlint/bin/oxlint', []),
  run('core', 'vitest/vitest.mjs', [...config, ...SLOW.map((files) => `--exclude=${files}`)]),
]);
process.exitCode = found.every(Boolean) ? 0 : 1;
