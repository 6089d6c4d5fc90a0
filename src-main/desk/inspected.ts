import type { EvidenceFile } from '../contract/report/evidence.ts';
import type { ArrivalState, EvidenceDocument } from '../contract/report/verification.ts';
import type { Message } from '../i18n/message.ts';

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
