/** Makes a temporary folder of electron-builder's, as packing does, and then ends with the exit code that it was given. */
import { withElectronBuilder } from '../../../assets/packaging/electron-builder.ts';

await withElectronBuilder(async ({ Packager }) => {
  const { tempDirManager } = new Packager({ projectDir: process.cwd() });
  await tempDirManager.getTempDir();
  await tempDirManager.cleanup();
});
process.exitCode = Number(process.argv[2]);
