import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

type Collect = (options: { readonly type: 'minor' }) => void;

let collect: Collect | null = null;

/**
 * Collects V8's young generation. Bytes that come over a socket lie outside of V8's heap, which therefore lets tens of
 * megabytes of dead buffers pile up before it looks; whoever lets much data pass by calls this now and then.
 * The function behind it is reachable in no context but the one that is made here (nodejs.org, `v8.setFlagsFromString`).
 */
export function collectYoungGeneration(): void {
  collect ??= findCollect();
  collect({ type: 'minor' });
}

function findCollect(): Collect {
  setFlagsFromString('--expose-gc');
  const found: unknown = runInNewContext('gc');
  setFlagsFromString('--no-expose-gc');
  return typeof found === 'function'
    ? (options) => void Reflect.apply(found, undefined, [options])
    : () => undefined;
}
