import { describe, expect, it } from 'vitest';

import { isLocalPath } from '../../../../src-main/contract/input/local-path.ts';

const { raw } = String;

describe('a path of this computer', () => {
  it.each([
    [raw`C:\Users\jo\Downloads\xray-evidence-acme-20260101T0000Z.zip`, true],
    [raw`d:/cases/x.zip`, true],
    [raw`C:\x.zip`, true],
    [raw`C:\console\nullable\common1.zip`, true],
    [raw`\\host\share\x.zip`, false],
    [raw`//host/share/x.zip`, false],
    [raw`\/host\share\x.zip`, false],
    [raw`/\host/share/x.zip`, false],
    [raw`\\.\pipe\x`, false],
    [raw`\\.\PhysicalDrive0`, false],
    [raw`\\?\C:\x.zip`, false],
    [raw`\\?\UNC\host\share\x.zip`, false],
    [raw`//?/UNC/host/share/x.zip`, false],
    [raw`\??\C:\x.zip`, false],
    [raw`\\host@SSL@8443\DavWWWRoot\x.zip`, false],
    [raw`\x.zip`, false],
    [raw`C:x.zip`, false],
    [raw`C:`, false],
    [raw`x.zip`, false],
    ['', false],
    [raw`C:\NUL`, false],
    [raw`C:\folder\con.zip`, false],
    [raw`C:\folder\COM1 .zip`, false],
    [raw`C:\lpt9\x.zip`, false],
    [raw`C:\x.zip:stream`, false],
    [raw`C:\a\..\..\x.zip`, false],
    ['C:\\x\0.zip', false],
    [raw`file://host/share/x.zip`, false],
    ['/home/jo/x.zip', false],
  ])('on Windows %s: %s', (path, expected) => {
    expect(isLocalPath(path, 'win32')).toBe(expected);
  });

  it.each([
    ['/home/jo/Downloads/x.zip', true],
    ['/Users/jo/Downloads/a b.zip', true],
    ['/network/x.zip', true],
    ['/devices/x.zip', true],
    ['//host/share/x.zip', false],
    [raw`\\host\share\x.zip`, false],
    ['/dev/stdin', false],
    ['/proc/self/environ', false],
    ['/sys/x', false],
    ['/net/host/share/x.zip', false],
    ['/Network/Servers/host/x.zip', false],
    ['/tmp/../dev/stdin', false],
    ['x.zip', false],
    ['', false],
    ['/x\0.zip', false],
  ])('elsewhere %s: %s', (path, expected) => {
    expect(isLocalPath(path, 'linux')).toBe(expected);
    expect(isLocalPath(path, 'darwin')).toBe(expected);
  });
});
