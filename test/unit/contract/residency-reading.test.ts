import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { ResidencyFact } from '../../../src-main/contract/picture.ts';
import {
  isMove,
  locationOf,
  MOVE_STATUS,
  PAGE_LOCATIONS,
  PAGE_STATUSES,
  readResidency,
} from '../../../src-main/contract/residency/residency-reading.ts';
import { inEnglish } from '../../../src-main/i18n/translator.ts';

type Said = readonly [location: string, status: string];

const read = (jira: Said | null, xray: Said | null) => {
  const fact = (product: ResidencyFact['product'], said: Said | null): ResidencyFact[] =>
    said === null ? [] : [{ product, location: said[0], status: said[1] }];
  return readResidency([...fact('Jira', jira), ...fact('Xray', xray)]);
};

describe('what the page says', () => {
  it.each<[Said | null, Said | null, string, string, RegExp]>([
    [
      ['EU', 'Pinned'],
      ['EU', 'Pinned'],
      'pinned',
      'pinned',
      /^Jira is pinned to EU and Xray's data is there/u,
    ],
    [
      ['EU (Frankfurt, Dublin)', 'PINNED'],
      ['European Union', ''],
      'pinned',
      'pinned',
      /nothing to wait for/u,
    ],
    [['Germany', 'Pinned'], ['', 'Pinned'], 'pinned', 'pinned', /pinned to Germany/u],
    [['EU', 'Pinned'], ['EU', 'No action available'], 'pinned', 'pinned', /there too/u],
    [
      ['EU', 'Pinned'],
      ['Global', 'Eligible'],
      'movable',
      'pinned',
      /Send the report\. .*admin can also try /u,
    ],
    [['DE', 'Pinned'], ['US', 'Eligible'], 'movable', 'pinned', /Move apps/u],
    [['EU', 'Pinned'], ['Global', 'Not eligible'], 'product-moved', 'pinned', /Xray's data is in Global/u],
    [['US', ''], ['EU', ''], 'product-moved', 'unknown', /has not followed Jira/u],
    [['EU', MOVE_STATUS], ['Global', 'Eligible'], 'moving', 'migrating', /a move for Jira/u],
    [
      ['EU', 'Pinned'],
      ['Global', 'Migration scheduled'],
      'moving',
      'migrating',
      /Wait until it is complete/u,
    ],
    [null, ['', 'Déplacement en cours'], 'moving', 'migrating', /a move for Xray/u],
    // In doubt.
    [null, null, 'unknown', 'unknown', /status of Jira and Xray from/u],
    [['EU', 'Pinned'], null, 'unknown', 'pinned', /status of Xray from/u],
    [null, ['EU', 'Pinned'], 'unknown', 'pinned', /status of Jira from/u],
    [['EU', ''], ['EU', ''], 'unknown', 'unknown', /status of Jira from/u],
    [['Global', ''], ['Global', ''], 'unknown', 'unknown', /both in Global/u],
    [['Global', ''], ['EU', 'Eligible'], 'unknown', 'unknown', /Jira is in Global/u],
    [['EU', 'Pinned'], ['US', 'Pinned'], 'unknown', 'pinned', /does not say why/u],
    [['EU', 'Pinned'], ['EU', 'Eligible'], 'unknown', 'pinned', /do not fit together/u],
    [['EU', 'Eligible'], ['EU', ''], 'unknown', 'unknown', /do not fit together/u],
    // Xray documents no region there, so its data may have nowhere to follow to.
    [['Singapore', 'Pinned'], ['Global', 'Not eligible'], 'unknown', 'pinned', /does not say why/u],
    [['Mars', 'Pinned'], ['EU', ''], 'unknown', 'pinned', /does not know these words/u],
    [['EU', 'Pinned'], ['Global', 'On its way'], 'unknown', 'unknown', /does not know these words/u],
    [['EU', 'Pinned'], ['Global', 'Move canceled'], 'unknown', 'unknown', /does not know these words/u],
  ])('%j and %j: %s', (jira, xray, situation, residency, sentence) => {
    const reading = read(jira, xray);
    expect(reading).toMatchObject({ situation, residency });
    expect(inEnglish(reading.sentence)).toMatch(sentence);
  });

  it('takes the first line that says anything, and no other product', () => {
    const facts: ResidencyFact[] = [
      { product: 'Confluence', location: 'US', status: 'Migration scheduled' },
      { product: 'Jira', location: ' ', status: '' },
      { product: 'Jira', location: 'EU', status: 'Pinned' },
      { product: 'Xray', location: 'EU', status: 'Pinned' },
    ];
    expect(readResidency(facts)).toMatchObject({ situation: 'pinned', residency: 'pinned' });
  });

  it('tells a move only where a move is under way', () => {
    for (const status of [
      'Scheduled',
      'In progress',
      'Moving',
      'Umzug geplant',
      'Traslado en curso',
      'Migration wird geplant',
      'Déplacement en cours',
      'Being moved',
      MOVE_STATUS,
    ])
      expect([status, isMove(status)]).toEqual([status, true]);
    for (const status of [
      ...PAGE_STATUSES,
      'Move completed',
      'Migration failed',
      'No move scheduled',
      'Kein Umzug geplant',
      'Umzug abgeschlossen',
      'Déplacement annulé',
      'Moved',
      'Moved to EU',
      'Migrated',
      'Migriert',
      'Verschoben',
      'Déplacé',
      'Transferred',
      'Move',
      'Move apps',
      'Schedule a move',
      'Planifier un déplacement',
      'Removed',
    ])
      expect([status, isMove(status)]).toEqual([status, false]);
  });

  it('knows every location by its own name, and none in a text that names two', () => {
    for (const location of PAGE_LOCATIONS) {
      expect(locationOf(location)).toBe(location);
      expect(locationOf(` ${location.toLowerCase()} `)).toBe(location);
    }
    expect(locationOf('AU Sydney')).toBe('AU');
    expect(locationOf('Estados Unidos de América')).toBe('US');
    expect(locationOf('in the office')).toBeNull();
    expect(locationOf('EU and US')).toBeNull();
  });

  it('answers any text, and calls nothing pinned or moved that is not said in known words', () => {
    const text = fc.string({ unit: 'binary', maxLength: 80 });
    const fact = fc.record({
      product: fc.constantFrom('Jira' as const, 'Xray' as const),
      location: fc.oneof(text, fc.constantFrom(...PAGE_LOCATIONS)),
      status: fc.oneof(text, fc.constantFrom(...PAGE_STATUSES)),
    });
    fc.assert(
      fc.property(fc.array(fact, { maxLength: 3 }), (facts) => {
        const { situation, residency, sentence } = readResidency(facts);
        expect(inEnglish(sentence).length).toBeGreaterThan(10);
        if (residency === 'pinned') expect(facts.some(({ status }) => /pinned/iu.test(status))).toBe(true);
        if (situation === 'movable') expect(facts.some(({ status }) => /eligible/iu.test(status))).toBe(true);
        expect(situation === 'moving').toBe(residency === 'migrating');
      }),
      { numRuns: 2000, seed: 20261128 },
    );
  });
});
