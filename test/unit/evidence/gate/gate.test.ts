import { describe, expect, it } from 'vitest';
import * as yazl from 'yazl';

import { prepareBundle } from '../../../../src-main/evidence/bundle/prepare-bundle.ts';
import type { PreparedBundle } from '../../../../src-main/evidence/bundle/prepare-bundle.ts';
import { toEnd } from '../../../../src-main/evidence/cooperative-steps.ts';
import { createGate } from '../../../../src-main/evidence/gate/gate.ts';
import { manifestSchema, sha256Of } from '../../../../src-main/evidence/bundle/manifest.ts';
import { createByteSearch } from '../../../../src-main/evidence/search/search-bytes.ts';
import {
  SAMPLE_ID,
  SAMPLE_SECRET,
  SAMPLE_SECRETS,
  SAMPLE_TOKEN,
  sampleInput,
} from '../../../support/samples/sample-run.ts';

const prepared = await prepareBundle(sampleInput());
const draftOfSample = await prepared.draft();
const gate = createGate(SAMPLE_SECRETS);

const judge = (zip: Uint8Array) => gate.bundle(zip);

type Files = Map<string, Buffer>;
const filesOf = (bundle: PreparedBundle): Files =>
  new Map(bundle.entries.map(({ path, bytes }) => [path, Buffer.from(bytes)]));

/** Packs files as a stranger would; `honest` writes a manifest that fits them, so that only the damage itself counts. */
async function pack(
  files: Files,
  options: { honest?: boolean; comment?: string; fileComment?: string } = {},
): Promise<Uint8Array> {
  const all = new Map(files);
  if (options.honest !== false) {
    const manifest = manifestSchema.parse(JSON.parse(String(files.get('manifest.json'))));
    all.delete('manifest.json');
    manifest.files = [...all].map(([path, bytes]) => ({
      path,
      bytes: bytes.length,
      sha256: sha256Of(bytes),
      removed: 0,
    }));
    all.set('manifest.json', Buffer.from(JSON.stringify(manifest)));
  }
  const zip = new yazl.ZipFile();
  const chunks: Buffer[] = [];
  zip.outputStream.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve) => zip.outputStream.on('end', resolve));
  for (const [path, bytes] of all) {
    zip.addBuffer(bytes, path, {
      forceDosTimestamp: true,
      ...(options.fileComment === undefined ? {} : { fileComment: options.fileComment }),
    });
  }
  zip.end({ forceZip64Format: false, comment: options.comment ?? '' });
  await ended;
  return Buffer.concat(chunks);
}

/** The sample's files with `text` behind the end of one of them. */
function withText(path: string, text: string): Files {
  const files = filesOf(prepared);
  files.set(path, Buffer.concat([files.get(path) ?? Buffer.alloc(0), Buffer.from(text)]));
  return files;
}

describe('the gate', () => {
  it('lets a clean bundle through, ours and one that was packed anew', async () => {
    expect(await judge(prepared.zip)).toEqual({ clean: true });
    expect(await judge(await pack(filesOf(prepared)))).toEqual({ clean: true });
  });

  it.each([
    ['the client secret', SAMPLE_SECRET],
    ['12 characters of it', SAMPLE_SECRET.slice(30, 42)],
    ['12 characters of a token', SAMPLE_TOKEN.slice(-12)],
    ['the full client id', SAMPLE_ID],
    ['it in upper case', SAMPLE_SECRET.toUpperCase()],
    ['it in base64', Buffer.from(`x${SAMPLE_SECRET}`).toString('base64')],
    ['a part of its base64url', Buffer.from(SAMPLE_SECRET).toString('base64url').slice(20, 34)],
    ['it in hex', Buffer.from(SAMPLE_SECRET).toString('hex')],
    ['it in percent', [...Buffer.from(SAMPLE_SECRET)].map((byte) => `%${byte.toString(16)}`).join('')],
    ['it in UTF-16', Buffer.from(SAMPLE_SECRET, 'utf16le').toString('latin1')],
    ['a token of nobody', 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJub2JvZHkifQ.c2lnbmF0dXJl'],
    ['somebody’s credential', 'authorization: Basic amFuOmh1bnRlcjI='],
    ['the home folder', 'in /home/sample-person/x'],
  ])('stops a bundle with %s in a file', async (_, text) => {
    expect(await judge(await pack(withText('summary.txt', `\n${text}\n`)))).toMatchObject({ clean: false });
  });

  it('stops it inside JSON strings that are escaped twice', async () => {
    const files = filesOf(prepared);
    const escaped = Array.from(
      SAMPLE_SECRET,
      (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ).join('');
    const diagnosis = String(files.get('diagnosis.json')).replace(
      '"appVersion": "0.1.0"',
      `"appVersion": "${escaped}"`,
    );
    files.set('diagnosis.json', Buffer.from(diagnosis));
    expect(await judge(await pack(files))).toMatchObject({ clean: false });
  });

  it('reads the strings of JSON: a secret that the bytes hide under one layer of escapes more', async () => {
    const files = filesOf(prepared);
    let escaped = Array.from(SAMPLE_SECRET, (char) => `\\u00${char.charCodeAt(0).toString(16)}`).join('');
    for (let layer = 0; layer < 2; layer += 1) escaped = escaped.replaceAll('\\', '\\\\');
    const search = await createByteSearch(SAMPLE_SECRETS);
    expect(toEnd(search(Buffer.from(escaped)))).toEqual([]);
    const diagnosis = String(files.get('diagnosis.json')).split('"appVersion": "0.1.0"');
    files.set('diagnosis.json', Buffer.from(diagnosis.join(`"appVersion": "${escaped}"`)));
    expect(await judge(await pack(files))).toMatchObject({
      findings: expect.arrayContaining([expect.objectContaining({ entry: 'diagnosis.json' })]),
    });
  });

  it('reads the names of JSON fields: a password that has no shape', async () => {
    const files = filesOf(prepared);
    const document: object = JSON.parse(String(files.get('diagnosis.json')));
    const check = { id: 'clock', level: 'ok', sentence: '', phrase: { key: '', values: {} } };
    const checks = [{ ...check, facts: { password: 'Zebra-Kettle-42' } }];
    files.set('diagnosis.json', Buffer.from(JSON.stringify({ ...document, checks })));
    expect(await judge(await pack(files))).toEqual({
      clean: false,
      findings: [{ entry: 'diagnosis.json', reason: 'a value in a field for a secret' }],
    });
  });

  it.each([
    ['a comment', async () => pack(filesOf(prepared), { comment: 'words' })],
    ['a comment with a secret', async () => pack(filesOf(prepared), { comment: SAMPLE_SECRET })],
    ['a comment on a file', async () => pack(filesOf(prepared), { fileComment: 'words' })],
    [
      'a file with a foreign name',
      async () => pack(new Map([...filesOf(prepared), ['notes.txt', Buffer.from('x')]])),
    ],
    [
      'a file with a foreign ending',
      async () => pack(new Map([...filesOf(prepared), ['calls/run.sh', Buffer.from('x')]])),
    ],
    [
      'a secret in the name of a file',
      async () =>
        pack(
          new Map([
            ...filesOf(prepared),
            [`calls/${SAMPLE_SECRET.slice(0, 20)}-2-data-call.txt`, Buffer.from('x')],
          ]),
        ),
    ],
    [
      'a picture that is none',
      async () => pack(new Map([...filesOf(prepared), ['pictures/residency-1.png', Buffer.from('x')]])),
    ],
    ['a changed file', async () => pack(withText('calls/global-1-authenticate.txt', 'x'), { honest: false })],
    [
      'a file that the manifest does not list',
      async () =>
        pack(new Map([...filesOf(prepared), ['calls/eu-2-data-call.txt', Buffer.from('x')]]), {
          honest: false,
        }),
    ],
    [
      'a missing file',
      async () => {
        const files = filesOf(prepared);
        files.delete('summary.txt');
        return pack(files);
      },
    ],
    [
      'a diagnosis that does not keep to its schema',
      async () => pack(new Map([...filesOf(prepared), ['diagnosis.json', Buffer.from('{}')]])),
    ],
    ['bytes before it', async () => Buffer.concat([Buffer.from(SAMPLE_SECRET), prepared.zip])],
    ['a flipped byte', async () => Buffer.from(prepared.zip).fill(0xff, 60, 61)],
    ['a cut end', async () => prepared.zip.subarray(0, -30)],
    ['no bytes at all', async () => new Uint8Array()],
  ])('stops a bundle with %s', async (_, damage) => {
    expect(await judge(await damage())).toMatchObject({ clean: false });
  });

  it('finds a secret that lies across the pieces in which a large file is searched', async () => {
    const search = await createByteSearch(SAMPLE_SECRETS);
    for (const start of [1_048_560, 1_048_576 - SAMPLE_SECRET.length + 1, 1_048_575, 1_048_576]) {
      const large = Buffer.alloc(2_200_000, 0x20);
      large.write(SAMPLE_SECRET, start, 'latin1');
      const found = toEnd(search(large));
      expect(found, `at ${start}`).toContain('the client secret, raw');
    }
  });

  it('never says what it found', async () => {
    const name = `calls/${SAMPLE_SECRET.slice(0, 20)}-2-data-call.txt`;
    const files = new Map([...withText('summary.txt', SAMPLE_TOKEN), [name, Buffer.from('x')] as const]);
    const said = JSON.stringify(await judge(await pack(files, { comment: SAMPLE_SECRET })));
    for (const secret of [SAMPLE_SECRET, SAMPLE_TOKEN])
      for (let at = 0; at + 12 <= secret.length; at += 1)
        expect(said).not.toContain(secret.slice(at, at + 12));
  });

  it('knows a short secret as a value of what came back', async () => {
    const secrets = { ...SAMPLE_SECRETS, clientSecret: 'pw' };
    const files = filesOf(prepared);
    const text = String(files.get('diagnosis.json')).replace('sample-request-id-1', 'pw');
    files.set('diagnosis.json', Buffer.from(text));
    const zip = await pack(files);
    expect(await createGate(secrets).bundle(zip)).toMatchObject({ clean: false });
    expect(await gate.bundle(zip)).toEqual({ clean: true });
  });
});

describe('the gate of the draft and of texts', () => {
  it('lets the draft of the bundle through, and words', async () => {
    expect(await gate.draft(draftOfSample, prepared.zip)).toEqual({ clean: true });
    expect(await gate.texts([prepared.mail.body, prepared.fileName])).toEqual({ clean: true });
  });

  it.each([
    ['another attachment', Buffer.from(draftOfSample), Buffer.from('another zip')],
    [
      'a secret in its head',
      Buffer.concat([Buffer.from(`X-Note: ${SAMPLE_SECRET}\r\n`), draftOfSample]),
      prepared.zip,
    ],
    ['no attachment', Buffer.from('X-Unsent: 1\r\n\r\nHello\r\n'), prepared.zip],
    [
      'a secret in its text',
      Buffer.from(
        Buffer.from(draftOfSample)
          .toString('latin1')
          .replace(
            'base64\r\n\r\n',
            `base64\r\n\r\n${Buffer.from(`see ${SAMPLE_SECRET}..`).toString('base64')}\r\n`,
          ),
        'latin1',
      ),
      prepared.zip,
    ],
  ])('stops a draft with %s', async (_, draft, zip) => {
    expect(await gate.draft(draft, zip)).toMatchObject({ clean: false });
  });

  it('stops a text with a secret', async () => {
    expect(await gate.texts(['fine', `not ${SAMPLE_SECRET.slice(5, 17)}`])).toMatchObject({ clean: false });
  });
});

describe('no false alarm', () => {
  it.each([
    ['a', 'a'.repeat(64)],
    ['A', 'A'.repeat(64)],
    ['0', '0'.repeat(64)],
    ['UUU', 'U'.repeat(32)],
    ['a word of the mail', 'connection1234'],
    ['a word of the summary', 'administrator'],
    ['a word of a schema', 'additionalProperties'],
    ['the subject', 'Xray connectivity – data residency'],
    ['the address', 'https://xray.cloud.getxray.app/api/v2/authenticate'],
    ['a date', '20260301'],
    ['MIME', 'Content-Transfer-Encoding'],
    ['password1234', 'password1234'],
  ])('when the secret is %s', async (_, clientSecret) => {
    const secrets = { ...SAMPLE_SECRETS, clientSecret, clientId: 'acme', homeFolder: '/root' };
    const data = Uint8Array.from({ length: 400 * 200 * 3 }, (__, index) =>
      index < 200_000 ? 255 : index % 7,
    );
    const { importPicture } = await import('../../../../src-main/capture/import-picture.ts');
    const { encode } = await import('fast-png');
    const picture = await importPicture(encode({ width: 400, height: 200, data, depth: 8, channels: 3 }));
    const bundle = await prepareBundle(sampleInput({ secrets, pictures: picture.ok ? [picture.value] : [] }));
    const calm = createGate(secrets);
    expect(await calm.bundle(bundle.zip)).toEqual({ clean: true });
    expect(await calm.draft(await bundle.draft(), bundle.zip)).toEqual({ clean: true });
    expect(await calm.texts([bundle.mail.body, bundle.mail.subject, bundle.fileName])).toEqual({
      clean: true,
    });
  });
});
