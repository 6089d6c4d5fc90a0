import type { ReportEvent } from './events.ts';
import { isSending } from './state.ts';
import type { Report } from './state.ts';

/** Returns the report after one of its events. */
export function onReportEvent(report: Report, event: ReportEvent): Report {
  const { work, prepared } = report;
  switch (event.type) {
    case 'computer-told':
      return { ...report, way: event.way, folderName: event.folderName };
    case 'contact-recalled': {
      const { contactName, contactMail } = report.intake;
      // What was typed meanwhile stays.
      return contactName === '' && contactMail === ''
        ? { ...report, intake: { ...report.intake, ...event.contact } }
        : report;
    }
    case 'extras-changed':
      return work.state === 'saving' ? report : { ...report, ...event.extras };
    case 'report-asked':
      return { ...report, work: { state: 'preparing', request: event.request } };
    case 'report-ready': {
      if (work.state !== 'preparing' || work.request !== event.request) return report;
      const { choices, preview } = event;
      const { files } = preview;
      // What was looked at before stays chosen if it is still there; else the picture is looked at first.
      const chosen =
        files.find(({ path }) => path === report.chosenPath) ??
        files.find(({ kind }) => kind === 'picture') ??
        files[0];
      return {
        ...report,
        work: { state: 'idle' },
        prepared: { choices, preview },
        chosenPath: chosen?.path ?? null,
        saved: null,
        last: { state: 'none' },
        sentBy: null,
      };
    }
    case 'report-failed':
      return work.state === 'preparing' && work.request === event.request
        ? { ...report, work: { state: 'failed', failure: event.failure } }
        : report;
    case 'report-file-chosen':
      return prepared?.preview.files.some(({ path }) => path === event.path) === true
        ? { ...report, chosenPath: event.path }
        : report;
    case 'save-asked':
      return { ...report, work: { state: 'saving' } };
    case 'save-ended':
      return {
        ...report,
        work: { state: 'idle' },
        saved: event.saved ?? report.saved,
        folderName: event.saved?.folderName ?? report.folderName,
      };
    case 'save-failed':
      return { ...report, work: { state: 'failed', failure: event.failure } };
    case 'deed-asked':
      return { ...report, last: { state: 'doing', deed: event.deed } };
    case 'deed-done':
      return isDoing(report, event.deed)
        ? {
            ...report,
            last: { state: 'done', deed: event.deed },
            sentBy: isSending(event.deed) ? event.deed : report.sentBy,
          }
        : report;
    case 'deed-failed':
      return isDoing(report, event.deed)
        ? { ...report, last: { state: 'failed', deed: event.deed, failure: event.failure } }
        : report;
  }
}

function isDoing({ last }: Report, deed: string): boolean {
  return last.state === 'doing' && last.deed === deed;
}
