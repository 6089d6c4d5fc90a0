import { inspectArrival } from '../../../../src-main/desk/inspect.ts';
import type { Inspected } from '../../../../src-main/desk/inspect.ts';

/** Inspects one zip as the app does with one of another version, whose texts it does not compare. */
export async function inspectBundle(bytes: Uint8Array): Promise<Inspected> {
  const [one, ...others] = await inspectArrival('FILE.zip', Buffer.from(bytes), 'another version');
  if (one === undefined || others.length > 0) throw new Error('A zip gives one result.');
  return one;
}
