import { existsSync } from 'node:fs';

import { IS_ROOT } from '../electron-runtime/places.ts';
import { runProgram } from '../electron-runtime/launching/run-program.ts';
import { lacksDisplay } from '../electron-runtime/display/virtual-display.ts';

/** One thing that is needed, with the names that releases of Debian and Ubuntu have for it, the usual one first. */
type Need = readonly [string, ...string[]];

const DISPLAY_SERVER: readonly Need[] = [['xvfb'], ['xauth']];
/** What Electron links to or opens on start. Since the change to 64-bit times some names end in `t64`. */
const LIBRARIES: readonly Need[] = [
  ['libgtk-3-0', 'libgtk-3-0t64'],
  ['libnss3'],
  ['libasound2', 'libasound2t64'],
  ['libgbm1'],
];
const BROWSER: readonly Need[] = [['chromium', 'chromium-browser']];
/** A Wayland compositor, which most people's Linux has in place of the X server. */
const COMPOSITOR: readonly Need[] = [['weston']];
/** Other people's readers of zip files, which have to read ours. */
const ZIP_READERS: readonly Need[] = [['unzip'], ['p7zip-full', '7zip'], ['python3']];

/** What compiles the scripts of the Windows installers, and packs what goes into them. */
const INSTALLER_TOOLS: readonly Need[] = [['nsis'], ['p7zip-full', '7zip']];

/** What something may need of the system: starting the app, all tests, compiling the Windows installers. */
type Purpose = 'app' | 'tests' | 'installers';

/** What has to be there for that. */
export function needsOf(purpose: Purpose, hasDisplay: boolean): readonly Need[] {
  if (purpose === 'installers') return INSTALLER_TOOLS;
  if (purpose === 'tests')
    return [...DISPLAY_SERVER, ...LIBRARIES, ...BROWSER, ...COMPOSITOR, ...ZIP_READERS];
  return hasDisplay ? LIBRARIES : [...DISPLAY_SERVER, ...LIBRARIES];
}

/** The computer as the packages see it. */
export interface PackageManager {
  readonly isRoot: boolean;
  readonly hasApt: boolean;
  /** Of these names, those that are installed. */
  readonly installed: (names: readonly string[]) => Promise<ReadonlySet<string>>;
  /** Of these names, those that can be installed. */
  readonly available: (names: readonly string[]) => Promise<ReadonlySet<string>>;
  /** Fetches the lists of packages anew. */
  readonly update: () => Promise<void>;
  /** Installs, and says whether it worked. */
  readonly install: (names: readonly string[]) => Promise<boolean>;
}

/**
 * Sees to it that `needs` are met: installs what is missing where that is allowed, else says the line to run. Never
 * rejects: what is missing after all is told by the program that needs it.
 */
export async function meetNeeds(
  needs: readonly Need[],
  manager: PackageManager,
  say: (line: string) => void,
): Promise<void> {
  if (!manager.hasApt) {
    const names = needs.map(([name]) => name).join(' ');
    say(`This is no Debian or Ubuntu: if the app does not start, install what Debian calls ${names}.`);
    return;
  }
  const installed = await manager.installed(needs.flat());
  const missing = needs.filter((names) => !names.some((name) => installed.has(name)));
  if (missing.length === 0) return;
  if (manager.isRoot) await manager.update();
  const available = await manager.available(missing.flat());
  const names = missing.map((each) => each.find((name) => available.has(name)) ?? each[0]);
  const line = `apt-get install -y --no-install-recommends ${names.join(' ')}`;
  if (!manager.isRoot) {
    say(`Some system packages are missing. Run this once: sudo ${line}`);
    return;
  }
  say(`Installing system packages: ${names.join(' ')} …`);
  if (!(await manager.install(names))) say(`They could not all be installed. Try it by hand: ${line}`);
}

/** The names of `apt-cache policy` that have a version to install. The answer has to be in the language C. */
export function candidatesIn(policy: string): ReadonlySet<string> {
  const names = new Set<string>();
  let name = '';
  for (const line of policy.split('\n')) {
    const heading = /^(\S+):$/u.exec(line)?.[1];
    if (heading !== undefined) name = heading;
    if (/^ {2}Candidate: (?!\(none\))\S/u.test(line)) names.add(name);
  }
  return names;
}

/** The names of `dpkg-query --show --showformat '${Package} ${db:Status-Status}\n'` that are installed. */
export function installedIn(answer: string): ReadonlySet<string> {
  return new Set(
    answer
      .split('\n')
      .map((line) => line.split(' '))
      .flatMap(([name, status]) => (name !== undefined && status === 'installed' ? [name] : [])),
  );
}

const APT_ENVIRONMENT = { ...process.env, LC_ALL: 'C', DEBIAN_FRONTEND: 'noninteractive' };

const apt: PackageManager = {
  isRoot: IS_ROOT,
  hasApt: existsSync('/usr/bin/apt-get') && existsSync('/usr/bin/dpkg-query'),
  installed: async (names) => {
    const format = '${Package} ${db:Status-Status}\n';
    // Its exit code is 1 as soon as one name is unknown; the others are told all the same.
    return installedIn((await runProgram('dpkg-query', ['--show', '--showformat', format, ...names])).output);
  },
  available: async (names) =>
    candidatesIn((await runProgram('apt-cache', ['policy', ...names], { env: APT_ENVIRONMENT })).output),
  update: async () => void (await aptGet(['-qq', 'update'])),
  install: (names) => aptGet(['-qq', 'install', '-y', '--no-install-recommends', ...names]),
};

async function aptGet(args: readonly string[]): Promise<boolean> {
  const { exitCode, output } = await runProgram('apt-get', args, { env: APT_ENVIRONMENT });
  if (exitCode !== 0) process.stderr.write(`${output.trim()}\n`);
  return exitCode === 0;
}

/** Sees to it that this computer has the system packages for `purpose`; on other systems than Linux none are needed. */
export async function ensureSystemPackages(purpose: Purpose, say: (line: string) => void): Promise<void> {
  if (process.platform !== 'linux') return;
  await meetNeeds(needsOf(purpose, !lacksDisplay(process.platform, process.env)), apt, say);
}
