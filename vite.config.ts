import { readFileSync, rmSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { defineConfig, normalizePath } from 'vite';
import { drawFirstPages } from './assets/packaging/draw-first-pages.ts';
import type * as firstPage from './src-renderer/first-page.tsx';
import { productOf } from './src-main/product.ts';
import type { BuildKind } from './src-main/product.ts';
import type { BuildEnvironmentOptions, EnvironmentOptions, Plugin } from 'vite';

import { precompileMessages } from './src-main/i18n/build/precompile-messages.ts';
import { namesOf } from './src-main/contract/ipc/call.ts';
import { ipcSchema } from './src-main/contract/ipc/ipc-schema.ts';

const NODE_MODULES_OF_NODE = [...builtinModules, /^node:/u];

/** The list of npm packages whose code went into one bundle; assets/packaging/stage.ts makes SBOM and licences of it. */
const BUNDLED_PACKAGES = 'bundled-packages.json';

/**
 * How a build differs by what it is for. `release` and `test` go into packed apps: minified, with source maps and the
 * list of bundled packages beside, which assets/packaging/stage.ts takes away before the app is packed.
 */
function buildOf(mode: string): {
  readonly kind: BuildKind;
  readonly dist: string;
  readonly options: BuildEnvironmentOptions;
  readonly isPacked: boolean;
} {
  if (mode !== 'release' && mode !== 'test')
    return { kind: 'source', dist: '../dist', options: {}, isPacked: false };
  return {
    kind: mode,
    isPacked: true,
    dist: `../out/stage/${mode}/app/dist`,
    options: { sourcemap: 'hidden', license: { fileName: BUNDLED_PACKAGES } },
  };
}

/** CommonJS out of `entry`, with every npm package inside and only Electron and Node outside. */
function commonJs(
  entry: string,
  outDir: string,
  external: (string | RegExp)[],
  mode: string,
): EnvironmentOptions {
  const { options, isPacked } = buildOf(mode);
  return {
    consumer: 'server',
    // Of the bundled files none is the one that Node was started with.
    define: { 'import.meta.main': 'false' },
    resolve: { noExternal: true, external: [], conditions: ['node'] },
    build: {
      outDir,
      emptyOutDir: true,
      // Pictures are the window's alone.
      copyPublicDir: false,
      target: 'node24',
      minify: false,
      sourcemap: false,
      ssr: true,
      ...options,
      rolldownOptions: {
        input: entry,
        platform: 'node',
        external,
        output: {
          format: 'cjs',
          entryFileNames: '[name].cjs',
          // What is imported dynamically is read when it is needed, not before the first screen.
          chunkFileNames: '[name]-[hash].cjs',
          // Names of functions and classes stay, so that a stack in the log can be read.
          minify: isPacked
            ? { compress: true, mangle: { keepNames: true }, codegen: { removeWhitespace: true } }
            : false,
        },
      },
    },
  };
}

/** As Vite names a module: with slashes, on Windows too. */
const PACKAGE_JSON = normalizePath(fileURLToPath(new URL('package.json', import.meta.url)));

/** Of package.json only what src-main/product.ts reads goes into a bundle, not our tools and their versions. */
const productOnly: Plugin = {
  name: 'product-only',
  load(id) {
    if (id !== PACKAGE_JSON) return null;
    const { productName, version, license }: Record<string, unknown> = JSON.parse(readFileSync(id, 'utf8'));
    return { code: JSON.stringify({ productName, version, license }), moduleType: 'json' };
  },
};

type FirstPageModule = typeof firstPage;

export default defineConfig(({ mode }) => {
  const { kind, dist, options } = buildOf(mode);
  return {
    root: 'src-renderer',
    base: './',
    plugins: [productOnly, precompileMessages],
    define: {
      // For src-main/product.ts and main.ts.
      BUILD_KIND: JSON.stringify(kind),
      // For the preload.
      IPC_NAMES: JSON.stringify(namesOf(ipcSchema)),
    },
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
      main: commonJs('src-main/main.ts', `${dist}/main`, ['electron', ...NODE_MODULES_OF_NODE], mode),
      // One file, which src-main/capture/picture-work.ts runs in a thread.
      worker: commonJs('src-main/capture/picture-worker.ts', `${dist}/worker`, NODE_MODULES_OF_NODE, mode),
      // Another one, for src-main/network/tls/system-roots.ts.
      rootsWorker: commonJs(
        'src-main/network/tls/system-roots-worker.ts',
        `${dist}/roots-worker`,
        NODE_MODULES_OF_NODE,
        mode,
      ),
      preload: commonJs('src-main/preload/preload.ts', `${dist}/preload`, ['electron'], mode),
      // Runs once, as the build's last step.
      firstPage: commonJs(
        'src-renderer/first-page.tsx',
        `${dist}/first-page`,
        NODE_MODULES_OF_NODE,
        'source',
      ),
    },
    builder: {
      async buildApp(builder) {
        for (const environment of Object.values(builder.environments)) {
          if (environment.name !== 'ssr') await builder.build(environment);
        }
        const folder = (name: string): string =>
          fileURLToPath(new URL(`src-renderer/${dist}/${name}`, import.meta.url));
        const { drawFirstPage }: FirstPageModule = await import(
          /* @vite-ignore */ pathToFileURL(join(folder('first-page'), 'first-page.cjs')).href
        );
        await drawFirstPages(folder('renderer'), (page) => drawFirstPage(page, productOf(kind).version));
        rmSync(folder('first-page'), { recursive: true });
      },
    },
  };
});
