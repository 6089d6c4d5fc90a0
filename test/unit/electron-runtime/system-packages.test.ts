import { describe, expect, it } from 'vitest';

import { candidatesIn, installedIn, meetNeeds, needsOf } from '../../support/process/system-packages.ts';
import type { PackageManager } from '../../support/process/system-packages.ts';

/** A computer on which `installed` is there and `available` can be had; records what is done to it. */
function computer(options: {
  readonly isRoot?: boolean;
  readonly hasApt?: boolean;
  readonly installed?: readonly string[];
  readonly available?: readonly string[];
  readonly installs?: boolean;
}): PackageManager & { readonly done: string[] } {
  const done: string[] = [];
  const only = (names: readonly string[], there: readonly string[] = []): ReadonlySet<string> =>
    new Set(names.filter((name) => there.includes(name)));
  return {
    done,
    isRoot: options.isRoot ?? true,
    hasApt: options.hasApt ?? true,
    installed: async (names) => only(names, options.installed),
    available: async (names) => only(names, options.available),
    update: async () => void done.push('update'),
    install: async (names) => {
      done.push(`install ${names.join(' ')}`);
      return options.installs ?? true;
    },
  };
}

async function meet(manager: PackageManager, needs = needsOf('app', false)): Promise<string[]> {
  const said: string[] = [];
  await meetNeeds(needs, manager, (line) => said.push(line));
  return said;
}

const DEBIAN_12 = [
  'xvfb',
  'xauth',
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'chromium',
  'weston',
  'unzip',
  'p7zip-full',
  'python3',
];
const DEBIAN_13 = [
  'xvfb',
  'xauth',
  'libgtk-3-0t64',
  'libnss3',
  'libasound2t64',
  'libgbm1',
  'chromium',
  'weston',
  'unzip',
  '7zip',
  'python3',
];

describe('what the system has to have', () => {
  it('starting the app on a display needs no virtual one; tests need it always, and a browser', () => {
    expect(needsOf('app', true).flat()).not.toContain('xvfb');
    expect(needsOf('app', false).flat()).toContain('xvfb');
    expect(needsOf('tests', true).flat()).toEqual(expect.arrayContaining(['xvfb', 'chromium']));
  });

  it('does and says nothing when all is there, under the names of either release', async () => {
    for (const installed of [DEBIAN_12, DEBIAN_13]) {
      const manager = computer({ installed });
      expect(await meet(manager, needsOf('tests', false))).toEqual([]);
      expect(manager.done).toEqual([]);
    }
  });

  it('as root fetches the lists first, then installs exactly what is missing, under the names that exist', async () => {
    const manager = computer({ installed: ['xauth', 'libnss3'], available: DEBIAN_13 });
    const said = await meet(manager);
    expect(manager.done).toEqual(['update', 'install xvfb libgtk-3-0t64 libasound2t64 libgbm1']);
    expect(said).toHaveLength(1);
  });

  it('as somebody else changes nothing and says the one line to run', async () => {
    const manager = computer({ isRoot: false, installed: ['xauth', 'libnss3'], available: DEBIAN_12 });
    expect(await meet(manager)).toEqual([
      'Some system packages are missing. Run this once: sudo apt-get install -y --no-install-recommends xvfb libgtk-3-0 libasound2 libgbm1',
    ]);
    expect(manager.done).toEqual([]);
  });

  it('says the line to run when the installation fails', async () => {
    const said = await meet(computer({ installs: false, available: DEBIAN_12 }));
    expect(said.at(-1)).toContain('apt-get install -y --no-install-recommends xvfb xauth libgtk-3-0');
  });

  it('elsewhere than on Debian says the names and touches nothing', async () => {
    const manager = computer({ hasApt: false });
    expect(await meet(manager)).toEqual([expect.stringContaining('xvfb xauth libgtk-3-0 libnss3')]);
    expect(manager.done).toEqual([]);
  });
});

describe('what the package tools answer', () => {
  it('apt-cache policy: only names with a candidate', () => {
    const policy = [
      'libgtk-3-0:',
      '  Installed: (none)',
      '  Candidate: (none)',
      '  Version table:',
      'libgtk-3-0t64:',
      '  Installed: (none)',
      '  Candidate: 3.24.49-3',
      '  Version table:',
      '     3.24.49-3 500',
    ].join('\n');
    expect([...candidatesIn(policy)]).toEqual(['libgtk-3-0t64']);
  });

  it('dpkg-query: only names that are installed, whatever else it complains about', () => {
    const answer =
      'xvfb installed\nxauth config-files\ndpkg-query: no packages found matching libasound2t64\n';
    expect([...installedIn(answer)]).toEqual(['xvfb']);
  });
});
