import type * as z from 'zod';

import { EVENT_CHANNELS, INVOKE_CHANNELS } from '../contract/channel-names.ts';
import type { EventName, InvokeName } from '../contract/channel-names.ts';
import { CHANNELS, EVENTS } from '../contract/channels.ts';
import type { ChannelInput, ChannelOutput, EventValue, Services } from '../contract/channels.ts';
import { fail, resultSchema } from '../contract/failure.ts';
import type { Result } from '../contract/failure.ts';
import { isTrustedFrame } from './trusted-frame.ts';
import type { HandlerRegistry } from './waiting-registry.ts';

type Message = Parameters<typeof isTrustedFrame>[0];

export interface RegisterOptions {
  readonly registry: HandlerRegistry;
  readonly services: Services;
  /** The webContents of our own window. */
  readonly ownWebContents: unknown;
  /** Is told of faults of ours: a channel's name and what went wrong, never an input. */
  readonly log: (line: string) => void;
}

const TABLE: {
  readonly [N in InvokeName]: {
    readonly input: z.ZodType<ChannelInput<N>>;
    readonly output: z.ZodType<ChannelOutput<N>>;
  };
} = CHANNELS;

const OUR_FAULT = 'Something went wrong inside this app. Everything you entered is still here. Try again.';

/**
 * Registers one handler for each channel of the table. A message from a foreign frame, an input that does not fit its
 * schema, a service that throws and an answer that does not fit its schema all end in an envelope with a failure.
 */
export function registerHandlers(options: RegisterOptions): void {
  for (const name of Object.keys(INVOKE_CHANNELS).filter(isInvokeName)) {
    options.registry.handle(INVOKE_CHANNELS[name], handlerFor(name, options));
  }
}

function isInvokeName(name: string): name is InvokeName {
  return Object.hasOwn(INVOKE_CHANNELS, name);
}

// The parameter ties the row's schemas to the service of the same name.
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters
function handlerFor<N extends InvokeName>(name: N, options: RegisterOptions) {
  const { input: inputSchema, output: outputSchema } = TABLE[name];
  const envelope = resultSchema(outputSchema);
  return async (message: Message, input: unknown): Promise<Result<unknown>> => {
    if (!isTrustedFrame(message, options.ownWebContents)) {
      options.log(`${name}: refused, the sender is not our own page`);
      return fail('our-fault', OUR_FAULT);
    }
    const parsed = inputSchema.safeParse(input);
    if (!parsed.success) {
      options.log(`${name}: refused, the input does not fit`);
      return fail('bad-input', 'This app asked itself for something it does not understand. Start it again.');
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

/** Sends an event to our own window, after its schema has seen it. */
export function sendEvent<N extends EventName>(
  webContents: { send(channel: string, value: unknown): void; isDestroyed(): boolean },
  name: N,
  value: EventValue<N>,
): void {
  if (!webContents.isDestroyed()) webContents.send(EVENT_CHANNELS[name], EVENTS[name].parse(value));
}
