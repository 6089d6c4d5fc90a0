import type { RedactedText } from '../../evidence/redaction/redacted.ts';
import type { Fault } from './crash-report.ts';
import type { MessageKey } from '../../i18n/catalog.ts';
import type { Translate } from '../../i18n/translator.ts';

type Button = 'report' | 'go-on' | 'wait' | 'reopen' | 'quit';

const LABELS: Readonly<Record<Button, MessageKey>> = {
  report: 'crash.showReport',
  'go-on': 'crash.goOn',
  wait: 'crash.wait',
  reopen: 'crash.reopen',
  quit: 'crash.quit',
};

/** The name of the texts for each kind of fault. */
const TEXTS = { uncaught: 'fault', rejected: 'fault', 'page-gone': 'gone', 'page-silent': 'silent' } as const;

/** The buttons under these texts; the first one is the one that does least. */
const ANSWERS = {
  fault: ['go-on', 'report', 'quit'],
  gone: ['reopen', 'report', 'quit'],
  silent: ['wait', 'reopen', 'report', 'quit'],
} as const satisfies Record<string, readonly Button[]>;

/** The person's final answer. */
export type CrashAnswer = Exclude<Button, 'report'>;

/** The texts of a message box, the button that does least first. */
export interface BoxTexts {
  readonly message: string;
  readonly detail: string;
  readonly buttons: string[];
  readonly signal?: AbortSignal;
}

export interface CrashDialogPorts {
  readonly t: Translate;
  /** Shows a message box until a button is chosen, and resolves with its number. */
  readonly showBox: (texts: BoxTexts) => Promise<number>;
  /** Makes the redacted report of a fault; null if it cannot be proven free of secrets. */
  readonly makeReport: (fault: Fault) => Promise<RedactedText | null>;
  /** Saves a report and opens it in the person's editor; resolves with its path, or null if it cannot be saved. */
  readonly openReport: (report: RedactedText) => Promise<string | null>;
  readonly copy: (report: RedactedText) => Promise<void>;
}

/**
 * Asks the person about a fault, in fixed words without any of its details. The report is made and saved on demand only,
 * and then the question comes again. Resolves with null when `signal` says that the fault is over.
 */
export async function askAboutFault(
  fault: Fault,
  ports: CrashDialogPorts,
  signal?: AbortSignal,
): Promise<CrashAnswer | null> {
  const { t } = ports;
  const texts = TEXTS[fault.kind];
  const answers: readonly [Button, ...Button[]] = ANSWERS[texts];
  for (;;) {
    const response = await ports.showBox({
      message: t(`crash.${texts}.title`),
      detail: t(`crash.${texts}.detail`),
      buttons: answers.map((answer) => t(LABELS[answer])),
      ...(signal === undefined ? {} : { signal }),
    });
    if (signal?.aborted === true) return null;
    const answer = answers[response] ?? answers[0];
    if (answer !== 'report') return answer;
    await showReport(fault, ports);
  }
}

async function showReport(fault: Fault, { t, showBox, makeReport, openReport, copy }: CrashDialogPorts) {
  const report = await makeReport(fault);
  if (report === null) {
    await showBox({
      message: t('crash.noReport.title'),
      detail: t('crash.noReport.detail'),
      buttons: [t('crash.ok')],
    });
    return;
  }
  const path = await openReport(report);
  const response = await showBox({
    message: t('crash.report.title'),
    // Without a file the box itself shows what would be copied.
    detail:
      path === null ? report : `${t('crash.report.lead')}\n\n${t('crash.report.saved', { name: path })}`,
    buttons: [t('crash.report.close'), t('crash.report.copy')],
  });
  if (response === 1) await copy(report);
}
