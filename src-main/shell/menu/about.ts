import { version as systemName } from 'node:os';

import type { Translate } from '../../i18n/translator.ts';

export type RuntimeFacts = Readonly<ReturnType<typeof runtimeFacts>>;

/** Returns the versions of the app and of what it runs on. */
export function runtimeFacts(product: Record<'name' | 'version' | 'licence', string>) {
  const { name: app, version, licence } = product;
  const { versions, platform, arch } = process;
  return {
    app,
    version,
    licence,
    electron: versions.electron,
    chromium: versions.chrome,
    node: versions.node,
    /** The operating system with its version and architecture. */
    system: systemWords({ platform, arch, name: systemName(), version: process.getSystemVersion() }),
  };
}

/** Returns the system in a few words. `name` is Node's `os.version()`: a name on Windows, a build's date elsewhere. */
export function systemWords({
  platform,
  arch,
  name,
  version,
}: Record<'arch' | 'name' | 'version', string> & { readonly platform: NodeJS.Platform }): string {
  const names: Partial<Record<NodeJS.Platform, string>> = { darwin: 'macOS', win32: name, linux: 'Linux' };
  return `${names[platform] ?? platform} ${version}, ${arch}`;
}

/** Returns the lines of the about box. */
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
