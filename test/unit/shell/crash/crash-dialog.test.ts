import { describe, expect, it } from 'vitest';
import { markRedacted } from '../../../../src-main/evidence/redaction/redacted.ts';

import { askAboutFault } from '../../../../src-main/shell/crash/crash-dialog.ts';
import type { BoxTexts, CrashDialogPorts } from '../../../../src-main/shell/crash/crash-dialog.ts';
import { tEnglish } from '../../../../src-main/i18n/translator.ts';

const FAULT = { kind: 'uncaught', error: new Error('planted-secret-in-an-error') } as const;

/** Answers one box after another with the button of that label, and remembers what was shown. */
function person(answers: readonly string[], report: string | null, path: string | null = '/logs/report.txt') {
  const boxes: BoxTexts[] = [];
  const reports: string[] = [];
  const copied: string[] = [];
  const left = [...answers];
  const ports: CrashDialogPorts = {
    t: tEnglish,
    showBox: async (texts) => {
      boxes.push(texts);
      return texts.buttons.indexOf(left.shift() ?? '');
    },
    makeReport: async () => (report === null ? null : markRedacted(report)),
    openReport: async (text) => {
      reports.push(text);
      return path;
    },
    copy: async (text) => void copied.push(text),
  };
  return { ports, boxes, reports, copied };
}

describe('askAboutFault', () => {
  it('does what does least when the box is closed, and makes no report unasked', async () => {
    const { ports, boxes, reports } = person(['?'], 'the report');
    expect(await askAboutFault(FAULT, ports)).toBe('go-on');
    expect(boxes.map(({ buttons }) => buttons)).toEqual([['Continue', 'Show error report', 'Close the app']]);
    expect(reports).toEqual([]);
  });

  it('shows the report as often as it is wanted, and asks again', async () => {
    const { ports, boxes, reports, copied } = person(
      ['Show error report', 'Close', 'Show error report', '?', 'Close the app'],
      'the report',
    );
    expect(await askAboutFault(FAULT, ports)).toBe('quit');
    expect(reports).toEqual(['the report', 'the report']);
    expect(boxes).toHaveLength(5);
    expect(boxes[1]).toMatchObject({ message: 'Error report', buttons: ['Close', 'Copy'] });
    expect(boxes[1]?.detail).toMatch(
      /This is the full error report\..*Nothing is sent.*Saved as \/logs\/report\.txt\.$/su,
    );
    expect(copied).toEqual([]);
  });

  it('copies the very report that was opened, when asked to', async () => {
    const { ports, reports, copied } = person(['Show error report', 'Copy', 'Continue'], 'the report');
    expect(await askAboutFault(FAULT, ports)).toBe('go-on');
    expect([reports, copied]).toEqual([['the report'], ['the report']]);
  });

  it('shows the report itself when it cannot be saved', async () => {
    const { ports, boxes } = person(['Show error report', 'Close', 'Continue'], 'the report', null);
    await askAboutFault(FAULT, ports);
    expect(boxes[1]?.detail).toBe('the report');
  });

  it('shows nothing of a report that may not leave, and says so', async () => {
    const { ports, boxes, reports, copied } = person(['Show error report', 'OK', 'Continue'], null);
    expect(await askAboutFault(FAULT, ports)).toBe('go-on');
    expect([reports, copied]).toEqual([[], []]);
    expect(boxes[1]?.message).toBe('No error report');
  });

  it('holds nothing of the error in its words', async () => {
    const { ports, boxes } = person(['Show error report', 'OK', 'Continue'], null);
    await askAboutFault(FAULT, ports);
    expect(JSON.stringify(boxes)).not.toContain('planted-secret');
  });

  it('lets go when the page answers again', async () => {
    const { ports, boxes } = person(['Open the window again'], null);
    const over = new AbortController();
    const showBox = async (texts: BoxTexts): Promise<number> => {
      over.abort();
      return ports.showBox(texts);
    };
    expect(await askAboutFault({ kind: 'page-silent' }, { ...ports, showBox }, over.signal)).toBeNull();
    expect(boxes[0]?.buttons).toEqual([
      'Wait',
      'Open the window again',
      'Show error report',
      'Close the app',
    ]);
  });
});
