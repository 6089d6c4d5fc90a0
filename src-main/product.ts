import packageJson from '../package.json' with { type: 'json' };

/**
 * `source`: run from the repository. `test`: packed for tests, and marked as such wherever it shows. `release`: what a
 * customer gets.
 */
export type BuildKind = 'source' | 'test' | 'release';

/** What is being built; vite.config.ts puts the word in its place. Not there when Node runs the sources. */
declare const BUILD_KIND: BuildKind | undefined;

/** Whether this build has the connect override XRAY_DOCTOR_CONNECT_TO at all. A release has not: the bundler drops its code. */
export const HAS_CONNECT_OVERRIDE = typeof BUILD_KIND === 'undefined' || BUILD_KIND !== 'release';

/** Name and version of a build. A test build carries its kind in both, so that nobody takes it for a release. */
export function productOf(kind: BuildKind) {
  const { productName, version, license: licence } = packageJson;
  return kind === 'test'
    ? { name: `${productName} (TEST BUILD)`, version: `${version}-test`, licence, kind }
    : { name: productName, version, licence, kind };
}

/** This program. */
export const PRODUCT = productOf(typeof BUILD_KIND === 'undefined' ? 'source' : BUILD_KIND);

/** The name by which Windows knows the app and lets it show notifications; `appId` of electron-builder.yml. */
export const APP_ID = 'com.radbee.xray-residency-doctor';

/**
 * The class under which Windows starts the app from a notification. Electron would make up another one in every run and
 * leave each in the registry; the uninstaller deletes this one (assets/packaging/uninstall.nsh).
 */
export const TOAST_ACTIVATOR_CLSID = '{AD299EC1-776D-48C3-BED3-5DDC2955494F}';

/** Whether the connect override may be used: from the repository and in a test build, never in a packaged release. */
export function isConnectOverrideAllowed(isPackaged: boolean): boolean {
  return HAS_CONNECT_OVERRIDE && (PRODUCT.kind === 'test' || !isPackaged);
}
