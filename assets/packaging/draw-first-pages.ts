import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { nameOf } from '../../src-main/contract/ipc/first-page.ts';
import type { FirstPage } from '../../src-main/contract/ipc/first-page.ts';
import { BUILT_PAGE_FILE, STYLE_PLACE } from '../../src-main/shell/security/app-scheme.ts';
import { LANGUAGE_CODES, LANGUAGES } from '../../src-main/i18n/language.ts';

/** `drawFirstPage` of src-renderer/first-page.tsx, as built. */
type Draw = (page: FirstPage) => Promise<{ readonly html: string; readonly title: string }>;

/** Every first page that there is. */
function allFirstPages(): FirstPage[] {
  return LANGUAGE_CODES.flatMap((language) =>
    [false, true].flatMap((isChosen) => [false, true].map((hasKept) => ({ language, isChosen, hasKept }))),
  );
}

const STYLE_LINK = /<link rel="stylesheet"[^>]* href="\.\/([^"]+)">/u;
const SCRIPT = /<script type="module"[^>]* src="\.\/([^"]+)">/u;
const ROOT = /<div id="root">[\s\S]*<\/div>(?=\s*<\/body>)/u;

/**
 * Finishes the built pages in `folder`: the style goes from a file of its own to where `serveAppScheme` puts it into each
 * page, so that the first picture waits for no second file; and beside the plain page comes one for each first screen, with
 * that screen drawn in it.
 */
export async function drawFirstPages(folder: string, draw: Draw): Promise<void> {
  const file = join(folder, 'index.html');
  const built = readFileSync(file, 'utf8');
  const styleFile = found(STYLE_LINK, built);
  const style = readFileSync(join(folder, styleFile), 'utf8').trim();
  if (/<\/style|url\(/iu.test(style)) throw new Error('The style cannot stand in the page itself.');
  const plain = replaced(built, STYLE_LINK, STYLE_PLACE);
  rmSync(join(folder, styleFile));
  writeFileSync(file, plain);
  mkdirSync(join(folder, 'first'), { recursive: true });
  for (const page of allFirstPages()) {
    const { html, title } = await draw(page);
    const name = nameOf(page);
    // Inert until there is somebody behind it: a click on a drawn button would be lost.
    const root = `<div id="root" inert data-drawn="${name}">${html}</div>`;
    const titled = replaced(plain, /<title>[^<]*<\/title>/u, `<title>${escaped(title)}</title>`);
    const spoken = replaced(
      titled,
      '<html lang="en">',
      `<html lang="${page.language}" dir="${LANGUAGES[page.language].direction}">`,
    );
    writeFileSync(join(folder, 'first', `${name}.html`), replaced(spoken, ROOT, root));
  }
  const styleHash = `sha256-${createHash('sha256').update(style).digest('base64')}`;
  const starter = `/${found(SCRIPT, built)}`;
  writeFileSync(join(folder, BUILT_PAGE_FILE), `${JSON.stringify({ style, styleHash, starter })}\n`);
}

function found(what: RegExp, text: string): string {
  const [, first] = what.exec(text) ?? [];
  if (first === undefined) throw new Error(`The built page has nothing like ${what}.`);
  return first;
}

function replaced(text: string, what: RegExp | string, by: string): string {
  const after = text.replace(what, () => by);
  if (after === text) throw new Error(`The built page has nothing like ${what}.`);
  return after;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
