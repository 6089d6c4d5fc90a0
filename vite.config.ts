import { builtinModules } from 'node:module';
import { defineConfig } from 'vite';
import type { BuildEnvironmentOptions, EnvironmentOptions } from 'vite';

const NODE_MODULES_OF_NODE = [...builtinModules, /^node:/u];

/** The list of npm packages whose code went into one bundle; packaging/stage.ts makes SBOM and licences of it. */
const BUNDLED_PACKAGES = 'bundled-packages.json';

/**
 * How a build differs by what it is for. `release` and `test` go into packed apps: minified, with source maps and the
 * list of bundled packages beside, which packaging/stage.ts takes away before the app is packed.
 */
function buildOf(mode: string): { readonly dist: string; readonly options: BuildEnvironmentOptions } {
  if (mode !== 'release' && mode !== 'test') return { dist: '../dist', options: {} };
  return {
    dist: `../out/stage/${mode}/app/dist`,
    options: { sourcemap: 'hidden', license: { fileName: BUNDLED_PACKAGES } },
  };
}

/** One CommonJS file out of `entry`, with every npm package inside and only Electron and Node outside. */
function commonJsFile(
  entry: string,
  outDir: string,
  external: (string | RegExp)[],
  options: BuildEnvironmentOptions,
): EnvironmentOptions {
  return {
    consumer: 'server',
    // Of the bundled files none is the one that Node was started with.
    define: { 'import.meta.main': 'false' },
    resolve: { noExternal: true, external: [], conditions: ['node'] },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'node24',
      minify: false,
      sourcemap: false,
      ssr: true,
      ...options,
      rolldownOptions: {
        input: entry,
        platform: 'node',
        external,
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  };
}

export default defineConfig(({ mode }) => {
  const { dist, options } = buildOf(mode);
  const isPacked = mode === 'release' || mode === 'test';
  const ownFile = { ...options, minify: isPacked };
  return {
    root: 'src-renderer',
    base: './',
    // src-main/product.ts reads it; without it the bundle says that it was built from the repository.
    define: isPacked ? { BUILD_KIND: JSON.stringify(mode) } : {},
    environments: {
      client: {
        build: {
          outDir: `${dist}/renderer`,
          emptyOutDir: true,
          target: 'chrome114',
          modulePreload: false,
          assetsInlineLimit: 0,
          ...options,
        },
      },
      main: commonJsFile('src-main/main.ts', `${dist}/main`, ['electron', ...NODE_MODULES_OF_NODE], ownFile),
      preload: commonJsFile('src-main/preload/preload.ts', `${dist}/preload`, ['electron'], ownFile),
    },
    builder: {
      async buildApp(builder) {
        for (const environment of Object.values(builder.environments)) {
          if (environment.name !== 'ssr') await builder.build(environment);
        }
      },
    },
  };
});
