import type { AskedHost } from '../contract/diagnosis.ts';

/** One Xray base URL. `baseUrl` has no slash at its end: a double slash in a path makes Xray answer 400. */
export type XrayHost = Readonly<Pick<AskedHost, 'id' | 'name' | 'baseUrl'>>;

/** The host that routes every site; it decides the verdict. */
export const GLOBAL_HOST: XrayHost = {
  id: 'global',
  name: 'Global',
  baseUrl: 'https://xray.cloud.getxray.app',
};

/** Every documented host (docs.getxray.app, REST API), the global one first. */
export const XRAY_HOSTS: readonly XrayHost[] = [
  GLOBAL_HOST,
  { id: 'us', name: 'United States', baseUrl: 'https://us.xray.cloud.getxray.app' },
  { id: 'eu', name: 'EU, Frankfurt', baseUrl: 'https://eu.xray.cloud.getxray.app' },
  { id: 'au', name: 'Australia, Sydney', baseUrl: 'https://au.xray.cloud.getxray.app' },
];
