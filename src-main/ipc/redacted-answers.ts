import type {
  ChannelInput,
  ChannelOutput,
  CheckResult,
  EventValue,
  OpenedCase,
  RunAsTold,
} from '../contract/ipc/channels.ts';
import type { EventName, InvokeName } from '../contract/ipc/channel-names.ts';
import type { Diagnosis } from '../contract/diagnosis.ts';
import type { SavedBundle } from '../contract/evidence.ts';
import type { Result } from '../contract/failure.ts';
import type { SiteHints } from '../contract/plan.ts';
import type { RedactedPreview } from '../evidence/bundle/prepare-bundle.ts';
import type { RedactedTranscript } from '../evidence/documents/call-transcripts.ts';
import type { RedactedMail } from '../evidence/documents/mail-draft.ts';
import type { Redacted, RedactedText } from '../evidence/redaction/redacted.ts';
import type { Message } from '../i18n/message.ts';

/** The end of a run, as the window may have it. */
export interface RedactedCheck extends CheckResult {
  diagnosis: Redacted<Diagnosis>;
  transcripts: RedactedTranscript[];
}

/** What the window was told of a run, for a page that begins anew. */
export interface RedactedRun extends RunAsTold {
  transcripts: RedactedTranscript[];
  diagnosis: Redacted<Diagnosis> | null;
  choices: (NonNullable<RunAsTold['choices']> & { note: RedactedText }) | null;
}

/** What Atlassian says of the sites; a server's words stand in it. */
export interface RedactedHints extends SiteHints {
  jiraSite: Redacted<Message> | null;
  confluenceSite: Redacted<Message> | null;
}

interface RedactedCase extends OpenedCase {
  latest: RedactedCheck | null;
}

/** The answers that hold what a server has said, or what was made of it. */
interface RedactedAnswers {
  lookUpSites: RedactedHints;
  startDiagnosis: RedactedCheck;
  followDiagnosis: RedactedCheck;
  currentRun: RedactedRun | null;
  caseRun: RedactedCheck;
  openCase: RedactedCase;
  openedCase: RedactedCase | null;
  previewEvidence: RedactedPreview;
  saveEvidence: (SavedBundle & { mail: RedactedMail }) | null;
}

type AnswerTo<N extends InvokeName> = N extends keyof RedactedAnswers ? RedactedAnswers[N] : ChannelOutput<N>;

/** The services as they are registered: like the contract's, but what comes from outside has been through the redactor. */
export type RedactedServices = {
  readonly [N in InvokeName]: (input: ChannelInput<N>) => Promise<Result<AnswerTo<N>>>;
};

/** What an event may carry. */
export type RedactedEvent<N extends EventName> = N extends 'partialDiagnosis'
  ? Redacted<Diagnosis>
  : N extends 'transcript'
    ? RedactedTranscript
    : EventValue<N>;
