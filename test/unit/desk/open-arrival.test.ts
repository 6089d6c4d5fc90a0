import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { openArrival } from '../../../src-main/desk/open-arrival.ts';
import { rawZip } from '../../support/faults/hostile-zips.ts';
import { MAILED_NAME, thunderbirdMail } from '../../support/samples/arrivals/arrivals.ts';

const ZIP = rawZip([{ name: 'summary.txt', data: Buffer.from('hello') }]);
const THUNDERBIRD = thunderbirdMail('saved', ZIP);
/** As Gmail's "Download message" gives it, with a forwarded message around. */
const GMAIL_FORWARD = [
  'Delivered-To: support@radbee.com',
  'Received: by 2002:a05:0:0:0:0:0:0 with SMTP id sample; Fri, 27 Nov 2026 14:37:00 -0800 (PST)',
  'MIME-Version: 1.0',
  'Subject: Fwd: Xray',
  'Content-Type: multipart/mixed; boundary="outer"',
  '',
  '--outer',
  'Content-Type: message/rfc822',
  '',
  THUNDERBIRD.toString(),
  '--outer--',
  '',
].join('\r\n');

/** As Exchange writes it, and Outlook on the web and the new Outlook save it: text and HTML inside, sizes and dates at the file. */
const OUTLOOK = [
  'Received: from sample.prod.outlook.com (2603:10a6::1) by sample.prod.outlook.com with HTTPS; Fri, 27 Nov 2026 22:37:05 +0000',
  'From: Sam Sample <sam@acme.example>',
  'To: "support@radbee.com" <support@radbee.com>',
  'Subject: =?iso-8859-1?Q?Xray_connectivity_-_Gr=F6=DFe?=',
  'Thread-Topic: Xray connectivity',
  'X-MS-Has-Attach: yes',
  'X-MS-TNEF-Correlator:',
  'Content-Type: multipart/mixed;',
  '\tboundary="_004_SAMPLE_"',
  'MIME-Version: 1.0',
  '',
  '--_004_SAMPLE_',
  'Content-Type: multipart/alternative;',
  '\tboundary="_000_SAMPLE_"',
  '',
  '--_000_SAMPLE_',
  'Content-Type: text/plain; charset="iso-8859-1"',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  'Gr=FC=DFe',
  '--_000_SAMPLE_',
  'Content-Type: text/html; charset="iso-8859-1"',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  '<p>Gr=FC=DFe</p>',
  '--_000_SAMPLE_--',
  '',
  '--_004_SAMPLE_',
  `Content-Type: application/x-zip-compressed; name="${MAILED_NAME}"`,
  `Content-Description: ${MAILED_NAME}`,
  `Content-Disposition: attachment; filename="${MAILED_NAME}"; size=${ZIP.length};`,
  '\tcreation-date="Fri, 27 Nov 2026 22:36:41 GMT";',
  '\tmodification-date="Fri, 27 Nov 2026 22:37:04 GMT"',
  'Content-Transfer-Encoding: base64',
  '',
  ZIP.toString('base64').replace(/.{76}(?!$)/gu, '$&\r\n'),
  '',
  '--_004_SAMPLE_--',
  '',
].join('\r\n');

const BY_PYTHON = `
import sys
from email.message import EmailMessage
m = EmailMessage(); m['To'] = 'support@radbee.com'; m['Subject'] = 'Xray – Größe'
m.set_content('Hello'); m.add_attachment(sys.stdin.buffer.read(), maintype='application', subtype='octet-stream', filename='ünï.bin')
sys.stdout.buffer.write(bytes(m))
`;

describe('what arrives at the desk', () => {
  it.each([
    ['Thunderbird', THUNDERBIRD],
    ['Thunderbird, forwarded', thunderbirdMail('forwarded', ZIP)],
    ['Outlook', Buffer.from(OUTLOOK)],
    ['Gmail, forwarded', Buffer.from(GMAIL_FORWARD)],
    ['with line feeds alone', Buffer.from(THUNDERBIRD.toString().replaceAll('\r\n', '\n'))],
    ['Python', spawnSync('python3', ['-c', BY_PYTHON], { input: ZIP }).stdout],
  ])('finds the zip in a mail saved by %s', async (_name, mail) => {
    const arrival = await openArrival(mail);
    expect(arrival.kind).toBe('mail');
    expect('zips' in arrival ? arrival.zips.map(({ bytes }) => bytes.equals(ZIP)) : []).toEqual([true]);
  });

  it.each([
    ['a zip, whatever its name', ZIP, 'zip'],
    ['nothing', Buffer.alloc(0), 'empty'],
    ['a sign-in page', Buffer.from('\ufeff\n<!DOCTYPE html><title>Sign in</title>'), 'web-page'],
    ['Outlook’s own format', Buffer.from('d0cf11e0a1b11ae10000', 'hex'), 'outlook-message'],
    [
      'a winmail.dat',
      Buffer.from(
        'MIME-Version: 1.0\r\nContent-Type: application/ms-tnef; name="winmail.dat"\r\nContent-Disposition: attachment; filename=winmail.dat\r\nContent-Transfer-Encoding: base64\r\n\r\neJ8+IgAA\r\n',
      ),
      'winmail',
    ],
    ['a text', Buffer.from('Hello, attached is the file.\n'), 'unknown'],
    ['a picture', Buffer.from('89504e470d0a1a0a', 'hex'), 'unknown'],
  ])('recognises %s', async (_name, bytes, kind) => {
    expect((await openArrival(bytes)).kind).toBe(kind);
  });

  it('takes no letter of a bundle for a mail, although its first line is a subject', async () => {
    const folder = join(import.meta.dirname, '../../golden/letters');
    for (const name of readdirSync(folder))
      expect([name, await openArrival(readFileSync(join(folder, name)))]).toEqual([
        name,
        { kind: 'unknown' },
      ]);
  });

  it('says that a mail without a file has none', async () => {
    const mail = Buffer.from('Subject: hello\r\nTo: support@radbee.com\r\n\r\nsee attachment\r\n');
    expect(await openArrival(mail)).toEqual({ kind: 'mail', zips: [] });
  });

  it('ends on any bytes behind a mail’s headers', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 500 }),
        fc.integer({ min: 0, max: 60 }),
        async (noise, depth) => {
          const nested = 'Content-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\n'.repeat(depth);
          const mail = Buffer.concat([Buffer.from(`Subject: x\r\nTo: y@z.example\r\n${nested}`), noise]);
          expect((await openArrival(mail)).kind).toBe('mail');
        },
      ),
      { seed: 17, numRuns: 100 },
    );
  });
});
