import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { verdictKindSchema } from '../../../../src-main/contract/diagnosis.ts';
import { prepareBundle } from '../../../../src-main/evidence/bundle/prepare-bundle.ts';
import { mailDraft, mailtoAddress } from '../../../../src-main/evidence/documents/mail-draft.ts';
import { markRedacted } from '../../../../src-main/evidence/redaction/redacted.ts';
import { sampleDiagnosis, sampleInput } from '../../../support/samples/sample-run.ts';

const prepared = await prepareBundle(sampleInput({ residency: 'pinned' }));
const draft = await prepared.draft();
const text = Buffer.from(draft).toString('latin1');
const [head = ''] = text.split('\r\n\r\n', 1);

describe('the mail draft', () => {
  it('opens as an unsent mail: X-Unsent, no sender, no date, no id', () => {
    expect(head.split('\r\n')).toContain('X-Unsent: 1');
    expect(head.split('\r\n')).toContain('To: support@radbee.com');
    expect(head).not.toMatch(/^(?:From|Date|Message-ID):/imu);
  });

  it('has line ends of CRLF alone, ASCII alone, and no line that is too long for a mail', () => {
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
    expect(text).toMatch(/^[\r\n -~]*$/u);
    expect(text.split('\r\n').filter((line) => line.length > 998)).toEqual([]);
  });

  it('carries the subject with its en dash as encoded words', () => {
    const words = [...head.matchAll(/=\?utf-8\?B\?([A-Za-z0-9+/=]+)\?=/gu)];
    expect(words.map(([, word]) => Buffer.from(word ?? '', 'base64').toString('utf8')).join('')).toBe(
      'Xray connectivity – data residency',
    );
    for (const [word] of words) expect(word.length).toBeLessThanOrEqual(75);
  });

  it('holds the text and the very zip, as parts of a mail', () => {
    const boundary = /boundary="([^"]+)"/u.exec(head)?.[1] ?? '';
    const parts = text.split(`--${boundary}`);
    expect(parts).toHaveLength(4);
    expect(parts[3]).toBe('--\r\n');
    const content = (part = ''): Buffer => Buffer.from(part.slice(part.indexOf('\r\n\r\n')), 'base64');
    expect(content(parts[1]).toString('utf8')).toBe(prepared.mail.body.replaceAll('\n', '\r\n'));
    expect(parts[2]).toContain(`filename="${prepared.fileName}"`);
    expect(content(parts[2])).toEqual(Buffer.from(prepared.zip));
  });

  it('is the same for the same parts', async () => {
    const { mail, fileName, zip } = prepared;
    expect(await mailDraft({ mail, fileName, zip })).toEqual(draft);
  });

  it('refuses an address or a name that would open a header of its own', async () => {
    const { mail, fileName, zip } = prepared;
    const to = 'a@b.c\r\nBcc: x@y.z';
    await expect(mailDraft({ mail: { ...mail, to: markRedacted(to) }, fileName, zip })).rejects.toThrow(
      'plain',
    );
    await expect(mailDraft({ mail, fileName: 'a".zip', zip })).rejects.toThrow('plain');
  });
});

describe('the address that opens a new mail', () => {
  const mail = {
    to: markRedacted('support@radbee.com'),
    subject: markRedacted('Xray connectivity – data residency'),
    body: markRedacted('Hello,\n\nça & là = 100 %'),
  };

  it('holds subject and text, and reads back as they are', () => {
    const address = new URL(mailtoAddress(mail));
    expect(address.pathname).toBe('support@radbee.com');
    expect(address.searchParams.get('subject')).toBe(mail.subject);
    expect(address.searchParams.get('body')).toBe('Hello,\r\n\r\nça & là = 100 %');
  });

  it('is never longer than 2000 characters, and no text opens a field of its own', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 4000 }), (body) => {
        fc.pre(body.isWellFormed());
        const address = mailtoAddress({
          ...mail,
          body: markRedacted(`${body}\nBcc: x@evil.test&bcc=x@evil.test`),
        });
        expect(address.length).toBeLessThanOrEqual(2000);
        expect([...new URL(address).searchParams.keys()]).toEqual(['subject', 'body']);
      }),
    );
  });
});

describe('the text of the mail', () => {
  it('names both sites, the verdict, the residency and what is attached', () => {
    const { body } = prepared.mail;
    expect(prepared.mail).toMatchObject({
      to: markRedacted('support@radbee.com'),
      subject: 'Xray connectivity – data residency',
    });
    for (const words of [
      'https://acme.atlassian.net',
      'https://acme-wiki.atlassian.net',
      'our data is in another region (residency.region-text).',
      'global: in another region',
      'pinned to a location',
      prepared.fileName,
      '- the calls to Xray, as sent and answered',
    ])
      expect(body).toContain(words);
  });

  it('has a subject that is true of the result, and speaks for the customer', async () => {
    for (const kind of verdictKindSchema.options) {
      const { verdict } = sampleDiagnosis();
      const { mail } = await prepareBundle(
        sampleInput({ diagnosis: sampleDiagnosis({ verdict: { ...verdict, kind } }) }),
      );
      const isRegion = kind === 'residency' || kind === 'residency-suspected';
      if (isRegion) expect(mail.subject).toBe('Xray connectivity – data residency');
      else expect(mail.subject).toMatch(/^Xray connection check – \S/u);
      expect(mail.body.replace('Thank you', '')).not.toMatch(/\b(?:your|you|I|my|me)\b/u);
    }
  });

  it('goes to another support when a profile says so, with the ticket in subject and text', async () => {
    const support = {
      name: 'Örtliche Hilfe',
      mail: 'help@example.org',
      subject: 'Xray – Region',
      ticket: 'HELP-7',
      product: null,
      links: [],
    };
    const own = await prepareBundle(sampleInput({ residency: 'pinned', support }));
    expect(own.mail).toMatchObject({ to: 'help@example.org', subject: '[HELP-7] Xray – Region' });
    expect(own.mail.body).toContain('Hello Örtliche Hilfe,');
    expect(own.mail.body).toContain('Ticket: HELP-7');
    expect(own.mail.body).not.toMatch(/RadBee|Snapshots/u);
    expect(Buffer.from(await own.draft()).toString('latin1')).toContain('To: help@example.org\r\n');
    // What was sent and answered is the same whoever helps.
    const calls = ({ entries }: typeof own) => entries.filter(({ path }) => path.startsWith('calls/'));
    expect(calls(own)).toEqual(calls(prepared));
  });
});
