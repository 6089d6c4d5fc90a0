import { describe, expect, it } from 'vitest';

import { pageHint, readFacts } from '../../../../src-main/capture/page/read-residency.ts';
import { readResidency } from '../../../../src-main/contract/residency/residency-reading.ts';

const factsOf = (rows: readonly (readonly string[])[]) =>
  readFacts(rows.map((row) => row.map((text) => ({ text })))).facts;

describe('the table of the page', () => {
  const HEAD = ['Product', 'Location', 'Status'];

  it('gives location and status of Jira, Confluence and Xray', () => {
    const facts = factsOf([
      HEAD,
      ['Jira', 'EU', 'Pinned'],
      ['Confluence', 'European Union (Frankfurt, Dublin)', 'Pinned'],
      ['Some app', 'Global', 'Not eligible'],
      ['Xray Test Management for Jira', 'Global', 'Eligible'],
    ]);
    expect(facts).toEqual([
      { product: 'Jira', location: 'EU', status: 'Pinned' },
      { product: 'Confluence', location: 'European Union (Frankfurt, Dublin)', status: 'Pinned' },
      { product: 'Xray', location: 'Global', status: 'Eligible' },
    ]);
    expect(readResidency(facts).residency).toBe('pinned');
  });

  it('takes a move for a move', () => {
    const facts = factsOf([['Jira', 'Global', 'Migration scheduled']]);
    expect(facts).toEqual([{ product: 'Jira', location: 'Global', status: 'Migration scheduled' }]);
    expect(readResidency(facts).residency).toBe('migrating');
  });

  it.each([
    ['nothing', []],
    ['another shape', [['Jira is a product of Atlassian']]],
    ['no location and no status', [['Jira', 'Software']]],
    ['only other apps', [['Some app', 'EU', 'Pinned']]],
  ])('gives nothing for %s', (_name, rows) => {
    expect(factsOf(rows)).toEqual([]);
    expect(readResidency([]).residency).toBe('unknown');
  });

  it('tells Jira from an app for Jira, wherever it stands', () => {
    const facts = factsOf([
      ['Charts for Jira', 'US', 'No action available'],
      ['Xray Test Management for Jira', 'Global', 'Eligible'],
      ['Jira Service Management', 'US', 'Pinned'],
      ['Jira', 'EU', 'Pinned'],
    ]);
    expect(facts).toEqual([
      { product: 'Jira', location: 'EU', status: 'Pinned' },
      { product: 'Xray', location: 'Global', status: 'Eligible' },
    ]);
    expect(factsOf([['Charts for Jira', 'US', 'Eligible']])).toEqual([]);
    expect(factsOf([['northwind Jira', 'EU', 'Pinned']])).toHaveLength(1);
  });

  it('reads nothing of a product that stands there twice and differently', () => {
    const rows = [
      ['Jira', 'EU', 'Pinned'],
      ['Jira', 'US', 'Pinned'],
      ['Xray', 'EU', 'Pinned'],
      ['Xray', 'EU', 'Pinned'],
    ];
    expect(factsOf(rows)).toEqual([{ product: 'Xray', location: 'EU', status: 'Pinned' }]);
    expect(readFacts(rows.map((row) => row.map((text) => ({ text })))).cells).toHaveLength(12);
  });

  it('hints at another page', () => {
    expect(pageHint('Security Data residency Jira')).toBeNull();
    expect(pageHint('Billing')?.key).toBe('picture.hint.other-page');
  });
});
