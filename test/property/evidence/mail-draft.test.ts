import * as fc from 'fast-check';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';

import { prepareBundle } from '../../../src-main/evidence/bundle/prepare-bundle.ts';
import { mailDraft } from '../../../src-main/evidence/documents/mail-draft.ts';
import { markRedacted } from '../../../src-main/evidence/redaction/redacted.ts';
import { sampleInput } from '../../support/samples/sample-run.ts';

/** Text as people write it, and as somebody writes it who wants a header of their own. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({ unit: 'binary', maxLength: 200 }).map((raw) => raw.toWellFormed()),
  fc
    .array(
      fc.constantFrom(
        '\r\n',
        '\n',
        '\r',
        'Bcc: spy@example.org',
        ': ',
        '=?utf-8?B?',
        '?=',
        '--=_',
        '\u2028',
        ' – ',
        'ß',
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join('')),
);
const zip = fc.uint8Array({ minLength: 1, maxLength: 3000 });

/** Line ends as a mail has them. */
const asMail = (words: string): string => words.replace(/\r?\n/gu, '\n');

describe('the mail draft, read by a parser of mails that knows nothing of its writer', () => {
  it('holds subject, text and attachment as they were, and no header but its own', async () => {
    await fc.assert(
      fc.asyncProperty(text, text, zip, async (subject, body, bytes) => {
        const draft = await mailDraft({
          mail: {
            to: markRedacted('support@radbee.com'),
            subject: markRedacted(subject),
            body: markRedacted(body),
          },
          fileName: 'xray-evidence-acme-20260301T0930Z.zip',
          zip: bytes,
        });
        const mail = await PostalMime.parse(draft);
        expect(mail.headers.map(({ key }) => key)).toEqual([
          'x-unsent',
          'to',
          'subject',
          'mime-version',
          'content-type',
        ]);
        expect(mail.to).toEqual([{ address: 'support@radbee.com', name: '' }]);
        expect(mail.bcc).toBeUndefined();
        expect(mail.attachments).toHaveLength(1);
        const [attachment] = mail.attachments;
        expect(attachment?.filename).toBe('xray-evidence-acme-20260301T0930Z.zip');
        expect(attachment?.mimeType).toBe('application/zip');
        const content = attachment?.content instanceof ArrayBuffer ? attachment.content : new ArrayBuffer();
        expect(Buffer.from(content)).toEqual(Buffer.from(bytes));
        // The parser takes control characters out of a subject; letters, signs and blanks stay.
        const visible = (words: string): string => words.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, '');
        expect(visible(mail.subject ?? '')).toBe(visible(subject));
        expect(asMail(mail.text ?? '').trimEnd()).toBe(asMail(body).trimEnd());
      }),
      { numRuns: 400 },
    );
  });

  it('has the en dash of its subject, and sites and notes of every script', async () => {
    const bundle = await prepareBundle(sampleInput({ note: 'Grüße – 你好' }));
    const mail = await PostalMime.parse(await bundle.draft());
    expect(mail.subject).toBe('Xray connectivity – data residency');
    expect(mail.text?.replaceAll('\r\n', '\n').trim()).toBe(bundle.mail.body.trim());
    expect(mail.text).toContain('https://acme.atlassian.net');
    expect(mail.headers.find(({ key }) => key === 'x-unsent')?.value).toBe('1');
    for (const name of ['from', 'date', 'message-id'])
      expect(mail.headers.some(({ key }) => key === name)).toBe(false);
  });
});
