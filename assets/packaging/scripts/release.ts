/**
 * `npm run release`: every target of this platform in out/release, with SHA-256 sums, SBOM and licences. With
 * `--must-sign`, as in the release job, everything is signed, and on macOS notarised. With `--staged` it packs what
 * `npm run stage` left in out/stage, so that no build tool runs where the keys are.
 */
import { copyFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import packageJson from '../../../package.json' with { type: 'json' };
import { electron45Version } from '../../../test/support/electron-runtime/electron-45.ts';
import { REPOSITORY } from '../../../test/support/electron-runtime/places.ts';
import { withElectronBuilder } from '../electron-builder.ts';
import { missingForSigning, signingConfig } from '../signing.ts';
import { placePinnedElectron } from '../pinned-electron.ts';
import { stagedFolders } from '../staged.ts';
import { sumsOf } from '../sums.ts';

const OUTPUT = join(REPOSITORY, 'out', 'release');

const ELECTRON = join(REPOSITORY, 'out', 'electron');

/** As in electron-builder.yml. */
const PROCESSORS: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: ['arm64', 'x64'],
};

async function release(mustSign: boolean, isStaged: boolean): Promise<void> {
  const missing = mustSign ? missingForSigning(process.platform, process.env) : [];
  if (missing.length > 0)
    throw new Error(`A release must be signed, and these are not set: ${missing.join(', ')}.`);
  const electron = electron45Version();
  const staged = stagedFolders(REPOSITORY, 'release');
  if (!isStaged) {
    const { stage } = await import('../stage.ts');
    await stage({ repository: REPOSITORY, kind: 'release', electron, needsStartFile: false });
  }
  await placePinnedElectron(
    ELECTRON,
    (PROCESSORS[process.platform] ?? ['x64']).map((arch) => ({
      version: electron,
      platform: process.platform,
      arch,
    })),
  );
  rmSync(OUTPUT, { recursive: true, force: true });
  const system = await withElectronBuilder(async ({ build, Platform }) => {
    const platform = Platform.current();
    await build({
      projectDir: REPOSITORY,
      targets: platform.createTarget(),
      publish: 'never',
      config: {
        electronVersion: electron,
        electronDist: ELECTRON,
        // Linux's files have sums and the build's attestation instead.
        ...signingConfig(mustSign, process.platform, process.env),
      },
    });
    return platform.buildConfigurationKey;
  });
  const stem = `${packageJson.name}-${packageJson.version}-${system}`;
  copyFileSync(join(staged.beside, 'sbom.cdx.json'), join(OUTPUT, `${stem}-sbom.cdx.json`));
  copyFileSync(join(staged.beside, 'licences.txt'), join(OUTPUT, `${stem}-licences.txt`));
  const files = readdirSync(OUTPUT, { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.startsWith(`${packageJson.name}-`))
    .map((entry) => join(OUTPUT, entry.name));
  const sums = await sumsOf(files);
  writeFileSync(join(OUTPUT, `${stem}-SHA256SUMS.txt`), sums);
  process.stdout.write(sums);
}

try {
  await release(process.argv.includes('--must-sign'), process.argv.includes('--staged'));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
