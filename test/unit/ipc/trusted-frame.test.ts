import { describe, expect, it } from 'vitest';

import { isTrustedFrame } from '../../../src-main/ipc/trusted-frame.ts';

const own = {};

describe('isTrustedFrame', () => {
  const good = { sender: own, senderFrame: { url: 'app://doctor/index.html', parent: null } };

  it('trusts the main frame of our own window, at both hosts of the page', () => {
    expect(isTrustedFrame(good, own)).toBe(true);
    const moved = { ...good, senderFrame: { url: 'app://doctor-again/index.html#resumed', parent: null } };
    expect(isTrustedFrame(moved, own)).toBe(true);
  });

  const strangers: [string, Parameters<typeof isTrustedFrame>[0]][] = [
    ['another window', { ...good, sender: {} }],
    ['a frame that is gone', { ...good, senderFrame: null }],
    ['a frame inside the page', { ...good, senderFrame: { url: 'app://doctor/index.html', parent: {} } }],
    ...[
      'https://doctor/index.html',
      'app://doctor.evil.org/index.html',
      'app://doctor-again.evil.org/index.html',
      'app://doctor-agai/index.html',
      'app://evil@doctor/index.html',
      'app://evil/index.html',
      'app://doctor:8080/index.html',
      'file:///doctor/index.html',
      'about:blank',
      'data:text/html,app://doctor/',
      '',
    ].map((url): [string, Parameters<typeof isTrustedFrame>[0]] => [
      url,
      { sender: own, senderFrame: { url, parent: null } },
    ]),
  ];

  it.each(strangers)('does not trust %s', (_name, message) => {
    expect(isTrustedFrame(message, own)).toBe(false);
  });
});
