import { describe, expect, it } from 'vitest';

import { isDirectlyIn, profilePlace } from '../../../src-main/profile/profile-place.ts';

describe('the profile that came with the program', () => {
  it.each<[string, NodeJS.Platform, string, Record<string, string>, string]>([
    [
      'a portable Windows program unpacks itself elsewhere',
      'win32',
      'C:\\Users\\jo\\AppData\\Local\\Temp\\2abc\\Xray Residency Doctor.exe',
      { PORTABLE_EXECUTABLE_DIR: 'C:\\Users\\jo\\Downloads' },
      'C:\\Users\\jo\\Downloads\\support-profile.json',
    ],
    [
      'out of a zip on Windows',
      'win32',
      'D:\\doctor\\Xray Residency Doctor.exe',
      { APPIMAGE: '/x/y.AppImage' },
      'D:\\doctor\\support-profile.json',
    ],
    [
      'a place that is none is not believed',
      'win32',
      'D:\\doctor\\x.exe',
      { PORTABLE_EXECUTABLE_DIR: '..\\elsewhere' },
      'D:\\doctor\\support-profile.json',
    ],
    [
      'an AppImage is mounted elsewhere',
      'linux',
      '/tmp/.mount_XrayReAbCdEf/xray-residency-doctor',
      { APPIMAGE: '/home/jo/apps/Doctor.AppImage' },
      '/home/jo/apps/support-profile.json',
    ],
    ['out of a tar on Linux', 'linux', '/opt/doctor/doctor', {}, '/opt/doctor/support-profile.json'],
    [
      'a relative AppImage is not believed',
      'linux',
      '/opt/d/doctor',
      { APPIMAGE: 'x' },
      '/opt/d/support-profile.json',
    ],
    [
      'beside the bundle on macOS',
      'darwin',
      '/Applications/Xray Residency Doctor.app/Contents/MacOS/Xray Residency Doctor',
      { PORTABLE_EXECUTABLE_DIR: '/elsewhere' },
      '/Applications/support-profile.json',
    ],
    ['a bundle at the top', 'darwin', '/D.app/Contents/MacOS/D', {}, '/support-profile.json'],
    ['no bundle on macOS', 'darwin', '/usr/local/bin/doctor', {}, '/usr/local/bin/support-profile.json'],
  ])('%s', (_name, platform, execPath, env, place) => {
    expect(profilePlace({ platform, execPath, env })).toBe(place);
  });
});

describe('a profile in the Downloads folder', () => {
  it.each<[string, string, NodeJS.Platform, boolean]>([
    ['/home/jo/Downloads', '/home/jo/Downloads/support-profile.json', 'linux', true],
    ['/home/jo/Downloads/', '/home/jo/Downloads/./support-profile.json', 'linux', true],
    ['/home/jo/Downloads', '/home/jo/Downloads/doctor/support-profile.json', 'linux', false],
    ['/home/jo/Downloads', '/home/jo/downloads/support-profile.json', 'linux', false],
    ['/Users/jo/Downloads', '/Users/jo/downloads/support-profile.json', 'darwin', true],
    ['C:\\Users\\jo\\Downloads', 'c:\\users\\JO\\downloads\\support-profile.json', 'win32', true],
    ['C:\\Users\\jo\\Downloads', 'C:/Users/jo/Downloads/support-profile.json', 'win32', true],
    ['C:\\Users\\jo\\Downloads', 'D:\\doctor\\support-profile.json', 'win32', false],
  ])('%s, %s on %s: %s', (folder, place, platform, expected) => {
    expect(isDirectlyIn(folder, place, platform)).toBe(expected);
  });
});
