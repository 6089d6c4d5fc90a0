import type * as z from 'zod';

import { mapGroups } from './channel.ts';
import type { Grouped, IpcNames } from './channel.ts';

/** A request of the window: what it gives, and what it gets inside a Result envelope. */
export interface Call<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly kind: 'call';
  readonly input: I;
  readonly output: O;
}

/** What the main process tells the window without being asked. */
export interface Event<V extends z.ZodType = z.ZodType> {
  readonly kind: 'event';
  readonly value: V;
}

export type Schema = Grouped<Call | Event>;

/** Declares a request. */
export function call<I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Call<I, O> {
  return { kind: 'call', input, output };
}

/** Declares an event; its name begins with `on`. */
export function event<V extends z.ZodType>(value: V): Event<V> {
  return { kind: 'event', value };
}

/** Returns what a schema declares, without its schemas. */
export function namesOf(schema: Schema): IpcNames {
  return mapGroups(schema, (_channel, { kind }) => kind);
}
