import { headerOf } from '../contract/text/headers.ts';
import type { Answer, AnswerText } from './answer.ts';

/** The title of CloudFront's own error pages (seen: Xray-App/xray-maven-plugin#77). */
const PAGE_TITLE = 'error: the request could not be satisfied';
/**
 * Seen on CloudFront's page for a tenant of another region (Xray-App/xray-code-snippets#9); any broken CloudFront site can
 * show it.
 */
const LAMBDA_WORDS = 'the lambda function associated with the cloudfront distribution is invalid';
/**
 * AWS documents an X-Cache for each fault of a function at the edge; this one goes with the sentence above. The others
 * (`LambdaExecutionError`, `LambdaLimitExceeded`) are outages and say nothing of a region.
 */
const LAMBDA_CACHE = /^lambdavalidationerror from cloudfront/iu;

/** Whether an answer is a page of CloudFront, the network in front of Xray, and if it is the one about its Lambda. */
export function cloudfrontPage(answer: Answer, text: AnswerText): 'lambda' | 'other' | null {
  const isPage = text.form === 'page' && text.folded.includes(PAGE_TITLE);
  const cache = headerOf(answer.response.headers, 'x-cache') ?? '';
  const isLambda = text.folded.includes(LAMBDA_WORDS) || LAMBDA_CACHE.test(cache);
  if (isLambda && (isPage || text.form !== 'xray-error') && answer.status >= 400) return 'lambda';
  return isPage ? 'other' : null;
}

/** Whether an answer came through CloudFront, as all of Xray's do that were seen: its marks are in the headers. */
export function cameThroughCloudfront({ response: { headers } }: Answer): boolean {
  return headerOf(headers, 'x-amz-cf-id') !== null || /\bcloudfront\b/iu.test(headerOf(headers, 'via') ?? '');
}
