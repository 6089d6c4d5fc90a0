import { encode } from 'fast-png';

import type { CheckResult } from '../../../../src-main/contract/check-result.ts';
import type { Check, Diagnosis, Exchange } from '../../../../src-main/contract/diagnosis.ts';
import type {
  EvidenceFile,
  EvidencePreview,
  SavedBundle,
} from '../../../../src-main/contract/report/evidence.ts';
import type { HeldPicture } from '../../../../src-main/contract/picture.ts';
import { checkOf } from '../../../../src-main/diagnosis/checks/checks.ts';
import { judge, verdictOf } from '../../../../src-main/diagnosis/verdict/classify.ts';
import { hostFindings } from '../../../../src-main/diagnosis/verdict/compare-hosts.ts';
import { message } from '../../../../src-main/i18n/message.ts';
import { XRAY_HOSTS } from '../../../../src-main/xray/hosts.ts';
import { answered, REGION_TEXT, signedIn, ZIP_BYTES } from '../../samples/builders.ts';
import { SAMPLE_DIAGNOSIS, SAMPLE_PREVIEW } from '../../samples/sample-answers.ts';

/** A name as long as a site's may be, nearly. */
export const LONG_NAME = 'subsidiary-of-a-company-with-a-name-that-does-not-want-to-end';
const LONG_SITE = `${LONG_NAME}.atlassian.net`;

const NOW = new Date('2026-01-02T03:04:07Z');

/** A finished run over these exchanges, said in phrases as the main process says it. */
export function diagnosisOf(
  exchanges: readonly Exchange[],
  more: { readonly checks?: readonly Check[]; readonly sites?: Diagnosis['sites'] } = {},
): Diagnosis {
  const input = { exchanges, cancelled: false, now: NOW };
  const judgement = judge(input);
  return {
    ...SAMPLE_DIAGNOSIS,
    ...(more.sites === undefined ? {} : { sites: more.sites }),
    verdict: verdictOf(judgement),
    notes: [],
    checks: [...(more.checks ?? [])],
    hosts: XRAY_HOSTS.map((host) => ({ ...host, ...hostFindings(host.id, input, true) })),
    exchanges: [...exchanges],
    phrases: {
      ...judgement.phrases,
      pinned: [...judgement.phrases.pinned],
      migrating: [...judgement.phrases.migrating],
      notes: [],
    },
  };
}

/** How the three regional hosts answer when only the European one has the data. */
const REGIONS: readonly Exchange[] = [
  signedIn('us'),
  answered({ call: 'data-call', host: 'us' }, { status: 401, body: REGION_TEXT }),
  signedIn('eu'),
  answered({ call: 'data-call', host: 'eu' }, { status: 200, body: ZIP_BYTES }),
  signedIn('au'),
  answered({ call: 'data-call', host: 'au' }, { status: 401, body: REGION_TEXT }),
];

/** The global host's data call with this answer, and the regions beside it. */
export function withRegions(...globalExchanges: readonly Exchange[]): readonly Exchange[] {
  return [...globalExchanges, ...REGIONS];
}

export const RESIDENCY = diagnosisOf(
  withRegions(signedIn(), answered({ call: 'data-call' }, { status: 401, body: REGION_TEXT })),
);

/** Everything that a result can carry at once, each as long as it gets. */
export const LONG_RESULT: CheckResult = {
  diagnosis: diagnosisOf(
    withRegions(
      signedIn(),
      answered({ call: 'data-call', attempt: 2 }, { status: 503, body: 'An internal error occurred.' }),
    ),
    {
      checks: [
        checkOf('echoed-secret', {
          level: 'wrong',
          phrase: message('check.echo.found', { host: { key: 'host.global' } }),
          facts: {},
        }),
        ...[LONG_NAME, `${LONG_NAME}-2`].map((site) =>
          checkOf('site-missing', {
            level: 'look',
            phrase: message('note.site-missing', { site }),
            facts: {},
          }),
        ),
        checkOf('clock', { level: 'ok', phrase: message('check.clock.fine'), facts: {} }),
      ],
      sites: { jira: LONG_SITE, confluence: LONG_SITE },
    },
  ),
  transcripts: ['global', 'us', 'eu', 'au'].flatMap((host) =>
    ['1-authenticate', '2-data-call'].map((call) => ({
      path: `calls/${host}-${call}.txt`,
      text: `> GET /api/v2/features?jql=${'a-long-line-without-a-break-'.repeat(12)}\n> authorization: Bearer ‹token#7f3a›\n`,
    })),
  ),
};

export function resultOf(diagnosis: Diagnosis): CheckResult {
  return {
    diagnosis,
    transcripts: [
      {
        path: 'calls/global-1-authenticate.txt',
        text: '> POST /api/v2/authenticate HTTP/1.1\n> content-type: application/json\n< HTTP/1.1 200 OK\n‹token#7f3a›\n',
      },
    ],
  };
}

const PICTURE_SIZE = { width: 900, height: 500 };

/** A picture in the manner of the residency page: a head, a table, grey bars in the place of words. */
function drawPage(): Uint8Array {
  const { width, height } = PICTURE_SIZE;
  const data = new Uint8Array(width * height * 3).fill(255);
  const bar = (x: number, y: number, w: number, h: number, colour: readonly number[]): void => {
    for (let row = y; row < y + h; row += 1) {
      for (let column = x; column < x + w; column += 1) data.set(colour, (row * width + column) * 3);
    }
  };
  bar(0, 0, width, 48, [9, 30, 66]);
  bar(40, 84, 260, 22, [66, 82, 110]);
  for (let line = 0; line < 6; line += 1) {
    const y = 150 + line * 52;
    bar(40, y + 36, width - 80, 1, [193, 199, 208]);
    bar(40, y, 140, 12, [107, 119, 140]);
    bar(330, y, 110, 12, [151, 160, 175]);
    bar(620, y, 90, 12, line % 2 === 0 ? [0, 135, 90] : [151, 160, 175]);
  }
  return encode({ ...PICTURE_SIZE, data, depth: 8, channels: 3 });
}

const PAGE_PNG = drawPage();
/** The bytes as the scripted bridge can carry them. */
export const PAGE_BYTES = [...PAGE_PNG];
const PAGE_ADDRESS = `data:image/png;base64,${Buffer.from(PAGE_PNG).toString('base64')}`;

/** A picture as the main process holds it. */
export function heldPicture(number: number, changes: Partial<HeldPicture> = {}): HeldPicture {
  return {
    id: `picture-${number}`,
    way: 'paste',
    ...PICTURE_SIZE,
    edit: { masks: [], crop: null, caption: '' },
    hint: null,
    ...changes,
  };
}

/** As many pictures as a bundle takes, with masks, a caption and a doubt among them. */
export const SIX_PICTURES: readonly HeldPicture[] = [1, 2, 3, 4, 5, 6].map((number) =>
  heldPicture(number, {
    hint: number === 2 ? message('picture.hint.other-page') : null,
    edit: {
      masks: Array.from({ length: number - 1 }, (_none, index) => ({
        x: 40 + index * 120,
        y: 146,
        width: 110,
        height: 22,
      })),
      crop: number === 1 ? { x: 20, y: 60, width: 860, height: 400 } : null,
      caption: number === 3 ? 'The second page of the table, where Xray stands below Confluence' : '',
    },
  }),
);

function textFile(path: string, text: string, removed: number): EvidenceFile {
  const kind = path.endsWith('.json') ? 'json' : 'text';
  return {
    path,
    kind,
    text,
    removed,
    bytes: Buffer.byteLength(text),
    sha256: '0'.repeat(64),
    pictureDataUrl: null,
  };
}

const pictureFile = (number: number): EvidenceFile => ({
  path: `pictures/residency-${number}.png`,
  kind: 'picture',
  text: null,
  removed: 0,
  bytes: PAGE_PNG.length,
  sha256: '2'.repeat(64),
  pictureDataUrl: PAGE_ADDRESS,
});

/** Twenty files, six of them pictures. */
const TWENTY_FILES: readonly EvidenceFile[] = [
  textFile('summary.txt', 'What was found, line by line, with ‹token#7f3a› removed.\n'.repeat(60), 23),
  textFile('diagnosis.json', `{"one-line":"${'without-a-break-'.repeat(40)}"}\n`, 4),
  textFile('note.txt', 'A note to support.\n', 0),
  textFile('log.txt', 'The last lines of the log.\n', 2),
  ...['global', 'us', 'eu', 'au'].flatMap((host) =>
    ['1-authenticate', '2-data-call'].map((call) => textFile(`calls/${host}-${call}.txt`, '> GET /\n', 1)),
  ),
  textFile('calls/global-2-data-call-second-opinion.txt', '> GET /\n', 1),
  ...[1, 2, 3, 4, 5, 6].map(pictureFile),
  textFile('manifest.json', '{}\n', 0),
];

export const LONG_PREVIEW: EvidencePreview = {
  ...SAMPLE_PREVIEW,
  fileName: `xray-report-${LONG_NAME}-20260102T0304Z.zip`,
  bytes: 8 * 1024 * 1024,
  files: [...TWENTY_FILES],
  removed: 1234,
  missing: [message('missing.picture'), message('missing.residency'), message('missing.long-answer')],
};

const LONG_MAIL = {
  to: 'support@radbee.com',
  subject: `Xray connectivity – data residency – ${LONG_SITE}`,
  body: `Hello,\n\nJira: https://${LONG_SITE}\nConfluence: https://${LONG_SITE}\n\n${RESIDENCY.verdict.meaning}\n`,
};

export const LONG_SAVED: SavedBundle = {
  bundleId: 'bundle-1',
  fileName: LONG_PREVIEW.fileName,
  draftName: LONG_PREVIEW.fileName.replace('.zip', '.eml'),
  folderName: 'A folder with a rather long name for the evidence of this year',
  bytes: 19 * 1024 * 1024,
  mail: LONG_MAIL,
};
