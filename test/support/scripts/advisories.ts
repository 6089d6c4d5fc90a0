/**
 * `npm run advisories`: asks the package registry for known weaknesses of every package of the lock file. The packages of
 * the app are development packages here, since they are bundled, so that all of them are asked for. Ends with 1 when
 * there are any, and with 0 when the registry cannot be asked, which it says.
 */
import { spawnSync } from 'node:child_process';

import { readAudit } from './audit-report.ts';
import { REPOSITORY } from '../electron-runtime/places.ts';

const { stdout } = spawnSync('npm', ['audit', '--json', '--package-lock-only'], {
  cwd: REPOSITORY,
  encoding: 'utf8',
  shell: process.platform === 'win32',
});
const audit = readAudit(stdout);
if (audit.kind === 'not-asked') {
  process.stdout.write(
    'The package registry could not be asked for advisories, so nothing is known; ask again where it answers.\n',
  );
} else {
  const told = audit.lines.length === 0 ? ['No advisory names a package of the lock file.'] : audit.lines;
  process.stdout.write(`${told.join('\n')}\n`);
  process.exitCode = audit.lines.length > 0 ? 1 : 0;
}
