import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { samplePng } from '../../support/samples/pictures/sample-png.ts';
import {
  CHOICES,
  KEEP,
  folder,
  keptCase,
  start,
  useOwnFolders,
  value,
  verdictOf,
} from '../../support/samples/session-world.ts';

useOwnFolders();

describe('a bundle of a kept case', () => {
  it('does not hold a file of other sites that were checked before', async () => {
    const { services, check } = await start();
    await check();
    const { previewId } = await value(services.evidence.preview(CHOICES));
    await value(services.evidence.save({ previewId, where: 'usual' }));
    await check({ jiraSite: 'another' });
    expect((await value(services.cases.keep(KEEP))).bundles).toEqual([]);
  });

  it('holds no picture of another site that was checked before, nor does its check what was said of that', async () => {
    const { services, check } = await start();
    await check();
    await value(services.pictures.add({ bytes: samplePng(400, 300), way: 'paste' }));
    const { id } = await value(services.cases.keep({ ...KEEP, note: 'of acme' }));
    await check();
    expect((await value(services.evidence.preview(CHOICES))).files.map(({ path }) => path)).toContain(
      'pictures/residency-1.png',
    );
    const other = check({ jiraSite: 'another' });
    // A page that begins meanwhile is told nothing of the other one.
    expect(await value(services.cases.current(null))).toBeNull();
    await other;
    expect(await value(services.pictures.list(null))).toEqual([]);
    expect((await value(services.cases.keep(KEEP))).id).not.toBe(id);
    expect((await value(services.cases.open({ id }))).kept.note).toBe('of acme');
  });

  it('is held, and none of another visit', async () => {
    const { services } = await start();
    const run = await start();
    await run.check();
    const { previewId } = await value(run.services.evidence.preview(CHOICES));
    const saved = await value(run.services.evidence.save({ previewId, where: 'usual' }));
    const { id, state } = await keptCase(run.services);
    expect(state).toBe('mail-ready');
    const { kept } = await value(services.cases.open({ id }));
    expect(kept.bundles).toEqual([{ ...saved, savedAt: expect.any(String), isThere: true }]);
    // A case that is begun after the other was left has none of them.
    await value(run.services.cases.leave(null));
    await run.check({ jiraSite: 'another' });
    expect((await keptCase(run.services)).bundles).toEqual([]);
  });

  it.each(['openDraft', 'mail', 'drag', 'copyFile'] as const)(
    'that was sent by %s is waited for; looking at it is no sending',
    async (way) => {
      const { services, check, kept, told, answer } = await start();
      for (const [index, over, state] of [
        [0, {}, 'waiting-for-xray'],
        [1, verdictOf('unclear'), 'waiting-for-answer'],
      ] as const) {
        answer(over);
        await check(index === 0 ? {} : { jiraSite: 'another' });
        const { previewId } = await value(services.evidence.preview(CHOICES));
        const saved = await value(services.evidence.save({ previewId, where: 'usual' }));
        const bundleId = saved?.bundleId ?? '';
        await value(services.evidence.showInFolder({ bundleId }));
        await value(services.evidence.copyMailText({ bundleId, what: 'body' }));
        expect(await services.evidence.share({ bundleId })).toMatchObject({ ok: false });
        expect((await keptCase(services)).state).toBe('mail-ready');
        await value(services.evidence[way]({ bundleId }));
        await told(3 * (index + 1));
        expect(kept.at(-1)?.kept?.state).toBe(state);
      }
    },
  );

  it('that was sent is waited for also when the way ends at that moment, and the next look tells of it', async () => {
    const { services, check } = await start();
    await check();
    const { previewId } = await value(services.evidence.preview(CHOICES));
    const saved = await value(services.evidence.save({ previewId, where: 'usual' }));
    await value(services.evidence.copyFile({ bundleId: saved?.bundleId ?? '' }));
    await value(services.cases.leave(null));
    expect(await value(services.cases.newest(null))).toMatchObject({ state: 'waiting-for-xray' });
  });

  it('can be sent from the case that a check has found again', async () => {
    const first = await start();
    await first.check();
    const { previewId } = await value(first.services.evidence.preview(CHOICES));
    const saved = await value(first.services.evidence.save({ previewId, where: 'usual' }));
    await first.told(2);
    const { services, check, told, opened } = await start();
    await check();
    await told(1);
    await value(services.evidence.copyFile({ bundleId: saved?.bundleId ?? '' }));
    expect(opened).toEqual([join(folder, 'downloads', saved?.fileName ?? '')]);
  });

  it('can be handed over days later, as long as it is the same file', async () => {
    const first = await start();
    await first.check();
    const { id } = await keptCase(first.services);
    const { previewId } = await value(first.services.evidence.preview(CHOICES));
    const saved = await value(first.services.evidence.save({ previewId, where: 'usual' }));
    if (saved === null) throw new Error('not saved');
    await first.told(2);
    expect(first.kept[1]?.kept).toMatchObject({ state: 'mail-ready' });

    const { services, opened } = await start();
    const { kept } = await value(services.cases.open({ id }));
    expect(kept.bundles).toEqual([{ ...saved, savedAt: expect.any(String), isThere: true }]);
    const { bundleId } = saved;
    const zip = join(folder, 'downloads', saved.fileName);
    await value(services.evidence.showInFolder({ bundleId }));
    await value(services.evidence.openDraft({ bundleId }));
    await value(services.evidence.mail({ bundleId }));
    expect(opened).toEqual([
      zip,
      zip.replace(/zip$/u, 'eml'),
      zip,
      expect.stringMatching(/^mailto:support@radbee/u),
    ]);

    const again = await value(first.services.evidence.save({ previewId, where: 'usual' }));
    expect(again?.fileName).toMatch(/-2\.zip$/u);
    await first.told(3);
    await value(services.cases.open({ id }));
    await value(services.evidence.openDraft({ bundleId: again?.bundleId ?? '' }));

    const draft = zip.replace(/zip$/u, 'eml');
    const written = readFileSync(draft, 'latin1');
    writeFileSync(draft, written.replace('To: support@radbee.com', 'To: other@example.invalid'), 'latin1');
    opened.length = 0;
    expect(await services.evidence.openDraft({ bundleId })).toMatchObject({
      failure: { code: 'nothing-to-do' },
    });
    expect(opened).toEqual([]);
    writeFileSync(draft, written, 'latin1');

    const whole = readFileSync(zip);
    writeFileSync(zip, Buffer.from(whole.map((byte, index) => (index === 9 ? byte ^ 1 : byte))));
    opened.length = 0;
    for (const way of ['showInFolder', 'openDraft', 'mail', 'copyFile', 'drag', 'share'] as const)
      expect(await services.evidence[way]({ bundleId })).toMatchObject({
        failure: { code: 'nothing-to-do' },
      });
    rmSync(zip);
    expect(await services.evidence.showInFolder({ bundleId })).toMatchObject({
      failure: { code: 'nothing-to-do' },
    });
    expect(opened).toEqual([]);
    expect((await value(services.cases.current(null)))?.kept.bundles[0]?.isThere).toBe(false);
    await value(services.evidence.copyMailText({ bundleId, what: 'address' }));
    expect(opened).toEqual(['support@radbee.com']);
  });

  it('is no other file, whatever stands in case.json', async () => {
    const first = await start();
    await first.check();
    const { id } = await keptCase(first.services);
    const { previewId } = await value(first.services.evidence.preview(CHOICES));
    await value(first.services.evidence.save({ previewId, where: 'usual' }));
    await first.told(2);
    const file = join(folder, 'cases', id, 'case.json');
    const text = readFileSync(file, 'utf8');
    for (const path of ['/etc/passwd', '/tmp/run.sh', 'xray-evidence-acme-20260301T0930Z.zip.exe']) {
      writeFileSync(file, text.replace(/"zipPath": "[^"]+"/u, `"zipPath": "${path}"`));
      expect(await (await start()).services.cases.open({ id })).toMatchObject({
        failure: { code: 'case-damaged' },
      });
    }
  });

  it('is not looked at where its path may lead to another computer', async () => {
    const first = await start();
    await first.check();
    const { id } = await keptCase(first.services);
    const { previewId } = await value(first.services.evidence.preview(CHOICES));
    const saved = await value(first.services.evidence.save({ previewId, where: 'usual' }));
    await first.told(2);
    const file = join(folder, 'cases', id, 'case.json');
    // The very same file for this computer, by a path that names a host on another one.
    writeFileSync(file, readFileSync(file, 'utf8').replace(/"zipPath": "/u, '"zipPath": "/'));
    const { services, opened } = await start();
    const { kept } = await value(services.cases.open({ id }));
    expect(kept.bundles).toMatchObject([{ bundleId: saved?.bundleId, isThere: false }]);
    expect(await services.evidence.showInFolder({ bundleId: saved?.bundleId ?? '' })).toMatchObject({
      ok: false,
    });
    expect(opened).toEqual([]);
  });

  it('is not opened by an argument that leads to another computer, and is by one that does not', async () => {
    const file = join(folder, 'evidence.zip');
    cpSync('test/golden/xray-evidence-v1.zip', file);
    const { services } = await start([`/${file}`, file]);
    expect(await value(services.evidence.takePending(null))).toEqual(['evidence.zip', 'evidence.zip']);
    expect(await services.evidence.verifyTaken({ at: 0 })).toMatchObject({
      ok: false,
      failure: { code: 'bad-input', phrase: { key: 'failure.read-elsewhere' } },
    });
    expect(await value(services.evidence.verifyTaken({ at: 1 }))).toMatchObject([{ state: 'sound' }]);
  });

  it('waits with the others until it is asked for, and can be inspected again until others are', async () => {
    const files = ['one.zip', 'two.zip'].map((name) => join(folder, name));
    for (const file of files) cpSync('test/golden/xray-evidence-v1.zip', file);
    const { services, addPendingEvidence } = await start([files[0] ?? '']);
    const { takePending, verifyTaken } = services.evidence;
    addPendingEvidence([files[1] ?? '', join(folder, 'gone.eml')], 'dialog');
    expect(await value(takePending(null))).toEqual(['one.zip', 'two.zip', 'gone.eml']);
    expect(await value(takePending(null))).toEqual([]);
    for (const at of [1, 0, 1])
      expect(await value(verifyTaken({ at }))).toMatchObject([{ source: ['one.zip', 'two.zip'][at] }]);
    expect(await verifyTaken({ at: 2 })).toMatchObject({ failure: { phrase: { key: 'desk.not-read' } } });
    expect(await verifyTaken({ at: 3 })).toMatchObject({ failure: { code: 'nothing-to-do' } });
    addPendingEvidence([files[1] ?? ''], 'argument');
    expect(await value(takePending(null))).toEqual(['two.zip']);
    expect(await verifyTaken({ at: 1 })).toMatchObject({ failure: { code: 'nothing-to-do' } });
  });
});
