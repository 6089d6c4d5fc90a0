import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';

import { namesOf } from '../../../src-main/contract/ipc/call.ts';
import { mapGroups } from '../../../src-main/contract/ipc/channel.ts';
import { NO_INTAKE } from '../../../src-main/contract/report/intake.ts';
import { ipcSchema } from '../../../src-main/contract/ipc/ipc-schema.ts';
import type { Services } from '../../../src-main/ipc/redacted-answers.ts';
import { fail, succeed } from '../../../src-main/contract/failure.ts';
import { message } from '../../../src-main/i18n/message.ts';
import { registerHandlers } from '../../../src-main/ipc/register-handlers.ts';
import { createSendEvent } from '../../../src-main/ipc/send-event.ts';
import { CALL_CHANNELS } from '../../support/browser/ask-bridge.ts';

type Listener = (message: never, input: unknown) => Promise<unknown>;

const own = {};
const trusted = { sender: own, senderFrame: { url: 'app://doctor/index.html', parent: null } };
const SECRET = 'planted-secret-value';

const ANSWERS: Readonly<Record<string, () => Promise<unknown>>> = {
  'app:facts': async () => succeed({ version: '1', electron: '1', platform: 'linux', packaged: false }),
  'cases:leave': async () => succeed(null),
  'diagnosis:start': async () => {
    throw new Error('broken');
  },
  'evidence:preview': async () => succeed({ wrong: SECRET }),
};
/** Every call fails unless it is answered above. */
const never = async () => fail('nothing-to-do', message('failure.no-diagnosis'));
const services = mapGroups(namesOf(ipcSchema), (channel) => ANSWERS[channel] ?? never) as unknown as Services;

describe('registerHandlers', () => {
  const handlers = new Map<string, Listener>();
  let lines: string[] = [];

  const call = async (channel: string, input: unknown, message: unknown = trusted): Promise<unknown> =>
    handlers.get(channel)?.(message as never, input);

  beforeEach(() => {
    handlers.clear();
    lines = [];
    registerHandlers({
      registry: { handle: (channel, listener) => handlers.set(channel, listener) },
      schema: ipcSchema,
      services,
      ownWebContents: own,
      log: (line) => lines.push(line),
    });
  });

  it('registers every channel of the table and no other', () => {
    expect([...handlers.keys()].toSorted()).toEqual(CALL_CHANNELS.toSorted());
  });

  it('answers a good request with an envelope', async () => {
    expect(await call('cases:leave', null)).toEqual({ ok: true, value: null });
  });

  it('refuses a foreign frame', async () => {
    const foreign = { sender: own, senderFrame: { url: 'https://evil.example/', parent: null } };
    expect(await call('app:facts', null, foreign)).toMatchObject({ ok: false });
    expect(lines.join()).toContain('not our own page');
  });

  it('refuses an input with an unknown key and does not log it', async () => {
    const form = { clientId: 'x', clientSecret: SECRET, jiraSite: 'x', confluenceSite: 'x', extra: 1 };
    expect(await call('diagnosis:start', form)).toMatchObject({
      ok: false,
      failure: { code: 'bad-input' },
    });
    expect(lines.join()).not.toContain(SECRET);
  });

  it('turns a service that throws into a failure', async () => {
    const form = { clientId: 'x', clientSecret: SECRET, jiraSite: 'x', confluenceSite: 'x' };
    expect(await call('diagnosis:start', form)).toMatchObject({
      ok: false,
      failure: { code: 'our-fault' },
    });
  });

  it('keeps an answer back that does not fit its schema, and its values out of the log', async () => {
    expect(
      await call('evidence:preview', {
        residency: 'pinned',
        facts: [],
        note: '',
        leaveOut: [],
        intake: NO_INTAKE,
        smallerPictures: false,
      }),
    ).toMatchObject({
      ok: false,
      failure: { code: 'our-fault' },
    });
    expect(lines.join()).not.toContain(SECRET);
  });

  it('gives an envelope for any value on any channel', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...CALL_CHANNELS), fc.anything(), async (channel, input) => {
        const answer = await call(channel, input);
        expect(answer).toHaveProperty('ok');
      }),
    );
  });
});

describe('createSendEvent', () => {
  it('sends what fits its schema, nothing to a closed window, and refuses the rest', () => {
    const sent: unknown[] = [];
    const contents = { send: (...message: unknown[]) => sent.push(message), isDestroyed: () => false };
    const send = createSendEvent(contents);
    const value = { step: 'reach', state: 'done', tookMs: 3 } as const;
    send('diagnosis:onProgress', value);
    createSendEvent({ ...contents, isDestroyed: () => true })('diagnosis:onProgress', value);
    expect(sent).toEqual([['diagnosis:onProgress', value]]);
    expect(() => send('diagnosis:onProgress', { ...value, token: SECRET } as never)).toThrow();
  });
});
