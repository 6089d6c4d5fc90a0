import { createHash } from 'node:crypto';

import { escapeControlCharacters } from '../contract/input/control-characters.ts';
import type { EvidenceFile } from '../contract/report/evidence.ts';
import { escapeHtml } from '../evidence/search/encodings.ts';
import { deskPage } from './desk-page.ts';
import type { Inspected } from './inspect.ts';

const STYLE = `:root{color-scheme:light dark;font:15px/1.5 system-ui,sans-serif}
body{margin:0 auto;max-width:1400px;padding:24px}
section{display:grid;gap:24px;grid-template-columns:repeat(auto-fit,minmax(min(100%,560px),1fr));margin-block:24px}
h1{font-size:24px}h2{font-size:18px}pre{white-space:pre-wrap;overflow-wrap:anywhere;font:13px/1.5 ui-monospace,monospace}
img{max-width:100%;border:1px solid}summary{cursor:pointer;padding-block:8px}`;

/** Characters of one file that are shown. */
const MAX_SHOWN = 256 * 1024;

/**
 * Returns one self-contained page for bundles that were inspected: no script, no request to anywhere (its own policy
 * forbids both), and everything out of a bundle is text.
 */
export function htmlPage(bundles: readonly Inspected[]): string {
  const hash = createHash('sha256').update(STYLE).digest('base64');
  const policy = `default-src 'none'; img-src data:; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width">',
    `<title>${bundles.length === 1 ? shown(bundles[0]?.source ?? '') : `${bundles.length} reports`}</title>`,
    `<style>${STYLE}</style>`,
    ...bundles.map(bundleHtml),
    '</html>',
    '',
  ].join('\n');
}

function bundleHtml(bundle: Inspected): string {
  const pictures = bundle.files.filter(({ pictureDataUrl }) => pictureDataUrl !== null);
  return [
    `<h1>${shown(bundle.source)}</h1>`,
    '<section>',
    `<pre>${shown(deskPage(bundle))}</pre>`,
    `<div>${pictures.map(pictureHtml).join('')}</div>`,
    '</section>',
    ...bundle.files.flatMap(({ path, text }) =>
      text === null
        ? []
        : [
            `<details><summary>${shown(path)}</summary><pre>${shown(text.slice(0, MAX_SHOWN))}</pre></details>`,
          ],
    ),
  ].join('\n');
}

function pictureHtml({ path, pictureDataUrl }: EvidenceFile): string {
  return `<figure><img alt="${shown(path)}" src="${shown(pictureDataUrl ?? '')}"><figcaption>${shown(path)}</figcaption></figure>`;
}

/** A text as it stands in a page; what turns the writing direction is shown as an escape and not obeyed. */
function shown(text: string): string {
  return escapeHtml(escapeControlCharacters(text.toWellFormed()));
}
