import type { Translate } from '../../i18n/translator.ts';

/** What the person can do with the report; each is the path of an address that the page asks for. */
const REPORT_DEEDS = ['save', 'copy', 'close'] as const;
export type ReportDeed = (typeof REPORT_DEEDS)[number];

/** The only address of the page, and its style sheet's. */
export const REPORT_PATHS = { page: '/report.html', style: '/report.css' } as const;

/** Sent with the page: nothing but its own style sheet, no script at all, buttons that lead back to us. */
export const REPORT_POLICY =
  "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** What a click asks for, by the address that it leads to; null for any other address. */
export function deedOf(address: string, origin: string): ReportDeed | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (`${url.protocol}//${url.host}` !== origin) return null;
  return REPORT_DEEDS.find((deed) => url.pathname === `/${deed}`) ?? null;
}

export interface ReportPageOptions {
  readonly report: string;
  readonly t: Translate;
  /** The language of the texts, as an HTML `lang` attribute takes it. */
  readonly language: string;
  /** A sentence about what was done last; null at first. */
  readonly status: string | null;
}

/**
 * The page that shows a report in full. It has no script, so that it works where the window's own page does not: its
 * buttons are forms, whose addresses the main process takes for what they ask.
 */
export function reportPage({ report, t, language, status }: ReportPageOptions): string {
  const button = (deed: ReportDeed, className: string): string =>
    `<form action="/${deed}"><button class="${className}">${escape(t(`crash.report.${deed}`))}</button></form>`;
  return `<!doctype html>
<html lang="${escape(language)}">
  <head>
    <meta charset="utf-8" />
    <meta name="color-scheme" content="light dark" />
    <title>${escape(t('crash.report.title'))}</title>
    <link rel="stylesheet" href="${REPORT_PATHS.style}" />
  </head>
  <body>
    <main>
      <h1>${escape(t('crash.report.title'))}</h1>
      <p>${escape(t('crash.report.lead'))}</p>
      <pre tabindex="0" role="region" aria-label="${escape(t('crash.report.text'))}">${escape(report)}</pre>
    </main>
    <footer>
      ${button('close', 'quiet')}
      <p role="status">${escape(status ?? '')}</p>
      ${button('copy', '')}
      ${button('save', 'primary')}
    </footer>
  </body>
</html>
`;
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Colours and measures as in styles/tokens.css, which this page must not depend on. */
export const REPORT_STYLE = `
:root { color-scheme: light dark; --paper: #ffffff; --shade: #f4f7f7; --ink: #16202a; --line: #ccd6d9;
  --strong-line: #75858d; --accent: #0b6e6e; --on-accent: #ffffff; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #15191c; --shade: #1d2327; --ink: #e8edf0; --line: #364147; --strong-line: #7f8e96;
    --accent: #58c2bd; --on-accent: #06201f; }
}
* { box-sizing: border-box; }
html, body { height: 100%; }
body { display: flex; flex-direction: column; margin: 0; background: var(--paper); color: var(--ink);
  font: 15px/22px system-ui, sans-serif; }
main { display: flex; flex: 1; flex-direction: column; min-height: 0; padding: 24px 24px 16px; }
h1 { margin: 0 0 8px; font-size: 20px; line-height: 26px; font-weight: 600; }
p { max-width: 75ch; margin: 0 0 12px; }
pre { flex: 1; min-height: 120px; overflow: auto; margin: 0; padding: 12px; border: 1px solid var(--line);
  border-radius: 8px; background: var(--shade); white-space: pre-wrap; overflow-wrap: anywhere;
  font: 13px/18px ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace; user-select: text; }
footer { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; padding: 12px 24px; border-top: 1px solid var(--line); }
footer p { flex: 1; min-width: 0; margin: 0 8px; text-align: end; overflow-wrap: anywhere; }
form { display: contents; }
button { min-height: 36px; padding: 6px 16px; border: 1px solid var(--strong-line); border-radius: 8px;
  background: var(--paper); color: var(--ink); font: inherit; cursor: pointer; }
button.primary { border-color: var(--accent); background: var(--accent); color: var(--on-accent); font-weight: 600; }
button.quiet { border-color: transparent; background: transparent; color: var(--accent); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
@media (forced-colors: active) { button.primary { border-width: 3px; } }
`;
