import { describe, expect, it } from 'vitest';

import { DEFAULT_SUPPORT } from '../../../../src-main/contract/support/default-support.ts';
import { createAppTranslator } from '../../../../src-main/shell/desktop/app-translator.ts';

const FRENCH_COMPUTER = { getLocale: () => 'fr-CA' };

describe('menus and dialogs', () => {
  it('are in English until a language is chosen, and then in that of the system', async () => {
    const { t, language, choose } = createAppTranslator(FRENCH_COMPUTER);
    expect([language(), t('menu.close')]).toEqual(['en', 'Close']);
    await choose('system');
    expect([language(), t('menu.close')]).toEqual(['fr', 'Fermer']);
  });

  it('follow the choice once it is loaded, and the support contact at once', async () => {
    let support = DEFAULT_SUPPORT;
    const { t, language, choose, setSupport } = createAppTranslator(FRENCH_COMPUTER);
    setSupport(() => support);
    await choose('es');
    expect(language()).toBe('es');
    const chosen = choose('de');
    expect(language()).toBe('es');
    await chosen;
    expect(t('send.title')).toBe('Bericht an RadBee senden');
    support = { ...DEFAULT_SUPPORT, name: 'Acme Hilfe' };
    expect(t('send.title')).toBe('Bericht an Acme Hilfe senden');
  });

  it('are in the language that was chosen last, whichever is loaded first', async () => {
    const { language, choose } = createAppTranslator(FRENCH_COMPUTER);
    const first = choose('es');
    await choose('en');
    await first;
    expect(language()).toBe('en');
  });
});
