import { cpSync, globSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';

import type { AfterPackContext } from 'electron-builder';

import { setFuses } from './fuses.ts';

/** Files of an Electron distribution that no app needs. */
const NOT_OURS = ['resources/app', 'resources/default_app.asar', 'version'];

/** Regional and gendered forms (electron/electron, script/zip_manifests), which electron-builder keeps with a language. */
const FURTHER_FORMS = [
  'locales/{es-419,en-GB}*.pak',
  'locales/*_{FEMININE,MASCULINE,NEUTER}.pak',
  '**/{es_419,en_GB}*.lproj',
  '**/*_{FEMININE,MASCULINE,NEUTER}.lproj',
];

/** Removes unused forms of the app's languages from a packed app; returns their number. */
export function removeFurtherForms(folder: string): number {
  const forms = globSync(FURTHER_FORMS, { cwd: folder });
  for (const form of forms) rmSync(join(folder, form), { recursive: true, force: true });
  return forms.length;
}

/**
 * Called by electron-builder between packing and signing: removes unused files, adds licences and SBOM next to the asar,
 * and sets the fuses. Its own `electronFuses` knows fewer fuses and fails for an Electron that lacks one.
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
