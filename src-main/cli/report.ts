import type { Plan, PlannedRequest } from '../contract/plan.ts';
import type { Diagnosis, Progress, Residency, StepName, Verdict } from '../contract/diagnosis.ts';
import { closed } from '../evidence/redaction/redacted.ts';
import type { Redacted, RedactedText } from '../evidence/redaction/redacted.ts';
import { tEnglish, formatUntrusted } from '../i18n/translator.ts';

const STEPS = {
  reach: 'Reaching Xray',
  'sign-in': 'Signing in with your keys',
  data: 'Asking for data',
  compare: "Comparing with Xray's regional hosts",
  read: 'Reading the answers',
} as const satisfies Record<StepName, string>;

const STATES = { running: '…', done: 'done', failed: 'failed', skipped: 'left out' } as const;

/** Returns one line of progress, for standard error. */
export function progressLine({ step, state, tookMs }: Progress): RedactedText {
  const took = tookMs === null ? closed`` : closed` (${Math.round(tookMs)} ms)`;
  return closed`${STEPS[step]}: ${STATES[state]}${took}\n`;
}

/** Returns the verdict for people, for standard output, which the caller redacts once more. */
export function humanReport(
  diagnosis: Redacted<Diagnosis>,
  residency: Residency,
  supportName: string,
): string {
  const { verdict, sites, exchanges } = diagnosis;
  return [
    verdict.sentence,
    '',
    verdict.meaning,
    ...quoteLines(verdict),
    ...[verdict.regions, verdict.secondOpinion].filter((words) => words !== null),
    '',
    ...checkLines(diagnosis),
    `Who can fix it: ${tEnglish(`owner.${verdict.owner}`, { support: supportName })}`,
    '',
    ...nextStepLines(verdict, residency),
    'Host by host',
    ...exchanges.map((exchange) => {
      const answer =
        exchange.outcome === 'answered' ? `HTTP ${exchange.status}` : `failed: ${exchange.failure.code}`;
      const again = exchange.attempt > 1 ? ', second attempt' : '';
      return `  ${exchange.host} ${exchange.call}${again}: ${answer}, ${Math.round(exchange.timing.totalMs)} ms`;
    }),
    '',
    `Jira ${sites.jira}, Confluence ${sites.confluence}; rule ${verdict.rule}`,
    '',
  ].join('\n');
}

function nextStepLines({ nextSteps: { pinned, migrating } }: Verdict, residency: Residency): string[] {
  if (pinned.length === 0) return [];
  const numbered = (list: readonly string[]): string[] =>
    list.map((step, index) => `  ${index + 1}. ${step}`);
  if (residency !== 'unknown' || pinned.join('\n') === migrating.join('\n'))
    return ['What to do now', ...numbered(residency === 'migrating' ? migrating : pinned), ''];
  return [
    'What to do now, if the site is pinned',
    ...numbered(pinned),
    '',
    'or, if a move is under way',
    ...numbered(migrating),
    '',
  ];
}

/** Another server's words must not be called Xray's. */
function quoteLines({ quote = null, answeredBy = null }: Verdict): string[] {
  if (quote === null) return [];
  return ['', `${answeredBy?.who === 'xray' ? "Xray's words" : 'What came back'}: "${quote}"`, ''];
}

function checkLines({ checks = [] }: Diagnosis): string[] {
  const lines = checks
    .filter(({ level }) => level !== 'ok')
    .map(({ level, sentence }) => `  - ${level === 'wrong' ? 'Wrong: ' : ''}${sentence}`);
  return lines.length === 0 ? [] : ['Worth knowing', ...lines, ''];
}

const PURPOSES: Readonly<Record<PlannedRequest['purpose'], string>> = {
  authenticate: 'sign-in',
  'data-call': 'asks for data, writes nothing',
  'further-hosts': 'asks whether Xray has further hosts',
  site: 'asks whether the site exists',
  'xray-status': "reads Xray's public status",
  'atlassian-status': "reads Atlassian's public status",
};

const CARRIES: Readonly<Record<PlannedRequest['carries'], string>> = {
  keys: 'carries your Client ID and Client Secret',
  token: "carries that host's token",
  nothing: 'carries nothing of yours',
};

/** Returns the requests that a check would make, for standard output. */
export function planReport(plan: Plan): string {
  return [
    'A check would make these requests. None was made now.',
    '',
    ...plan.requests.flatMap(({ method, url, purpose, carries }) => [
      `${method} ${url}`,
      `    ${PURPOSES[purpose]}; ${CARRIES[carries]}`,
    ]),
    '',
    ...plan.remarks.map((remark) => formatUntrusted(tEnglish, remark, remark.key)),
    '',
  ].join('\n');
}
