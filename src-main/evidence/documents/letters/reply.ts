import type { Diagnosis, Exchange, VerdictKind } from '../../../contract/diagnosis.ts';
import { exactAnswer } from '../exact-answer.ts';
import { lastCallTo } from '../host-findings.ts';
import { openQuestions } from './open-questions.ts';
import { linesIf, numbered, oneLine, utcTimeWithMs } from '../plain-text.ts';
import { paragraphs } from './ticket.ts';
import type { LetterFacts } from './ticket.ts';

/** Verdicts after which nothing is left to do before the customer has answered. */
const ASKS_FOR_MORE: ReadonlySet<VerdictKind> = new Set(['healthy', 'unclear', 'credentials-rejected']);

/**
 * `reply.txt`: support's answer to the customer where somebody else than Xray has to act. Unwrapped lines, no indent;
 * speaks to the customer. Takes a redacted diagnosis; returns English text with LF line ends.
 */
export function reply(diagnosis: Diagnosis, facts: LetterFacts): string {
  const { sites, startedAt } = diagnosis;
  const { support, intake, caseId } = facts;
  const name = oneLine(intake.contactName, 200);
  const questions = ASKS_FOR_MORE.has(diagnosis.verdict.kind) ? openQuestions(diagnosis, facts) : [];
  return paragraphs([
    [`Subject: ${subjectOf(diagnosis)} (${caseId})`],
    [name === '' ? 'Hello,' : `Hello ${name},`],
    [`Thank you for your report about ${sites.jira} of ${utcTimeWithMs(startedAt)}.`],
    body(diagnosis, facts),
    linesIf(questions.length > 0, 'Please also tell us:', ...numbered(questions)),
    ['Best regards,', support.name],
  ]);
}

const notThrough = (site: string): string => `The check of ${site} did not get through to Xray`;
const general = (site: string): string => `Your Xray report about ${site}`;

const SUBJECTS: Readonly<Record<VerdictKind, (site: string) => string>> = {
  'credentials-rejected': (site) => `Xray rejects the API key for ${site}`,
  healthy: (site) => `The connection to Xray works for ${site}`,
  licence: (site) => `Xray's license on ${site}`,
  'rate-limited': (site) => `Xray got too many requests for ${site}`,
  network: notThrough,
  'proxy-sign-in': notThrough,
  'tls-untrusted': notThrough,
  intercepted: notThrough,
  unclear: general,
  cancelled: general,
  residency: general,
  'residency-suspected': general,
  'xray-unavailable': general,
};

/** Rules of a connection that was made and brought no whole answer. */
const REACHED_XRAY = /^network\.(?:no-answer|cut-off|deadline)$/u;

function subjectOf({ verdict: { kind, rule }, sites }: Diagnosis): string {
  return kind === 'network' && REACHED_XRAY.test(rule)
    ? `The check of ${sites.jira} got no complete answer from Xray`
    : SUBJECTS[kind](sites.jira);
}

const OTHER_NETWORK =
  "Please run the check once more from another network, for example on a phone's hotspot, and send us that report. If it gets through there, we will continue from the new report.";

/** The network of this computer is not the one of the product's servers. */
function fromServers({ support }: LetterFacts): string {
  const product = support.product ?? 'The app';
  return `${product} calls Xray from its own servers, not from your computer, so what stopped this check may not be what stops ${support.product ?? 'the app'}.`;
}

/** What we found and what the customer does next, each a line of its own. */
function body(diagnosis: Diagnosis, facts: LetterFacts): string[] {
  const { verdict, clientId, sites, exchanges } = diagnosis;
  const product = facts.support.product ?? 'the app';
  switch (verdict.kind) {
    case 'credentials-rejected':
      return [
        'Xray rejected the Client ID and Client Secret at the sign-in. This is not about the region of your data.',
        `1. In Jira, open Settings > Apps > Manage apps > Xray > API Keys on ${sites.jira}. Check that the key ${oneLine(clientId, 80)} is listed there and that its user is active.`,
        '2. If it is not, create a new API key. The Client Secret is shown only once, so save it now.',
        '3. Run the check again with that key.',
        `4. Once Xray accepts it, enter it ${inSettings(facts)} and press Submit.`,
        ...(verdict.rule === 'credentials-rejected.invalid' ? [] : cameBack(exchanges)),
      ];
    case 'healthy':
      return [
        'Both calls to Xray worked with these keys from your computer: the keys are right, and there is no region error.',
        `1. Please enter the same keys again ${inSettings(facts)} and press Submit.`,
        `2. If ${product} does not show "Connection is open" after that, send us the exact text and the time at which you saw it.`,
      ];
    case 'licence':
      return [
        `Xray answered that there is a problem with its license on ${sites.jira}. It does not answer any call until the license is valid, no matter which keys are used.`,
        'Please check in Jira, under Settings > Apps > Manage apps, that Xray is installed and licensed on this very site. If the license looks right there, please write to Xray support. Then run the check again.',
        ...cameBack(exchanges),
      ];
    case 'rate-limited':
      return [
        `Xray got more requests for ${sites.jira} than it allows and asked to wait. This is not about your keys or the region of your data.`,
        'Please wait ten minutes, make sure that no other integration keeps calling Xray, and run the check again.',
      ];
    case 'proxy-sign-in':
      return [
        'The proxy on your network asked for a sign-in and did not let the check through to Xray.',
        'Please ask your network team to let your computer reach *.getxray.app on port 443 without that sign-in, or run the check from another network.',
        fromServers(facts),
      ];
    case 'tls-untrusted':
      return [
        `Your computer did not trust the certificate that it was shown for Xray${certificateOf(exchanges)}.`,
        verdict.rule === 'tls-untrusted.expired'
          ? 'Please check the date and time of your computer first. If they are right, please show the report to your network team: it names the certificate.'
          : verdict.rule === 'tls-untrusted.wrong-host'
            ? 'If you are on a guest network, open any web page, sign in there, and run the check again. Otherwise please show the report to your network team: it names the certificate.'
            : 'If your company inspects encrypted traffic, please ask your network team for its certificate as a PEM file and run the check with it, or ask them to leave *.getxray.app out of the inspection.',
        fromServers(facts),
      ];
    case 'network':
      return [networkSentence(verdict.rule), OTHER_NETWORK, fromServers(facts), ...cameBack(exchanges)];
    case 'intercepted':
      return [
        'Something on your network answered instead of Xray.',
        'If you are on a guest network, open any web page, sign in there, and run the check again. Otherwise please ask your network team to let *.getxray.app through unchanged on port 443.',
        OTHER_NETWORK,
        fromServers(facts),
        ...cameBack(exchanges),
      ];
    case 'unclear':
      return [...unclearLines(diagnosis), ...cameBack(exchanges)];
    // Xray has to act, or nobody: there is no reply.
    case 'cancelled':
    case 'residency':
    case 'residency-suspected':
    case 'xray-unavailable':
      return [];
  }
}

function inSettings({ support }: LetterFacts): string {
  return support.product === null
    ? 'where your app asks for it'
    : `in Confluence under Settings > Apps > ${support.product} Configuration > Xray connection`;
}

function networkSentence(rule: string): string {
  switch (rule) {
    case 'network.socks':
      return 'Your computer uses a SOCKS proxy, which the check cannot use, so it did not reach Xray.';
    case 'network.proxy-settings':
      return 'The proxy settings of your computer could not be read, so the check did not reach Xray.';
    case 'network.no-answer':
    case 'network.cut-off':
      return 'The check reached Xray, but did not get a complete answer.';
    case 'network.deadline':
      return 'The check ran out of time before Xray had answered.';
    default:
      return 'The check did not reach Xray from your computer.';
  }
}

/** What the customer can do where Xray's answer names a cause. */
function unclearLines({ verdict, sites }: Diagnosis): string[] {
  const again = 'Then run the check again and send us the new report.';
  switch (verdict.rule) {
    case 'unclear.allowlist':
      return [
        `The IP allowlist of ${sites.jira} blocked the call. This is not about your keys or the region of your data.`,
        `Please add Xray's addresses (Xray's documentation lists them) in Atlassian Administration under Security > IP allowlists. ${again}`,
      ];
    case 'unclear.not-installed':
      return [
        `Xray says that it is not set up for ${sites.jira}.`,
        `Please check in Jira, under Settings > Apps > Manage apps, that Xray is installed on this very site and that the keys come from there. ${again}`,
      ];
    case 'unclear.permission':
      return [
        'Xray says that a permission is missing. This is not the region error.',
        `Please check in Jira that the user who created the keys can browse the projects you use. ${again}`,
      ];
    case 'unclear.account':
      return [
        'Xray says that something is wrong with the key or with the user who created it.',
        `Please check in Jira that this user is active, and create new keys as an active user if not. ${again}`,
      ];
    case 'unclear.network-before-xray':
    case 'unclear.contradiction':
    case 'unclear.web-page':
      return [
        'An answer came back, but it does not show whether Xray gave it or something on the way to Xray. Please keep your keys as they are for now.',
        OTHER_NETWORK,
        'Please also ask your network team whether the answer below is theirs.',
      ];
    case 'unclear.atlassian':
      return [
        'Atlassian answered, not Xray. This is not the region error.',
        `If the answer below names a problem with your Jira site, please fix that first. ${again}`,
      ];
    default:
      return [
        'The answer that came back does not say clearly what is wrong. Please keep your keys as they are for now.',
        'We are looking into it and will tell you what we find.',
      ];
  }
}

/** The last answer of the global host, as it came. */
function cameBack(exchanges: readonly Exchange[]): string[] {
  const last = lastCallTo('global', exchanges);
  if (last === undefined) return [];
  return [`${last.outcome === 'failed' ? 'Technical details' : 'What came back'}: ${exactAnswer(last)}`];
}

function certificateOf(exchanges: readonly Exchange[]): string {
  const refused = exchanges.find(
    (exchange) => exchange.outcome === 'failed' && exchange.failure.certificate !== null,
  );
  const issuer = refused?.outcome === 'failed' ? refused.failure.certificate?.issuer : undefined;
  return issuer === undefined ? '' : `. It was issued by ${oneLine(issuer, 200)}`;
}
