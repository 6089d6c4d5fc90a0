import type { Intake } from '../contract/report/intake.ts';
import { MAX_INTAKE_LENGTH } from '../contract/values.ts';

const NAMES = [
  'contact-name',
  'contact-mail',
  'snapshots-shows',
  'since',
  'xray-in-jira',
  'keys-made-by',
  'keys-made-at',
  'may-pass-on',
] as const;

/** The questions that support asks in every case, each with its option; all may be left out. */
export const INTAKE_OPTIONS = {
  'contact-name': { type: 'string' },
  'contact-mail': { type: 'string' },
  'snapshots-shows': { type: 'string' },
  since: { type: 'string' },
  'xray-in-jira': { type: 'string' },
  'keys-made-by': { type: 'string' },
  'keys-made-at': { type: 'string' },
  'may-pass-on': { type: 'string' },
} as const satisfies Record<(typeof NAMES)[number], { readonly type: 'string' }>;

/** Reads the answers; a sentence for one that cannot be read. Null when none was given. */
export function readIntake(text: (name: (typeof NAMES)[number]) => string | null): Intake | null | string {
  const given = NAMES.filter((name) => text(name) !== null);
  if (given.length === 0) return null;
  const long = given.find((name) => (text(name) ?? '').length > MAX_INTAKE_LENGTH);
  if (long !== undefined) return `--${long} takes at most ${MAX_INTAKE_LENGTH} characters.`;
  const xrayInJira = text('xray-in-jira');
  if (xrayInJira !== null && xrayInJira !== 'works' && xrayInJira !== 'fails')
    return '--xray-in-jira takes works or fails.';
  const mayPassOn = text('may-pass-on');
  if (mayPassOn !== null && mayPassOn !== 'yes' && mayPassOn !== 'no')
    return '--may-pass-on takes yes or no.';
  return {
    contactName: text('contact-name') ?? '',
    contactMail: text('contact-mail') ?? '',
    snapshotsError: text('snapshots-shows') ?? '',
    since: text('since') ?? '',
    xrayInJira,
    keysMadeBy: text('keys-made-by') ?? '',
    keysMadeAt: text('keys-made-at') ?? '',
    mayPassOn: mayPassOn === null ? null : mayPassOn === 'yes',
  };
}
