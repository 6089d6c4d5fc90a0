import { version as systemName } from 'node:os';

import type { Translate } from '../../i18n/translator.ts';

/** What the app is and what it runs on. */
export interface RuntimeFacts {
  readonly app: string;
  readonly version: string;
  readonly licence: string;
  readonly electron: string;
  readonly chromium: string;
  readonly node: string;
  /** The operating system with its version and the kind of processor. */
  readonly system: string;
}

/** Puts the facts of this process together. */
export function runtimeFacts(product: {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
}): RuntimeFacts {
  const { versions, platform, arch } = process;
  return {
    app: product.name,
    version: product.version,
    licence: product.licence,
    electron: versions.electron,
    chromium: versions.chrome,
    node: versions.node,
    system: systemWords({ platform, arch, name: systemName(), version: process.getSystemVersion() }),
  };
}

/** The system in a few words. `name` is what Node's `os.version()` gives: a name on Windows, a build's date elsewhere. */
export function systemWords(system: {
  readonly platform: NodeJS.Platform;
  readonly arch: string;
  readonly name: string;
  readonly version: string;
}): string {
  const { platform, arch, name, version } = system;
  const names: Partial<Record<NodeJS.Platform, string>> = { darwin: 'macOS', win32: name, linux: 'Linux' };
  return `${names[platform] ?? platform} ${version}, ${arch}`;
}

/** The facts of the about box, one a line. */
export function aboutLines(facts: RuntimeFacts, t: Translate): string[] {
  return [
    t('about.version', { version: facts.version }),
    t('about.electron', { version: facts.electron }),
    t('about.chromium', { version: facts.chromium }),
    t('about.node', { version: facts.node }),
    t('about.system', { system: facts.system }),
    t('about.licence', { licence: facts.licence }),
  ];
}
