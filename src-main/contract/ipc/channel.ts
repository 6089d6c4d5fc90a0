/** Name under which the preload puts the bridge on `window`. */
export const BRIDGE_NAME = 'xrayDoctor';

/** Something for each call and event, by group and name. */
export type Grouped<T> = Readonly<Record<string, Readonly<Record<string, T>>>>;

/** The names of the schema without its schemas, since the preload carries no zod. `vite.config.ts` puts them in. */
export type IpcNames = Grouped<'call' | 'event'>;

/**
 * Makes something of each call and event. `make` is given the name of its channel, such as `evidence:save`. Returns a frozen
 * object of the same form.
 */
export function mapGroups<T, U>(groups: Grouped<T>, make: (channel: string, each: T) => U): Grouped<U> {
  const mapped = Object.entries(groups).map(([group, members]) => {
    const made = Object.entries(members).map(([name, each]) => [name, make(`${group}:${name}`, each)]);
    return [group, Object.freeze(Object.fromEntries(made))];
  });
  return Object.freeze(Object.fromEntries(mapped));
}
