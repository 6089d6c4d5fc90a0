import { readFileSync } from 'node:fs';

import type { ArrivalState } from '../../../../src-main/contract/report/verification.ts';
import { manifestSchema, sha256Of } from '../../../../src-main/evidence/bundle/manifest.ts';
import { prepareBundle } from '../../../../src-main/evidence/bundle/prepare-bundle.ts';
import { PRODUCT } from '../../../../src-main/product.ts';
import { rawZip } from '../../faults/hostile-zips.ts';
import { readZip } from '../../faults/marker-search.ts';
import { samplePng } from '../pictures/sample-png.ts';
import { sampleDiagnosis, sampleInput } from '../sample-run.ts';

type Files = Map<string, Buffer>;

/** A bundle as this version writes it, with a picture and a note. */
export async function soundBundle(): Promise<Buffer> {
  const picture = { bytes: samplePng(900, 400), width: 900, height: 400, caption: 'Where Xray is' };
  const bundle = await prepareBundle(
    sampleInput({
      diagnosis: sampleDiagnosis({ checks: [] }),
      pictures: [picture],
      note: 'Please help',
      appVersion: PRODUCT.version,
    }),
  );
  return Buffer.from(bundle.zip);
}

/** The files of a bundle, changed and packed by the app's own means. */
export async function changedBundle(change: (files: Files) => void): Promise<Buffer> {
  const read = await readZip(await soundBundle());
  const files = new Map([...read].map(([name, bytes]) => [name, Buffer.from(bytes)] as const));
  change(files);
  return rawZip([...files].map(([name, data]) => ({ name, data })));
}

/** Changes a file together with its row in the manifest, as somebody does who wants it not to be seen. */
export function forge(files: Files, name: string, change: (text: string) => string): void {
  const text = Buffer.from(change(files.get(name)?.toString() ?? ''));
  const manifest = manifestSchema.parse(JSON.parse(files.get('manifest.json')?.toString() ?? ''));
  const rows = manifest.files.map((row) =>
    row.path === name ? { ...row, bytes: text.length, sha256: sha256Of(text) } : row,
  );
  files.set(name, text);
  files.set('manifest.json', Buffer.from(JSON.stringify({ ...manifest, files: rows })));
}

/** The name of the file in the mails of `thunderbirdMail`. */
export const MAILED_NAME = 'xray-report-acme-XRD-4DCW6N-20261128T1215Z.zip';

/**
 * A mail of Thunderbird 153 on Debian with this zip attached: as "Save As" wrote it, or as it was sent when it was forwarded.
 * Only the zip was put in place of the one that was mailed.
 */
export function thunderbirdMail(way: 'saved' | 'forwarded', zip: Buffer): Buffer {
  const text = readFileSync(new URL(`../../../golden/mails/thunderbird-${way}.eml`, import.meta.url), 'utf8');
  return Buffer.from(text.replace('{zip}', zip.toString('base64').replace(/.{72}(?!$)/gu, '$&\r\n')));
}

/** A mail with these files attached, as a mail program saves it. */
export function mailWith(attachments: readonly (readonly [name: string, bytes: Buffer])[]): Buffer {
  return Buffer.from(
    [
      'From: sam@acme.example',
      'To: support@radbee.example',
      'Subject: Xray',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary="b"',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'See the attachment.',
      ...attachments.flatMap(([name, bytes]) => [
        '--b',
        'Content-Type: application/zip',
        'Content-Transfer-Encoding: base64',
        `Content-Disposition: attachment; filename="${name}"`,
        '',
        ...(bytes.toString('base64').match(/.{1,76}/gu) ?? []),
      ]),
      '--b--',
      '',
    ].join('\r\n'),
  );
}

function damaged(zip: Buffer): Buffer {
  const copy = Buffer.from(zip);
  const at = copy.indexOf('calls/global-1-authenticate.txt') + 200;
  copy.writeUInt8((copy[at] ?? 0) ^ 0xff, at);
  return copy;
}

/** One file for each state in which a file can arrive. */
export const ARRIVALS: Readonly<Record<ArrivalState, () => Promise<Buffer> | Buffer>> = {
  sound: soundBundle,
  repacked: async () => {
    const read = await readZip(await soundBundle());
    return rawZip([...read].map(([name, data]) => ({ name: `folder/${name}`, data: Buffer.from(data) })));
  },
  incomplete: () => changedBundle((files) => files.delete('pictures/residency-1.png')),
  damaged: async () => damaged(await soundBundle()),
  newer: () =>
    changedBundle((files) =>
      forge(files, 'diagnosis.json', (text) => text.replace('"schemaVersion": 1', '"schemaVersion": 2')),
    ),
  changed: () => changedBundle((files) => files.set('note.txt', Buffer.from('other words\n'))),
  'cut-off': async () => (await soundBundle()).subarray(0, 1000),
  encrypted: () => rawZip([{ name: 'summary.txt', flags: 1 }]),
  'outlook-message': () => Buffer.from('d0cf11e0a1b11ae10000', 'hex'),
  winmail: () =>
    Buffer.from(
      'Subject: x\r\nMIME-Version: 1.0\r\nContent-Type: application/ms-tnef; name="winmail.dat"\r\nContent-Disposition: attachment; filename="winmail.dat"\r\nContent-Transfer-Encoding: base64\r\n\r\neJ8+Ig==\r\n',
    ),
  'mail-without-file': () => Buffer.from('Subject: x\r\nTo: y@z.example\r\n\r\nhello\r\n'),
  'web-page': () => Buffer.from('<!doctype html><title>Sign in</title>'),
  empty: () => Buffer.alloc(0),
  'no-evidence': () => Buffer.from('hello'),
};
