import type { EvidenceFile } from '../contract/evidence.ts';
import type { EvidenceDocument } from '../contract/verification.ts';
import type { Message } from '../i18n/message.ts';

/** What is to be said of a file that a customer sent; of the first six, the last that applies. */
export const ARRIVAL_STATES = [
  'sound',
  /** The same files, packed by another program. */
  'repacked',
  'incomplete',
  'damaged',
  /** Made by a newer version of this app. */
  'newer',
  'changed',
  'cut-off',
  'encrypted',
  'outlook-message',
  'winmail',
  'mail-without-file',
  'web-page',
  'empty',
  'no-evidence',
] as const;
export type ArrivalState = (typeof ARRIVAL_STATES)[number];

/** One bundle, or one file in which there is none. */
export interface Inspected {
  /** The file's name as it was given, and the attachment's behind it. */
  readonly source: string;
  readonly state: ArrivalState;
  /** None for a sound bundle. */
  readonly problems: readonly Message[];
  /** Null when `diagnosis.json` is missing or cannot be read. */
  readonly document: EvidenceDocument | null;
  /** What is to be known and is no fault. */
  readonly notes: readonly Message[];
  readonly files: readonly EvidenceFile[];
  /** The rule of today's rules, where it differs from the one that was written. */
  readonly ruleToday: string | null;
}
