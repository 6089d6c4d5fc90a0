import type { FlowEvent } from '../../../src-renderer/flow/events.ts';
import { SAMPLE_PREVIEW, SAMPLE_RESULT, SAMPLE_SAVED } from './sample-answers.ts';

/** What happens from the first click to a mail that was handed over, as the window's flow hears it. */
export const WHOLE_WAY: readonly FlowEvent[] = [
  { type: 'check-started', run: 1 },
  { type: 'check-ended', run: 1, result: SAMPLE_RESULT },
  { type: 'screen-wanted', screen: 'screenshot' },
  { type: 'screen-wanted', screen: 'send' },
  { type: 'report-asked', request: 1 },
  { type: 'report-ready', request: 1, choices: 'those', preview: SAMPLE_PREVIEW },
  { type: 'save-asked' },
  { type: 'save-ended', saved: SAMPLE_SAVED },
  { type: 'deed-asked', deed: 'mail' },
  { type: 'deed-done', deed: 'mail' },
];
