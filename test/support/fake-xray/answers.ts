import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';

import * as yazl from 'yazl';

import type { Answer } from './replies.ts';

// Texts marked "vendor" are documented by Xray or were reported from its live service. All the others are ours.

/** A JSON answer; a string becomes a JSON string in quotes. */
export function json(status: number, value: unknown, headers: Answer['headers'] = {}): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(value),
  };
}

/** A plain text answer, the documented form of Xray's errors. */
export function text(status: number, body: string, headers: Answer['headers'] = {}): Answer {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8', ...headers }, body };
}

function html(status: number, body: string, headers: Answer['headers'] = {}): Answer {
  return { status, headers: { 'content-type': 'text/html; charset=utf-8', ...headers }, body };
}

/** The same answer, compressed. */
export function gzipped({ status, headers, body }: Answer): Answer {
  return { status, headers: { ...headers, 'content-encoding': 'gzip' }, body: gzipSync(body) };
}

/** A page of one heading and one sentence. */
export function page(
  status: number,
  title: string,
  sentence: string,
  headers: Answer['headers'] = {},
): Answer {
  return html(
    status,
    `<!DOCTYPE html>\n<html>\n<head><title>${title}</title></head>\n<body><h1>${title}</h1><p>${sentence}</p></body>\n</html>\n`,
    headers,
  );
}

/** The error page of CloudFront; its title is the vendor's. */
export function cloudfrontPage(status: number, sentence: string): Answer {
  return page(status, 'ERROR: The request could not be satisfied', sentence, {
    server: 'CloudFront',
    'x-cache': 'Error from cloudfront',
  });
}

/** The sign-in page that a hotel or a company puts in the way. */
export function captivePortal(): Answer {
  return page(200, 'Guest network sign-in', 'Please accept the terms of use to go online.');
}

/**
 * The headers about the rate that Xray was seen to send with every answer, a 200 included: the presence of Retry-After
 * says nothing about a limit.
 */
export function rateHeaders(): Answer['headers'] {
  return {
    'x-ratelimit-limit': '300',
    'x-ratelimit-remaining': '298',
    'x-ratelimit-reset': new Date(Date.now() + 60_000).toString(),
    'retry-after': '59.86',
  };
}

/** Xray's answer about data of another region; vendor. */
export const REGION_TEXT: Answer = json(401, {
  error: 'Xray data is in another region. Contact support to migrate Xray data to current region.',
});

/** CloudFront's answer about data of another region; vendor. */
export const LAMBDA_PAGE: Answer = cloudfrontPage(
  503,
  "The Lambda function associated with the CloudFront distribution is invalid or doesn't have the required permissions.",
);

/** Vendor. */
export const WRONG_CREDENTIALS: Answer = json(401, {
  error: 'Authentication failed. Invalid client credentials!',
});

/** Vendor. */
export const LICENCE: Answer = text(401, 'The Xray license is not valid.');

/** Vendor. */
export const WRONG_SYNTAX: Answer = text(400, 'Wrong request syntax.');

/** Vendor. */
export const INTERNAL_ERROR: Answer = text(
  500,
  'An internal error occurred when authenticating the request.',
);

/** Vendor. */
export const MALFORMED_TOKEN: Answer = json(401, { error: 'Invalid JWT: JsonWebTokenError: jwt malformed' });

/** An export as Xray gives it: a zip of feature files. */
export const FEATURE_ZIP: Answer = {
  status: 200,
  headers: { 'content-type': 'application/octet-stream' },
  body: await zipOfFeatures(),
};

/** An export of issues that hold no Cucumber tests. */
export const EMPTY_EXPORT: Answer = {
  status: 200,
  headers: { 'content-type': 'application/octet-stream' },
  body: '',
};

async function zipOfFeatures(): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  const feature = 'Feature: A demo\n\n\t@TEST_DEMO-6\n\tScenario: It works\n\t\tGiven nothing\n';
  zip.addBuffer(Buffer.from(feature), '1_DEMO-6.feature', { mtime: new Date(2026, 0, 1) });
  zip.end();
  return buffer(zip.outputStream);
}
