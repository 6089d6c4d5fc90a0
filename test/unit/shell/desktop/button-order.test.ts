import { describe, expect, it } from 'vitest';

import { buttonOrder } from '../../../../src-main/shell/desktop/button-order.ts';

describe('the buttons of a message box', () => {
  it.each([
    ['win32', true, ['Yes', 'No']],
    ['darwin', true, ['Yes', 'No']],
    ['linux', true, ['No', 'Yes']],
    ['win32', false, ['Yes', 'No']],
    ['darwin', false, ['No', 'Yes']],
    ['linux', false, ['No', 'Yes']],
  ] as const)('on %s, question: %s', (platform, isQuestion, expected) => {
    const buttons = ['No', 'Yes'];
    expect(buttonOrder(platform, 2, isQuestion).map((index) => buttons[index])).toEqual(expected);
  });

  it('are all there, and the one that does least is found again', () => {
    for (const platform of ['win32', 'darwin', 'linux'] as const) {
      for (let count = 0; count < 5; count += 1) {
        for (const isQuestion of [true, false]) {
          const order = buttonOrder(platform, count, isQuestion);
          expect([...order].toSorted((a, b) => a - b)).toEqual(
            Array.from({ length: count }, (_, index) => index),
          );
        }
      }
    }
    expect(buttonOrder('win32', 4, false)).toEqual([1, 2, 3, 0]);
  });
});
