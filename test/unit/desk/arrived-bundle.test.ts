import { describe, expect, it } from 'vitest';

import { ipcSchema } from '../../../src-main/contract/ipc/ipc-schema.ts';
import { MAX_COPIED_TEXT } from '../../../src-main/contract/values.ts';
import { ARRIVAL_STATES } from '../../../src-main/contract/report/verification.ts';
import { inspectForWindow, toArrivedBundle } from '../../../src-main/desk/arrived-bundle.ts';
import { deskPage } from '../../../src-main/desk/desk-page.ts';
import { inspectArrival } from '../../../src-main/desk/inspect.ts';
import { tEnglish } from '../../../src-main/i18n/translator.ts';
import { PRODUCT } from '../../../src-main/product.ts';
import {
  ARRIVALS,
  changedBundle,
  forge,
  mailWith,
  soundBundle,
} from '../../support/samples/arrivals/arrivals.ts';

const { version } = PRODUCT;
const crossed = (value: unknown) => ipcSchema.evidence.verify.output.parse(value);

describe('what the window shows of an arrived file', () => {
  it.each(ARRIVAL_STATES)('is what the terminal says: %s', async (state) => {
    const bytes = await ARRIVALS[state]();
    const [shown, ...others] = crossed(await inspectForWindow('a.zip', bytes, version));
    const [inspected] = await inspectArrival('a.zip', bytes, version);
    expect(others).toEqual([]);
    if (shown === undefined || inspected === undefined) throw new Error('Nothing was found.');
    const page = deskPage(inspected);
    expect(shown.state).toBe(state);
    expect(page.startsWith(`${tEnglish(`desk.state.${state}`)}\n`)).toBe(true);
    const found = shown.case;
    if (found === null) return;
    expect(page).toContain(found.caseId);
    expect(page).toContain(found.checkedAt);
    expect(page).toContain(found.letter?.text.trimEnd());
    for (const question of found.questions) expect(page).toContain(question);
    for (const { path } of shown.files) expect(page).toContain(path);
  });

  it('has the answer of each host as a ticket quotes it, and its request ids', async () => {
    const [shown] = await inspectForWindow('a.zip', await soundBundle(), version);
    const host = shown?.case?.hosts.find((each) => each.host.id === 'global');
    expect(host?.answer).toMatch(/^401 \{"error":/u);
    expect(host?.requestIds).toEqual([expect.stringMatching(/^x-amz-cf-id sample-request-id/u)]);
  });

  it('names each report of a mail behind the mail', async () => {
    const zip = await soundBundle();
    const found = await inspectForWindow(
      'mail.eml',
      mailWith([
        ['one.zip', zip],
        ['two.zip', zip],
      ]),
      version,
    );
    expect(found.map(({ source, state }) => [source, state])).toEqual([
      ['mail.eml > one.zip', 'sound'],
      ['mail.eml > two.zip', 'sound'],
    ]);
  });

  it('turns no text around, neither in names nor in what is copied', async () => {
    const zip = await changedBundle((files) =>
      forge(files, 'diagnosis.json', (text) =>
        text
          .replaceAll('in another region', 'in an\\u202eother region\\u0007')
          .replace('"https://xray.cloud.getxray.app"', '"https://xray.cloud.getxray.app/\\u202e"'),
      ),
    );
    const [shown] = await inspectForWindow('invoice\u202egpj.zip', zip, version);
    expect(shown?.source).toBe('invoice\\u202egpj.zip');
    expect(shown?.case?.letter?.text).toContain('an\\u202eother');
    // An address is written into the table as it is.
    expect(shown?.case?.letter?.text).toContain('getxray.app/\\u202e');
    const told = JSON.stringify([
      shown?.source,
      shown?.case?.letter,
      shown?.case?.hosts.map(({ answer, requestIds }) => [answer, requestIds]),
      shown?.case?.verdict,
    ]);
    expect(told).not.toMatch(/[\u0007\u202e]/u);
  });

  it('is never more than can be copied', async () => {
    const [inspected] = await inspectArrival('a.zip', await soundBundle(), version);
    const document = inspected?.document ?? null;
    if (inspected === undefined || document === null) throw new Error('There is no document.');
    const [host] = document.hosts;
    if (host === undefined) throw new Error('There is no host.');
    // Each control character becomes six characters.
    const baseUrl = `https://h.example/${'\u202e'.repeat(40)}`;
    const hosts = Array.from({ length: 3000 }, (_, at) => ({ ...host, id: `h${at}`, baseUrl }));
    const [shown] = crossed([toArrivedBundle({ ...inspected, document: { ...document, hosts } })]);
    expect(shown?.case?.letter?.text.length).toBe(MAX_COPIED_TEXT);
    expect(shown?.case?.hosts).toHaveLength(50);
    const { input } = ipcSchema.app.copyText;
    expect(input.safeParse({ text: shown?.case?.letter?.text }).success).toBe(true);
    expect(input.safeParse({ text: 'x'.repeat(MAX_COPIED_TEXT + 1) }).success).toBe(false);
  });
});
