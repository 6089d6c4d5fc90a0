import { EVENT_CHANNELS } from '../contract/ipc/channel-names.ts';
import type { EventName, InvokeName } from '../contract/ipc/channel-names.ts';
import { CHANNELS, EVENTS } from '../contract/ipc/channels.ts';
import { answerChannels } from './answer-channels.ts';
import type { AnswerOptions } from './answer-channels.ts';
import type { RedactedEvent } from './redacted-answers.ts';

/** Registers one handler for each channel of the table, see `answerChannels`. */
export function registerHandlers(options: Omit<AnswerOptions<InvokeName>, 'rows'>): void {
  answerChannels<InvokeName>({ ...options, rows: CHANNELS });
}

/** Sends an event to our own window, after its schema has seen it. */
export function sendEvent<N extends EventName>(
  webContents: { send(channel: string, value: unknown): void; isDestroyed(): boolean },
  name: N,
  value: RedactedEvent<N>,
): void {
  if (!webContents.isDestroyed()) webContents.send(EVENT_CHANNELS[name], EVENTS[name].parse(value));
}
