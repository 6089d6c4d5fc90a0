import { basename, join } from 'node:path';

import { app, BrowserWindow, clipboard, dialog, session } from 'electron';
import type { Session } from 'electron';

import type { RedactedText } from '../../evidence/redaction/redacted.ts';
import { APP_ORIGIN } from '../../ipc/trusted-frame.ts';
import { writeAtomically } from '../../storage/atomic-file.ts';
import { APP_SCHEME } from '../security/app-scheme.ts';
import { loadPage } from '../window/load-page.ts';
import { keepToOwnPage } from '../security/lock-down.ts';
import { deedOf, REPORT_PATHS, REPORT_POLICY, REPORT_STYLE, reportPage } from './report-page.ts';
import type { ReportDeed } from './report-page.ts';
import { showWhenDrawn } from '../window/show-when-drawn.ts';
import { formatUntrusted } from '../../i18n/translator.ts';
import type { Translate } from '../../i18n/translator.ts';
import { followTheme, backgroundColor } from '../window/theme.ts';

const FILE_NAME = 'xray-doctor-report.txt';
/** A session in memory, for this page alone. */
const SESSION = 'fault-report';

/**
 * Shows a report in a window of its own, in full, until the person closes it. Only they save or copy it; nothing else
 * happens to it. `parent` may have lost its page.
 */
export async function showReport(options: {
  readonly parent: BrowserWindow | null;
  readonly report: RedactedText;
  readonly t: Translate;
  readonly language: string;
}): Promise<void> {
  const { parent, report, t, language } = options;
  let status: string | null = null;
  const own = await ownSession();
  const answer = (type: string, text: string): Response =>
    new Response(text, {
      headers: {
        'content-type': `${type}; charset=utf-8`,
        'content-security-policy': REPORT_POLICY,
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      },
    });
  own.protocol.handle(APP_SCHEME.scheme, ({ url }) => {
    const { pathname } = new URL(url);
    if (pathname === REPORT_PATHS.page)
      return answer('text/html', reportPage({ report, t, language, status }));
    return pathname === REPORT_PATHS.style
      ? answer('text/css', REPORT_STYLE)
      : new Response(null, { status: 404 });
  });

  const window = new BrowserWindow({
    title: t('crash.report.title'),
    width: 720,
    height: 560,
    minWidth: 400,
    minHeight: 360,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: backgroundColor(),
    ...(parent === null ? {} : { parent }),
    webPreferences: {
      session: own,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      spellcheck: false,
      devTools: false,
    },
  });
  followTheme(window);
  const ready = new Promise<void>((resolve) => window.once('ready-to-show', resolve));

  const act = async (deed: ReportDeed): Promise<void> => {
    switch (deed) {
      case 'close':
        window.close();
        return;
      case 'copy':
        await clipboard.writeText(report);
        status = t('crash.report.copied');
        break;
      case 'save':
        status = (await save(window, report, t)) ?? status;
        break;
    }
    if (!window.isDestroyed()) await loadPage(window, `${APP_ORIGIN}${REPORT_PATHS.page}`);
  };
  // The lock-down of every page keeps this one where it is; what it asks for is read from the address.
  window.webContents.on('will-frame-navigate', (event) => {
    const deed = deedOf(event.url, APP_ORIGIN);
    if (deed !== null) void act(deed);
  });
  const closed = new Promise<void>((resolve) => {
    window.once('closed', () => {
      own.protocol.unhandle(APP_SCHEME.scheme);
      resolve();
    });
  });
  const drawn = loadPage(window, `${APP_ORIGIN}${REPORT_PATHS.page}`);
  void showWhenDrawn({
    ready,
    drawn,
    show: () => {
      if (!window.isDestroyed()) window.show();
    },
  });
  await drawn;
  await closed;
}

let held: Session | null = null;

async function ownSession(): Promise<Session> {
  if (held === null) {
    const own = session.fromPartition(SESSION);
    await keepToOwnPage(own);
    held = own;
  }
  return held;
}

/** Saves the report where the person chooses; returns a sentence about it, or null when they chose nothing. */
async function save(window: BrowserWindow, report: string, t: Translate): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: join(app.getPath('documents'), FILE_NAME),
  });
  if (canceled) return null;
  const saved = await writeAtomically(filePath, Buffer.from(report, 'utf8'), 'report');
  return saved.ok
    ? t('crash.report.saved', { name: basename(filePath) })
    : formatUntrusted(t, saved.failure.phrase, saved.failure.message);
}
