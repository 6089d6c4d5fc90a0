import * as z from 'zod';

import { evidenceDocumentSchema } from '../../contract/report/verification.ts';
import { manifestSchema } from '../bundle/manifest.ts';

/**
 * What every bundle may hold whatever the secret is, besides the names and values of its schemas: addresses, names of
 * files, headers and variables, the frame of a mail. Sentences are not in it, since pages go through the redactor.
 */
const PHRASES = [
  'https://xray.cloud.getxray.app us.xray.cloud.getxray.app eu.xray.cloud.getxray.app au.xray.cloud.getxray.app',
  'https://xray.cloud.getxray.app/api/v2/authenticate',
  'https://xray.cloud.getxray.app/api/v2/export/cucumber?keys=DEMO-6%3BDEMO-7',
  '.atlassian.net support@radbee.com RadBee Snapshots Xray Residency Doctor',
  'Xray connectivity – data residency =?utf-8?B?WHJheSBjb25uZWN0aXZpdHkg4oCTIGRhdGEgcmVzaWRlbmN5?=',
  'xray-report- xray-evidence-',
  'client id client secret bearer token access token proxy password client_id client_secret access_token',
  'XRAY_CLIENT_ID XRAY_CLIENT_SECRET XRAY_TOKEN ‹client-id# ‹client-secret# ‹proxy-password# ‹authorization#',
  'authorization: bearer proxy-authorization content-type: application/json application/octet-stream',
  'content-length content-encoding accept-encoding gzip, deflate, br user-agent set-cookie cookie',
  'text/html; charset=utf-8 text/plain connection keep-alive HTTP/1.1 TLSv1.3 TLSv1.2',
  'X-Unsent: MIME-Version: 1.0 Content-Type: multipart/mixed; boundary= text/plain; charset=utf-8',
  'Content-Transfer-Encoding: base64 application/zip; name= Content-Disposition: attachment; filename=',
];

const SCHEMAS = [evidenceDocumentSchema, manifestSchema];

const START_LENGTH = 8;

let vocabulary: ReturnType<typeof makeVocabulary> | null = null;

function makeVocabulary() {
  const words = [...PHRASES, ...SCHEMAS.map((schema) => JSON.stringify(z.toJSONSchema(schema)))]
    .join('\n')
    .toLowerCase();
  // All starts of 8 characters: thousands of fragments are looked up, and hardly any begins like one of them.
  const starts = new Set(Array.from({ length: words.length }, (_, at) => words.slice(at, at + START_LENGTH)));
  return { words, starts };
}

/** Returns whether `text` is a part of what every bundle may hold, in any letter case. */
export function isBoilerplate(text: string): boolean {
  vocabulary ??= makeVocabulary();
  const folded = text.toLowerCase();
  const mayBe = folded.length < START_LENGTH || vocabulary.starts.has(folded.slice(0, START_LENGTH));
  return mayBe && vocabulary.words.includes(folded);
}
