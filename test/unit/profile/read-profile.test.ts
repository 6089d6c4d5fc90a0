import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { MAX_PROFILE_BYTES } from '../../../src-main/contract/values.ts';
import { DEFAULT_SUPPORT } from '../../../src-main/contract/support/default-support.ts';
import { readProfile } from '../../../src-main/profile/read-profile.ts';
import { tEnglish, formatUntrusted } from '../../../src-main/i18n/translator.ts';

const read = (text: string) => readProfile(Buffer.from(text, 'utf8'));
const problem = (text: string | Uint8Array) => {
  const reading = typeof text === 'string' ? read(text) : readProfile(text);
  if (reading.ok) return null;
  const { line, reason } = reading.problem;
  return { line, reason: formatUntrusted(tEnglish, reason, 'no text') };
};
const WHOLE = {
  version: 1,
  name: 'Ärger & Söhne support',
  mail: 'help+xray@support.example.org',
  subject: 'Xray – région',
  ticket: 'ABC-123',
  product: 'Reports',
  links: [
    { for: 'guide', label: 'Our guide', address: 'https://docs.example.org/xray?a=b#c' },
    { for: 'connection', label: 'The connection', address: 'https://example.org' },
  ],
};
const lines = (over: Record<string, unknown>): string =>
  JSON.stringify({ version: 1, name: 'Us', mail: 'us@example.org', ...over }, null, 2);

describe('a support profile', () => {
  it('gives everything that it sets', () => {
    expect(read(JSON.stringify(WHOLE))).toEqual({
      ok: true,
      support: {
        name: 'Ärger & Söhne support',
        mail: 'help+xray@support.example.org',
        subject: 'Xray – région',
        ticket: 'ABC-123',
        product: 'Reports',
        links: [
          { for: 'guide', label: 'Our guide', address: 'https://docs.example.org/xray?a=b#c' },
          { for: 'connection', label: 'The connection', address: 'https://example.org/' },
        ],
      },
    });
  });

  it('needs a name and an address, and takes the usual subject; a byte order mark does no harm', () => {
    expect(read(`\ufeff${lines({})}`)).toEqual({
      ok: true,
      support: {
        name: 'Us',
        mail: 'us@example.org',
        subject: DEFAULT_SUPPORT.subject,
        ticket: null,
        product: null,
        links: [],
      },
    });
  });
});

it('the example of the README is taken', () => {
  const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
  const example = /```json\n(.*?)```/su.exec(readme)?.[1] ?? '';
  expect(read(example)).toMatchObject({ ok: true, support: { name: 'Acme support', ticket: 'HELP-123' } });
});

describe('a bad profile is refused with a reason that names the key by its path', () => {
  it.each<[string, string, number | null, RegExp]>([
    ['a comma too much', '{\n  "version": 1,\n}', 3, /isn't valid JSON/u],
    ['no end', '{\n  "version": 1,\n  "name": "U', 3, /isn't valid JSON/u],
    ['a comment', '{\n  // hello\n}', 2, /isn't valid JSON/u],
    ['something behind it', `${lines({})}\n}`, 6, /isn't valid JSON/u],
    ['nothing', ' \n', null, /empty/u],
    ['a list', '\n[]', null, /one JSON object/u],
    ['a text', '"version"', null, /one JSON object/u],
    ['too much', `${lines({})}${' '.repeat(MAX_PROFILE_BYTES)}`, null, /larger than 16 KB/u],
    ['a word', '{"version": one}', null, /isn't valid JSON/u],
    ['endless depth', '['.repeat(MAX_PROFILE_BYTES), null, /isn't valid JSON/u],
    ['no name', '{\n  "version": 1,\n  "mail": "us@example.org"\n}', null, /“name” is missing/u],
    [
      'another version',
      '{\n  "version": 2,\n  "name": "U", "mail": "u@example.org"\n}',
      null,
      /“version” must/u,
    ],
    [
      'a key twice',
      '{"version":1,\n"name":"U",\n"mail":"u@example.org",\n"mail":"v@example.org"}',
      null,
      /“mail” appears twice/u,
    ],
    [
      'a key twice, written differently',
      '{"version":1,"name":"U","mail":"u@example.org","\\u006dail":"v@example.org"}',
      null,
      /“mail” appears twice/u,
    ],
    [
      'a key twice in a link',
      lines({ links: [WHOLE.links[0], WHOLE.links[1]] }).replace('"for": "connection"', '$&, "for": "other"'),
      null,
      /“for” appears twice/u,
    ],
    [
      'the first of several',
      '{\n"version": 1,\n"mail": "x",\n"name": "",\n"hosts": []}',
      null,
      /“name” must/u,
    ],
  ])('%s', (_name, text, line, reason) => {
    expect(problem(text)).toEqual({ line, reason: expect.stringMatching(reason) });
  });

  it.each<[string, unknown, RegExp]>([
    ['mail', 'us@example.org\r\nBcc: x@evil.example', /“mail” must be a single plain email address/u],
    ['mail', 'us@example.org, x@evil.example', /“mail”/u],
    ['mail', 'us@example.org?bcc=x@evil.example', /“mail”/u],
    ['mail', 'us..me@example.org', /“mail”/u],
    ['mail', '"us"@example.org', /“mail”/u],
    ['mail', 'us@localhost', /“mail”/u],
    ['mail', `${'a'.repeat(65)}@example.org`, /“mail”/u],
    ['mail', 7, /“mail”/u],
    ['name', '', /“name” must be text on one line/u],
    ['name', 'x'.repeat(61), /up to 60/u],
    ['name', 'a\u0000b', /“name”/u],
    ['name', 'a\u202eb', /“name”/u],
    ['name', ' a', /“name”/u],
    ['name', 'a\ud800', /“name”/u],
    ['subject', 'Hello\nBcc: x@evil.example', /“subject” must be text on one line/u],
    ['subject', 'Hello\u2028x', /“subject”/u],
    ['subject', 'x'.repeat(121), /“subject”/u],
    ['subject', null, /“subject”/u],
    ['ticket', 'A]B', /“ticket” must/u],
    ['ticket', 12, /“ticket”/u],
    ['product', '\t', /“product”/u],
    ['links', {}, /“links” must be a list/u],
    ['links', Array.from({ length: 5 }, () => WHOLE.links[0]), /up to 4 links/u],
  ])('%s: %j', (key, value, reason) => {
    expect(problem(lines({ [key]: value }))?.reason).toMatch(reason);
  });

  it.each([
    'http://example.org/',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'https://user@example.org/',
    'https://example.org:8443/',
    'https://localhost/',
    'https://127.0.0.1/',
    'https://[::1]/',
    'https:\\\\example.org',
    'https://exa mple.org/',
    'https://example.org/\u202e',
    'mailto:us@example.org',
    'example.org',
    `https://example.org/${'x'.repeat(300)}`,
  ])('no link to %s', (address) => {
    const text = lines({ links: [WHOLE.links[0], { for: 'guide', label: 'A', address }] });
    expect(problem(text)?.reason).toMatch(/“links\.1\.address” must be a web address/u);
  });

  it('takes a value that reads like a repeated key', () => {
    expect(read(lines({ product: '"name": "x"' })).ok).toBe(true);
  });

  it('names what is missing in a link', () => {
    const text = lines({ links: [WHOLE.links[0], { for: 'guide', label: 'A' }] });
    expect(problem(text)?.reason).toMatch(/“links\.1\.address” is missing/u);
  });

  it('refuses what is no UTF-8, and a file in UTF-16', () => {
    expect(problem(Buffer.concat([Buffer.from('{\n"name":"'), Buffer.from([0xe4])]))?.reason).toMatch(
      /UTF-8/u,
    );
    expect(problem(Buffer.from(`\ufeff${lines({})}`, 'utf16le'))?.reason).toMatch(/UTF-8/u);
  });

  it('repeats nothing of the file but the cut and visible name of a key', () => {
    const reason = problem(lines({ [`\u202e${'k'.repeat(500)}`]: 'planted-value' }))?.reason ?? '';
    expect(reason.length).toBeLessThan(200);
    expect(reason).not.toContain('\u202e');
    expect(problem(lines({ subject: 'planted\nvalue' }))?.reason).not.toContain('planted');
  });
});

describe('a profile never reaches what is asked, judged or removed', () => {
  it.each([
    'hosts',
    'host',
    'baseUrl',
    'allowedHosts',
    'connectTo',
    'rules',
    'rulesVersion',
    'verdict',
    'sentences',
    'redact',
    'redaction',
    'secrets',
    'leaveOut',
    'salt',
    'proxy',
    'certificates',
    'cc',
    'bcc',
    'body',
    'headers',
    'attachments',
    '__proto__',
    'constructor',
    '$schema',
  ])('the key %s is refused', (key) => {
    const text = lines({}).replace('\n}', `,\n  ${JSON.stringify(key)}: {"a": "b"}\n}`);
    expect(problem(text)?.reason).toContain(`“${key}” can't be set in a settings file`);
    const inLink = lines({ links: [{ ...WHOLE.links[0] }] }).replace(
      '"for"',
      `${JSON.stringify(key)}: {"a": "b"},\n"for"`,
    );
    expect(problem(inLink)?.reason).toContain(`“links.0.${key}” can't be set in a settings file`);
  });
});
