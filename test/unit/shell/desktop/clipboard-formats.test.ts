import { describe, expect, it } from 'vitest';

import { fileOnClipboard } from '../../../../src-main/shell/desktop/clipboard-formats.ts';

const LIST = 'text/uri-list';
const GNOME = 'electron application/osclipboard;format="x-special/gnome-copied-files"';

describe('a file on the clipboard', () => {
  it.each([
    ['win32', 'file:///C:/Users/jo/a%20b.zip', [[LIST, 'file:///C:/Users/jo/a%20b.zip']]],
    ['darwin', 'file:///Users/jo/a.zip', [[LIST, 'file:///Users/jo/a.zip']]],
    [
      'linux',
      'file:///home/jo/a.zip',
      [
        [GNOME, 'copy\nfile:///home/jo/a.zip'],
        [LIST, 'file:///home/jo/a.zip'],
      ],
    ],
  ] as const)('of %s', async (platform, address, expected) => {
    const formats = Object.entries(fileOnClipboard(address, platform));
    expect(await Promise.all(formats.map(async ([type, blob]) => [type, await blob.text()]))).toEqual(
      expected,
    );
  });
});
