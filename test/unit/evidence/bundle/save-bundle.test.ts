import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import * as fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';

import { prepareBundle } from '../../../../src-main/evidence/bundle/prepare-bundle.ts';
import { markRedacted } from '../../../../src-main/evidence/redaction/redacted.ts';
import { describeFileFailure } from '../../../../src-main/storage/file-failure.ts';
import { saveBundle, NODE_IO } from '../../../../src-main/evidence/bundle/save-bundle.ts';
import type { SaveIo } from '../../../../src-main/evidence/bundle/save-bundle.ts';
import { findInFolder, readZip } from '../../../support/faults/marker-search.ts';
import { passThroughRedactor } from '../../../support/faults/pass-through-redactor.ts';
import { CAN_LINK, expectMode } from '../../../support/process/posix.ts';
import {
  SAMPLE_SECRET,
  SAMPLE_SECRETS,
  SAMPLE_TOKEN,
  sampleInput,
} from '../../../support/samples/sample-run.ts';

const root = mkdtempSync(join(tmpdir(), 'save-bundle-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let folder = '';
let count = 0;
beforeEach(() => {
  count += 1;
  folder = join(root, String(count));
  mkdirSync(folder);
});

const prepared = await prepareBundle(sampleInput());
const draft = await prepared.draft();
const NAME = prepared.fileName.replace(/\.zip$/u, '');
const save = async (io: SaveIo = NODE_IO) => saveBundle(prepared, folder, SAMPLE_SECRETS, io);

function errno(code: string): Error {
  return Object.assign(new Error(`${code}: made by a test`), { code });
}

describe('saveBundle', () => {
  it('writes the bundle and its draft, for the owner alone, and nothing else', async () => {
    expect(await save()).toEqual({
      ok: true,
      value: { zipPath: join(folder, `${NAME}.zip`), draftPath: join(folder, `${NAME}.eml`) },
    });
    expect(readdirSync(folder).sort()).toEqual([`${NAME}.eml`, `${NAME}.zip`]);
    expect(readFileSync(join(folder, `${NAME}.zip`))).toEqual(Buffer.from(prepared.zip));
    expect(readFileSync(join(folder, `${NAME}.eml`))).toEqual(Buffer.from(draft));
    for (const name of readdirSync(folder)) expectMode(join(folder, name), 0o600);
    expect(await findInFolder(folder, [SAMPLE_SECRET, SAMPLE_TOKEN])).toEqual([]);
  });

  it('leaves a file, a folder and a link of the same name as they are, and takes the next name for both', async () => {
    writeFileSync(join(folder, `${NAME}.zip`), 'mine');
    mkdirSync(join(folder, `${NAME}-2.eml`));
    // The third is a link, or where none can be made another file.
    if (CAN_LINK) symlinkSync(join(root, 'nowhere'), join(folder, `${NAME}-3.zip`));
    else writeFileSync(join(folder, `${NAME}-3.zip`), 'mine');
    expect(await save()).toMatchObject({
      ok: true,
      value: { zipPath: join(folder, `${NAME}-4.zip`), draftPath: join(folder, `${NAME}-4.eml`) },
    });
    expect(readFileSync(join(folder, `${NAME}.zip`), 'utf8')).toBe('mine');
    expect(readdirSync(folder).sort()).toEqual([
      `${NAME}-2.eml`,
      `${NAME}-3.zip`,
      `${NAME}-4.eml`,
      `${NAME}-4.zip`,
      `${NAME}.zip`,
    ]);
    expect([...(await readZip(readFileSync(join(folder, `${NAME}-4.zip`)))).keys()]).toContain('summary.txt');
  });

  it.each(['EPERM', 'ENOTSUP', 'ENOSYS'])(
    'works on a disk without hard links (%s) and does not overwrite there either',
    async (code) => {
      writeFileSync(join(folder, `${NAME}.eml`), 'mine');
      const io: SaveIo = { ...NODE_IO, link: async () => Promise.reject(errno(code)) };
      expect(await save(io)).toMatchObject({ ok: true, value: { zipPath: join(folder, `${NAME}-2.zip`) } });
      expect(readFileSync(join(folder, `${NAME}.eml`), 'utf8')).toBe('mine');
      expect(readFileSync(join(folder, `${NAME}-2.zip`))).toEqual(Buffer.from(prepared.zip));
      expect(readdirSync(folder).sort()).toEqual([`${NAME}-2.eml`, `${NAME}-2.zip`, `${NAME}.eml`]);
    },
  );

  it('says so when every name is taken', async () => {
    for (let number = 1; number <= 99; number += 1)
      writeFileSync(join(folder, `${NAME}${number === 1 ? '' : `-${number}`}.zip`), 'mine');
    expect(await save()).toMatchObject({ ok: false, failure: { code: 'file-in-the-way' } });
    expect(readdirSync(folder)).toHaveLength(99);
  });

  it('writes nothing when a secret is in the bundle', async () => {
    const leaking = await prepareBundle(sampleInput({ redactor: passThroughRedactor, keepSuspects: true }));
    expect(await saveBundle(leaking, folder, SAMPLE_SECRETS)).toMatchObject({
      ok: false,
      failure: { code: 'evidence-not-clean', message: expect.stringContaining("wasn't saved") },
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('writes nothing when a secret is in the mail only', async () => {
    const mail = { ...prepared.mail, body: markRedacted(`${prepared.mail.body}\n${SAMPLE_SECRET}`) };
    expect(await saveBundle({ ...prepared, mail }, folder, SAMPLE_SECRETS)).toMatchObject({
      ok: false,
      failure: { code: 'evidence-not-clean' },
    });
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('a fault while saving leaves no half file', () => {
  it.each([
    ['ENOSPC', 'disk-full', /disk is full/u],
    ['EDQUOT', 'disk-full', /disk is full/u],
    ['EACCES', 'folder-not-writable', /doesn't accept new files/u],
    ['EROFS', 'folder-not-writable', /doesn't accept new files/u],
    ['EISDIR', 'file-in-the-way', /where the folder should be/u],
    ['ENOENT', 'folder-missing', /doesn't exist/u],
    ['EIO', 'folder-not-writable', /doesn't accept new files/u],
  ])('%s in the middle of writing', async (code, failure, words) => {
    let writes = 0;
    const io: SaveIo = {
      ...NODE_IO,
      create: async (path) => {
        const file = await NODE_IO.create(path);
        return {
          ...file,
          write: async (bytes) => {
            writes += 1;
            await file.write(bytes.subarray(0, 10));
            if (writes === 2) throw errno(code);
          },
        };
      },
    };
    expect(await save(io)).toMatchObject({
      ok: false,
      failure: { code: failure, message: expect.stringMatching(words) },
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  const failingAt = (
    step: 'create' | 'read' | 'sync' | 'close' | 'link' | 'rename',
    turn: number,
    code: string,
  ): SaveIo => {
    let turns = 0;
    const hit = (name: string): void => {
      if (name !== step) return;
      turns += 1;
      if (turns === turn) throw errno(code);
    };
    return {
      ...NODE_IO,
      create: async (path) => {
        hit('create');
        const file = await NODE_IO.create(path);
        return {
          ...file,
          sync: async () => {
            hit('sync');
            await file.sync();
          },
          close: async () => {
            await file.close();
            hit('close');
          },
        };
      },
      read: async (path) => {
        hit('read');
        return NODE_IO.read(path);
      },
      link: async (from, to) => {
        if (step === 'rename') throw errno('EPERM');
        hit('link');
        await NODE_IO.link(from, to);
      },
      rename: async (from, to) => {
        hit('rename');
        await NODE_IO.rename(from, to);
      },
      remove: async (path) => NODE_IO.remove(path),
    };
  };

  it.each([
    ['create', 1, 'EACCES', 'folder-not-writable'],
    ['create', 2, 'ENOSPC', 'disk-full'],
    ['sync', 1, 'EIO', 'folder-not-writable'],
    ['sync', 2, 'ENOSPC', 'disk-full'],
    ['close', 2, 'ENOSPC', 'disk-full'],
    ['read', 1, 'EIO', 'folder-not-writable'],
    ['link', 1, 'EACCES', 'folder-not-writable'],
    ['link', 2, 'ENOSPC', 'disk-full'],
    ['rename', 1, 'EIO', 'folder-not-writable'],
    ['rename', 2, 'ENOSPC', 'disk-full'],
  ] as const)('%s number %i fails with %s', async (step, turn, code, failure) => {
    expect(await save(failingAt(step, turn, code))).toMatchObject({ ok: false, failure: { code: failure } });
    expect(readdirSync(folder)).toEqual([]);
  });

  /** A virus scanner: refuses to read, rename and remove what was just written, `times` times each. */
  const scanned = (times: number, code: string): { readonly io: SaveIo; readonly waits: number[] } => {
    const waits: number[] = [];
    const refusals = new Map<string, number>();
    const held = (step: string): void => {
      const count = refusals.get(step) ?? 0;
      refusals.set(step, count + 1);
      if (count < times) throw errno(code);
    };
    const io: SaveIo = {
      ...NODE_IO,
      link: async () => Promise.reject(errno('EPERM')),
      read: async (path) => {
        held(`read ${path}`);
        return NODE_IO.read(path);
      },
      rename: async (from, to) => {
        held(`rename ${from}`);
        await NODE_IO.rename(from, to);
      },
      remove: async (path) => {
        held(`remove ${path}`);
        await NODE_IO.remove(path);
      },
      pause: async (milliseconds) => void waits.push(milliseconds),
    };
    return { io, waits };
  };

  it.each(['EBUSY', 'EPERM', 'EACCES'])('a virus scanner that lets go after a while (%s)', async (code) => {
    const { io, waits } = scanned(3, code);
    expect(await save(io)).toMatchObject({ ok: true });
    expect(waits.length).toBeGreaterThan(6);
    expect(readdirSync(folder).sort()).toEqual([`${NAME}.eml`, `${NAME}.zip`]);
  });

  it('a virus scanner that does not let go: a sentence, no half file, and the next try works and clears up', async () => {
    const { io } = scanned(1000, 'EBUSY');
    expect(await save(io)).toMatchObject({
      ok: false,
      failure: { code: 'file-held', message: expect.stringContaining('virus scanner') },
    });
    const left = readdirSync(folder);
    expect(left.filter((name) => !/^\.xray-evidence-[0-9a-f]{32}\.(?:zip|eml)\.part$/u.test(name))).toEqual(
      [],
    );
    expect(await findInFolder(folder, [SAMPLE_SECRET, SAMPLE_TOKEN])).toEqual([]);
    for (const name of left) makeOld(name, 3600);
    expect(await save(NODE_IO)).toMatchObject({ ok: true });
    expect(readdirSync(folder).sort()).toEqual([`${NAME}.eml`, `${NAME}.zip`]);
  });

  function makeOld(name: string, seconds: number): void {
    const at = Date.now() / 1000 - seconds;
    utimesSync(join(folder, name), at, at);
  }

  it('leaves what another save is writing just now, and files of others', async () => {
    const young = `.xray-evidence-${'0'.repeat(32)}.zip.part`;
    for (const name of [young, '.xray-evidence-mine.zip.part']) writeFileSync(join(folder, name), 'x');
    makeOld(young, 60);
    expect(await save(NODE_IO)).toMatchObject({ ok: true });
    expect(readdirSync(folder)).toContain(young);
    // A drive whose clock is an hour behind ours.
    const behind: SaveIo = {
      ...NODE_IO,
      modifiedAt: async (path) => (await NODE_IO.modifiedAt(path)) - 3_600_000,
    };
    expect(await save(behind)).toMatchObject({ ok: true });
    expect(readdirSync(folder)).toContain(young);
    makeOld(young, 3600);
    expect(await save(NODE_IO)).toMatchObject({ ok: true });
    expect(readdirSync(folder)).not.toContain(young);
    expect(readdirSync(folder)).toContain('.xray-evidence-mine.zip.part');
  });

  it.each(['sync', 'read', 'link'])('the folder vanishes before %s', async (step) => {
    const vanish = (name: string): void => {
      if (name === step) rmSync(folder, { recursive: true, force: true });
    };
    const io: SaveIo = {
      ...NODE_IO,
      create: async (path) => {
        const file = await NODE_IO.create(path);
        return {
          ...file,
          sync: async () => {
            vanish('sync');
            await file.sync();
          },
        };
      },
      read: async (path) => {
        vanish('read');
        return NODE_IO.read(path);
      },
      link: async (from, to) => {
        vanish('link');
        await NODE_IO.link(from, to);
      },
    };
    expect(await save(io)).toMatchObject({ ok: false, failure: { code: 'folder-missing' } });
    mkdirSync(folder);
    expect(await save()).toMatchObject({ ok: true });
  });

  it('the disk gives back other bytes than were written', async () => {
    const io: SaveIo = {
      ...NODE_IO,
      read: async (path) => Buffer.from(await NODE_IO.read(path)).fill(0, 100, 101),
    };
    expect(await save(io)).toMatchObject({ ok: false, failure: { code: 'folder-not-writable' } });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('the disk is full at any byte', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(prepared.zip.length + draft.length - 1), async (room) => {
        let left = room;
        const io: SaveIo = {
          ...NODE_IO,
          create: async (path) => {
            const file = await NODE_IO.create(path);
            return {
              ...file,
              write: async (bytes) => {
                await file.write(bytes.subarray(0, left));
                if (bytes.length > left) throw errno('ENOSPC');
                left -= bytes.length;
              },
            };
          },
        };
        expect(await save(io)).toMatchObject({ ok: false, failure: { code: 'disk-full' } });
        expect(readdirSync(folder)).toEqual([]);
      }),
      { numRuns: 30, examples: [[0], [prepared.zip.length - 1], [prepared.zip.length]] },
    );
    expect(await save()).toMatchObject({ ok: true });
  });

  it('touches the disk only once the gate has seen everything', async () => {
    const leaking = await prepareBundle(sampleInput({ redactor: passThroughRedactor, keepSuspects: true }));
    const io: SaveIo = { ...NODE_IO, create: async () => Promise.reject(new Error('too early')) };
    expect(await saveBundle(leaking, folder, SAMPLE_SECRETS, io)).toMatchObject({
      ok: false,
      failure: { code: 'evidence-not-clean' },
    });
  });

  it('a folder that is none, and one that is not there', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, 'x');
    expect(await saveBundle(prepared, file, SAMPLE_SECRETS)).toMatchObject({
      ok: false,
      failure: { code: 'file-in-the-way' },
    });
    expect(await saveBundle(prepared, join(folder, 'none'), SAMPLE_SECRETS)).toMatchObject({
      ok: false,
      failure: { code: 'folder-missing' },
    });
    expect(readdirSync(folder)).toEqual(['file']);
  });

  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    'a folder without the right to write',
    async () => {
      chmodSync(folder, 0o500);
      expect(await save()).toMatchObject({ ok: false, failure: { code: 'folder-not-writable' } });
      chmodSync(folder, 0o700);
      expect(readdirSync(folder)).toEqual([]);
    },
  );
});

describe('describeFileFailure', () => {
  it.each([
    ['ENOENT', "it doesn't exist."],
    ['EACCES', "this computer doesn't allow it."],
    ['ENOTDIR', 'a different kind of file or folder is in the way.'],
    ['ESOMETHING', "the disk didn't respond as expected."],
  ])('says %s in words that fit a file and a folder', (code, words) => {
    expect(describeFileFailure(errno(code))).toBe(words);
  });

  it('copes with what is no error', () => {
    expect(describeFileFailure('thrown')).toBe("the disk didn't respond as expected.");
  });
});
