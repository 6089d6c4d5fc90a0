import { cpSync, globSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';

import type { AfterPackContext } from 'electron-builder';

import { setFuses } from './fuses.ts';

/** Files of an Electron distribution that no app needs. */
const NOT_OURS = ['resources/app', 'resources/default_app.asar', 'version'];

/**
 * Chromium has a second Spanish besides ours, and for macOS a form of a language for each gender that a person may be
 * addressed in (electron/electron, script/zip_manifests); electron-builder keeps every form of a language that is named.
 */
const FURTHER_FORMS = [
  'locales/{es-419,en-GB}*.pak',
  'locales/*_{FEMININE,MASCULINE,NEUTER}.pak',
  '**/{es_419,en_GB}*.lproj',
  '**/*_{FEMININE,MASCULINE,NEUTER}.lproj',
];

/** Takes the forms of our languages that nobody is shown out of a packed app; returns how many. */
export function removeFurtherForms(folder: string): number {
  const forms = globSync(FURTHER_FORMS, { cwd: folder });
  for (const form of forms) rmSync(join(folder, form), { recursive: true, force: true });
  return forms.length;
}

/**
 * Called by electron-builder between packing and signing: takes out what is not ours, puts licences and SBOM beside
 * the asar, sets the fuses and says what the packed binary has. Its own `electronFuses` knows fewer fuses and stops at an Electron that lacks one.
 */
export default async function afterPack(context: AfterPackContext): Promise<void> {
  const { appOutDir, electronPlatformName, packager } = context;
  for (const name of NOT_OURS) rmSync(join(appOutDir, name), { recursive: true, force: true });
  removeFurtherForms(appOutDir);
  cpSync(join(packager.info.appDir, '..', 'beside'), packager.getResourcesDir(appOutDir), {
    recursive: true,
  });
  const { set, unknown } = await setFuses(join(appOutDir, executableIn(electronPlatformName, packager)));
  const told = Object.entries(set).map(([name, isOn]) => `${name} ${isOn ? 'on' : 'off'}`);
  process.stderr.write(`Fuses of ${basename(appOutDir)}: ${told.join(', ')}\n`);
  if (unknown.length > 0)
    process.stderr.write(`Not set, because this Electron does not have them: ${unknown.join(', ')}\n`);
}

function executableIn(platform: string, packager: AfterPackContext['packager']): string {
  const { productFilename } = packager.appInfo;
  switch (platform) {
    case 'darwin':
      return `${productFilename}.app`;
    case 'win32':
      return `${productFilename}.exe`;
    default: {
      const name = packager.config.linux?.executableName;
      if (typeof name !== 'string')
        throw new Error('electron-builder.yml does not name the executable for Linux.');
      return name;
    }
  }
}
