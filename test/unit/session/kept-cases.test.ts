import { readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import type { KeepCase } from '../../../src-main/contract/case.ts';
import { findInBytes, findInFolder } from '../../support/faults/marker-search.ts';
import { samplePng } from '../../support/samples/pictures/sample-png.ts';
import { SAMPLE_ID, SAMPLE_SECRET, SAMPLE_TOKEN } from '../../support/samples/sample-run.ts';
import {
  CHOICES,
  FORM,
  KEEP,
  folder,
  healthy,
  keptCase,
  start,
  useOwnFolders,
  value,
  verdictOf,
} from '../../support/samples/session-world.ts';

useOwnFolders();

describe('a case that is kept', () => {
  it('is found after a restart with everything but the keys, and can be mailed without checking again', async () => {
    const first = await start();
    await first.check();
    await value(first.services.pictures.add({ bytes: samplePng(400, 300), way: 'paste' }));
    const { id } = await value(first.services.cases.keep(KEEP));
    await value(first.services.cases.leave(null));
    expect(await value(first.services.cases.current(null))).toBeNull();

    const second = await start();
    expect(await value(second.services.cases.list(null))).toMatchObject([
      { kind: 'case', id, name: 'acme.atlassian.net', site: 'acme.atlassian.net', state: 'checked', runs: 1 },
    ]);
    const opened = await value(second.services.cases.open({ id }));
    expect(opened.kept).toMatchObject({
      id,
      residency: 'pinned',
      pictures: 0,
      comparison: null,
    });
    expect('ticked' in opened.kept).toBe(false);
    expect(opened.latest?.diagnosis.verdict.kind).toBe('residency');
    expect(opened.latest?.transcripts.length).toBeGreaterThan(0);
    expect(await value(second.services.cases.current(null))).toEqual(opened);
    expect(await value(second.services.diagnosis.connection(null))).toEqual({
      clientId: '',
      jiraSite: 'acme.atlassian.net',
      confluenceSite: 'acme-wiki.atlassian.net',
      secretHeld: false,
    });
    // Pictures are in the saved file only.
    expect(await value(second.services.pictures.list(null))).toEqual([]);
    expect(readdirSync(join(folder, 'cases', id)).some((file) => file.endsWith('.png'))).toBe(false);
    // The keys are asked for again.
    expect(await second.services.diagnosis.start({ ...FORM, clientSecret: null })).toMatchObject({
      failure: { field: 'clientSecret' },
    });
    const preview = await value(second.services.evidence.preview(CHOICES));
    await value(second.services.evidence.save({ previewId: preview.previewId, where: 'usual' }));
    await second.told(1);
    expect(second.kept[0]?.kept?.bundles).toHaveLength(1);
    for (const place of [join(folder, 'cases'), join(folder, 'downloads')])
      expect(await findInFolder(place, [SAMPLE_SECRET, SAMPLE_TOKEN, SAMPLE_ID])).toEqual([]);
    expect(
      findInBytes('answers', Buffer.from(JSON.stringify([opened, second.kept])), [
        SAMPLE_SECRET,
        SAMPLE_TOKEN,
      ]),
    ).toEqual([]);
    expect(JSON.stringify([opened, second.kept])).not.toContain(folder);
  });

  it('is made by a check alone, and takes the next one of the same sites, wherever it is begun', async () => {
    const { services, check, answer, told, kept } = await start();
    await check();
    await told(1);
    expect(kept[0]).toMatchObject({
      problem: null,
      kept: { state: 'checked', note: '', residency: 'unknown' },
    });
    const id = kept[0]?.kept?.id ?? '';
    expect(await value(services.cases.current(null))).toMatchObject({ kept: { id, comparison: null } });
    await value(services.cases.leave(null));
    const again = await start();
    again.answer(healthy);
    await again.check({ jiraSite: 'https://acme.atlassian.net/jira' });
    await again.told(1);
    expect(again.kept[0]?.kept).toMatchObject({
      id,
      state: 'solved',
      comparison: { change: 'better', hosts: [{ id: 'global', change: 'better' }] },
    });
    expect(again.kept[0]?.kept?.runs).toHaveLength(2);
    expect(await value(services.cases.count(null))).toBe(1);
    answer(healthy);
    await check({ confluenceSite: 'another-wiki' });
    await told(2);
    expect(kept[1]?.kept).toMatchObject({ state: 'checked', comparison: null });
    expect(await value(services.cases.count(null))).toBe(2);
  });

  it('compares a healthy run with the last that was not, any other with the first', async () => {
    const { check, answer, told, kept } = await start();
    const kinds = [{}, verdictOf('network'), healthy, healthy, verdictOf('unclear')];
    const compared: (string | undefined)[] = [];
    for (const [index, over] of kinds.entries()) {
      answer(over);
      await check();
      await told(index + 1);
      compared.push(kept[index]?.kept?.comparison?.before.verdict.kind);
    }
    expect(compared).toEqual([undefined, 'residency', 'network', 'network', 'residency']);
  });

  it('takes no check that was stopped; one of other sites leaves it', async () => {
    const { services, check, answer, kept, told } = await start();
    await check();
    const first = await keptCase(services);
    answer(verdictOf('cancelled'));
    await check();
    expect((await value(services.cases.current(null)))?.kept.runs).toHaveLength(1);
    answer({});
    await check({ jiraSite: 'another' });
    await told(2);
    expect(kept[1]?.kept?.id).not.toBe(first.id);
    const ofOther = await value(services.cases.keep({ ...KEEP, note: 'Of the other.' }));
    expect(ofOther).toMatchObject({ sites: { jira: 'another.atlassian.net' }, note: 'Of the other.' });
    expect(await value(services.cases.list(null))).toMatchObject([{ runs: 1 }, { runs: 1 }]);
    expect((await value(services.cases.open({ id: first.id }))).kept.note).toBe('');
  });

  it.skipIf(process.platform === 'win32')('that cannot be kept is told, and hinders nothing', async () => {
    writeFileSync(join(folder, 'cases'), 'a file in its place');
    const { services, check, kept, told } = await start();
    expect((await check()).diagnosis.verdict.kind).toBe('residency');
    await told(1);
    expect(kept[0]).toMatchObject({ kept: null, problem: { key: expect.stringMatching(/^failure\./u) } });
    expect(await services.cases.keep(KEEP)).toMatchObject({ failure: { code: 'nothing-to-do' } });
    const { previewId } = await value(services.evidence.preview(CHOICES));
    const saved = await value(services.evidence.save({ previewId, where: 'usual' }));
    await value(services.evidence.copyFile({ bundleId: saved?.bundleId ?? '' }));
    // The next check tries again.
    rmSync(join(folder, 'cases'));
    await check();
    await told(2);
    expect(kept[1]).toMatchObject({ problem: null, kept: { runs: [{}] } });
  });

  it.skipIf(process.platform === 'win32')(
    'is left by a check of other sites that cannot be kept',
    async () => {
      const { services, check, told } = await start();
      await check();
      const { id } = await keptCase(services);
      const [cases, moved] = [join(folder, 'cases'), join(folder, 'moved')];
      renameSync(cases, moved);
      writeFileSync(cases, 'a file in its place');
      await check({ jiraSite: 'another' });
      await told(2);
      rmSync(cases);
      renameSync(moved, cases);
      expect(await services.cases.keep({ ...KEEP, note: 'Of the other.' })).toMatchObject({ ok: false });
      expect(await value(services.cases.current(null))).toBeNull();
      expect((await value(services.cases.open({ id }))).kept.note).toBe('');
    },
  );

  it('the newest one is told without opening it', async () => {
    const { services, check } = await start();
    expect(await value(services.cases.newest(null))).toBeNull();
    await check();
    const { id } = await keptCase(services);
    expect(await value(services.cases.newest(null))).toMatchObject({ kind: 'case', id, runs: 1 });
    expect(await value(services.cases.newest(null))).toEqual((await value(services.cases.list(null)))[0]);
  });

  it('keeps what the person states, also after a restart', async () => {
    const { services, check } = await start();
    await check();
    const first = await keptCase(services);
    const intake = { snapshotsError: 'Invalid keys', since: 'Monday', xrayInJira: 'works' as const };
    const stated: KeepCase = {
      residency: 'migrating',
      facts: [{ product: 'Jira', location: 'EU', status: 'Pinned' }],
      note: 'Asked twice already.',
      intake,
    };
    const again = await value(services.cases.keep(stated));
    expect(again).toMatchObject({
      id: first.id,
      residency: 'migrating',
      state: 'waiting-for-migration',
      note: 'Asked twice already.',
      intake,
    });
    const second = await start();
    expect((await value(second.services.cases.open({ id: first.id }))).kept).toEqual(again);
    // What is stated once more changes nothing, so that it is not the newest one for that.
    expect(await value(second.services.cases.keep(stated))).toEqual(again);
  });

  it('keeps what is written to support, without a secret that stands in it', async () => {
    const { services, check } = await start();
    await check();
    const slip = `My secret is ${SAMPLE_SECRET}.`;
    const intake = {
      snapshotsError: slip,
      since: `${'x'.repeat(170)} ${slip.slice(0, -15)}`,
      xrayInJira: null,
    };
    const { id } = await value(services.cases.keep({ ...KEEP, note: slip, intake }));
    const { kept } = await value(services.cases.open({ id }));
    for (const text of [kept.note, kept.intake.snapshotsError])
      expect(text).toMatch(/^My secret is ‹client-secret#[0-9a-f]+›\.$/u);
    expect(await findInFolder(join(folder, 'cases'), [SAMPLE_SECRET])).toEqual([]);
  });

  it('loses no half of a tag where a note has become too long', async () => {
    const { services, check } = await start();
    await check();
    for (const lead of ['', 'a', 'aaaaa', 'aaaaaaaaa']) {
      const note = `${lead} ${'password=hunter2 '.repeat(230)}`;
      const { id } = await value(services.cases.keep({ ...KEEP, note }));
      const { kept } = await value(services.cases.open({ id }));
      expect((kept.note ?? '').length).toBeGreaterThan(3900);
      expect((kept.note ?? '').replace(/‹[a-z-]+#[0-9a-f]{4}›/gu, '')).not.toContain('‹');
    }
  });

  it('is one case, however often it is asked for at once', async () => {
    const { services, check } = await start();
    await check();
    const kept = await Promise.all([1, 2, 3].map(() => keptCase(services)));
    expect(new Set(kept.map(({ id }) => id)).size).toBe(1);
    expect(await value(services.cases.list(null))).toHaveLength(1);
  });

  it('is not written before there is one, nor with a secret in a fact', async () => {
    const { services, check } = await start();
    expect(await services.cases.keep(KEEP)).toMatchObject({ failure: { code: 'nothing-to-do' } });
    await check();
    const factOf = (location: string): KeepCase => ({
      ...KEEP,
      facts: [{ product: 'Jira', location, status: '' }],
    });
    expect(await services.cases.keep(factOf(`x ${SAMPLE_SECRET.slice(5, 30)}`))).toMatchObject({
      failure: { code: 'case-not-clean' },
    });
    // Also a secret that was only typed, in a form that was refused.
    const typed = '77aa55cc33ee11ff99bb';
    await services.diagnosis.start({ ...FORM, clientSecret: typed, jiraSite: '' });
    expect(await services.cases.keep(factOf(typed))).toMatchObject({ failure: { code: 'case-not-clean' } });
    expect(await value(services.cases.keep(factOf('EU')))).toMatchObject({
      residencyFacts: [{ location: 'EU' }],
    });
  });

  it('is gone for good when it is deleted', async () => {
    const { services, check } = await start();
    await check();
    const { id } = await keptCase(services);
    expect(await value(services.cases.remove({ id }))).toEqual([]);
    expect(await value(services.cases.current(null))).toBeNull();
    for (const failed of [services.cases.open({ id }), services.cases.remove({ id })])
      expect(await failed).toMatchObject({ failure: { code: 'case-missing' } });
    // Nothing that comes later brings it back.
    expect(await services.cases.keep(KEEP)).toMatchObject({ failure: { code: 'nothing-to-do' } });
    expect(await value(services.cases.list(null))).toEqual([]);
  });

  it('takes its keys, Client ID and result with it as it is deleted', async () => {
    const { services, check } = await start();
    await check();
    const { id } = await keptCase(services);
    const { previewId } = await value(services.evidence.preview(CHOICES));
    await value(services.cases.remove({ id }));
    expect(await value(services.diagnosis.connection(null))).toBeNull();
    expect(await value(services.diagnosis.snapshot(null))).toBeNull();
    for (const failed of [
      services.diagnosis.follow(null),
      services.evidence.preview(CHOICES),
      services.evidence.save({ previewId, where: 'usual' }),
    ])
      expect(await failed).toMatchObject({ failure: { code: 'nothing-to-do' } });
  });

  it('leaves the open one alone when another one is deleted, or when it cannot be', async () => {
    const { services, check } = await start();
    await check({ jiraSite: 'another' });
    const other = await keptCase(services);
    await check();
    await keptCase(services);
    await value(services.cases.remove({ id: other.id }));
    await services.cases.remove({ id: '0'.repeat(32) });
    expect(await value(services.diagnosis.connection(null))).toMatchObject({ secretHeld: true });
    expect(await value(services.evidence.preview(CHOICES))).toMatchObject({ files: expect.anything() });
  });

  it('is gone also when it is deleted while its run is being written', async () => {
    const { services, check } = await start();
    await check();
    const { id } = await keptCase(services);
    await check();
    expect(await value(services.cases.remove({ id }))).toEqual([]);
    expect(await value(services.cases.count(null))).toBe(0);
  });

  it('of before keeps its pictures and offers them', async () => {
    const first = await start();
    await first.check();
    const { id } = await keptCase(first.services);
    const place = join(folder, 'cases', id);
    const text = readFileSync(join(place, 'case.json'), 'utf8');
    const picture = { id: 'ab'.repeat(8), caption: 'The page' };
    writeFileSync(
      join(place, 'case.json'),
      JSON.stringify({ ...JSON.parse(text), pictures: [picture], ticked: ['submit'], note: undefined }),
    );
    writeFileSync(join(place, `picture-${picture.id}.png`), samplePng(400, 300));
    const { services } = await start();
    expect((await value(services.cases.open({ id }))).kept.pictures).toBe(1);
    expect(await value(services.pictures.list(null))).toMatchObject([
      { width: 400, height: 300, edit: { caption: 'The page', masks: [] } },
    ]);
    expect(await value(services.cases.keep({ ...KEEP, note: 'More' }))).toMatchObject({ pictures: 1 });
    const preview = await value(services.evidence.preview(CHOICES));
    expect(preview.files.map(({ path }) => path)).toContain('pictures/residency-1.png');
    expect(readdirSync(place).filter((file) => file.endsWith('.png'))).toHaveLength(1);
  });
});

describe('a kept run that somebody has changed', () => {
  it('is redacted once more as it is read', async () => {
    const first = await start();
    await first.check();
    const { id } = await keptCase(first.services);
    await value(first.services.cases.leave(null));
    const [run] = readdirSync(join(folder, 'cases', id)).filter((name) => name.startsWith('run-'));
    const file = join(folder, 'cases', id, run ?? '');
    const planted = `Bearer ${SAMPLE_TOKEN}`;
    const text = readFileSync(file, 'utf8');
    expect(text).toContain('"notes":[]');
    writeFileSync(file, text.replaceAll('"notes":[]', `"notes":["${planted}"]`));

    const { services } = await start();
    const opened = await value(services.cases.open({ id }));
    const answers = [opened, await value(services.cases.current(null))];
    expect(opened.latest?.diagnosis.notes).toHaveLength(1);
    expect(findInBytes('answers', Buffer.from(JSON.stringify(answers)), [SAMPLE_TOKEN])).toEqual([]);
  });
});
