import { describe, expect, it } from 'vitest';

import { isPortable, isWayland } from '../../../../src-main/shell/lifecycle/platform.ts';

const SESSION = { XDG_SESSION_TYPE: 'wayland', WAYLAND_DISPLAY: 'wayland-0' };

describe('isWayland', () => {
  it.each([
    ['linux', {}, '', false],
    ['linux', { DISPLAY: ':0', XDG_SESSION_TYPE: 'x11' }, '', false],
    ['linux', { DISPLAY: ':0', XDG_SESSION_TYPE: 'tty' }, 'x11', false],
    ['linux', SESSION, '', true],
    ['linux', { ...SESSION, DISPLAY: ':0' }, '', true],
    // The capturer goes by the session, wherever the windows are.
    ['linux', { ...SESSION, DISPLAY: ':0' }, 'x11', true],
    ['linux', {}, 'wayland', true],
    ['linux', { DISPLAY: ':0', XDG_SESSION_TYPE: 'x11' }, 'wayland', true],
    ['linux', { XDG_SESSION_TYPE: 'wayland' }, '', false],
    ['linux', { XDG_SESSION_TYPE: 'wayland', WAYLAND_DISPLAY: '' }, '', false],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, '', false],
    ['linux', {}, 'headless', false],
    ['win32', SESSION, 'wayland', false],
    ['darwin', SESSION, '', false],
  ] as const)('%s %j %j: %j', (platform, env, ozonePlatform, expected) => {
    expect(isWayland({ platform, env, ozonePlatform })).toBe(expected);
  });
});

describe('isPortable', () => {
  it.each([
    ['win32', { PORTABLE_EXECUTABLE_DIR: 'C:\\Users\\jo\\Downloads' }, true],
    ['win32', { PORTABLE_EXECUTABLE_DIR: '' }, false],
    ['win32', {}, false],
    ['linux', { PORTABLE_EXECUTABLE_DIR: '/elsewhere' }, false],
    ['darwin', { PORTABLE_EXECUTABLE_DIR: '/elsewhere' }, false],
  ] as const)('%s %j: %j', (platform, env, expected) => {
    expect(isPortable(platform, env)).toBe(expected);
  });
});
