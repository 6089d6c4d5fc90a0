import { Enums, Models, Serialize, Spec } from '@cyclonedx/cyclonedx-library';

import type { BundledPackage } from './bundled-packages.ts';

type Component = Pick<BundledPackage, 'name' | 'version' | 'licence'>;

/**
 * Returns the CycloneDX 1.6 document of a packed app (cyclonedx.org): Electron and every bundled npm package, without a
 * time or a serial number, so that the same build gives the same bytes.
 */
export function sbom(product: Component, electron: string, packages: readonly BundledPackage[]): string {
  const bom = new Models.Bom();
  const app = component(Enums.ComponentType.Application, product);
  const framework = component(Enums.ComponentType.Framework, {
    name: 'electron',
    version: electron,
    licence: 'MIT',
  });
  framework.description = 'Carries Chromium and Node.js; their licences are in LICENSES.chromium.html.';
  const libraries = packages.map((each) => {
    const library = component(Enums.ComponentType.Library, each);
    if (each.sha512 !== null) library.hashes.set(Enums.HashAlgorithm['SHA-512'], each.sha512);
    return library;
  });
  bom.metadata.component = app;
  for (const part of [framework, ...libraries]) {
    bom.components.add(part);
    app.dependencies.add(part.bomRef);
  }
  const serializer = new Serialize.JsonSerializer(new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6));
  return `${serializer.serialize(bom, { sortLists: true, space: 2 })}\n`;
}

function component(type: Enums.ComponentType, { name, version, licence }: Component): Models.Component {
  const [scope, plain] = name.startsWith('@') ? name.split('/') : [undefined, name];
  const purl = `pkg:npm/${scope === undefined ? '' : `${encodeURIComponent(scope)}/`}${plain ?? name}@${version}`;
  const made = new Models.Component(type, plain ?? name, {
    version,
    bomRef: purl,
    purl,
    ...(scope === undefined ? {} : { group: scope }),
  });
  made.licenses.add(
    /\s/u.test(licence) ? new Models.LicenseExpression(licence) : new Models.SpdxLicense(licence),
  );
  return made;
}
