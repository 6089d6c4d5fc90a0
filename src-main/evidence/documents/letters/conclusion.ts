import type { Diagnosis, VerdictKind } from '../../../contract/diagnosis.ts';
import type { MessageKey } from '../../../i18n/catalog.ts';
import type { ReceivedMessage } from '../../../i18n/translator.ts';
import { namesInSentence, oneLine } from '../plain-text.ts';

/** A rule's id; each has a sentence among the words of the window. */
type RuleId = MessageKey extends infer Key ? (Key extends `rule.${infer Id}` ? Id : never) : never;

type Conclusion = string | ((values: Values) => string);

const theCall = ({ text }: Values): string => (text('call') === 'data' ? 'the data call' : 'the sign-in');
const status = ({ text }: Values): string => (text('status') === '' ? '' : ` (status ${text('status')})`);
const issuer = ({ text }: Values): string =>
  text('issuer') === '' ? '' : ` (issued by "${text('issuer')}")`;
const maker = ({ text }: Values, other: string): string => text('maker') || other;
const without = (error: string, { list }: Values): string =>
  list('regions') === '' ? '' : ` Without ${error}: ${list('regions')}.`;
const proxy = ({ text }: Values): string => (text('proxy') === '' ? '' : ` ${text('proxy')}`);

/**
 * What each rule found, told about the customer: the words of the window speak to them. Every rule has one by its type,
 * so that a new rule does not bring the window's voice into a document.
 */
const BY_RULE: Readonly<Record<RuleId, Conclusion>> = {
  'cancelled.by-person': 'The customer stopped the check, so nothing was decided.',
  'proxy-sign-in.407': (values) =>
    `The proxy${proxy(values)} on the customer's network asks for a sign-in, so the check did not reach Xray.`,
  'tls-untrusted.expired': (values) =>
    `The certificate shown for xray.cloud.getxray.app${issuer(values)} is not valid on the customer's computer: it is out of date, or the clock is wrong.`,
  'tls-untrusted.wrong-host': (values) =>
    `Something other than Xray answered the customer's computer: its certificate${issuer(values)} is for another address.`,
  'tls-untrusted.inspected': (values) =>
    `${maker(values, 'A security product')} on the customer's network opens the secure connection to Xray, and the customer's computer does not trust its certificate.`,
  'tls-untrusted.unknown-issuer': (values) =>
    `The customer's computer does not trust the certificate shown for xray.cloud.getxray.app${issuer(values)}.`,
  'network.dns': (values) =>
    `The customer's computer could not find the address of ${proxy(values) === '' ? 'xray.cloud.getxray.app' : `its proxy${proxy(values)}`}.`,
  'network.connect': (values) =>
    `The customer's computer could not connect to ${proxy(values) === '' ? 'xray.cloud.getxray.app' : `its proxy${proxy(values)}`}.`,
  'network.proxy-settings': "The proxy settings of the customer's computer could not be read.",
  'network.socks': 'The customer uses a SOCKS proxy, which this check cannot use.',
  'network.proxy': (values) =>
    `The proxy${proxy(values)} on the customer's network did not let the connection to Xray through.`,
  'network.tls': 'The secure connection to xray.cloud.getxray.app broke off while it was being made.',
  'network.no-answer': (values) =>
    `The customer's computer connected to Xray, but ${theCall(values)} got no answer.`,
  'network.cut-off': (values) => `The answer to ${theCall(values)} was cut off before its end.`,
  'network.deadline': (values) => `The check ran out of time during ${theCall(values)}.`,
  'intercepted.guest-network': (values) =>
    `A guest network wants a sign-in of its own before it lets ${theCall(values)} through to Xray.`,
  'intercepted.web-page': (values) =>
    `${maker(values, "Something on the customer's network")} answered ${theCall(values)} instead of Xray, with a web page of its own.`,
  'intercepted.redirect': (values) =>
    `Something on the customer's network redirected ${theCall(values)} to ${values.text('target') || 'another address'}. The redirect was not followed.`,
  'intercepted.answer': (values) =>
    `${maker(values, "Something on the customer's network")} answered ${theCall(values)} instead of Xray.`,
  'intercepted.proxy-guest': (values) =>
    `The proxy${proxy(values)} on the customer's network wants a sign-in on its own page before it lets calls through.`,
  'rate-limited.429': 'Xray got too many requests for this site and asks to wait.',
  'rate-limited.words': 'Xray says that it got too many requests for this site.',
  'licence.text': "Xray says that there is a problem with this site's Xray license.",
  'licence.payment': "Xray answers that payment is required, which points to this site's Xray license.",
  'credentials-rejected.invalid':
    'Xray does not know this Client ID and Client Secret. No host accepts them.',
  'credentials-rejected.refused': (values) =>
    `Xray refused the sign-in${status(values)} for a reason that is about the key or the user who created it.`,
  'residency.region-text': "Xray accepts the keys and says that this site's data is in another region.",
  'residency-suspected.migration': "Xray says that this site's data is being moved.",
  'residency-suspected.region-words':
    'Xray accepts the keys, and its answer mentions a region, though not in the exact words known from this problem.',
  'residency-suspected.cloudfront-lambda':
    'Xray accepts the keys, but the data call ends at an error page of CloudFront that was seen before when Xray looked in the wrong region. A strong hint, not a proof.',
  'residency-suspected.refused-but-region-works': (values) =>
    `Xray accepts the keys, but the global host refuses the data.${without('an error', values)}`,
  'residency-suspected.failed-but-region-works': (values) =>
    `Xray accepts the keys, but the global host fails at the data call.${without('an error', values)}`,
  'residency-suspected.refused-without-known-text': (values) =>
    `Xray accepts the keys and then refuses the data${status(values)} without a known reason. The wrong region is the usual cause, but this is not proven.`,
  'residency-suspected.keys-known-elsewhere': (values) =>
    `The global host does not know the keys, but they are known elsewhere: ${values.list('regions') || 'at a regional host'}.`,
  'residency-suspected.sign-in-region-text':
    'Xray speaks of another region already at the sign-in, so the keys could not be tried.',
  'residency-suspected.sign-in-lambda-but-region-works': (values) =>
    `The global host answers the sign-in with an error page.${without('an error', values)}`,
  'xray-unavailable.cloudfront': (values) =>
    `CloudFront, the network in front of Xray, answers with an error page${status(values)}. Xray itself was not reached.`,
  'xray-unavailable.sign-in': (values) => `Xray had an error of its own at the sign-in${status(values)}.`,
  'xray-unavailable.data': (values) =>
    `Xray accepts the keys, but had an error of its own at the data call${status(values)}.`,
  'healthy.zip': 'The connection works: Xray accepts the keys and sends a file. No region error.',
  'healthy.feature': 'The connection works: Xray accepts the keys and sends a test file. No region error.',
  'healthy.empty': 'The connection works: Xray accepts the keys and sends an empty answer. No region error.',
  'healthy.xray-error':
    "The connection works: Xray accepts the keys and looked for the check's example issues, which need not exist. No region error.",
  'unclear.request-syntax': 'Xray did not understand the sign-in: something may have changed it on its way.',
  'unclear.allowlist':
    "This site's IP allowlist blocks the call. Xray's addresses may be missing from it. This is not the region error.",
  'unclear.atlassian': (values) =>
    `Atlassian, not Xray, answered ${theCall(values)}. This is not the region error.`,
  'unclear.not-installed':
    'Xray says that it is not set up for this site: it is not installed, the keys belong to another site, or Xray lost the site in a move.',
  'unclear.permission':
    'Xray says that a permission is missing: the user who created the keys may lack one in Jira. This is not the region error.',
  'unclear.account': 'Xray says that something is wrong with the key or with the user who created it.',
  'unclear.token-refused':
    'Xray issued a token at the sign-in and refused it at the next call. This was not seen before with correct keys.',
  'unclear.redirect-within-xray': (values) =>
    `Xray redirects ${theCall(values)} to ${values.text('target') || 'another of its addresses'}. The redirect was not followed.`,
  'unclear.cloudfront': (values) =>
    `CloudFront, the network in front of Xray, refuses the call${status(values)} with a page of its own, which does not name the cause.`,
  'unclear.network-before-xray': (values) =>
    `${maker(values, 'A network service')} answered ${theCall(values)}${status(values)}, not Xray. It may be on the customer's network or in front of Xray.`,
  'unclear.contradiction': (values) =>
    `The answer to ${theCall(values)} has Xray's words, but the marks of ${maker(values, 'something else')}. It does not show who answered.`,
  'unclear.web-page': (values) =>
    `A web page${status(values)} came back for ${theCall(values)}. It does not show who answered.`,
  'unclear.no-token': (values) =>
    `The sign-in was answered${status(values)}, but not with a token in the usual form.`,
  'unclear.xray-words': (values) =>
    `Xray answered ${theCall(values)}${status(values)} with words that this app does not know.`,
  'unclear.sign-in-answer': (values) =>
    `The sign-in got an answer${status(values)} that this app does not know. It does not show whether the keys are right.`,
  'unclear.data-answer': (values) =>
    `Xray accepts the keys, but the data call got an answer${status(values)} that this app does not know.`,
  'unclear.no-answer': 'The check ended without an answer.',
};

/** For a rule of another version of the app. */
const BY_KIND: Readonly<Record<VerdictKind, string>> = {
  cancelled: 'The check was stopped.',
  'proxy-sign-in': "A proxy on the customer's network asks for a sign-in.",
  'tls-untrusted': "The customer's computer does not trust the certificate that came back.",
  network: "Xray could not be reached from the customer's computer, or its answer was cut off.",
  intercepted: "Something on the customer's network answered instead of Xray.",
  'rate-limited': 'Xray asks to wait.',
  licence: "Xray says that there is a problem with this site's Xray license.",
  'credentials-rejected': 'Xray rejects the keys.',
  residency: "Xray says that this site's data is in another region.",
  'residency-suspected': "Xray probably looks for this site's data in the wrong region.",
  'xray-unavailable': 'Xray is not available.',
  healthy: 'The connection to Xray works.',
  unclear: 'The answer does not say clearly what is wrong.',
};

/** Returns what was found, as one or two sentences about the customer; takes a redacted diagnosis. */
export function conclusionOf({ verdict, phrases }: Pick<Diagnosis, 'verdict' | 'phrases'>): string {
  const conclusion = isRule(verdict.rule) ? BY_RULE[verdict.rule] : BY_KIND[verdict.kind];
  return typeof conclusion === 'string' ? conclusion : conclusion(received(phrases?.sentence.values));
}

function isRule(rule: string): rule is RuleId {
  return Object.hasOwn(BY_RULE, rule);
}

/** The values of a message that a document words in its own way; empty where there is none of that name. */
interface Values {
  readonly text: (name: string) => string;
  /** Names, joined as in a sentence; a host by its id. */
  readonly list: (name: string) => string;
}

const MAX_VALUE_LENGTH = 200;
const MAX_NAMES = 10;
/** The keys of the names of hosts end with their id. */
const HOST_KEY = 'host.';

/** Returns the values of a message out of a diagnosis, which may come from outside. */
function received(values: ReceivedMessage['values'] = {}): Values {
  const own = (name: string): ReceivedMessage['values'][string] | undefined =>
    Object.hasOwn(values, name) ? values[name] : undefined;
  const nameOf = (value: string | { readonly key: string }): string => {
    const name = typeof value === 'string' ? value : value.key;
    return oneLine(name.startsWith(HOST_KEY) ? name.slice(HOST_KEY.length) : name, MAX_VALUE_LENGTH);
  };
  return {
    text: (name) => {
      const value = own(name);
      return typeof value === 'number' || typeof value === 'string'
        ? oneLine(String(value), MAX_VALUE_LENGTH)
        : '';
    },
    list: (name) => {
      const value = own(name);
      return Array.isArray(value) ? namesInSentence(value.slice(0, MAX_NAMES).map(nameOf)) : '';
    },
  };
}
