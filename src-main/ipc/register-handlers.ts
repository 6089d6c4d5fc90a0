import type { Call, Schema } from '../contract/ipc/call.ts';
import type { Grouped } from '../contract/ipc/channel.ts';
import { fail } from '../contract/failure.ts';
import { resultSchema } from '../contract/failure-schema.ts';
import type { Result } from '../contract/failure.ts';
import { message } from '../i18n/message.ts';
import type { ServicesOf } from './redacted-answers.ts';
import { isTrustedFrame } from './trusted-frame.ts';

type Sender = Parameters<typeof isTrustedFrame>[0];
export type Listener = (sender: Sender, input: unknown) => Promise<unknown>;

/** The part of Electron's ipcMain that we use. */
export interface HandlerRegistry {
  handle(channel: string, listener: Listener): void;
}

export interface HandlerOptions<S extends Schema> {
  readonly registry: HandlerRegistry;
  /** What is answered: `ipcSchema` or a part of it. */
  readonly schema: S;
  readonly services: ServicesOf<S>;
  /** The webContents of our own window. */
  readonly ownWebContents: unknown;
  /** Takes what went wrong on a channel, never an input. */
  readonly log: (line: string) => void;
}

/** Any service; written as a method, since its input is what its own schema has parsed. */
type Service = { answer(input: unknown): Promise<Result<unknown>> }['answer'];

const OUR_FAULT = message('failure.our-fault');

/**
 * Registers a handler for each call of the schema. A message from a foreign frame, an input or an answer that does not fit
 * its schema, and a service that throws all end in an envelope with a failure.
 */
export function registerHandlers<S extends Schema>(options: HandlerOptions<S>): void {
  const services: Grouped<Service> = options.services;
  for (const [group, members] of Object.entries(options.schema)) {
    for (const [name, member] of Object.entries(members)) {
      const service = services[group]?.[name];
      if (member.kind === 'event' || service === undefined) continue;
      const channel = `${group}:${name}`;
      options.registry.handle(channel, handlerOf(channel, member, service, options));
    }
  }
}

function handlerOf(
  channel: string,
  { input, output }: Call,
  service: Service,
  { ownWebContents, log }: Pick<HandlerOptions<Schema>, 'ownWebContents' | 'log'>,
): Listener {
  const envelope = resultSchema(output);
  return async (sender, given): Promise<Result<unknown>> => {
    if (!isTrustedFrame(sender, ownWebContents)) {
      log(`${channel}: refused, the sender is not our own page`);
      return fail('our-fault', OUR_FAULT);
    }
    const parsed = input.safeParse(given);
    if (!parsed.success) {
      log(`${channel}: refused, the input does not fit`);
      return fail('bad-input', message('failure.not-understood'));
    }
    try {
      const answer = envelope.safeParse(await service(parsed.data));
      if (answer.success) return answer.data;
      const paths = answer.error.issues.map((issue) => issue.path.join('.'));
      log(`${channel}: the answer does not fit: ${paths.join(', ')}`);
    } catch (error) {
      const reason = error instanceof Error ? `${error.name}: ${error.message}\n${error.stack ?? ''}` : '';
      log(`${channel}: ${reason || 'unknown error'}`);
    }
    return fail('our-fault', OUR_FAULT);
  };
}
