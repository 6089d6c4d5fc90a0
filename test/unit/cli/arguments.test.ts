import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { ATLASSIAN_TOKEN, ID, JWT } from '../../support/pasted/keys.ts';
import { parseArguments } from '../../../src-main/cli/arguments.ts';

const GOOD = ['--client-id', 'fake-id', '--jira', 'acme', '--confluence', 'acme'];
const SECRET = 'a1'.repeat(32);

describe('parseArguments', () => {
  it('reads what support would ask, and says what it cannot read', () => {
    const read = parseArguments(
      [...GOOD, '--json', '--contact-name', 'Sam Sample', '--xray-in-jira=works', '--may-pass-on', 'no'],
      undefined,
    );
    expect(read).toMatchObject({
      value: { intake: { contactName: 'Sam Sample', xrayInJira: 'works', mayPassOn: false, since: '' } },
    });
    for (const wrong of [
      ['--xray-in-jira', 'perhaps'],
      ['--may-pass-on', 'maybe'],
      ['--since', 'x'.repeat(201)],
    ])
      expect(parseArguments([...GOOD, '--json', ...wrong], undefined)).toMatchObject({ ok: false });
    expect(parseArguments([...GOOD, '--since', 'Monday'], undefined)).toMatchObject({
      ok: false,
      failure: { message: expect.stringContaining('add --out or --json') },
    });
  });

  it('reads a whole request', () => {
    const argv = [
      ...GOOD,
      '--json',
      '--out',
      'folder',
      '--picture=p.png',
      '--extra-ca',
      'ca.pem',
      '--residency',
      'pinned',
      '--secret-stdin',
    ];
    expect(parseArguments(argv, undefined)).toEqual({
      ok: true,
      value: {
        kind: 'diagnose',
        clientId: 'fake-id',
        jiraSite: 'acme',
        confluenceSite: 'acme',
        residency: 'pinned',
        json: true,
        secretFromStdin: true,
        out: 'folder',
        picture: 'p.png',
        extraCa: 'ca.pem',
        intake: null,
      },
    });
  });

  it('answers --help before anything else is checked', () => {
    expect(parseArguments(['--help'], undefined)).toEqual({ ok: true, value: { kind: 'help' } });
    expect(parseArguments(['-h'], undefined)).toEqual({ ok: true, value: { kind: 'help' } });
  });

  it.each([
    [['--jira', 'acme', '--confluence', 'acme'], /--client-id/u],
    [['--client-id', 'x', '--confluence', 'acme'], /--jira/u],
    [['--client-id', 'x', '--jira', 'acme'], /--confluence/u],
    [['--client-id', '--jira', 'acme'], /--client-id needs a value/u],
    [[...GOOD, '--out'], /--out needs a value/u],
    [[...GOOD, '--residency', 'moving'], /pinned, migrating or unknown/u],
    [[...GOOD, '--colour'], /no option --colour/u],
    [[...GOOD, '--json=yes'], /takes no value/u],
    [[...GOOD, 'stray'], /belongs to no option/u],
  ])('refuses %j with a sentence', (argv, sentence) => {
    const answer = parseArguments(argv, undefined);
    expect(!answer.ok && answer.failure.message).toMatch(sentence);
  });

  it.each([
    [[...GOOD, '--client-secret', 'whatever'], undefined],
    [[...GOOD, '--client-secret=whatever'], undefined],
    [[...GOOD, '--secret', 'whatever'], undefined],
    [[...GOOD, '--token=whatever'], undefined],
    [['--client-id', SECRET, '--jira', 'acme', '--confluence', 'acme'], undefined],
    [['--client-id', `${ID}:${SECRET}`, '--jira', 'acme', '--confluence', 'acme'], undefined],
    [[`--client-id=Client ID: ${ID}\nClient Secret: ${SECRET}`, '--jira', 'acme'], undefined],
    [['--client-id', 'Client', 'ID:', ID, 'Client', 'Secret:', SECRET], undefined],
    [['--client-id', ATLASSIAN_TOKEN, '--jira', 'acme', '--confluence', 'acme'], undefined],
    [['--client-id', JWT], undefined],
    [[...GOOD, `SECRET=${SECRET}`], undefined],
    [[...GOOD, `--out=${SECRET}`], undefined],
    [[...GOOD, '--out', 'not-so-secret'], 'not-so-secret'],
  ])('refuses a secret among the arguments and does not repeat it: %j', (argv, known) => {
    const answer = parseArguments(argv, known);
    expect(!answer.ok && answer.failure.message).toMatch(/secret on the command line/iu);
    if (!answer.ok) {
      for (const value of ['whatever', SECRET, 'not-so-secret', ID, ATLASSIAN_TOKEN, JWT])
        expect(answer.failure.message).not.toContain(value);
    }
  });

  it('takes the Client ID out of what dresses it, and lets it be left out for keys from standard input', () => {
    const read = (...argv: readonly string[]) =>
      parseArguments([...argv, '--jira', 'acme', '--confluence', 'acme'], undefined);
    expect(read('--client-id', `Client ID: "${ID}"`)).toMatchObject({ value: { clientId: ID } });
    expect(read('--secret-stdin')).toMatchObject({ value: { clientId: null, secretFromStdin: true } });
    expect(read('--client-id', 'only-eu-works')).toMatchObject({ value: { clientId: 'only-eu-works' } });
  });

  it('lets a file be named by a long number', () => {
    expect(parseArguments([...GOOD, '--picture', `/tmp/${SECRET}.png`], undefined).ok).toBe(true);
  });

  it('never throws and never repeats a value, whatever stands on the command line', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string(), fc.constantFrom(...GOOD, '--json', '--', '-x', '--out'))),
        (argv) => {
          const answer = parseArguments(argv, undefined);
          return answer.ok || answer.failure.message.length > 10;
        },
      ),
    );
  });
});
