import type { Schema } from '../contract/ipc/call.ts';
import { ipcSchema } from '../contract/ipc/ipc-schema.ts';
import type { EventChannel, EventValue } from '../contract/ipc/ipc-schema.ts';
import type { AsRedacted } from './redacted-answers.ts';

/** Tells the window something, such as `send('cases:onKept', …)`. */
export type SendEvent = <C extends EventChannel>(channel: C, value: AsRedacted<EventValue<C>>) => void;

/** Returns the sender to one window. What does not fit its schema throws; a window that is closed gets nothing. */
export function createSendEvent(webContents: {
  send(channel: string, value: unknown): void;
  isDestroyed(): boolean;
}): SendEvent {
  const schema: Schema = ipcSchema;
  return (channel, value) => {
    const [group = '', name = ''] = channel.split(':');
    const member = schema[group]?.[name];
    if (member?.kind === 'event' && !webContents.isDestroyed())
      webContents.send(channel, member.value.parse(value));
  };
}
