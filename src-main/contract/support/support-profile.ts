import * as z from 'zod';

import { httpsHostOf } from '../input/https-host.ts';
import { messageSchema } from '../message.ts';

/** The version of the profile that this app reads. */
export const PROFILE_VERSION = 1;
export const MAX_LINKS = 4;

/** What would end a header or a line, is not to be seen, or turns the writing direction. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}]/u;

/** Characters that each text of a profile may have. */
export const MAX_TEXT_LENGTH = {
  name: 60,
  subject: 120,
  ticket: 40,
  product: 40,
  label: 60,
  address: 300,
} as const;

/** A text on one line, without anything that cannot be seen. */
const line = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .refine((text) => text.isWellFormed() && text.trim() === text && !INVISIBLE.test(text));

/** A plain address: whatever else a mail header takes stays out, so that none can open a header of its own. */
const mailAddress = z
  .string()
  .max(200)
  .regex(
    /^[A-Za-z0-9](?:[A-Za-z0-9._+-]{0,62}[A-Za-z0-9])?@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$/u,
  )
  .refine((address) => !address.includes('..'));

const ticket = z
  .string()
  .max(MAX_TEXT_LENGTH.ticket)
  .regex(/^[A-Za-z0-9#](?:[A-Za-z0-9 ._#/-]*[A-Za-z0-9])?$/u);

const pageAddress = z
  .string()
  .max(MAX_TEXT_LENGTH.address)
  .refine((text) => !/[\s\\]/u.test(text) && !INVISIBLE.test(text) && httpsHostOf(text) !== null);

/** A page of support's: their guide, how to set the connection up, or something else. */
const supportLinkSchema = z.strictObject({
  for: z.enum(['guide', 'connection', 'other']),
  label: line(MAX_TEXT_LENGTH.label),
  address: pageAddress,
});

/**
 * `support-profile.json`: who helps, and where to write to. Strict, so that no key of it can ever reach what is asked,
 * judged or removed.
 */
export const supportProfileSchema = z.strictObject({
  version: z.literal(PROFILE_VERSION),
  name: line(MAX_TEXT_LENGTH.name),
  mail: mailAddress,
  subject: line(MAX_TEXT_LENGTH.subject).optional(),
  ticket: ticket.optional(),
  /** The app that cannot use Xray, as the mail names it. */
  product: line(MAX_TEXT_LENGTH.product).optional(),
  links: z.array(supportLinkSchema).max(MAX_LINKS).optional(),
});
export type SupportProfile = z.infer<typeof supportProfileSchema>;

/** Who helps, as everything that names them is given it. */
export const supportSchema = z.strictObject({
  name: z.string(),
  mail: z.string(),
  subject: z.string(),
  ticket: z.string().nullable(),
  product: z.string().nullable(),
  links: z.array(supportLinkSchema),
});
export type Support = z.infer<typeof supportSchema>;

/** Why a profile was not taken. */
export const profileProblemSchema = z.strictObject({
  /** Counted from 1; null when it is about the whole file. */
  line: z.int().positive().nullable(),
  /** One sentence. */
  reason: messageSchema,
});
export type ProfileProblem = z.infer<typeof profileProblemSchema>;

/** Where a profile came from that is asked about before it is used. */
export type ProfileOrigin = 'beside' | 'dropped';

/** Who helps and who said so. */
export const shownSupportSchema = z.strictObject({
  /** `beside-program`: a file that came with it. `opened`: a file that the person opened once. */
  source: z.enum(['default', 'beside-program', 'opened']),
  support: supportSchema,
  /** A profile that was found and is not used. */
  problem: profileProblemSchema.nullable(),
});
export type ShownSupport = z.infer<typeof shownSupportSchema>;

/** What became of a profile that the person chose. */
export const profileOpeningSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('taken'), shown: shownSupportSchema }),
  /** Nothing has changed. */
  z.strictObject({ kind: z.literal('refused'), problem: profileProblemSchema }),
]);
export type ProfileOpening = z.infer<typeof profileOpeningSchema>;
