import type * as z from 'zod';

import { INVOKE_CHANNELS } from '../contract/ipc/channel-names.ts';
import type { InvokeName } from '../contract/ipc/channel-names.ts';
import type { ChannelInput, ChannelOutput } from '../contract/ipc/channels.ts';
import { fail } from '../contract/failure.ts';
import { resultSchema } from '../contract/failure-schema.ts';
import type { Result } from '../contract/failure.ts';
import { message } from '../i18n/message.ts';
import type { RedactedServices } from './redacted-answers.ts';
import { isTrustedFrame } from './trusted-frame.ts';

type Message = Parameters<typeof isTrustedFrame>[0];
export type Listener = (message: Message, input: unknown) => Promise<unknown>;

/** The part of Electron's ipcMain that we use. */
export interface HandlerRegistry {
  handle(channel: string, listener: Listener): void;
}

/** A row of the table of channels. */
interface Row<N extends InvokeName> {
  readonly input: z.ZodType<ChannelInput<N>>;
  readonly output: z.ZodType<ChannelOutput<N>>;
}

export interface AnswerOptions<N extends InvokeName> {
  readonly registry: HandlerRegistry;
  /** The rows that are answered. */
  readonly rows: { readonly [K in N]: Row<K> };
  readonly services: Pick<RedactedServices, N>;
  /** The webContents of our own window. */
  readonly ownWebContents: unknown;
  /** Is told of faults of ours: a channel's name and what went wrong, never an input. */
  readonly log: (line: string) => void;
}

const OUR_FAULT = message('failure.our-fault');

/**
 * Registers one handler for each of the rows. A message from a foreign frame, an input that does not fit its schema, a
 * service that throws and an answer that does not fit its schema all end in an envelope with a failure.
 */
export function answerChannels<N extends InvokeName>(options: AnswerOptions<N>): void {
  const isRow = (name: string): name is N => Object.hasOwn(options.rows, name);
  for (const name of Object.keys(INVOKE_CHANNELS).filter(isRow)) {
    options.registry.handle(INVOKE_CHANNELS[name], handlerFor(name, options));
  }
}

function handlerFor<N extends InvokeName>(name: N, options: AnswerOptions<N>): Listener {
  // There is no enum in here; the rule takes a generic name for one.
  // oxlint-disable-next-line typescript/no-unsafe-enum-assignment
  const row: Row<N> = options.rows[name];
  const envelope = resultSchema(row.output);
  return async (event, input): Promise<Result<unknown>> => {
    if (!isTrustedFrame(event, options.ownWebContents)) {
      options.log(`${name}: refused, the sender is not our own page`);
      return fail('our-fault', OUR_FAULT);
    }
    const parsed = row.input.safeParse(input);
    if (!parsed.success) {
      options.log(`${name}: refused, the input does not fit`);
      return fail('bad-input', message('failure.not-understood'));
    }
    try {
      const answer = envelope.safeParse(await options.services[name](parsed.data));
      if (answer.success) return answer.data;
      options.log(
        `${name}: the answer does not fit: ${answer.error.issues.map((issue) => issue.path.join('.')).join(', ')}`,
      );
    } catch (error) {
      options.log(
        `${name}: ${error instanceof Error ? `${error.name}: ${error.message}\n${error.stack ?? ''}` : 'unknown error'}`,
      );
    }
    return fail('our-fault', OUR_FAULT);
  };
}
