const HOST = 'xray.cloud.getxray.app';
/** Inferred: RadBee's servers make the calls of Snapshots (RadBee to confirm), so it is said of this check and not of Snapshots. */
const SNAPSHOTS_ELSEWHERE =
  'Snapshots calls Xray from its own servers, so what stops this check may not be what stops Snapshots.';
const KEYS_ARE_SAFE = `Your keys were not sent, and this says nothing about whether they are right. ${SNAPSHOTS_ELSEWHERE}`;
const NEVER_GOT_THERE = `The call never got to Xray, so this says nothing about your keys or the region of your data. ${SNAPSHOTS_ELSEWHERE}`;
const KEYS_ARE_RIGHT = 'Xray accepted your keys, so they are right.';
/** What a foreign answer says of keys and region. */
const NOTHING_LEARNED = `This says nothing about your keys or the region of your data. ${SNAPSHOTS_ELSEWHERE}`;
/** Something that has a name, or not. */
const SOMETHING = '{hasMaker, select, yes {{maker}} other {Something on your network}}';
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
    "Your company's proxy{hasProxy, select, yes { ({proxy})} other {}} asks for a sign-in before it lets this computer reach Xray{hasSchemes, select, yes { (by {schemes})} other {}}.",
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
  'rule.network.socks': 'Your proxy settings name a SOCKS proxy, which this check cannot use.',
  'meaning.network.socks': `The check did not go around your proxy. ${KEYS_ARE_SAFE}`,
  'rule.network.proxy': `Your proxy{hasProxy, select, yes { {proxy}} other {}} did not let the connection to ${HOST} through.`,
  'meaning.network.proxy': NEVER_GOT_THERE,
  'rule.network.tls': `The secure connection to ${HOST} broke off while it was being made.`,
  'meaning.network.tls': `A firewall or filter that does not let secure connections through is the usual cause. ${KEYS_ARE_SAFE}`,
  'rule.network.no-answer': `A connection to ${HOST} was made, but ${THE_CALL} got no answer.`,
  'meaning.network.no-answer': `The connection was closed, or nothing came in time. ${AFTER_SIGN_IN} ${SNAPSHOTS_ELSEWHERE}`,
  'rule.network.cut-off': `The answer to ${THE_CALL} was cut off before its end.`,
  'meaning.network.cut-off': `What came is not enough to judge by. ${AFTER_SIGN_IN} ${SNAPSHOTS_ELSEWHERE}`,
  'rule.network.deadline': 'The check took too long and was ended.',
  'meaning.network.deadline': `${THE_CALL_FIRST} was not finished when the time was over. ${AFTER_SIGN_IN}`,
  'rule.intercepted.web-page': `${SOMETHING} answered ${THE_CALL} instead of Xray, with a web page of its own.`,
  'meaning.intercepted.web-page': `A web filter, or the sign-in page of a guest network, is the usual cause. ${NOTHING_LEARNED}`,
  'rule.intercepted.redirect': `${THE_CALL_FIRST} was sent on to {hasTarget, select, yes {{target}} other {another address}} instead of being answered.`,
  'meaning.intercepted.redirect': `Xray doesn't do that, so something between this computer and Xray did. We didn't follow, so nothing of yours went there. ${NOTHING_LEARNED}`,
  'rule.intercepted.answer': `${SOMETHING} answered ${THE_CALL} instead of Xray.`,
  'meaning.intercepted.answer': `The answer looks like one from a proxy or a web filter. ${NOTHING_LEARNED}`,
  'rule.intercepted.guest-network': `Your network asks you to sign in to it before it lets ${THE_CALL} to Xray through.`,
  'meaning.intercepted.guest-network': `Guest networks do this, for example in hotels and airports. ${NOTHING_LEARNED}`,
  'rule.intercepted.proxy-guest':
    'Your proxy{hasProxy, select, yes { {proxy}} other {}} wants you to sign in on its page before it lets this computer reach Xray.',
  'meaning.intercepted.proxy-guest': NEVER_GOT_THERE,
  'rule.rate-limited.429':
    'Xray asks you to wait{unit, select, seconds { {count, plural, one {# second} other {# seconds}}} minutes { {count, plural, one {# minute} other {# minutes}}} hours { {count, plural, one {# hour} other {# hours}}} other {}}: it got too many requests for your site.',
  'meaning.rate-limited.429': 'This passes on its own. It says nothing about the region of your data.',
  'rule.rate-limited.words':
    'Xray says that it got too many requests for your site{unit, select, seconds {, and asks you to wait {count, plural, one {# second} other {# seconds}}} minutes {, and asks you to wait {count, plural, one {# minute} other {# minutes}}} hours {, and asks you to wait {count, plural, one {# hour} other {# hours}}} other {}}.',
  'meaning.rate-limited.words': 'This passes on its own. It says nothing about the region of your data.',
  'rule.licence.text': "Xray says that there is a problem with your Jira site's Xray license.",
  'meaning.licence.text':
    "Until the license is valid, Xray won't answer any call, no matter which keys are used.",
  'rule.licence.payment': 'Xray answered that payment is required.',
  'meaning.licence.payment':
    "This points to your Jira site's Xray license, not to your keys or the region of your data.",
  'rule.credentials-rejected.invalid': 'Xray does not know this Client ID and Client Secret.',
  'meaning.credentials-rejected.invalid':
    'The sign-in itself was refused. This is not about the region of your data.',
  'rule.credentials-rejected.refused': `Xray refused the sign-in${WITH_STATUS} and gave a reason.`,
  'meaning.credentials-rejected.refused':
    'The reason is about the key or the user who created it. This is not about the region of your data.',
  'rule.residency.region-text': 'Xray says that your data is in another region.',
  'meaning.residency.region-text': `${KEYS_ARE_RIGHT}{split, select, yes { Some of Xray's regional hosts refuse them (see below).} other { New keys won't help.}} Xray has the wrong region on file for your site and needs to correct it.`,
  'rule.residency-suspected.migration': 'Xray says that your data is being moved.',
  'meaning.residency-suspected.migration':
    '{call, select, data {Xray accepted your keys, so they are right. } other {}}While a move is under way, Xray cannot provide your data. Wait until the move is complete before you do anything else.',
  'rule.residency-suspected.region-words': 'Xray accepts your keys, but its answer mentions a region.',
  'meaning.residency-suspected.region-words':
    'It is not the exact wording known from this problem, so the wrong region is likely but not proven.',
  'rule.residency-suspected.cloudfront-lambda':
    'Your keys are right, but Xray cannot get at your data. This points to the region of your data.',
  'meaning.residency-suspected.cloudfront-lambda':
    'The error page that came back was seen before when Xray looked for a site in the wrong region. It can have other causes, so this is a strong hint and no proof.',
  'rule.residency-suspected.refused-but-region-works': `Xray accepts your keys, but only {count, plural, one {its host for {regions} answers} other {its hosts for {regions} answer}} without an error.`,
  'meaning.residency-suspected.refused-but-region-works':
    'The global host, which Snapshots uses, refuses the data. Because a regional host works, Xray probably has the wrong region on file for your site.',
  'rule.residency-suspected.failed-but-region-works': `Xray accepts your keys, but only {count, plural, one {its host for {regions} answers} other {its hosts for {regions} answer}} without an error.`,
  'meaning.residency-suspected.failed-but-region-works':
    'The global host, which Snapshots uses, fails at the data call. Because a regional host works, Xray probably has the wrong region on file for your site.',
  'rule.residency-suspected.refused-without-known-text': `Xray accepts your keys and then refuses your data${WITH_STATUS}.`,
  'meaning.residency-suspected.refused-without-known-text':
    '{hasWords, select, yes {The words name no reason.} other {Xray gives no reason.}} The wrong region is the usual cause when the sign-in works and the data call does not, but this is not proven.',
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
    'Xray accepted your keys and answered with a file: no region error. What Snapshots reports has a cause other than the region.',
  'rule.healthy.feature': 'The connection to Xray works.',
  'meaning.healthy.feature':
    'Xray accepted your keys and answered with a test file: no region error. What Snapshots reports has a cause other than the region.',
  'rule.healthy.empty': 'The connection to Xray works.',
  'meaning.healthy.empty':
    'Xray accepted your keys and sent an empty answer, since there were no tests to send: no region error. What Snapshots reports has a cause other than the region.',
  'rule.healthy.xray-error': 'The connection to Xray works.',
  'meaning.healthy.xray-error':
    "Xray accepted your keys and looked for this check's example issues, which your site doesn't need to have: no region error. What Snapshots reports has a cause other than the region.",
  'rule.unclear.request-syntax': 'Xray did not understand the sign-in.',
  'meaning.unclear.request-syntax':
    "Xray says this when a call isn't in the form it expects. Something in your keys or on your network may have changed it.",
  'rule.unclear.allowlist': "Your site's IP allowlist blocks the call.",
  'meaning.unclear.allowlist':
    "A Jira site can limit which IP addresses may reach it. Xray's addresses may be missing from that list. The region is not what stops this call.",
  'rule.unclear.atlassian': `Atlassian, not Xray, answered ${THE_CALL}.`,
  'meaning.unclear.atlassian':
    'Xray may be passing on what your Jira site said, or something may have sent the call to Atlassian. It is not the region error.',
  'rule.unclear.not-installed': 'Xray says that it is not set up for your Jira site.',
  'meaning.unclear.not-installed':
    'Either Xray is not installed on this site, the keys belong to another site, or Xray lost the site in a move.',
  'rule.unclear.permission':
    '{call, select, data {Xray accepted your keys, but says that a permission is missing.} other {Xray says that a permission is missing.}}',
  'meaning.unclear.permission':
    'The user who created the keys may lack a permission in Jira. It is not the region error that this app looks for.',
  'rule.unclear.account': 'Xray says that something is wrong with the key or with the user who created it.',
  'meaning.unclear.account':
    "You can't tell from the sign-in alone. It is not the region error that this app looks for.",
  'rule.unclear.token-refused': 'Xray gave a token at the sign-in and refused it at the next call.',
  'meaning.unclear.token-refused':
    'This is not what Xray says about a wrong region, and it was not seen for right keys before.',
  'rule.unclear.redirect-within-xray': `Xray sends ${THE_CALL} on to {hasTarget, select, yes {{target}} other {another of its addresses}}.`,
  'meaning.unclear.redirect-within-xray':
    'We did not follow, so that your token stays with the host that it was made for. {support} needs to see this.',
  'rule.unclear.cloudfront': `Xray's network refuses the call${WITH_STATUS} with a page of its own.`,
  'meaning.unclear.cloudfront':
    "The page doesn't say whether your network, your country, or Xray is the cause.",
  'rule.unclear.network-before-xray': `{hasMaker, select, yes {{maker}} other {A network service}} answered ${THE_CALL}${WITH_STATUS}, not Xray itself.`,
  'meaning.unclear.network-before-xray':
    "This service may be part of your network, or it may sit in front of Xray. The answer doesn't say which.",
  'rule.unclear.contradiction': `The answer to ${THE_CALL} has Xray's words, but the marks of {hasMaker, select, yes {{maker}} other {something else}}.`,
  'meaning.unclear.contradiction':
    "It doesn't show who answered. Try again from another network, where nothing sits between you and Xray.",
  'rule.unclear.web-page': `${THE_CALL_FIRST} was answered with a web page{hasStatus, select, yes { and status {status}} other {}}.`,
  'meaning.unclear.web-page':
    "Xray normally doesn't answer with web pages. This one may come from your network, or from an Xray server that has a problem; the page doesn't say.",
  'rule.unclear.no-token': `The sign-in was answered${WITH_STATUS}, but in a form that this app does not recognize.`,
  'meaning.unclear.no-token':
    'Xray usually answers with a sign-in token and nothing else. This does not show whether your keys are right.',
  'rule.unclear.xray-words': `Xray answered ${THE_CALL}${WITH_STATUS} with words that this app does not recognize.`,
  'meaning.unclear.xray-words':
    'They may or may not be about the region. {support} can tell you what they mean.',
  'rule.unclear.sign-in-answer': `The sign-in got an answer${WITH_STATUS} that this app does not recognize.`,
  'meaning.unclear.sign-in-answer':
    'It may come from Xray or from something in between, so it does not show whether your keys are right. {support} can read it in the file.',
  'rule.unclear.data-answer': `Xray accepted your keys, but the data call got an answer${WITH_STATUS} that this app does not recognize.`,
  'meaning.unclear.data-answer':
    'It may come from Xray or from something in between. {support} can read it in the file.',
  'rule.unclear.no-answer': 'The check ended without an answer.',
  'meaning.unclear.no-answer': 'There is nothing to judge by.',
} as const;
