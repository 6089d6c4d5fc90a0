import { EventEmitter } from 'node:events';

import { describe, expect, it } from 'vitest';

import { watchPresses } from '../../../../src-main/shell/window/user-activation.ts';

describe('a press of a person', () => {
  const given = () => {
    const contents = new EventEmitter();
    let now = 0;
    const presses = watchPresses(contents, () => now);
    return {
      presses,
      input: (type: string) => contents.emit('input-event', {}, { type }),
      pass: (ms: number) => {
        now += ms;
      },
    };
  };

  it.each(['mouseDown', 'keyDown', 'rawKeyDown', 'gestureTap', 'touchEnd'])('counts once: %s', (type) => {
    const { presses, input } = given();
    expect(presses.take()).toBe(false);
    input(type);
    expect(presses.take()).toBe(true);
    expect(presses.take()).toBe(false);
  });

  it.each(['mouseMove', 'mouseWheel', 'keyUp', 'pointerMove'])('is not a %s', (type) => {
    const { presses, input } = given();
    input(type);
    expect(presses.take()).toBe(false);
  });

  it('is forgotten after five seconds', () => {
    const { presses, input, pass } = given();
    input('mouseDown');
    pass(5000);
    expect(presses.take()).toBe(true);
    input('mouseDown');
    pass(5001);
    expect(presses.take()).toBe(false);
  });
});
