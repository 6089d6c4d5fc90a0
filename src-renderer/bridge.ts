import { BRIDGE_NAME, EVENT_CHANNELS, INVOKE_CHANNELS } from '../src-main/contract/ipc/channel-names.ts';
import type { Bridge } from '../src-main/contract/ipc/channels.ts';
import { fail } from '../src-main/contract/failure.ts';
import type { Result } from '../src-main/contract/failure.ts';
import { message } from '../src-main/i18n/message.ts';

const FUNCTION_NAMES = [
  ...Object.keys(INVOKE_CHANNELS),
  ...Object.keys(EVENT_CHANNELS).map((name) => `on${name.charAt(0).toUpperCase()}${name.slice(1)}`),
];

/** The bridge that the preload put on the window, or null if it is missing or lacks a function. */
export function findBridge(): Bridge | null {
  const found: unknown = Reflect.get(window, BRIDGE_NAME);
  return isBridge(found) ? found : null;
}

function isBridge(value: unknown): value is Bridge {
  return (
    typeof value === 'object' &&
    value !== null &&
    FUNCTION_NAMES.every((name) => typeof Reflect.get(value, name) === 'function')
  );
}

/** Waits for an answer of the bridge; a request that broke on the way comes back as a failure like any other. */
export async function ask<T>(request: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await request();
  } catch {
    return fail('our-fault', message('failure.no-answer'));
  }
}
