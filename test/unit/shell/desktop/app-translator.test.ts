import { describe, expect, it } from 'vitest';

import { DEFAULT_SUPPORT } from '../../../../src-main/contract/default-support.ts';
import type { LanguageChoice } from '../../../../src-main/contract/settings.ts';
import { createAppTranslator } from '../../../../src-main/shell/desktop/app-translator.ts';

const FRENCH_COMPUTER = { getLocale: () => 'fr-CA' };

describe('menus and dialogs', () => {
  it('are in English until the language is loaded, and then in that of the system', async () => {
    const { t, language, load } = createAppTranslator(
      FRENCH_COMPUTER,
      () => 'system',
      () => DEFAULT_SUPPORT,
    );
    expect([language(), t('menu.close')]).toEqual(['en', 'Close']);
    await load();
    expect([language(), t('menu.close')]).toEqual(['fr', 'Fermer']);
  });

  it('follow the choice with the next load, and the supporter at once', async () => {
    let choice: LanguageChoice = 'es';
    let support = DEFAULT_SUPPORT;
    const { t, language, load } = createAppTranslator(
      FRENCH_COMPUTER,
      () => choice,
      () => support,
    );
    await load();
    expect(language()).toBe('es');
    choice = 'de';
    expect(language()).toBe('es');
    await load();
    expect(t('send.title')).toBe('Schicken Sie die Datei an RadBee');
    support = { ...DEFAULT_SUPPORT, name: 'Acme Hilfe' };
    expect(t('send.title')).toBe('Schicken Sie die Datei an Acme Hilfe');
  });

  it('are in the language that was chosen last, whichever is loaded first', async () => {
    let choice: LanguageChoice = 'es';
    const { language, load } = createAppTranslator(
      FRENCH_COMPUTER,
      () => choice,
      () => DEFAULT_SUPPORT,
    );
    const first = load();
    choice = 'en';
    await load();
    await first;
    expect(language()).toBe('en');
  });
});
