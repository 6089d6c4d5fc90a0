import { expect, it } from 'vitest';

import { sendWayOf } from '../../../../src-main/shell/desktop/send-way.ts';

it.each([
  ['win32', 'C:\\Program Files\\Microsoft Office\\root\\Office16\\OUTLOOK.EXE', 'draft'],
  ['win32', 'C:\\Program Files\\Mozilla Thunderbird\\thunderbird.exe', 'draft'],
  ['win32', 'C:\\Program Files\\WindowsApps\\Microsoft.OutlookForWindows_1.2026\\olk.exe', 'mail'],
  ['win32', 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe', 'mail'],
  ['win32', 'C:\\outlook.exe\\chrome.exe', 'mail'],
  ['darwin', '/System/Applications/Mail.app', 'mail'],
  ['darwin', '/Applications/Thunderbird.app', 'draft'],
  ['darwin', '/Applications/Microsoft Outlook.app', 'mail'],
  ['linux', 'thunderbird.desktop', 'draft'],
  ['linux', 'thunderbird-esr.desktop', 'draft'],
  ['linux', 'org.mozilla.Thunderbird.desktop', 'draft'],
  ['linux', 'thunderbird_thunderbird.desktop', 'draft'],
  ['linux', 'org.gnome.Evolution.desktop', 'mail'],
  ['linux', 'not-thunderbird.desktop', 'mail'],
  ['linux', null, 'mail'],
  ['win32', null, 'mail'],
] as const)('on %s with %s the surest way is %s', (platform, program, way) => {
  expect(sendWayOf(program, platform)).toBe(way);
});
