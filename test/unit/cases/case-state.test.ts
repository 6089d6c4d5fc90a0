import { describe, expect, it } from 'vitest';

import {
  newCase,
  runOf,
  withBundle,
  withRun,
  withSent,
  withUserInput,
} from '../../../src-main/cases/case-edits.ts';
import { caseStateSchema } from '../../../src-main/contract/case.ts';
import type { CaseRun, CaseState, KeptCase } from '../../../src-main/contract/case.ts';
import type { Residency, VerdictKind } from '../../../src-main/contract/diagnosis.ts';
import { NO_KEPT_INTAKE } from '../../../src-main/contract/report/intake.ts';
import { caseId, keptDiagnosis, partId, sampleCase } from '../../support/samples/sample-case.ts';

const run = (kind: VerdictKind, rule = `${kind}.rule`, over: Partial<CaseRun> = {}): CaseRun => ({
  ...runOf(partId(9), keptDiagnosis()),
  verdict: { kind, rule },
  ...over,
});
const kept = (state: CaseState, kinds: readonly VerdictKind[] = ['residency']): KeptCase =>
  sampleCase(1, { state, residency: 'unknown', runs: kinds.map((kind) => run(kind)) });
const after = (before: KeptCase, latest: CaseRun): CaseState => withRun(before, latest, 'x').state;
const WAITING = ['waiting-for-answer', 'waiting-for-xray', 'waiting-for-migration'] as const;
const OTHERS = caseStateSchema.options.filter((state) => !state.startsWith('waiting'));
const MOVING = run('residency-suspected', 'residency-suspected.migration');
const statement = (residency: Residency) => ({ residency, facts: [], note: '', intake: NO_KEPT_INTAKE });
const BUNDLE = {
  id: partId(1),
  zipPath: '/d/xray-evidence-acme-XRD-ACDEF3-20260301T0930Z.zip',
  sha256: 'a'.repeat(64),
  bytes: 1,
  savedAt: '2026-03-02T08:00:00.000Z',
  mail: { to: 'a', subject: 'b', body: 'c' },
};

describe('the state of a case', () => {
  it.each(caseStateSchema.options)('%s: a healthy run solves it if it was not healthy before', (state) => {
    expect(after(kept(state), run('healthy'))).toBe('solved');
    expect(after(kept(state, ['residency', 'healthy']), run('healthy'))).toBe('solved');
    expect(after(kept(state, ['healthy']), run('healthy'))).toBe('checked');
  });

  it.each(caseStateSchema.options)('%s: a move is waited for, however it is known', (state) => {
    const hosts = keptDiagnosis().hosts.map((host) => ({ ...host, behaviour: 'migrating' as const }));
    expect(after(kept(state), MOVING)).toBe('waiting-for-migration');
    expect(after(kept(state), run('residency', 'residency.region-text', { hosts }))).toBe(
      'waiting-for-migration',
    );
    expect(after({ ...kept(state), residency: 'migrating' }, run('residency'))).toBe('waiting-for-migration');
    // Keys that are refused are no matter of a move.
    expect(after({ ...kept('checked'), residency: 'migrating' }, run('credentials-rejected'))).toBe(
      'checked',
    );
  });

  it('stays with any other run while somebody is waited for, else it is checked', () => {
    for (const kind of ['residency', 'network', 'credentials-rejected'] as const) {
      for (const state of WAITING) expect(after(kept(state), run(kind))).toBe(state);
      for (const state of OTHERS) expect(after(kept(state), run(kind))).toBe('checked');
    }
  });

  it('of a new case follows from its only run', () => {
    const states = [run('healthy'), MOVING, run('unclear')].map(
      (only) => newCase(caseId(1), only, keptDiagnosis(), new Date(0)).state,
    );
    expect(states).toEqual(['checked', 'waiting-for-migration', 'checked']);
  });

  it('is ready to be mailed once a file is saved, unless somebody is waited for', () => {
    for (const state of WAITING) expect(withBundle(kept(state), BUNDLE).state).toBe(state);
    for (const state of OTHERS) expect(withBundle(kept(state), BUNDLE).state).toBe('mail-ready');
  });

  it('tells who is waited for once its own file was sent', () => {
    const sent = (kind: VerdictKind) =>
      withSent({ ...kept('mail-ready', [kind]), bundles: [BUNDLE] }, BUNDLE.id);
    expect(sent('residency')?.state).toBe('waiting-for-xray');
    expect(sent('residency-suspected')?.state).toBe('waiting-for-xray');
    expect(sent('unclear')?.state).toBe('waiting-for-answer');
    expect(sent('healthy')?.state).toBe('waiting-for-answer');
    expect(withSent({ ...kept('mail-ready'), bundles: [BUNDLE] }, partId(7))).toBeNull();
    expect(withSent({ ...kept('waiting-for-xray'), bundles: [BUNDLE] }, BUNDLE.id)).toBeNull();
  });

  it('follows what the person reads on the page, unless somebody else is waited for', () => {
    const said = (from: KeptCase, residency: Residency) => withUserInput(from, statement(residency))?.state;
    expect(said(kept('checked'), 'migrating')).toBe('waiting-for-migration');
    expect(said(kept('mail-ready'), 'migrating')).toBe('waiting-for-migration');
    expect(said(kept('waiting-for-xray'), 'migrating')).toBe('waiting-for-xray');
    expect(said(kept('solved', ['residency', 'healthy']), 'migrating')).toBe('solved');
    const moving = { ...kept('waiting-for-migration'), residency: 'migrating' as const };
    expect(said(moving, 'pinned')).toBe('checked');
    expect(said({ ...moving, bundles: [BUNDLE] }, 'pinned')).toBe('mail-ready');
    expect(said({ ...moving, runs: [MOVING] }, 'pinned')).toBe('waiting-for-migration');
  });
});

it('statements that change nothing are no change', () => {
  const before = sampleCase(1, { residency: 'pinned', note: 'n' });
  const same = { ...statement('pinned'), note: 'n' };
  expect(withUserInput(before, same)).toBeNull();
  const { note: _note, intake: _intake, ...ofBefore } = { ...before, note: '' };
  expect(withUserInput(ofBefore, statement('pinned'))).toBeNull();
  for (const other of [
    { ...same, note: 'm' },
    { ...same, residency: 'unknown' as const },
    { ...same, intake: { ...NO_KEPT_INTAKE, since: 'May' } },
    { ...same, facts: [{ product: 'Jira' as const, location: 'EU', status: '' }] },
  ])
    expect(withUserInput(before, other)).not.toBeNull();
});

it('the Client ID is that of the latest run', () => {
  expect(withRun(sampleCase(1), run('residency'), 'AAAA…BBBB').clientId).toBe('AAAA…BBBB');
});
