import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import { encode } from 'fast-png';
import { describe, expect, it } from 'vitest';

import { prepareBundle, previewOf } from '../../../../src-main/evidence/bundle/prepare-bundle.ts';
import { inEnglish } from '../../../../src-main/i18n/translator.ts';
import { evidenceDocumentSchema } from '../../../../src-main/contract/report/verification.ts';
import { verdictKindSchema } from '../../../../src-main/contract/diagnosis.ts';
import type { VerdictKind } from '../../../../src-main/contract/diagnosis.ts';
import { NO_INTAKE } from '../../../../src-main/contract/report/intake.ts';
import { letterFor } from '../../../../src-main/evidence/documents/letters/ticket.ts';
import { manifestSchema, sha256Of } from '../../../../src-main/evidence/bundle/manifest.ts';
import { createGate } from '../../../../src-main/evidence/gate/gate.ts';
import { rawZip } from '../../../support/faults/hostile-zips.ts';
import { readZip } from '../../../support/faults/marker-search.ts';
import { IS_POSIX } from '../../../support/process/posix.ts';
import {
  SAMPLE_SECRET,
  SAMPLE_SECRETS,
  SAMPLE_TOKEN,
  sampleDataCall,
  sampleDiagnosis,
  sampleFailure,
  sampleInput,
  sampleResponse,
  sampleSignIn,
} from '../../../support/samples/sample-run.ts';

function samplePicture() {
  const data = Uint8Array.from({ length: 300 * 150 * 3 }, (_, index) => (index * 7) % 251);
  return { bytes: encode({ width: 300, height: 150, data, channels: 3 }), width: 300, height: 150 };
}

async function textOf(path: string, input = sampleInput()): Promise<string> {
  const { entries } = await prepareBundle(input);
  const entry = entries.find((candidate) => candidate.path === path);
  if (entry === undefined) throw new Error(`No ${path}.`);
  return Buffer.from(entry.bytes).toString('utf8');
}

describe('the files of a bundle', () => {
  it('lie where DESIGN puts them, and the zip holds exactly them', async () => {
    const bundle = await prepareBundle(sampleInput({ pictures: [samplePicture()] }));
    expect(bundle.fileName).toMatch(/^xray-report-acme-XRD-[0-9A-Z]{6}-20260301T0930Z\.zip$/u);
    expect(bundle.draftName).toBe(bundle.fileName.replace('.zip', '.eml'));
    expect(bundle.entries.map(({ path }) => path)).toEqual([
      'summary.txt',
      'ticket.txt',
      'details.txt',
      'diagnosis.json',
      'calls/global-1-authenticate.txt',
      'calls/global-2-data-call.txt',
      'calls.har',
      'pictures/residency-1.png',
      'manifest.json',
    ]);
    const unpacked = await readZip(bundle.zip);
    expect([...unpacked]).toEqual(bundle.entries.map(({ path, bytes }) => [path, Buffer.from(bytes)]));
  });

  it('all carry the same case id, and so does the mail', async () => {
    const bundle = await prepareBundle(sampleInput());
    const { caseId } = evidenceDocumentSchema.parse(JSON.parse(await textOf('diagnosis.json')));
    expect(caseId).toMatch(/^XRD-[0-9A-Z]{6}$/u);
    const firstLine = (text: string): string | undefined => text.split('\n')[0];
    expect(firstLine(await textOf('summary.txt'))).toContain(caseId);
    expect(firstLine(await textOf('ticket.txt'))).toContain(caseId);
    expect(firstLine(bundle.mail.body)).toBe(`Case ${caseId}`);
    expect(bundle.fileName).toContain(`-${caseId}-`);
    for (const { path, text } of bundle.entries)
      if (path.startsWith('calls/')) expect(text?.split('\n').slice(0, 2).join(' ')).toContain(caseId);
  });

  it('are listed in the manifest with size, SHA-256, removals and what is missing', async () => {
    const bundle = await prepareBundle(sampleInput());
    const manifest = manifestSchema.parse(JSON.parse(await textOf('manifest.json')));
    expect(manifest).toMatchObject({ schemaVersion: 1, appVersion: '0.1.0', rulesVersion: '1' });
    expect(manifest.files).toEqual(
      bundle.entries.slice(0, -1).map(({ path, bytes, removed }) => ({
        path,
        bytes: bytes.length,
        sha256: sha256Of(bytes),
        removed,
      })),
    );
    expect(manifest.files.map(({ removed }) => removed)).toEqual([0, 0, 0, 3, 2, 1, 3]);
    expect(manifest.missing).toContain("There's no screenshot of the Data residency page.");
  });

  it('are shown byte for byte before they are written', async () => {
    const bundle = await prepareBundle(sampleInput({ pictures: [samplePicture()] }));
    const preview = await previewOf(bundle);
    expect(preview.previewId).toBe(sha256Of(bundle.zip));
    preview.files.forEach((file, index) => {
      const shown =
        file.text === null
          ? Buffer.from(file.pictureDataUrl?.split(',')[1] ?? '', 'base64')
          : Buffer.from(file.text, 'utf8');
      expect(shown).toEqual(Buffer.from(bundle.entries[index]?.bytes ?? []));
      expect(file.sha256).toBe(sha256Of(shown));
    });
  });

  it('hold a diagnosis that keeps to the published schema', async () => {
    const document = evidenceDocumentSchema.parse(JSON.parse(await textOf('diagnosis.json')));
    expect(document).toMatchObject({
      residency: 'unknown',
      appVersion: '0.1.0',
      verdict: { kind: 'residency' },
    });
  });

  it('do not end in an error for a run without any exchange', async () => {
    const bundle = await prepareBundle(
      sampleInput({ diagnosis: sampleDiagnosis({ exchanges: [], tokens: [] }) }),
    );
    expect(bundle.entries.map(({ path }) => path)).toEqual([
      'summary.txt',
      'ticket.txt',
      'details.txt',
      'diagnosis.json',
      'manifest.json',
    ]);
    expect(bundle.missing.map(inEnglish)).toContain('No request to Xray was made.');
  });
});

describe('what goes along', () => {
  it('a secret with blanks in it is found in the log before lines are drawn together', async () => {
    const secret = 'a<3😀_%+&é  ‹›-é‹__‹3%B-é =<😀B😀€';
    const { entries } = await prepareBundle(
      sampleInput({ log: [`uncaught: ${secret}`], secrets: { ...SAMPLE_SECRETS, clientSecret: secret } }),
    );
    const log = String(Buffer.from(entries.find(({ path }) => path === 'log.txt')?.bytes ?? []));
    expect(log).toMatch(/^uncaught: ‹client-secret#[0-9a-f]{4}›\n$/u);
  });

  it('what the page says stays short enough for its schema when a tag is longer than what it stands for', async () => {
    const location = `${'x'.repeat(67)} ${SAMPLE_SECRET.slice(0, 12)}`;
    const { entries } = await prepareBundle(
      sampleInput({ residencyFacts: [{ product: 'Jira', location, status: 'Pinned' }] }),
    );
    const document = String(Buffer.from(entries.find(({ path }) => path === 'diagnosis.json')?.bytes ?? []));
    // The tag does not fit, and half of one would read like a value.
    expect(document).toContain(`"location": "${'x'.repeat(67)} "`);
    expect(document).not.toContain(SAMPLE_SECRET.slice(0, 12));
  });

  it('a note is a file of its own, without the secrets that were written into it', async () => {
    const note = `Our key is ${SAMPLE_SECRET}.\r\nPlease\u0007 help.`;
    const { entries } = await prepareBundle(sampleInput({ note }));
    const text = Buffer.from(entries.find(({ path }) => path === 'note.txt')?.bytes ?? []).toString();
    expect(text).toMatch(/^Our key is ‹client-secret#[0-9a-f]{4}›\.\nPlease\\u0007 help\.\n$/u);
    expect(await textOf('details.txt', sampleInput({ note }))).toContain('note.txt: what the customer');
    expect((await prepareBundle(sampleInput({ note: '  ' }))).entries.map(({ path }) => path)).not.toContain(
      'note.txt',
    );
  });

  it('nothing that a person typed holds a cookie of the run', async () => {
    const cookie = 'Ab12Cd34Ef56';
    const headers = [{ name: 'set-cookie', value: `s=${cookie}; Path=/` }];
    const signIn = sampleSignIn({ response: sampleResponse('{}', { headers }) });
    const { entries } = await prepareBundle(
      sampleInput({
        diagnosis: sampleDiagnosis({ exchanges: [signIn] }),
        note: `note ${cookie}`,
        intake: { ...NO_INTAKE, since: `since ${cookie}` },
        residencyFacts: [{ product: 'Xray', location: `at ${cookie}`, status: `status ${cookie}` }],
        pictures: [{ ...samplePicture(), caption: `caption ${cookie}` }],
      }),
    );
    const all = entries.map(({ bytes }) => Buffer.from(bytes).toString()).join('\n');
    for (const part of ['note', 'since', 'at', 'status', 'caption'])
      expect(all).toContain(`${part} \u2039cookie#`);
    expect(all).not.toContain(cookie);
  });

  it('parts stay at home when they are to', async () => {
    const siteFacts = [
      {
        site: 'acme.atlassian.net',
        state: 'found' as const,
        cloudId: 'fake-cloud-id-1234',
        jiraAddress: null,
        confluenceAddress: null,
        deployment: null,
      },
    ];
    const input = sampleInput({ diagnosis: sampleDiagnosis({ siteFacts }), pictures: [samplePicture()] });
    expect(await textOf('summary.txt', input)).toContain('fake-cloud-id-1234');
    const bundle = await prepareBundle({ ...input, leaveOut: ['pictures', 'site-facts'] });
    for (const { path, bytes } of bundle.entries) {
      expect(path).not.toContain('pictures/');
      expect(Buffer.from(bytes).toString('latin1')).not.toContain('fake-cloud-id-1234');
    }
    expect(bundle.missing.map(inEnglish)).toContain("There's no screenshot of the Data residency page.");
  });
});

describe('ticket and reply', () => {
  const withKind = (kind: VerdictKind) => {
    const { verdict } = sampleDiagnosis();
    return sampleInput({ diagnosis: sampleDiagnosis({ verdict: { ...verdict, kind } }) });
  };
  const lettersOf = async (kind: VerdictKind) =>
    (await prepareBundle(withKind(kind))).entries
      .map(({ path }) => path)
      .filter((path) => path === 'ticket.txt' || path === 'reply.txt');

  it('are never both in a bundle, and neither for a check that was stopped', async () => {
    for (const kind of verdictKindSchema.options) {
      const letter = letterFor({ kind });
      expect(await lettersOf(kind)).toEqual(letter === null ? [] : [`${letter}.txt`]);
    }
    expect(await textOf('summary.txt', withKind('healthy'))).toContain('Send reply.txt to the customer.');
  });

  it('hold what the customer answered, without the secrets that were typed', async () => {
    const intake = { ...NO_INTAKE, snapshotsError: `Cannot access Xray ${SAMPLE_SECRET}`, since: 'May' };
    const input = sampleInput({ intake });
    const ticket = await textOf('ticket.txt', input);
    expect(ticket).toMatch(/Snapshots shows: "Cannot access Xray ‹client-secret#[0-9a-f]{4}›"/u);
    expect(ticket).toContain('Failing since, according to the customer: May');
    const document = evidenceDocumentSchema.parse(JSON.parse(await textOf('diagnosis.json', input)));
    expect(document.intake).toMatchObject({ since: 'May' });
  });
});

describe('a transcript', () => {
  it('tells the result first, reads like curl -v, with tags, and ends with the curl command', async () => {
    const text = await textOf('calls/global-2-data-call.txt');
    expect(text).toMatch(/^Result: 401 in 88 ms: \{"error":"Xray data is in another region/u);
    expect(text).toContain('started 2026-03-01 09:30:00.000 UTC');
    expect(text.indexOf('curl --verbose')).toBeGreaterThan(text.indexOf('* Body:'));
    expect(text).toContain(`--header 'authorization: Bearer '"$XRAY_TOKEN"''`);
    expect(text).toContain(`'https://xray.cloud.getxray.app/api/v2/export/cucumber?keys=DEMO-6%3BDEMO-7'`);
    expect(text).toMatch(/^> GET \/api\/v2\/export\/cucumber\?keys=DEMO-6%3BDEMO-7 HTTP\/1\.1$/mu);
    expect(text).toMatch(/^> authorization: Bearer ‹token#[0-9a-f]{4}›$/mu);
    expect(text).toMatch(/^< HTTP\/1\.1 401 Unauthorized$/mu);
    expect(text).toMatch(/^\{"error":"Xray data is in another region/mu);
    expect(text).not.toContain('\r');
  });

  // The command is one for a POSIX shell, and Windows has none of its own.
  it.skipIf(!IS_POSIX)('gives a curl command that a shell reads back as the call was', async () => {
    const text = await textOf('calls/global-1-authenticate.txt');
    const command = text.slice(text.indexOf('curl --verbose'));
    const shell = spawnSync('sh', ['-c', `curl() { printf '%s\\n' "$@"; }; ${command}`], {
      env: { XRAY_CLIENT_ID: `i'd`, XRAY_CLIENT_SECRET: 's $e`c"ret' },
      encoding: 'utf8',
    });
    expect(shell.stdout.split('\n')).toContain(`{"client_id":"i'd","client_secret":"s $e\`c"ret"}`);
    expect(shell.stdout).toContain('\nhttps://xray.cloud.getxray.app/api/v2/authenticate\n');
  });

  it('tells both attempts of a call that was tried again', async () => {
    const input = sampleInput({
      diagnosis: sampleDiagnosis({
        exchanges: [sampleSignIn(), sampleFailure(), sampleDataCall({ attempt: 2 })],
      }),
    });
    const text = await textOf('calls/global-2-data-call.txt', input);
    expect(text).toContain('* Attempt 1 of 2');
    expect(text).toContain('* Failed in the phase first-byte: ECONNRESET, read ECONNRESET');
    expect(text).toContain('* Attempt 2 of 2');
    expect(await textOf('details.txt', input)).toContain('(second attempt)');
  });

  it('tells a proxy, a redirect, a cut and a binary body, and lets no control character through', async () => {
    const response = sampleResponse('a\u001b[31mb\u202e');
    const zip = sampleResponse('', { redirectTo: 'https://portal.example/' });
    const input = sampleInput({
      diagnosis: sampleDiagnosis({
        exchanges: [
          sampleSignIn({ response: { ...response, body: { ...response.body, truncated: true } } }),
          sampleDataCall({
            route: { kind: 'proxy', host: 'proxy.acme.example', port: 8080 },
            response: { ...zip, body: { ...zip.body, text: null, looksLike: 'zip', wireBytes: 77 } },
          }),
        ],
      }),
    });
    const cut = await textOf('calls/global-1-authenticate.txt', input);
    expect(cut).toContain('a\\u001b[31mb\\u202e');
    expect(cut).toContain('* The body goes on');
    const binary = await textOf('calls/global-2-data-call.txt', input);
    expect(binary).toContain('* Route: proxy proxy.acme.example:8080');
    expect(binary).toContain(`--proxy 'http://proxy.acme.example:8080'`);
    expect(binary).toContain('* Redirect to https://portal.example/, which was not followed');
    expect(binary).toContain('* The body is binary and is not shown');
  });
});

describe('calls.har', () => {
  it('holds every call as valid JSON, without the secrets that were sent and answered', async () => {
    const answer = JSON.stringify({ error: `"${SAMPLE_SECRET}" is\n${SAMPLE_TOKEN}`, password: 'hunter22' });
    const exchanges = [sampleSignIn(), sampleDataCall({ response: sampleResponse(answer) })];
    const input = sampleInput({ diagnosis: sampleDiagnosis({ exchanges }) });
    const text = await textOf('calls.har', input);
    for (const secret of [SAMPLE_SECRET, SAMPLE_TOKEN, 'hunter22']) expect(text).not.toContain(secret);
    // Letter for letter as in the transcript.
    expect(text).toContain('/export/cucumber?keys=DEMO-6%3BDEMO-7"');
    const { entries } = JSON.parse(text).log;
    expect(entries.map(({ response }: { response: { status: number } }) => response.status)).toEqual([
      200, 401,
    ]);
    expect(JSON.parse(entries[1].response.content.text).password).toMatch(/^‹password#[0-9a-f]{4}›$/u);
    expect(JSON.parse(entries[0].request.postData.text).client_secret).toMatch(/^‹client-secret#/u);
  });

  it('is searched by the gate like other JSON: a secret that is escaped in it is found', async () => {
    const escaped = Array.from(SAMPLE_SECRET, (char) => `\\u00${char.charCodeAt(0).toString(16)}`).join('');
    const { entries } = await prepareBundle(sampleInput());
    const har = entries.find(({ path }) => path === 'calls.har');
    const text = String(har?.text).replace('"comment": "global', `"comment": "${escaped}`);
    expect(text).toContain(escaped);
    const packed = rawZip([{ name: 'calls.har', data: Buffer.from(text) }]);
    const verdict = await createGate(SAMPLE_SECRETS).bundle(packed);
    expect(JSON.stringify(verdict)).toMatch(/"entry":"calls\.har"/u);
  });
});

describe('the summary', () => {
  const expectInOrder = (text: string, order: readonly string[]): void => {
    const positions = order.map((words) => text.indexOf(words));
    expect(positions).toEqual([...positions].sort((a, b) => a - b));
    expect(positions).not.toContain(-1);
  };

  it('asks the customer first who does not want the report passed on, as the email does', async () => {
    const input = sampleInput({ intake: { ...NO_INTAKE, mayPassOn: false } });
    expect((await textOf('summary.txt', input)).replace(/\s+/gu, ' ')).toContain(
      'Ask the customer first, who said that Xray may not get the report. File ticket.txt with Xray.',
    );
    expect((await prepareBundle(input)).mail.body).toContain('do not pass this report on to Xray');
    expect((await prepareBundle(sampleInput())).mail.body).not.toContain('pass this report on');
  });

  it('is in the order of its reader, and no step of the customer stands in it', async () => {
    const input = sampleInput({ residency: 'pinned' });
    const text = await textOf('summary.txt', input);
    expectInOrder(text, [
      'CONCLUSION',
      'Xray, through RadBee, has to act.',
      'Rule residency.region-text',
      'FOR SUPPORT  File ticket.txt with Xray.',
      'HOST ',
      'sample-request-id-1',
      'ATLASSIAN    pinned to a location',
      'IDS ',
      'CUSTOMER     no contact given',
      'SNAPSHOTS ',
      'CHECKS ',
      'NOT IN HERE  Xray',
      'MORE         details.txt',
    ]);
    const { nextSteps } = input.diagnosis.verdict;
    for (const file of ['summary.txt', 'details.txt'])
      for (const step of [...nextSteps.pinned, ...nextSteps.migrating])
        expect(await textOf(file, input)).not.toContain(step);
  });

  it('is followed by details with everything else', async () => {
    const text = await textOf('details.txt', sampleInput({ residency: 'pinned' }));
    expectInOrder(text, [
      'CONCLUSION',
      'SITES',
      'acme-wiki.atlassian.net',
      'ANSWERS OF THE CUSTOMER',
      'HOST BY HOST',
      'WHAT IS IN HERE',
      'ticket.txt: a ticket',
      'WHAT WAS REMOVED',
      'WHAT IS MISSING',
      'LIMITS',
    ]);
    expect(text.split('\n').filter((line) => line.length > 100)).toEqual([]);
  });

  it('names what is not in the bundle with its reason', async () => {
    const siteFacts = [
      {
        site: 'acme.atlassian.net',
        state: 'unknown' as const,
        cloudId: null,
        jiraAddress: null,
        confluenceAddress: null,
        deployment: null,
        problem: 'ETIMEDOUT',
      },
    ];
    const input = sampleInput({
      diagnosis: sampleDiagnosis({ siteFacts }),
      residencyFacts: [{ product: 'Jira', location: 'EU', status: 'Pinned' }],
      pictures: [samplePicture()],
      note: 'A note.',
    });
    const missingOf = async (more: Partial<typeof input>): Promise<string[]> =>
      (await prepareBundle({ ...input, ...more })).missing.map(inEnglish);
    const missing = await missingOf({});
    expect(missing).toContain("Atlassian didn't provide the ID of acme.atlassian.net (ETIMEDOUT).");
    expect(missing).toContain("What Atlassian's page shows for Xray wasn't entered.");
    expect(missing.join(' ')).not.toMatch(/shows for Jira|by choice/u);
    const less = await missingOf({ leaveOut: ['note', 'log', 'pictures', 'site-facts'] });
    // There was no log.
    expect(less.filter((words) => words.endsWith('by choice.'))).toEqual([
      'The note was left out by choice.',
      'The screenshots were left out by choice.',
      'The IDs of the site and account were left out by choice.',
    ]);
    expect(less.join(' ')).not.toMatch(/the ID of|looked up/u);
  });

  it('says that nothing is missing where nothing is', async () => {
    const siteFacts = [
      {
        site: 'acme.atlassian.net',
        state: 'found' as const,
        cloudId: 'fake-cloud-id-1234',
        jiraAddress: null,
        confluenceAddress: null,
        deployment: null,
        problem: null,
      },
    ];
    const { verdict } = sampleDiagnosis();
    const text = await textOf(
      'summary.txt',
      sampleInput({
        diagnosis: sampleDiagnosis({ siteFacts, verdict: { ...verdict, regions: 'All alike.' } }),
        residency: 'pinned',
        residencyFacts: [
          { product: 'Jira', location: 'EU', status: 'Pinned' },
          { product: 'Xray', location: 'EU', status: 'Pinned' },
        ],
        pictures: [samplePicture()],
      }),
    );
    expect(text).toContain('NOT IN HERE  none of the usual parts is missing\n');
  });
});

describe('determinism', () => {
  it('gives the same bytes in every time zone, locale and process', async () => {
    const script = fileURLToPath(new URL('../../../support/scripts/print-bundle-hash.ts', import.meta.url));
    const hashes = ['Pacific/Auckland', 'America/Los_Angeles', 'UTC', 'Asia/Kathmandu'].map((TZ) => {
      const run = spawnSync(process.execPath, [script], {
        env: { ...process.env, TZ, LANG: 'tr_TR.UTF-8' },
        encoding: 'utf8',
      });
      expect(run.stderr).toBe('');
      return run.stdout.trim();
    });
    const here = await prepareBundle(sampleInput());
    const draft = await here.draft();
    expect(hashes).toEqual(hashes.map(() => `${sha256Of(here.zip)} ${sha256Of(draft)}`));
  }, 60_000);

  it('writes the time in UTC, also in the hour that a zone leaves out in spring', async () => {
    const { zip } = await prepareBundle(sampleInput({ createdAt: new Date('2026-03-29T02:30:00Z') }));
    // Offset 10 of a local file header: MS-DOS time and date (APPNOTE, section 4.4.6).
    const header = Buffer.from(zip);
    expect(header.readUInt16LE(10) >> 11).toBe(2);
    expect(header.readUInt16LE(12) & 0x1f).toBe(29);
  });
});
