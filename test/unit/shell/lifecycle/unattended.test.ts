import { describe, expect, it } from 'vitest';

import { missingDisplay, unattendedArguments } from '../../../../src-main/shell/lifecycle/unattended.ts';

describe('unattendedArguments', () => {
  it.each([
    [['app'], null],
    [['app', '--open', 'file.zip'], null],
    [['app', '--diagnose'], []],
    [
      ['app', '--diagnose', '--jira', 'acme'],
      ['--jira', 'acme'],
    ],
    [['electron', 'folder', '--no-sandbox', '--diagnose', '--json'], ['--json']],
    // What stands for itself is no wish.
    [['app', '--diagnose=yes'], null],
  ])('%j', (argv, expected) => {
    expect(unattendedArguments(argv)).toEqual(expected);
  });
});

describe('missingDisplay', () => {
  it('is only told on Linux, and only when there is neither kind of display', () => {
    expect(missingDisplay('linux', {})).toContain('xvfb-run');
    expect(missingDisplay('linux', { DISPLAY: '' })).toContain('xvfb-run');
    expect(missingDisplay('linux', { DISPLAY: ':0' })).toBeNull();
    expect(missingDisplay('linux', { XDG_SESSION_TYPE: 'wayland', WAYLAND_DISPLAY: 'wayland-0' })).toBeNull();
    // Chromium looks for an X server with the first, and for the socket that the second lacks.
    expect(missingDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toContain('xvfb-run');
    expect(missingDisplay('linux', { XDG_SESSION_TYPE: 'wayland' })).toContain('xvfb-run');
    expect(missingDisplay('win32', {})).toBeNull();
    expect(missingDisplay('darwin', {})).toBeNull();
  });
});
