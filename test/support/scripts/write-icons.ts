/** `npm run icons`: writes every size of the icon out of its two drawings. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { REPOSITORY } from '../electron-runtime/places.ts';
import { iconIcns, iconIco, iconPng, PNG_SIZES } from '../samples/pictures/icon-files.ts';

const ASSETS = join(REPOSITORY, 'assets');
const PUBLIC = join(REPOSITORY, 'src-renderer', 'public');
const drawings = {
  large: readFileSync(join(ASSETS, 'icon.svg'), 'utf8'),
  small: readFileSync(join(ASSETS, 'icon-small.svg'), 'utf8'),
};

mkdirSync(join(ASSETS, 'icons'), { recursive: true });
mkdirSync(PUBLIC, { recursive: true });
for (const size of PNG_SIZES)
  writeFileSync(join(ASSETS, 'icons', `${size}x${size}.png`), iconPng(drawings, size));
writeFileSync(join(ASSETS, 'icon.png'), iconPng(drawings, 1024));
writeFileSync(join(ASSETS, 'icon.ico'), iconIco(drawings));
writeFileSync(join(ASSETS, 'icon.icns'), iconIcns(drawings));
// The window's own, beside its page.
writeFileSync(join(PUBLIC, 'icon.png'), iconPng(drawings, 256));
