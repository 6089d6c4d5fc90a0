import type { Plan, PlannedRequest } from '../contract/plan.ts';
import type {
  Diagnosis,
  Progress,
  Residency,
  StepName,
  Verdict,
  VerdictKind,
} from '../contract/diagnosis.ts';
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

/** One line of progress, for standard error. */
export function progressLine({ step, state, tookMs }: Progress): RedactedText {
  const took = tookMs === null ? closed`` : closed` (${Math.round(tookMs)} ms)`;
  return closed`${STEPS[step]}: ${STATES[state]}${took}\n`;
}

/** The verdict for people, for standard output; a page that is redacted once more. `supportName` is whoever helps. */
export function humanReport(
  diagnosis: Redacted<Diagnosis>,
  residency: Residency,
  supportName: string,
): string {
  const { verdict, sites } = diagnosis;
  const steps = (list: readonly string[]): string[] => list.map((step, index) => `  ${index + 1}. ${step}`);
  const { pinned, migrating } = verdict.nextSteps;
  const isSame = pinned.join('\n') === migrating.join('\n');
  const nextSteps =
    isSame || residency !== 'unknown'
      ? ['What to do now', ...steps(residency === 'migrating' ? migrating : pinned)]
      : [
          'What to do now, if the site is pinned',
          ...steps(pinned),
          '',
          'or, if a move is under way',
          ...steps(migrating),
        ];
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
    ...(pinned.length === 0 ? [] : [...nextSteps, '']),
    'Host by host',
    ...diagnosis.exchanges.map((exchange) => {
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

/** The words that decided; what is not Xray's is not called so. */
function quoteLines({ quote = null, answeredBy = null }: Verdict): string[] {
  if (quote === null) return [];
  return ['', `${answeredBy?.who === 'xray' ? "Xray's words" : 'What came back'}: "${quote}"`, ''];
}

function checkLines({ checks = [] }: Diagnosis): string[] {
  const told = checks.filter(({ level }) => level !== 'ok');
  return told.length === 0
    ? []
    : [
        'Worth knowing',
        ...told.map(({ level, sentence }) => `  - ${level === 'wrong' ? 'Wrong: ' : ''}${sentence}`),
        '',
      ];
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

/** What a run would do, for standard output: each request on a line of its own, and what it is for on the next. */
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

/** The exit code that stands for a verdict. */
export function exitCodeOf(kind: VerdictKind): number {
  switch (kind) {
    case 'healthy':
      return 0;
    case 'residency':
    case 'residency-suspected':
      return 3;
    case 'cancelled':
      return 130;
    case 'proxy-sign-in':
    case 'tls-untrusted':
    case 'network':
    case 'intercepted':
    case 'rate-limited':
    case 'licence':
    case 'credentials-rejected':
    case 'xray-unavailable':
    case 'unclear':
      return 4;
  }
}
