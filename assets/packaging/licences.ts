import type { BundledPackage } from './bundled-packages.ts';

/** Returns the licence file of the app: its own licence, then each bundled package with its texts. */
export function licencesFile(own: string, packages: readonly BundledPackage[]): string {
  const rule = '-'.repeat(78);
  return [
    own.trim(),
    '',
    'This program contains the following packages. Electron, Chromium and Node.js have files of their own beside',
    'this program: LICENSE.electron.txt and LICENSES.chromium.html.',
    '',
    ...packages.flatMap(({ name, version, licence, texts }) => [
      rule,
      `${name} ${version} (${licence})`,
      ...texts.flatMap(({ file, text }) => ['', ...(texts.length > 1 ? [`${file}:`, ''] : []), text]),
      '',
    ]),
  ]
    .join('\n')
    .replaceAll('\r\n', '\n');
}
