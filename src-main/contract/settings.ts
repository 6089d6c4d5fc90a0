import * as z from 'zod';

import { LANGUAGE_CODES } from '../i18n/language.ts';
import { contactSchema, NO_CONTACT } from './report/intake.ts';

/** The chosen language, or `system` for the first of the system's languages that the app has. */
export const languageChoiceSchema = z.enum(['system', ...LANGUAGE_CODES]);
export type LanguageChoice = z.infer<typeof languageChoiceSchema>;

/** Far more than all screens of a wall. */
const FARTHEST = 1_000_000;
const coordinate = z.int().min(-FARTHEST).max(FARTHEST);
const extent = z.int().min(1).max(FARTHEST);

/**
 * Where the window was, in the system's own pixels; of a maximised one, where it goes back to. On Wayland a window has a
 * size and no place: x and y are what another session left, or null.
 */
export const windowPlaceSchema = z.strictObject({
  x: coordinate.nullable(),
  y: coordinate.nullable(),
  width: extent,
  height: extent,
  maximized: z.boolean(),
});
export type WindowPlace = z.infer<typeof windowPlaceSchema>;

/** How far Chromium zooms. */
export const zoomSchema = z.number().min(0.25).max(5);

/** Characters of a support profile that are kept at all. */
export const MAX_PROFILE_LENGTH = 64 * 1024;

/** The version of `settings.json` that this app writes. */
export const SETTINGS_VERSION = 1;

/**
 * What the app remembers from one start to the next. Nothing in it is secret, and nothing in it is about a site; it names
 * whom support may answer.
 */
export const settingsSchema = z.strictObject({
  schemaVersion: z.literal(SETTINGS_VERSION),
  language: languageChoiceSchema,
  window: windowPlaceSchema.nullable(),
  zoom: zoomSchema,
  /** The text of the support profile that was opened last, as it was; null if none. */
  supportProfile: z.string().max(MAX_PROFILE_LENGTH).nullable(),
  /** The profile beside the program that the person was asked about last, and what they said; null if none. */
  besideProfile: z
    .strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/u), isUsed: z.boolean() })
    .nullable()
    .default(null),
  /** Whom support may answer, as it stood in the last report that was saved. */
  contact: contactSchema.default(NO_CONTACT),
  /** The folder that was chosen last for a report; null for Downloads. */
  reportFolder: z.string().max(4096).nullable().default(null),
});
export type Settings = z.infer<typeof settingsSchema>;

/** What holds at the first start. */
export const DEFAULT_SETTINGS: Settings = {
  schemaVersion: SETTINGS_VERSION,
  language: 'system',
  window: null,
  zoom: 1,
  supportProfile: null,
  besideProfile: null,
  contact: NO_CONTACT,
  reportFolder: null,
};
