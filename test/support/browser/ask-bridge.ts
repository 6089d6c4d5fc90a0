import type { Page } from 'playwright';

import { namesOf } from '../../../src-main/contract/ipc/call.ts';
import { BRIDGE_NAME } from '../../../src-main/contract/ipc/channel.ts';
import { ipcSchema } from '../../../src-main/contract/ipc/ipc-schema.ts';
import type { Bridge, CallChannel } from '../../../src-main/contract/ipc/ipc-schema.ts';

type FunctionAt<C extends CallChannel> = C extends `${infer G extends keyof Bridge}:${infer N}`
  ? Extract<Bridge[G][N & keyof Bridge[G]], (input: never) => unknown>
  : never;
export type CallInput<C extends CallChannel> = Parameters<FunctionAt<C>>[0];
export type CallAnswer<C extends CallChannel> = Awaited<ReturnType<FunctionAt<C>>>;

export const CALL_CHANNELS = Object.entries(namesOf(ipcSchema)).flatMap(([group, members]) =>
  Object.keys(members)
    .filter((name) => members[name] === 'call')
    .map((name) => `${group}:${name}`),
) as CallChannel[];

/** Calls the functions of the bridge inside of the page, one after another. 'no answer' after ten seconds. */
export async function askBridge(
  page: Page,
  requests: readonly (readonly [string, unknown])[],
): Promise<unknown[]> {
  return page.evaluate(
    async ([bridgeName, asked]) => {
      const answers: unknown[] = [];
      for (const [channel, input] of asked) {
        const [group = '', name = ''] = channel.split(':');
        const late = new Promise((resolve) => setTimeout(() => resolve('no answer'), 10_000));
        answers.push(await Promise.race([Reflect.get(window, bridgeName)[group][name](input), late]));
      }
      return answers;
    },
    [BRIDGE_NAME, requests] as const,
  );
}

/** Calls one function of the bridge, such as `cases:list`. */
export async function ask<C extends CallChannel>(
  page: Page,
  channel: C,
  input: CallInput<C>,
): Promise<CallAnswer<C>> {
  return (await askBridge(page, [[channel, input]]))[0] as CallAnswer<C>;
}
