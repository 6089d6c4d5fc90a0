import * as z from 'zod';

import { hostsSchema } from './sample-file.ts';
import { onTheWire } from './wire-answer.ts';
import type { WireAnswer } from './wire-answer.ts';
import { fill, issuesToken, writtenAnswerSchema } from './written-answer.ts';

/** The answer to a sign-in; a function is given the token that it issues. */
type SignIn = WireAnswer | ((token: string) => WireAnswer);

/** How one host behaves; a host takes the keys and says that the data is in another region unless told. */
export interface HostRow {
  /** Without it the ordinary: a token of this host's own in quotes. */
  readonly signIn?: SignIn;
  readonly data?: WireAnswer;
}

const networkSchema = z.discriminatedUnion('is', [
  z.strictObject({ is: z.enum(['refused-port', 'unknown-name', 'torn-handshake', 'mute-port', 'no-tls']) }),
  z.strictObject({
    is: z.literal('certificate'),
    /** From when to when it is valid, in days from now. */
    validDays: z.tuple([z.number(), z.number()]).optional(),
    hosts: z.array(z.string()).optional(),
    issuer: z.string().optional(),
  }),
  z.strictObject({ is: z.literal('proxy'), status: z.int() }),
  z.strictObject({
    is: z.enum(['proxy-away', 'proxy-settings-broken', 'proxy-settings-silent', 'proxy-socks']),
  }),
  z.strictObject({ is: z.enum(['stopped', 'out-of-time']) }),
]);

/** An answer that needs no token. */
export const wireAnswerSchema = writtenAnswerSchema.transform((answer) => onTheWire(fill(answer, {})));
const signInSchema = writtenAnswerSchema.transform((answer): SignIn => {
  const withToken = (token: string): WireAnswer => onTheWire(fill(answer, { token }));
  return issuesToken(answer) ? withToken : withToken('');
});
const hostSchema = z.strictObject({
  signIn: signInSchema.exactOptional(),
  data: wireAnswerSchema.exactOptional(),
});

/** What happens in a run: what the hosts do, and what stands between us and Xray. */
export const playedSchema = z.strictObject({
  hosts: hostsSchema<HostRow>(hostSchema).exactOptional(),
  network: networkSchema.exactOptional(),
});
export type PlayedRow = z.infer<typeof playedSchema>;
