import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { NO_CONTACT } from '../../../src-main/contract/report/intake.ts';
import { SAMPLE_SECRET, SAMPLE_TOKEN } from '../../support/samples/sample-run.ts';
import { CHOICES, folder, FORM, start, useOwnFolders, value } from '../../support/samples/session-world.ts';

useOwnFolders();

/** Of no shape that a key of Xray has. */
const TYPED_LATER = 'correct-horse-7-battery';

describe("support's profile", () => {
  it('decides whom the mail goes to, and can be taken away again', async () => {
    const { services, check, opened } = await start();
    await check();
    expect(await value(services.support.profile(null))).toMatchObject({ source: 'default' });
    expect(await value(services.support.openProfile(null))).toMatchObject({
      kind: 'taken',
      shown: { source: 'opened', support: { name: 'Us' } },
    });
    const { mail } = await value(services.evidence.preview(CHOICES));
    expect(mail).toMatchObject({ to: 'us@example.org', subject: '[T-1] Xray connectivity – data residency' });
    expect(await services.support.openLink({ index: 0 })).toMatchObject({
      failure: { code: 'nothing-to-do' },
    });
    expect(opened).toEqual([]);
    expect(await value(services.support.removeProfile(null))).toMatchObject({ source: 'default' });
    expect((await value(services.evidence.preview(CHOICES))).mail.to).toBe('support@radbee.com');
  });
});

describe('whom support may answer', () => {
  const INTAKE = {
    ...CHOICES.intake,
    contactName: 'Jo Doe',
    contactMail: 'jo@example.org',
    keysMadeBy: 'Al',
  };
  const saveWith = async ({ services }: Awaited<ReturnType<typeof start>>, intake: typeof INTAKE) => {
    const { previewId } = await value(services.evidence.preview({ ...CHOICES, intake }));
    return value(services.evidence.save({ previewId, where: 'usual' }));
  };

  it('stands in the report, is remembered once it is saved, and forgotten where it is empty', async () => {
    const world = await start();
    await world.check();
    expect(await value(world.services.evidence.contact(null))).toEqual(NO_CONTACT);
    const preview = await value(world.services.evidence.preview({ ...CHOICES, intake: INTAKE }));
    expect(preview.files.find(({ path }) => path === 'diagnosis.json')?.text).toContain('Jo Doe');
    expect(world.settings.contact).toEqual(NO_CONTACT);
    await saveWith(world, INTAKE);
    expect(world.settings).toEqual({
      contact: { contactName: 'Jo Doe', contactMail: 'jo@example.org' },
      reportFolder: null,
    });
    const next = await start([], { contact: world.settings.contact });
    expect(await value(next.services.evidence.contact(null))).toEqual(world.settings.contact);
    await saveWith(world, { ...INTAKE, contactName: ' ' });
    expect(world.settings.contact).toEqual({ contactName: '', contactMail: 'jo@example.org' });
  });

  it('is never a secret', async () => {
    const world = await start();
    await world.check();
    await saveWith(world, {
      ...INTAKE,
      contactName: `Jo ${SAMPLE_SECRET}`,
      contactMail: `Bearer ${SAMPLE_TOKEN}`,
    });
    expect(world.settings.contact).toEqual(NO_CONTACT);
  });

  it('is never a secret that was typed into a form which was refused afterwards, nor is the note', async () => {
    const world = await start();
    const { services } = world;
    await world.check();
    expect(
      await services.diagnosis.start({
        ...FORM,
        clientSecret: TYPED_LATER,
        jiraSite: 'no site',
      }),
    ).toMatchObject({ ok: false });
    const typed = {
      ...CHOICES,
      note: `My key: ${TYPED_LATER}`,
      intake: { ...INTAKE, contactName: TYPED_LATER },
    };
    const { previewId, files } = await value(services.evidence.preview(typed));
    expect(JSON.stringify(files)).not.toContain(TYPED_LATER);
    expect(files.find(({ path }) => path === 'note.txt')?.text).toMatch(/^My key: ‹/u);
    await value(services.evidence.save({ previewId, where: 'usual' }));
    expect(world.settings.contact).toEqual({ contactName: '', contactMail: 'jo@example.org' });
  });

  it('keeps a report from being saved that was made before its secret was known', async () => {
    const world = await start();
    const { services } = world;
    await world.check();
    const { previewId } = await value(services.evidence.preview({ ...CHOICES, note: TYPED_LATER }));
    await services.diagnosis.start({
      ...FORM,
      clientSecret: TYPED_LATER,
      jiraSite: 'no site',
    });
    expect(await services.evidence.save({ previewId, where: 'usual' })).toMatchObject({
      failure: { code: 'evidence-not-clean' },
    });
  });
});

describe('the usual folder', () => {
  const save = async ({ services }: Awaited<ReturnType<typeof start>>, where: 'usual' | 'choose') => {
    const { previewId } = await value(services.evidence.preview(CHOICES));
    return value(services.evidence.save({ previewId, where }));
  };

  it('is Downloads, then the one that was chosen, and Downloads again when that is gone', async () => {
    const world = await start();
    const { services } = world;
    const usual = async () => (await value(services.evidence.folder(null))).folderName;
    await world.check();
    expect([await usual(), (await save(world, 'usual'))?.folderName]).toEqual(['downloads', 'downloads']);
    expect(await save(world, 'choose')).toBeNull();
    expect(world.settings.reportFolder).toBeNull();
    const chosen = join(folder, 'reports');
    mkdirSync(chosen);
    world.choose(chosen);
    expect((await save(world, 'choose'))?.folderName).toBe('reports');
    expect([await usual(), (await save(world, 'usual'))?.folderName]).toEqual(['reports', 'reports']);
    const next = await start([], { reportFolder: chosen });
    expect(await value(next.services.evidence.folder(null))).toEqual({ folderName: 'reports' });
    rmSync(chosen, { recursive: true });
    expect([await usual(), (await save(world, 'usual'))?.folderName]).toEqual(['downloads', 'downloads']);
    writeFileSync(chosen, 'a file by now');
    expect(await usual()).toBe('downloads');
  });

  it('is not remembered when nothing could be saved there', async () => {
    const world = await start();
    await world.check();
    world.choose(join(folder, 'nowhere'));
    const { previewId } = await value(world.services.evidence.preview(CHOICES));
    expect(await world.services.evidence.save({ previewId, where: 'choose' })).toMatchObject({ ok: false });
    expect(world.settings).toEqual({ contact: NO_CONTACT, reportFolder: null });
  });

  it('is not looked at where its path may lead to another computer', async () => {
    // The very same folder for this computer, by a path that names a host on another one.
    mkdirSync(join(folder, 'reports'));
    const { services } = await start([], { reportFolder: `/${join(folder, 'reports')}` });
    expect(await value(services.evidence.folder(null))).toEqual({ folderName: 'downloads' });
  });
});

it('the surest way to send is the desktop’s word', async () => {
  const { services } = await start();
  expect(await value(services.evidence.sendWay(null))).toEqual({ way: 'draft' });
});
