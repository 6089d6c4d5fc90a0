import type { Diagnosis, Exchange, VerdictKind } from '../../contract/diagnosis.ts';
import { exactAnswer } from './exact-answer.ts';
import { openQuestions } from './open-questions.ts';
import { oneLine, utcTimeWithMs } from './plain-text.ts';
import { paragraphs } from './ticket.ts';
import type { LetterFacts } from './ticket.ts';

/** Verdicts after which nothing is left to do before the customer has answered. */
const ASKS_FOR_MORE: ReadonlySet<VerdictKind> = new Set(['healthy', 'unclear', 'credentials-rejected']);

/**
 * `reply.txt`: the answer to the customer where somebody else than Xray has to act. Unwrapped lines, no indent; speaks to
 * the customer. Takes a redacted diagnosis; returns English text with LF line ends.
 */
export function reply(diagnosis: Diagnosis, facts: LetterFacts): string {
  const { sites, startedAt } = diagnosis;
  const { support, intake, caseId } = facts;
  const name = oneLine(intake.contactName, 200);
  const questions = ASKS_FOR_MORE.has(diagnosis.verdict.kind) ? openQuestions(diagnosis, facts) : [];
  return paragraphs([
    [`Subject: ${subjectOf(diagnosis)} (${caseId})`],
    [name === '' ? 'Hello,' : `Hello ${name},`],
    [`thank you for the report of ${utcTimeWithMs(startedAt)} about ${sites.jira}.`],
    body(diagnosis, facts),
    questions.length === 0
      ? []
      : ['Please also tell us:', ...questions.map((question, at) => `${at + 1}. ${question}`)],
    ['Best regards', support.name],
  ]);
}

function subjectOf({ verdict, sites }: Diagnosis): string {
  const site = sites.jira;
  switch (verdict.kind) {
    case 'credentials-rejected':
      return `Xray rejects the API key of ${site}`;
    case 'healthy':
      return `The connection to Xray works for ${site}`;
    case 'licence':
      return `Xray's license on ${site}`;
    case 'rate-limited':
      return `Xray asks ${site} to wait`;
    case 'proxy-sign-in':
    case 'tls-untrusted':
    case 'network':
    case 'intercepted':
      return `The check of ${site} did not reach Xray`;
    case 'unclear':
    case 'cancelled':
    case 'residency':
    case 'residency-suspected':
    case 'xray-unavailable':
      return `Your Xray report about ${site}`;
  }
}

const FROM_SERVERS =
  'Snapshots does not call Xray from your computer, so what stopped this check need not be what stops Snapshots.';
const OTHER_NETWORK =
  "Please run the check once more from another network, for example a phone's hotspot, and send us that report. If it gets through there, Snapshots is not affected by your network and we go on from the new report.";

/** What we found and what the customer does next, each a line of its own. */
function body({ verdict, clientId, sites, exchanges }: Diagnosis, { support }: LetterFacts): string[] {
  const product = support.product ?? 'your app';
  const answer = decidingAnswer(exchanges);
  switch (verdict.kind) {
    case 'credentials-rejected':
      return [
        'Xray rejected the Client ID and Client Secret, before any question of region.',
        `1. In Jira, open Settings > Apps > Manage apps > Xray > API Keys on ${sites.jira} and check that the key ${oneLine(clientId, 80)} is listed and that its user is active.`,
        '2. If it is not, create a new API key. The Client Secret is shown only once, so save it.',
        '3. Run the check again with that key.',
        `4. Once it works, enter the key in Snapshots Configuration > Xray connection and press Submit.`,
      ];
    case 'healthy':
      return [
        'Both calls to Xray worked with these keys from your computer, so the keys are right and the region is not the problem.',
        '1. Please enter the same keys again in Snapshots Configuration > Xray connection and press Submit.',
        `2. If ${product} does not show "Connection is open" then, send us the exact text and the time at which it appeared.`,
      ];
    case 'licence':
      return [
        `Xray answered that its license on ${sites.jira} is not valid${quoted(answer)}`,
        "Please check Xray's license in Jira under Settings > Apps > Manage apps, renew it there or with Xray, and run the check again.",
      ];
    case 'rate-limited':
      return [
        `Xray received more requests for ${sites.jira} than it allows and asked to wait. The keys were not the reason.`,
        'Please wait ten minutes, make sure that no other integration calls Xray all the time, and run the check again.',
      ];
    case 'proxy-sign-in':
      return [
        'The proxy of your network asked for a sign-in before it let the check through to Xray.',
        'Please ask your network team to let this computer reach *.getxray.app on port 443 without that sign-in, or run the check from another network.',
        FROM_SERVERS,
      ];
    case 'tls-untrusted':
      return [
        `Your computer could not trust the certificate that was shown in place of Xray's${certificateOf(exchanges)}.`,
        'If your company inspects encrypted traffic, please ask your network team for its certificate authority file and run the check with it, or exempt *.getxray.app from inspection.',
        FROM_SERVERS,
      ];
    case 'network':
      return [
        `The calls from your computer did not get a complete answer from Xray${quoted(answer)}`,
        OTHER_NETWORK,
        FROM_SERVERS,
      ];
    case 'intercepted':
      return [
        `Something on your network answered in place of Xray${quoted(answer)}`,
        'If it is the sign-in page of a guest network, sign in with your browser first. Otherwise please ask your network team to allow *.getxray.app on port 443.',
        OTHER_NETWORK,
        FROM_SERVERS,
      ];
    case 'unclear':
      return [
        `The answer that came back does not say clearly what is wrong${quoted(answer)}`,
        'We are looking into it. You do not have to change your keys.',
      ];
    case 'cancelled':
    case 'residency':
    case 'residency-suspected':
    case 'xray-unavailable':
      return [oneLine(verdict.sentence, 500)];
  }
}

function quoted(answer: string | null): string {
  return answer === null ? '.' : `: ${answer}`;
}

/** The last answer of the global host, as it came. */
function decidingAnswer(exchanges: readonly Exchange[]): string | null {
  const last = exchanges.findLast(({ host, stack }) => host === 'global' && stack === 'node');
  return last === undefined ? null : exactAnswer(last);
}

function certificateOf(exchanges: readonly Exchange[]): string {
  const refused = exchanges.find(
    (exchange) => exchange.outcome === 'failed' && exchange.failure.certificate !== null,
  );
  const issuer = refused?.outcome === 'failed' ? refused.failure.certificate?.issuer : undefined;
  return issuer === undefined ? '' : `; it was issued by ${oneLine(issuer, 200)}`;
}
