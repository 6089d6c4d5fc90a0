import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

import { APP_ID, isConnectOverrideAllowed, PRODUCT, productOf } from '../../src-main/product.ts';

describe('the product', () => {
  it('run from its sources says so, and has the connect override only as long as it is not packed', () => {
    expect(PRODUCT.kind).toBe('source');
    expect(isConnectOverrideAllowed(false)).toBe(true);
    expect(isConnectOverrideAllowed(true)).toBe(false);
  });

  it('carries in name and version that it is a test build', () => {
    const release = productOf('release');
    expect(productOf('test')).toEqual({
      ...release,
      name: `${release.name} (TEST BUILD)`,
      version: `${release.version}-test`,
      kind: 'test',
    });
    expect(release.name).toBe('Xray Residency Doctor');
  });

  it('is known to Windows by one name, packed or not', () => {
    const builder: unknown = parse(
      readFileSync(new URL('../../electron-builder.yml', import.meta.url), 'utf8'),
    );
    expect(builder).toMatchObject({ appId: APP_ID });
  });
});
