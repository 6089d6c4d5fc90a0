import { PassThrough } from 'node:stream';

import { describe, expect, it } from 'vitest';

import { readKeys, readSecret } from '../../../src-main/cli/read-secret.ts';
import { ID, NOISE, OLD_ID, OLD_SECRET, SECRET } from '../../support/pasted/keys.ts';

/** What is entered at the hidden prompt when `typed` comes in one go, as a paste does. */
async function entered(typed: string): Promise<{ readonly text: string | null; readonly shown: string }> {
  const stdin = Object.assign(new PassThrough(), { isTTY: true });
  const stderr = new PassThrough();
  stdin.write(typed);
  const secret = await readSecret({
    fromEnvironment: undefined,
    stdin,
    stderr,
    fromStdin: false,
    mayAsk: true,
  });
  return { text: secret.ok ? secret.value : null, shown: String(stderr.read()) };
}

describe('the hidden prompt', () => {
  it.each([
    ['a secret', `${SECRET}\n`],
    ['a labelled secret', `Client Secret: ${SECRET}\n`],
    ['a block', `Client ID: ${ID}\nClient Secret: ${SECRET}\n`],
    ['a block with labels above', `Client ID\n${ID}\nCopy\nClient Secret\n${SECRET}\n`],
    ['an ID and a secret', `${ID}\n${SECRET}\n`],
    ['JSON', `{\n  "client_id": "${ID}",\n  "client_secret": "${SECRET}"\n}\n`],
    ['an old pair in comments', `# ID=${OLD_ID}\n# SECRET=${OLD_SECRET}\nID=${ID}\nSECRET=${SECRET}\n`],
  ])('understands %s and shows nothing of it', async (_name, typed) => {
    const { text, shown } = await entered(typed);
    expect(readKeys(ID, text ?? '')).toEqual({ ok: true, value: { clientId: ID, clientSecret: SECRET } });
    for (const part of [ID, SECRET, OLD_SECRET]) expect(shown).not.toContain(part.slice(0, 8));
  });

  it.each([
    ['a secret of another form', 'fake-secret\n', 'fake-secret'],
    ['an ID in the secret’s place, ended by an empty line', `${ID}\n\n`, ID],
  ])('takes %s', async (_name, typed, secret) => {
    const { text } = await entered(typed);
    expect(readKeys(ID, text ?? '')).toEqual({ ok: true, value: { clientId: ID, clientSecret: secret } });
  });

  it('takes an empty line for none', async () => {
    expect((await entered('\n')).text).toBeNull();
  });
});

describe('the keys', () => {
  it('of a block need no Client ID of their own', () => {
    expect(readKeys(null, `${ID}:${SECRET}`)).toEqual({
      ok: true,
      value: { clientId: ID, clientSecret: SECRET },
    });
    const alone = readKeys(null, SECRET);
    expect(!alone.ok && alone.failure.message).toMatch(/--client-id/u);
  });

  it.each([
    ['another ID than that of the command line', OLD_ID, `${ID}:${SECRET}`, /not the one of --client-id/u],
    ['two pairs', ID, `${ID}:${SECRET} ${OLD_ID}:${OLD_SECRET}`, /More than one key/u],
    ['a placeholder', ID, 'client_secret: ${{ secrets.X_SECRET }}', /placeholder/u],
  ])('are refused with a sentence that repeats none: %s', (_name, clientId, text, sentence) => {
    const answer = readKeys(clientId, text);
    expect(!answer.ok && answer.failure.message).toMatch(sentence);
    for (const part of [ID, SECRET, OLD_ID, OLD_SECRET, NOISE])
      expect(!answer.ok && answer.failure.message).not.toContain(part.slice(0, 8));
  });
});
