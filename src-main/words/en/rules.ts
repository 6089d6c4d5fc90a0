const HOST = 'xray.cloud.getxray.app';
const KEYS_ARE_SAFE = 'Your keys were not sent, and this says nothing about whether they are right.';
const NEVER_GOT_THERE =
  'The call never got to Xray, so this says nothing about your keys or the region of your data.';
const KEYS_ARE_RIGHT =
  'Your Client ID and Client Secret are right: Xray accepted them. Making new keys will not help.';
/** What had worked before the data call broke off. */
const AFTER_SIGN_IN =
  '{call, select, data {Xray accepted your keys just before, so they are right.} other {This says nothing about whether your keys are right.}}';
const THE_CALL = '{call, select, data {the data call} other {the sign-in}}';
const THE_CALL_FIRST = '{call, select, data {The data call} other {The sign-in}}';
const BY_ISSUER = '{hasIssuer, select, yes {, issued by “{issuer}”,} other {}}';
const HOST_OR_PROXY = `{hasProxy, select, yes {your proxy {proxy}} other {${HOST}}}`;
const WITH_STATUS = '{hasStatus, select, yes { (status {status})} other {}}';

/** What each rule says, one sentence, and what that means. An answer's text is never quoted: anyone may have written it. */
export const RULES = {
  'rule.cancelled.by-person': 'You stopped the check.',
  'meaning.cancelled.by-person': 'Nothing was decided. What had been found until then is kept.',
  'rule.proxy-sign-in.407':
    "Your company's proxy{hasProxy, select, yes { ({proxy})} other {}} asks for a sign-in before it lets this computer reach Xray.",
  'meaning.proxy-sign-in.407': NEVER_GOT_THERE,
  'rule.tls-untrusted.expired': `The certificate shown for ${HOST}${BY_ISSUER} is not valid today.`,
  'meaning.tls-untrusted.expired': `Either the certificate is out of date, or the clock of this computer is wrong. ${KEYS_ARE_SAFE}`,
  'rule.tls-untrusted.wrong-host': `Something else than Xray answered: its certificate${BY_ISSUER} is made for another address.`,
  'meaning.tls-untrusted.wrong-host': `A filter or a sign-in page on your network is the usual cause. ${KEYS_ARE_SAFE}`,
  'rule.tls-untrusted.inspected':
    '{hasMaker, select, yes {{maker}} other {A security product}} opens the secure connection to Xray, and this computer does not trust its certificate.',
  'meaning.tls-untrusted.inspected': `Your network looks into secure connections{hasIssuer, select, yes { under the name “{issuer}”} other {}}. ${KEYS_ARE_SAFE}`,
  'rule.tls-untrusted.unknown-issuer': `The certificate shown for ${HOST}${BY_ISSUER} is not trusted by this computer.`,
  'meaning.tls-untrusted.unknown-issuer': `This happens when a company network looks into secure connections. ${KEYS_ARE_SAFE}`,
  'rule.network.dns': `This computer could not find the address of ${HOST_OR_PROXY}.`,
  'meaning.network.dns': `Either there is no internet connection right now, or your network does not know the name. ${KEYS_ARE_SAFE}`,
  'rule.network.connect': `No connection to ${HOST_OR_PROXY} could be made.`,
  'meaning.network.connect': `A firewall is the usual cause. ${KEYS_ARE_SAFE}`,
  'rule.network.proxy-settings': "This computer's proxy settings could not be read.",
  'meaning.network.proxy-settings': `The address of the proxy cannot be understood, or the script that names it gave no answer in time. ${KEYS_ARE_SAFE}`,
  'rule.network.proxy': `Your proxy{hasProxy, select, yes { {proxy}} other {}} did not let the connection to ${HOST} through.`,
  'meaning.network.proxy': NEVER_GOT_THERE,
  'rule.network.tls': `The secure connection to ${HOST} broke off while it was being made.`,
  'meaning.network.tls': `A firewall or filter that does not let secure connections through is the usual cause. ${KEYS_ARE_SAFE}`,
  'rule.network.no-answer': `A connection to ${HOST} was made, but ${THE_CALL} got no answer.`,
  'meaning.network.no-answer': `The connection was closed, or nothing came in time. ${AFTER_SIGN_IN}`,
  'rule.network.cut-off': `The answer to ${THE_CALL} was cut off before its end.`,
  'meaning.network.cut-off': `What came is not enough to judge by. ${AFTER_SIGN_IN}`,
  'rule.network.deadline': 'The check took too long and was ended.',
  'meaning.network.deadline': `${THE_CALL_FIRST} was not finished when the time was over. ${AFTER_SIGN_IN}`,
  'rule.intercepted.web-page': `A web page came back where Xray should have answered ${THE_CALL}.`,
  'meaning.intercepted.web-page':
    'Something between this computer and Xray took the call: the sign-in page of a guest network, or a web filter.',
  'rule.intercepted.redirect': `${THE_CALL_FIRST} was sent on to {hasTarget, select, yes {{target}} other {another address}} instead of being answered.`,
  'meaning.intercepted.redirect':
    'Xray does not do that. Something between this computer and Xray did. We did not follow, so nothing of yours went there.',
  'rule.intercepted.no-token': 'The sign-in was answered, but not with what Xray answers.',
  'meaning.intercepted.no-token':
    'Xray gives a token after a sign-in, and there was none. Something between this computer and Xray may have changed the answer.',
  'rule.rate-limited.429':
    'Xray asks to wait{unit, select, seconds { {count, plural, one {# second} other {# seconds}}} minutes { {count, plural, one {# minute} other {# minutes}}} hours { {count, plural, one {# hour} other {# hours}}} other {}}: it had too many requests for your site.',
  'meaning.rate-limited.429': 'This passes by itself. It says nothing about the region of your data.',
  'rule.licence.text': 'Xray says that the Xray licence of your Jira site is not valid.',
  'meaning.licence.text': 'Until the licence is valid, Xray answers no one, whatever keys are used.',
  'rule.credentials-rejected.invalid': 'Xray does not know this Client ID and Client Secret.',
  'meaning.credentials-rejected.invalid':
    'The sign-in itself was refused. This is not about the region of your data.',
  'rule.credentials-rejected.refused': `Xray refused the sign-in${WITH_STATUS} without one of its known reasons.`,
  'meaning.credentials-rejected.refused': 'Most often the keys are wrong, disabled or deleted.',
  'rule.residency.region-text': 'Xray says that your data is in another region.',
  'meaning.residency.region-text': `${KEYS_ARE_RIGHT} Xray has to correct the region that it keeps for your site.`,
  'rule.residency-suspected.cloudfront-lambda':
    'Your keys are right, but Xray cannot get at your data. This points to the region of your data.',
  'meaning.residency-suspected.cloudfront-lambda':
    'The error page that came back was seen before when Xray looked for a site in the wrong region. It can have other causes, so this is a strong hint and no proof.',
  'rule.residency-suspected.refused-but-region-works':
    'Xray accepts your keys, but only its {count, plural, one {host for {regions} gives} other {hosts for {regions} give}} out your data.',
  'meaning.residency-suspected.refused-but-region-works':
    'The global host, which Snapshots uses, refuses the data without saying why. The region that works makes the wrong region likely.',
  'rule.residency-suspected.failed-but-region-works':
    'Xray accepts your keys, but only its {count, plural, one {host for {regions} gives} other {hosts for {regions} give}} out your data.',
  'meaning.residency-suspected.failed-but-region-works':
    'The global host, which Snapshots uses, fails at the data. The region that works makes the wrong region likely.',
  'rule.residency-suspected.refused-without-known-text': `Xray accepts your keys and then refuses your data${WITH_STATUS}.`,
  'meaning.residency-suspected.refused-without-known-text':
    'Xray does not say why. The wrong region is the usual cause when the sign-in works and the data does not, but this is not proven.',
  'rule.residency-suspected.keys-known-elsewhere':
    'The global host of Xray does not know your keys, but {count, plural, one {the host for {regions} does} other {the hosts for {regions} do}}.',
  'meaning.residency-suspected.keys-known-elsewhere':
    'Snapshots uses the global host. That your keys are known elsewhere makes the wrong region likely.',
  'rule.residency-suspected.sign-in-region-text': 'Xray speaks of another region already at the sign-in.',
  'meaning.residency-suspected.sign-in-region-text':
    'Usually it says so at the data only. The wrong region is likely, but your keys could not be tried.',
  'rule.residency-suspected.sign-in-lambda-but-region-works':
    'The global host of Xray answers with an error page, but {count, plural, one {the host for {regions} works} other {the hosts for {regions} work}}.',
  'meaning.residency-suspected.sign-in-lambda-but-region-works':
    'The error page was seen before when Xray looked for a site in the wrong region. It can have other causes.',
  'rule.xray-unavailable.cloudfront': `Xray's network answers with an error page${WITH_STATUS}.`,
  'meaning.xray-unavailable.cloudfront': 'Xray itself was not reached. This usually passes.',
  'rule.xray-unavailable.sign-in': `Xray had an error of its own at the sign-in${WITH_STATUS}.`,
  'meaning.xray-unavailable.sign-in':
    'This usually passes. It says nothing about your keys or the region of your data.',
  'rule.xray-unavailable.data': `Your keys are right, but Xray had an error of its own at the data call${WITH_STATUS}.`,
  'meaning.xray-unavailable.data': 'This usually passes. It says nothing about the region of your data.',
  'rule.healthy.zip': 'The connection to Xray works.',
  'meaning.healthy.zip':
    'Xray accepted your keys and gave out data. What Snapshots reports has another cause than the region.',
  'rule.healthy.empty': 'The connection to Xray works.',
  'meaning.healthy.empty':
    'Xray accepted your keys and answered the data call; there was nothing to give out. What Snapshots reports has another cause than the region.',
  'rule.healthy.xray-error': 'The connection to Xray works.',
  'meaning.healthy.xray-error':
    'Xray accepted your keys and looked for the example issues of this check, which your site need not have. What Snapshots reports has another cause than the region.',
  'rule.unclear.request-syntax': 'Xray did not understand the sign-in.',
  'meaning.unclear.request-syntax':
    'Xray says so when a call does not have the form that it expects. Something in your keys or on your network may have changed it.',
  'rule.unclear.token-refused': 'Xray gave a token at the sign-in and refused it at the next call.',
  'meaning.unclear.token-refused':
    'This is not what Xray says about a wrong region, and it was not seen for right keys before.',
  'rule.unclear.redirect-within-xray': `Xray sends ${THE_CALL} on to {hasTarget, select, yes {{target}} other {another of its addresses}}.`,
  'meaning.unclear.redirect-within-xray':
    'We did not follow, so that your token stays with the host that it was made for. {support} needs to see this.',
  'rule.unclear.cloudfront': `Xray's network refuses the call${WITH_STATUS} with an error page.`,
  'meaning.unclear.cloudfront':
    'The page does not tell whether your network, your country or Xray is the cause.',
  'rule.unclear.web-page': `${THE_CALL_FIRST} was answered with a web page{hasStatus, select, yes { and status {status}} other {}}.`,
  'meaning.unclear.web-page': 'Xray answers its calls without web pages. The page does not tell who made it.',
  'rule.unclear.sign-in-answer': `The sign-in got an answer${WITH_STATUS} that we do not know.`,
  'meaning.unclear.sign-in-answer': 'We do not guess. {support} can read it in the evidence.',
  'rule.unclear.data-answer': `Your keys are right, but the data call got an answer${WITH_STATUS} that we do not know.`,
  'meaning.unclear.data-answer': 'We do not guess. {support} can read it in the evidence.',
  'rule.unclear.no-answer': 'The check ended without an answer.',
  'meaning.unclear.no-answer': 'There is nothing to judge by.',
} as const;
