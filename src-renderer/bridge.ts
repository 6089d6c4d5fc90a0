import { BRIDGE_NAME } from '../src-main/contract/ipc/channel.ts';
import type { Bridge } from '../src-main/contract/ipc/ipc-schema.ts';
import { fail } from '../src-main/contract/failure.ts';
import type { Result } from '../src-main/contract/failure.ts';
import { message } from '../src-main/i18n/message.ts';

/** Returns the bridge that the preload put on the window; null outside of the app. */
export function findBridge(): Bridge | null {
  const found: unknown = Reflect.get(window, BRIDGE_NAME);
  return isBridge(found) ? found : null;
}

/** Returns a bridge that leads nowhere, for a page that is drawn by the build: only effects call it, and they do not run there. */
export function bridgeToNowhere(): Bridge {
  const bridge: unknown = {};
  if (!isBridge(bridge)) throw new Error('An object is no bridge.');
  return bridge;
}

/** The preload is built from the same schema as the type, and nobody else can put an object there. */
function isBridge(value: unknown): value is Bridge {
  return typeof value === 'object' && value !== null;
}

/** Waits for an answer of the bridge; a request that broke on the way comes back as a failure like any other. */
export async function ask<T>(request: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await request();
  } catch {
    return fail('our-fault', message('failure.no-answer'));
  }
}
