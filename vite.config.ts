import { builtinModules } from 'node:module';
import { defineConfig } from 'vite';
import type { EnvironmentOptions } from 'vite';

const NODE_MODULES_OF_NODE = [...builtinModules, /^node:/u];

/** One CommonJS file out of `entry`, with every npm package inside and only Electron and Node outside. */
function commonJsFile(entry: string, outDir: string, external: (string | RegExp)[]): EnvironmentOptions {
  return {
    consumer: 'server',
    resolve: { noExternal: true, external: [], conditions: ['node'] },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'node24',
      minify: false,
      sourcemap: false,
      ssr: true,
      rolldownOptions: {
        input: entry,
        platform: 'node',
        external,
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  };
}

export default defineConfig({
  root: 'src-renderer',
  base: './',
  environments: {
    client: {
      build: {
        outDir: '../dist/renderer',
        emptyOutDir: true,
        target: 'chrome114',
        modulePreload: false,
        assetsInlineLimit: 0,
        // Loaded from the disk, all languages included; splitting it would gain nothing.
        chunkSizeWarningLimit: 1024,
      },
    },
    main: commonJsFile('src-main/main.ts', '../dist/main', ['electron', ...NODE_MODULES_OF_NODE]),
    preload: commonJsFile('src-main/preload/preload.ts', '../dist/preload', ['electron']),
  },
  builder: {
    async buildApp(builder) {
      for (const environment of Object.values(builder.environments)) {
        if (environment.name !== 'ssr') await builder.build(environment);
      }
    },
  },
});
