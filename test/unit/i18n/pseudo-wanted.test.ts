import { expect, it } from 'vitest';

import { isPseudoWanted } from '../../../src-main/i18n/language.ts';

it('the pseudo-language is for whoever asks for it, and never in a packaged app', () => {
  expect(isPseudoWanted({ XRAY_DOCTOR_PSEUDO: '1' }, false)).toBe(true);
  expect(isPseudoWanted({ XRAY_DOCTOR_PSEUDO: '1' }, true)).toBe(false);
  for (const env of [{}, { XRAY_DOCTOR_PSEUDO: '' }, { XRAY_DOCTOR_PSEUDO: '0' }])
    expect(isPseudoWanted(env, false)).toBe(false);
});
