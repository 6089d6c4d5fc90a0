import { posix, win32 } from 'node:path';

import { describe, expect, it } from 'vitest';

import { keptCaseSchema } from '../../src-main/contract/case.ts';
import { isLocalPath } from '../../src-main/contract/input/local-path.ts';
import { createHomeFolderEraser } from '../../src-main/evidence/redaction/layers/redact-home-folder.ts';
import { draftPathFor, namesOf } from '../../src-main/session/saved-file.ts';
import { isDirectlyIn, profilePlace } from '../../src-main/profile/profile-place.ts';
import { evidenceArguments } from '../../src-main/shell/lifecycle/evidence-argument.ts';
import { caseId, sampleCase } from '../support/samples/sample-case.ts';

// The logic of paths and names as it runs on Windows and on macOS, through Node's own `path.win32` and `path.posix`.
const { raw } = String;
const BUNDLE = 'xray-evidence-acme-20260301T0930Z.zip';
const DRAFT = 'xray-evidence-acme-20260301T0930Z.eml';

/** Folders as people have them: what stands before the folder for downloads, and what must not leave of it. */
const HOMES: readonly (readonly [how: string, platform: NodeJS.Platform, home: string, name: string])[] = [
  ['plain', 'win32', raw`C:\Users\jo`, 'jo'],
  ['with a blank', 'win32', raw`C:\Users\Jo Sample`, 'Jo Sample'],
  ['with an apostrophe', 'win32', raw`C:\Users\Jo O'Sample`, "O'Sample"],
  ['with a dot and a domain', 'win32', raw`C:\Users\jo.sample.ACME`, 'jo.sample'],
  ['with letters of Europe', 'win32', raw`C:\Users\Jörg Weiß-Søren`, 'Jörg'],
  ['with letters of Asia', 'win32', raw`C:\Users\見本 太郎`, '見本'],
  ['with brackets and a plus', 'win32', raw`D:\Profiles\jo+(work) [x]`, 'jo+(work)'],
  ['a roaming profile on a server', 'win32', raw`\\files.acme.test\profiles$\jo.sample`, 'jo.sample'],
  ['a mapped drive', 'win32', raw`H:\jo.sample`, 'jo.sample'],
  ['plain', 'darwin', '/Users/jo', 'jo'],
  ['with an apostrophe and a blank', 'darwin', "/Users/Jo O'Sample", "O'Sample"],
  ['with letters of Europe', 'darwin', '/Users/Jörg Weiß', 'Jörg'],
  ['on another disk', 'darwin', '/Volumes/Büro/jo.sample', 'jo.sample'],
  ['plain', 'linux', '/home/jo.sample', 'jo.sample'],
];
const pathOf = (platform: NodeJS.Platform) => (platform === 'win32' ? win32 : posix);
/** Below a home folder, where people let things be saved. */
const BELOW = [
  'Downloads',
  'OneDrive - Acme Inc',
  'OneDrive - Acme Inc/Desktop',
  'Library/CloudStorage/OneDrive',
];

describe.each(HOMES)('a home folder %s, %s: %s', (_how, platform, home, name) => {
  const path = pathOf(platform);
  const places = BELOW.map((below) => path.join(home, ...below.split('/'), BUNDLE));
  const erase = createHomeFolderEraser(home);

  it('does not leave in a path, however a program writes it', () => {
    for (const place of places) {
      const address = `file:///${place.replaceAll('\\', '/').replace(/^\/+/u, '')}`;
      const ways = [
        place,
        place.replaceAll('\\', '/'),
        inCapitals(place),
        place.normalize('NFD'),
        JSON.stringify({ path: place }),
        JSON.stringify(JSON.stringify(place)),
        encodeURI(address),
        encodeURIComponent(place),
        `Error: EACCES: permission denied, open '${place}'`,
        `    at save (${place}:12:3)`,
      ];
      for (const way of ways) {
        const text = erase(`before ${way} behind`);
        expect(text).not.toContain(way);
        expect(decoded(text).normalize('NFC').toLowerCase(), way).not.toContain(
          `${path.sep}${name.toLowerCase()}`,
        );
        expect(text).toContain('~');
      }
    }
  });

  it('does not take along somebody whose name begins alike', () => {
    const other = `${home}athan`;
    expect(erase(path.join(other, BUNDLE))).toBe(path.join(other, BUNDLE));
  });

  it('is told to the window by its last name alone', () => {
    for (const place of places)
      expect(namesOf(place, platform)).toEqual({
        fileName: BUNDLE,
        draftName: DRAFT,
        folderName: path.basename(path.dirname(place)),
      });
  });

  it('holds a kept bundle, its draft beside it, and a profile that came with the program', () => {
    for (const place of places) {
      expect(draftPathFor(place)).toBe(path.join(path.dirname(place), DRAFT));
      expect(keptCaseSchema.safeParse(withBundleAt(place)).success, place).toBe(true);
    }
    const downloads = path.join(home, 'Downloads');
    const execPath = path.join(downloads, platform === 'win32' ? 'Doctor.exe' : 'doctor');
    const place = profilePlace({ platform, execPath, env: {} });
    expect(place).toBe(path.join(downloads, 'support-profile.json'));
    expect(isDirectlyIn(downloads, place, platform)).toBe(true);
    expect(isDirectlyIn(home, place, platform)).toBe(false);
  });

  it('is looked at without a question unless it lies on another computer', () => {
    for (const place of places) {
      const opened = evidenceArguments(['doctor', '--open', BUNDLE], path.dirname(place), platform);
      expect(opened).toEqual([place]);
      expect(isLocalPath(place, platform)).toBe(!home.startsWith('\\'));
    }
  });
});

/** As Windows compares names: one letter for one letter, so that ß stays. */
function inCapitals(text: string): string {
  return Array.from(text, (letter) => (letter === 'ß' ? letter : letter.toUpperCase())).join('');
}

/** Percent signs and JSON's slashes taken back, as somebody who looks for a name would. */
function decoded(text: string): string {
  const plain = text.replaceAll(/\\{2,}/gu, '\\');
  try {
    return decodeURIComponent(plain);
  } catch {
    return plain;
  }
}

function withBundleAt(zipPath: string): unknown {
  const mail = { to: 'support@radbee.com', subject: 'x', body: 'x' };
  return {
    ...sampleCase(1),
    bundles: [
      {
        id: '0000000000000001',
        zipPath,
        sha256: 'a'.repeat(64),
        bytes: 1,
        savedAt: '2026-03-01T10:00:00.000Z',
        mail,
      },
    ],
  };
}

describe('the short name that Windows gives a long one', () => {
  // %TEMP%, and with it the folder that the portable program runs from, is told in this form.
  it.each([
    [
      raw`C:\Users\Jo Sample`,
      raw`C:\Users\JOSAMP~1\AppData\Local\Temp\2a\x.cjs`,
      raw`~\AppData\Local\Temp\2a\x.cjs`,
    ],
    [raw`C:\Users\jonathan.sample`, raw`at C:/Users/JONATH~12/AppData/x`, raw`at ~/AppData/x`],
    [raw`C:\Users\jonathan.sample`, raw`"C:\\Users\\JO12AB~1\\x"`, raw`"~\\x"`],
    [raw`C:\Users\jonathan.sample`, raw`C%3A%5CUsers%5CJONATH~1%5Cx`, raw`~%5Cx`],
    [raw`C:\Users\jonathan.sample`, raw`C%3A%5CUsers%5CJONATH%7E1%5Cx`, raw`~%5Cx`],
  ])('of %s is erased in %s', (home, text, expected) => {
    expect(createHomeFolderEraser(home)(text)).toBe(expected);
  });

  it.each([
    [raw`C:\Users\jo`, raw`C:\Program Files\JONATH~1\x`],
    [raw`C:\Users\jo`, raw`C:\Users\Public\x`],
    ['/home/jo', '/home/jonath~1/x'],
  ])('of %s: %s stays', (home, text) => {
    expect(createHomeFolderEraser(home)(text)).toBe(text);
  });
});

describe('what a second start or --open may name on Windows', () => {
  const from = raw`C:\Users\jo\Downloads`;
  const opened = (named: string, folder = from): string =>
    evidenceArguments(['doctor.exe', `--open=${named}`], folder, 'win32')[0] ?? '';

  it.each([
    raw`\\host\share\x.zip`,
    raw`//host/share/x.zip`,
    raw`\/host\share\x.zip`,
    raw`\\host@SSL@8443\DavWWWRoot\x.zip`,
    raw`\\?\UNC\host\share\x.zip`,
    raw`\\?\C:\x.zip`,
    raw`\\.\pipe\x`,
    raw`\\.\C:\x.zip`,
    'CON',
    'con.zip',
    'NUL',
    'nul.tar.zip',
    raw`sub\COM1.zip`,
    'COM¹.zip',
    'LPT9 .zip',
    'AUX.',
    'PRN ',
    'CONIN$',
    'x.zip:stream',
    'x.zip::$DATA',
    'x\0.zip',
  ])('%s is refused before anything of it is touched', (named) => {
    expect(isLocalPath(opened(named), 'win32')).toBe(false);
  });

  it('what is named from a folder on another computer is refused as well', () => {
    for (const named of ['x.zip', raw`.\x.zip`, raw`\share2\x.zip`])
      expect(isLocalPath(opened(named, raw`\\host\share\folder`), 'win32'), named).toBe(false);
  });

  it.each([
    ['x.zip', raw`C:\Users\jo\Downloads\x.zip`],
    [raw`..\Desktop\x.zip`, raw`C:\Users\jo\Desktop\x.zip`],
    [raw`..\..\..\..\..\x.zip`, raw`C:\x.zip`],
    [raw`\x.zip`, raw`C:\x.zip`],
    [raw`Z:\mapped\x.zip`, raw`Z:\mapped\x.zip`],
    ['z:/mapped/x.zip', raw`z:\mapped\x.zip`],
    ["Jo O'Sample.zip", raw`C:\Users\jo\Downloads\Jo O'Sample.zip`],
    ['見本.zip', raw`C:\Users\jo\Downloads\見本.zip`],
    ['console.zip', raw`C:\Users\jo\Downloads\console.zip`],
    ['COM10.zip', raw`C:\Users\jo\Downloads\COM10.zip`],
  ])('%s is %s', (named, path) => {
    expect(opened(named)).toBe(path);
    expect(isLocalPath(path, 'win32')).toBe(true);
  });
});

describe('names that this app gives to files', () => {
  it('are none that Windows reserves, cuts or cannot write', () => {
    const names = [
      BUNDLE,
      DRAFT,
      'xray-evidence-con-20260301T0930Z.zip',
      'xray-evidence-nul-20260301T0930Z-2.zip',
      'support-profile.json',
      'doctor.log',
      'doctor.log.1',
      'case.json',
      `run-${'0'.repeat(16)}.json`,
      caseId(1),
    ];
    for (const name of names) {
      expect(name).not.toMatch(/[<>:"/\\|?*]|[. ]$/u);
      expect(isLocalPath(win32.join(raw`C:\x`, name), 'win32'), name).toBe(true);
    }
  });
});
