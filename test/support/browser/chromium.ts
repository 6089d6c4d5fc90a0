import { existsSync } from 'node:fs';

/** Where distributions put Chromium, and Chrome's own package its browser. */
const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The executable of a Chromium: the one that XRAY_DOCTOR_CHROMIUM names, else one of the usual places, else null. */
export function findChromium(): string | null {
  const named = process.env['XRAY_DOCTOR_CHROMIUM'] ?? '';
  return named === '' ? (PLACES.find((place) => existsSync(place)) ?? null) : named;
}
