import type { CallName } from '../contract/diagnosis.ts';

/** What a rule found and its sentence may name. */
export interface Values {
  readonly call?: CallName;
  /** Issuer of a refused certificate, as a person would say it. */
  readonly issuer?: string;
  /** Maker of a program or box that opens secure connections. */
  readonly maker?: string;
  /** `host:port` of the proxy on the way. */
  readonly proxy?: string;
  /** Where a redirect points: a host name. */
  readonly target?: string;
  readonly status?: number;
  readonly waitSeconds?: number;
  /** Names of the regional hosts that behave differently. */
  readonly regions?: readonly string[];
}

export interface Words {
  readonly sentence: string;
  readonly meaning: string;
}

const HOST = 'xray.cloud.getxray.app';
const KEYS_ARE_SAFE = 'Your keys were not sent, and this says nothing about whether they are right.';
const NEVER_GOT_THERE =
  'The call never got to Xray, so this says nothing about your keys or the region of your data.';
const KEYS_ARE_RIGHT =
  'Your Client ID and Client Secret are right: Xray accepted them. Making new keys will not help.';

/** `the sign-in` or `the data call`, for the middle of a sentence. */
function callWords({ call }: Values): string {
  return call === 'data-call' ? 'the data call' : 'the sign-in';
}

/** What had worked before the data call broke off. */
function afterSignIn({ call }: Values): string {
  return call === 'data-call'
    ? 'Xray accepted your keys just before, so they are right.'
    : 'This says nothing about whether your keys are right.';
}

/** The sentence and the meaning for every rule. An answer's text is never quoted in them: anyone may have written it. */
export const SENTENCES = {
  'cancelled.by-person': () => ({
    sentence: 'You stopped the check.',
    meaning: 'Nothing was decided. What had been found until then is kept.',
  }),
  'proxy-sign-in.407': ({ proxy }) => ({
    sentence: `Your company's proxy${proxy === undefined ? '' : ` (${proxy})`} asks for a sign-in before it lets this computer reach Xray.`,
    meaning: NEVER_GOT_THERE,
  }),
  'tls-untrusted.expired': ({ issuer }) => ({
    sentence: `The certificate shown for ${HOST}${by(issuer)} is not valid today.`,
    meaning: `Either the certificate is out of date, or the clock of this computer is wrong. ${KEYS_ARE_SAFE}`,
  }),
  'tls-untrusted.wrong-host': ({ issuer }) => ({
    sentence: `Something else than Xray answered: its certificate${by(issuer)} is made for another address.`,
    meaning: `A filter or a sign-in page on your network is the usual cause. ${KEYS_ARE_SAFE}`,
  }),
  'tls-untrusted.inspected': ({ maker, issuer }) => ({
    sentence: `${maker ?? 'A security product'} opens the secure connection to Xray, and this computer does not trust its certificate.`,
    meaning: `Your network looks into secure connections${issuer === undefined ? '' : ` under the name “${issuer}”`}. ${KEYS_ARE_SAFE}`,
  }),
  'tls-untrusted.unknown-issuer': ({ issuer }) => ({
    sentence: `The certificate shown for ${HOST}${by(issuer)} is not trusted by this computer.`,
    meaning: `This happens when a company network looks into secure connections. ${KEYS_ARE_SAFE}`,
  }),
  'network.dns': ({ proxy }) => ({
    sentence: `This computer could not find the address of ${proxy === undefined ? HOST : `your proxy ${proxy}`}.`,
    meaning: `Either there is no internet connection right now, or your network does not know the name. ${KEYS_ARE_SAFE}`,
  }),
  'network.connect': ({ proxy }) => ({
    sentence: `No connection to ${proxy === undefined ? HOST : `your proxy ${proxy}`} could be made.`,
    meaning: `A firewall is the usual cause. ${KEYS_ARE_SAFE}`,
  }),
  'network.proxy-settings': () => ({
    sentence: "This computer's proxy settings could not be read.",
    meaning: `The address of the proxy cannot be understood, or the script that names it gave no answer in time. ${KEYS_ARE_SAFE}`,
  }),
  'network.proxy': ({ proxy }) => ({
    sentence: `Your proxy${proxy === undefined ? '' : ` ${proxy}`} did not let the connection to ${HOST} through.`,
    meaning: NEVER_GOT_THERE,
  }),
  'network.tls': () => ({
    sentence: `The secure connection to ${HOST} broke off while it was being made.`,
    meaning: `A firewall or filter that does not let secure connections through is the usual cause. ${KEYS_ARE_SAFE}`,
  }),
  'network.no-answer': (values) => ({
    sentence: `A connection to ${HOST} was made, but ${callWords(values)} got no answer.`,
    meaning: `The connection was closed, or nothing came in time. ${afterSignIn(values)}`,
  }),
  'network.cut-off': (values) => ({
    sentence: `The answer to ${callWords(values)} was cut off before its end.`,
    meaning: `What came is not enough to judge by. ${afterSignIn(values)}`,
  }),
  'network.deadline': (values) => ({
    sentence: 'The check took too long and was ended.',
    meaning: `${callWords(values) === 'the data call' ? 'The data call' : 'The sign-in'} was not finished when the time was over. ${afterSignIn(values)}`,
  }),
  'intercepted.web-page': (values) => ({
    sentence: `A web page came back where Xray should have answered ${callWords(values)}.`,
    meaning:
      'Something between this computer and Xray took the call: the sign-in page of a guest network, or a web filter.',
  }),
  'intercepted.redirect': (values) => ({
    sentence: `${capital(callWords(values))} was sent on to ${values.target === undefined ? 'another address' : values.target} instead of being answered.`,
    meaning:
      'Xray does not do that. Something between this computer and Xray did. We did not follow, so nothing of yours went there.',
  }),
  'intercepted.no-token': () => ({
    sentence: 'The sign-in was answered, but not with what Xray answers.',
    meaning:
      'Xray gives a token after a sign-in, and there was none. Something between this computer and Xray may have changed the answer.',
  }),
  'rate-limited.429': ({ waitSeconds }) => ({
    sentence: `Xray asks to wait${waitSeconds === undefined ? '' : ` ${duration(waitSeconds)}`}: it had too many requests for your site.`,
    meaning: 'This passes by itself. It says nothing about the region of your data.',
  }),
  'licence.text': () => ({
    sentence: 'Xray says that the Xray licence of your Jira site is not valid.',
    meaning: 'Until the licence is valid, Xray answers no one, whatever keys are used.',
  }),
  'credentials-rejected.invalid': () => ({
    sentence: 'Xray does not know this Client ID and Client Secret.',
    meaning: 'The sign-in itself was refused. This is not about the region of your data.',
  }),
  'credentials-rejected.refused': ({ status }) => ({
    sentence: `Xray refused the sign-in${status === undefined ? '' : ` (status ${status})`} without one of its known reasons.`,
    meaning: 'Most often the keys are wrong, disabled or deleted.',
  }),
  'residency.region-text': () => ({
    sentence: 'Xray says that your data is in another region.',
    meaning: `${KEYS_ARE_RIGHT} Xray has to correct the region that it keeps for your site.`,
  }),
  'residency-suspected.cloudfront-lambda': () => ({
    sentence:
      'Your keys are right, but Xray cannot get at your data. This points to the region of your data.',
    meaning:
      'The error page that came back was seen before when Xray looked for a site in the wrong region. It can have other causes, so this is a strong hint and no proof.',
  }),
  'residency-suspected.refused-but-region-works': ({ regions }) => ({
    sentence: `Xray accepts your keys, but only its host for ${list(regions)} gives out your data.`,
    meaning:
      'The global host, which Snapshots uses, refuses the data without saying why. The region that works makes the wrong region likely.',
  }),
  'residency-suspected.failed-but-region-works': ({ regions }) => ({
    sentence: `Xray accepts your keys, but only its host for ${list(regions)} gives out your data.`,
    meaning:
      'The global host, which Snapshots uses, fails at the data. The region that works makes the wrong region likely.',
  }),
  'residency-suspected.refused-without-known-text': ({ status }) => ({
    sentence: `Xray accepts your keys and then refuses your data${status === undefined ? '' : ` (status ${status})`}.`,
    meaning:
      'Xray does not say why. The wrong region is the usual cause when the sign-in works and the data does not, but this is not proven.',
  }),
  'residency-suspected.keys-known-elsewhere': ({ regions }) => ({
    sentence: `The global host of Xray does not know your keys, but the host for ${list(regions)} does.`,
    meaning:
      'Snapshots uses the global host. That your keys are known elsewhere makes the wrong region likely.',
  }),
  'residency-suspected.sign-in-region-text': () => ({
    sentence: 'Xray speaks of another region already at the sign-in.',
    meaning:
      'Usually it says so at the data only. The wrong region is likely, but your keys could not be tried.',
  }),
  'residency-suspected.sign-in-lambda-but-region-works': ({ regions }) => ({
    sentence: `The global host of Xray answers with an error page, but the host for ${list(regions)} works.`,
    meaning:
      'The error page was seen before when Xray looked for a site in the wrong region. It can have other causes.',
  }),
  'xray-unavailable.cloudfront': ({ status }) => ({
    sentence: `Xray's network answers with an error page${status === undefined ? '' : ` (status ${status})`}.`,
    meaning: 'Xray itself was not reached. This usually passes.',
  }),
  'xray-unavailable.sign-in': ({ status }) => ({
    sentence: `Xray had an error of its own at the sign-in${status === undefined ? '' : ` (status ${status})`}.`,
    meaning: 'This usually passes. It says nothing about your keys or the region of your data.',
  }),
  'xray-unavailable.data': ({ status }) => ({
    sentence: `Your keys are right, but Xray had an error of its own at the data call${status === undefined ? '' : ` (status ${status})`}.`,
    meaning: 'This usually passes. It says nothing about the region of your data.',
  }),
  'healthy.zip': () => ({
    sentence: 'The connection to Xray works.',
    meaning:
      'Xray accepted your keys and gave out data. What Snapshots reports has another cause than the region.',
  }),
  'healthy.empty': () => ({
    sentence: 'The connection to Xray works.',
    meaning:
      'Xray accepted your keys and answered the data call; there was nothing to give out. What Snapshots reports has another cause than the region.',
  }),
  'healthy.xray-error': () => ({
    sentence: 'The connection to Xray works.',
    meaning:
      'Xray accepted your keys and looked for the example issues of this check, which your site need not have. What Snapshots reports has another cause than the region.',
  }),
  'unclear.request-syntax': () => ({
    sentence: 'Xray did not understand the sign-in.',
    meaning:
      'Xray says so when a call is not in its form. Something in your keys or on your network may have changed it.',
  }),
  'unclear.token-refused': () => ({
    sentence: 'Xray gave a token at the sign-in and refused it at the next call.',
    meaning: 'This is not what Xray says about a wrong region, and it was not seen for right keys before.',
  }),
  'unclear.redirect-within-xray': (values) => ({
    sentence: `Xray sends ${callWords(values)} on to ${values.target ?? 'another of its addresses'}.`,
    meaning:
      'We did not follow, so that your token stays with the host that it was made for. RadBee needs to see this.',
  }),
  'unclear.cloudfront': ({ status }) => ({
    sentence: `Xray's network refuses the call${status === undefined ? '' : ` (status ${status})`} with an error page.`,
    meaning: 'The page does not tell whether your network, your country or Xray is the cause.',
  }),
  'unclear.web-page': (values) => ({
    sentence: `${capital(callWords(values))} was answered with a web page${values.status === undefined ? '' : ` and status ${values.status}`}.`,
    meaning: 'Xray answers its calls without web pages. The page does not tell who made it.',
  }),
  'unclear.sign-in-answer': ({ status }) => ({
    sentence: `The sign-in got an answer${status === undefined ? '' : ` (status ${status})`} that we do not know.`,
    meaning: 'We do not guess. RadBee can read it in the evidence.',
  }),
  'unclear.data-answer': ({ status }) => ({
    sentence: `Your keys are right, but the data call got an answer${status === undefined ? '' : ` (status ${status})`} that we do not know.`,
    meaning: 'We do not guess. RadBee can read it in the evidence.',
  }),
  'unclear.no-answer': () => ({
    sentence: 'The check ended without an answer.',
    meaning: 'There is nothing to judge by.',
  }),
} satisfies Readonly<Record<string, (values: Values) => Words>>;

export type RuleId = keyof typeof SENTENCES;

function by(issuer: string | undefined): string {
  return issuer === undefined ? '' : `, issued by “${issuer}”,`;
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** Names in a row: `A`, `A and B`, `A, B and C`. */
export function list(names: readonly string[] | undefined): string {
  const all = names ?? [];
  const last = all.at(-1) ?? 'another region';
  return all.length < 2 ? last : `${all.slice(0, -1).join('; ')} and ${last}`;
}

/** A time to wait as a person says it, rounded up. */
function duration(seconds: number): string {
  if (seconds < 90) return `${seconds} ${seconds === 1 ? 'second' : 'seconds'}`;
  if (seconds < 90 * 60) return `${Math.ceil(seconds / 60)} minutes`;
  return `${Math.ceil(seconds / 3600)} hours`;
}
