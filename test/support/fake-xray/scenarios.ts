import { createHash } from 'node:crypto';

import * as z from 'zod';

import { verdictKindSchema } from '../../../src-main/contract/diagnosis.ts';
import type { HostId } from '../../../src-main/contract/diagnosis.ts';
import { hostsSchema, readSample } from '../answers/sample-file.ts';
import { writtenAnswerSchema } from '../answers/written-answer.ts';

const answer = writtenAnswerSchema;
/** Those that the server also gives without a scenario, and others that several scenarios share. */
const sharedSchema = z
  .object({
    'a token': answer,
    'a feature': answer,
    'another region': answer,
    'wrong credentials': answer,
    'wrong syntax': answer,
    'a malformed token': answer,
  })
  .catchall(answer);
const scenarioSchema = z.strictObject({
  /** What a diagnosis must say. */
  ends: verdictKindSchema,
  /** One line for `--help`. */
  summary: z.string(),
  /** Whether `npm run demo` tells of it. */
  isInDemo: z.boolean().default(false),
  hosts: hostsSchema(z.strictObject({ signIn: answer.optional(), data: answer.optional() })),
});
const { shared, rows } = readSample(
  'fake-xray.yaml',
  z.strictObject({ shared: sharedSchema, rows: z.record(z.string(), scenarioSchema) }),
);

/** The answers that do not depend on a scenario. */
export const USUAL = shared;

/** Where the redirects lead. The host is inside the product's list of hosts, so that only "never follow" keeps a client away. */
export const TRAP_HOST = 'trap.atlassian.net';

/** Every scenario, in the order of `--help`: one way for Xray, or for the network before it, to behave. */
export const SCENARIOS = Object.entries(rows).map(([name, { ends, ...told }]) => ({
  name,
  ...told,
  expectedVerdict: ends,
  /** The same as the name. */
  clientId: name,
  /** A second client id, in the shape of Xray's own, for those who want no hint about an unusual id. */
  alias: createHash('sha256').update(`fake-xray ${name}`).digest('hex').slice(0, 32).toUpperCase(),
}));
export type Scenario = (typeof SCENARIOS)[number];

/** How `host` answers in `scenario`; one that is not named, as for a site whose data it does not hold. */
export function behaviourOf({ hosts }: Scenario, host: HostId) {
  const { signIn = shared['a token'], data = shared['a feature'] } = hosts[host] ?? {
    data: shared['another region'],
  };
  return { signIn, data };
}

/** The scenario that a client id (name or alias, in any case) stands for. */
export function scenarioOf(clientId: string): Scenario | undefined {
  const folded = clientId.toLowerCase();
  return SCENARIOS.find(({ name, alias }) => folded === name || folded === alias.toLowerCase());
}
