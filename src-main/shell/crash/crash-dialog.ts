import type { RedactedText } from '../../evidence/redaction/redacted.ts';
import type { Fault } from './crash-report.ts';
import type { MessageKey } from '../../i18n/catalog.ts';
import type { Translate } from '../../i18n/translator.ts';

/** What the person can answer to a fault. */
type Button = 'report' | 'go-on' | 'wait' | 'reopen' | 'quit';

const LABELS: Readonly<Record<Button, MessageKey>> = {
  report: 'crash.showReport',
  'go-on': 'crash.goOn',
  wait: 'crash.wait',
  reopen: 'crash.reopen',
  quit: 'crash.quit',
};

/** The words and answers for each kind of fault; the first answer is the one that does least. */
const DIALOGS = {
  fault: {
    title: 'crash.fault.title',
    detail: 'crash.fault.detail',
    answers: ['go-on', 'report', 'quit'],
  },
  gone: {
    title: 'crash.gone.title',
    detail: 'crash.gone.detail',
    answers: ['reopen', 'report', 'quit'],
  },
  silent: {
    title: 'crash.silent.title',
    detail: 'crash.silent.detail',
    answers: ['wait', 'reopen', 'report', 'quit'],
  },
} as const satisfies Record<
  string,
  { readonly title: MessageKey; readonly detail: MessageKey; readonly answers: readonly Button[] }
>;

function dialogFor(fault: Fault): (typeof DIALOGS)[keyof typeof DIALOGS] {
  switch (fault.kind) {
    case 'uncaught':
    case 'rejected':
      return DIALOGS.fault;
    case 'page-gone':
      return DIALOGS.gone;
    case 'page-silent':
      return DIALOGS.silent;
  }
}

/** What the person answered in the end. */
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
  /** Shows a message box until a button is chosen, and returns its number. */
  readonly showBox: (texts: BoxTexts) => Promise<number>;
  /** The redacted report of a fault; null if it cannot be proven free of secrets. */
  readonly makeReport: (fault: Fault) => Promise<RedactedText | null>;
  /** Shows a report until the person has closed it. */
  readonly showReport: (report: RedactedText) => Promise<void>;
}

/**
 * Asks the person about a fault, in fixed words that hold nothing of it. Who wants to see the report sees it and is then
 * asked again. Null when `signal` says that the fault is over.
 */
export async function askAboutFault(
  fault: Fault,
  ports: CrashDialogPorts,
  signal?: AbortSignal,
): Promise<CrashAnswer | null> {
  const { t } = ports;
  const { title, detail, answers } = dialogFor(fault);
  for (;;) {
    const response = await ports.showBox({
      message: t(title),
      detail: t(detail),
      buttons: answers.map((answer) => t(LABELS[answer])),
      ...(signal === undefined ? {} : { signal }),
    });
    if (signal?.aborted === true) return null;
    const answer = answers[response] ?? answers[0];
    if (answer !== 'report') return answer;
    const report = await ports.makeReport(fault);
    if (report !== null) await ports.showReport(report);
    else {
      await ports.showBox({
        message: t('crash.noReport.title'),
        detail: t('crash.noReport.detail'),
        buttons: [t('crash.ok')],
      });
    }
  }
}
