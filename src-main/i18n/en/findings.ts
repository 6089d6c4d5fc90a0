/** How the hosts differ, what another network says, and what else is worth knowing. */
export const FINDINGS = {
  'host.global': 'Global',
  'host.us': 'United States',
  'host.eu': 'EU, Frankfurt',
  'host.au': 'Australia, Sydney',
  // The first half of a sentence, with which it begins.
  'global.another-region': 'The global host looks for your data in another region',
  'global.error-page': 'The global host shows an error page of CloudFront, the network before Xray',
  'global.keys-refused': 'The global host does not accept your keys',
  'global.licence': 'The global host mentions the license',
  'global.asks-to-wait': 'The global host asks to wait',
  'global.data-refused': 'The global host refuses your data',
  'global.own-error': 'The global host has an error of its own',
  'global.not-reached': 'The global host could not be reached',
  'global.no-answer': 'The global host gave no answer',
  'global.stopped': 'The global host was not asked to the end',
  'global.migrating': 'The global host says that your data is being moved',
  'global.something-else': 'Something else answered instead of the global host',
  'global.other': 'The global host gives an answer that this app does not recognize',
  'regions.global-works':
    'The global host works, and it is the one that Snapshots uses; the others change nothing.',
  'regions.unfinished': 'The comparison with the regional hosts was not finished.',
  'regions.working':
    '{global}, while {count, plural, one {the host for {regions} answers} other {the hosts for {regions} answer}} without a region error: the best sign of where your data is kept.',
  'regions.silent': 'No regional host gave an answer, so there is nothing to compare with.',
  'regions.none': '{global}, and no regional host answers without an error.',
  'regions.none-either': '{global}, and no regional host answers without an error either.',
  'regions.keys-nowhere': 'No host accepts these keys.',
  'regions.keys-elsewhere':
    'Your keys are known at {count, plural, one {the host for {regions}} other {the hosts for {regions}}} and not at the global one; no host answers without an error.',
  'regions.keys-global-only':
    'Your keys are known at the global host only, and no host answers without an error.',
  'regions.all.another-region': 'Every host says the same: Xray must act, or your data is just being moved.',
  'regions.all.error-page': 'Every host shows an error page of CloudFront.',
  'regions.all.keys-refused': 'No host accepts these keys.',
  'regions.all.licence': 'Every host says the same about the license.',
  'regions.all.asks-to-wait': 'Every host asks to wait.',
  'regions.all.data-refused': 'Every host accepts your keys and refuses your data.',
  'regions.all.own-error': 'Every host has an error of its own, which looks like an outage of Xray.',
  'regions.all.migrating': 'Every host says that your data is being moved.',
  'regions.all.something-else': 'On every host, something other than Xray answered.',
  'regions.all.other': 'Every host gives the same kind of answer.',
  'second.fails': "Your browser's network does not reach Xray either.",
  'second.proxy-sign-in': "Your browser's network is asked for the proxy's sign-in, too.",
  'second.works':
    "Your browser's network reaches Xray, a direct connection from this app does not. Your network team can look for what treats the two differently.",
  'second.unknown': "Your browser's network got an answer that this app does not recognize.",
  'second.something-else': "On your browser's network something other than Xray answers.",
  'note.site-missing': 'Atlassian knows no site {site}. See whether it is spelled as in your browser.',
  'note.site-elsewhere':
    'Confluence at {confluence} is another site than your Jira at {jira}. See whether both are the ones that Snapshots uses.',
  'note.site-named':
    'Jira at {jira} says that its Confluence is at {named}, and you entered {confluence}. See which one Snapshots runs on.',
  'note.clock':
    "The clock of this computer is {unit, select, minutes {{count, plural, one {# minute} other {# minutes}}} hours {{count, plural, one {# hour} other {# hours}}} other {{count, plural, one {# day} other {# days}}}} {way, select, behind {behind} other {ahead of}} Xray's. Set it right: sign-ins and certificates depend on it.",
  'check.system-roots':
    "The certificates that this computer's system trusts could not be read in time, so this check may have refused a certificate that your company has installed. Check again.",
  'note.inspection':
    '{maker} opens the secure connection to Xray on its way, and this computer trusts it. It can see and change what is sent.',
  'note.atlassian':
    'Atlassian reports a problem with Confluence at this moment{hasWords, select, yes {: “{words}”} other {}}.',
  'check.echo.none': 'No answer repeats your secret or a sign-in token.',
  'check.echo.found':
    'An answer from one host ({host}) repeats your secret or a sign-in token. It is removed from the file; create new keys when the problem is fixed.',
  'check.token.fine': 'The sign-in tokens have valid dates.',
  'check.token.expired':
    'The sign-in token from one host ({host}) had already expired when it was issued. Xray would refuse it at the next call.',
  'check.token.future': 'The sign-in token from one host ({host}) is dated in the future.',
  'check.clock.fine': "This computer's clock agrees with Xray's.",
  'check.allowlist':
    "An IP allowlist protects {hasSite, select, yes {{site}} other {your site}}. It must include Xray's addresses.",
  'check.keys-split':
    '{count, plural, one {The host for {regions} refuses} other {The hosts for {regions} refuse}} your keys, while others accept them.',
  'check.region-split':
    '{count, plural, one {The host for {regions} says} other {The hosts for {regions} say}} that your data is in another region. The global host has another problem, which may be hiding this one.',
  'check.site-renamed': '{site} is an old name: the site is now {renamedTo}.',
  'check.site-lookup': 'Atlassian could not be asked about {site} ({problem}).',
  'check.xray-status':
    "Xray's status page reports a problem right now{hasWords, select, yes {: “{words}”} other {}}.",
  'check.residency.move-app':
    "Jira is pinned to {jira}, while Xray's data is in {xray} and marked Eligible. An organization admin may be able to move the app on Atlassian's Data residency page (Move apps). Send the file as well, because this may not fix the problem.",
  'check.residency.apart':
    "Atlassian's page shows Jira in {jira} and Xray's data in {xray}. They are usually kept in the same place.",
  'check.residency.elsewhere':
    "Atlassian's page shows Xray's data in {location}, but only {count, plural, one {the host for {regions} answers} other {the hosts for {regions} answer}} without an error.",
  'check.residency.moving': 'The site was entered as pinned, but Xray says that its data is being moved.',
  'check.key-shape.id':
    "The Client ID that was checked does not look like one of Xray's, which have 32 characters, 0 to 9 and A to F.",
  'check.key-shape.secret':
    "The Client Secret that was checked does not look like one of Xray's, which have 64 characters, 0 to 9 and a to f.",
  'check.key-shape.id-length':
    "The Client ID that was checked has {count, plural, one {# character} other {# characters}}; Xray's have 32.",
  'check.key-shape.secret-length':
    "The Client Secret that was checked has {count, plural, one {# character} other {# characters}}; Xray's have 64.",
  'missing.calls': 'No call to Xray was made.',
  'missing.data-call': 'The data call was not made at the global host, since no token came before it.',
  'missing.regions': "Xray's regional hosts were not compared.",
  'missing.picture': 'There is no picture of the Data residency page.',
  'missing.residency': 'It was not said whether the site is pinned or moving.',
  'missing.long-answer': 'An answer was longer than what is kept of it.',
  'missing.binary-answer': 'The content of a binary answer is not kept.',
  'missing.left-out': '{part}: left out; the last check found something that looks like a credential.',
  'missing.left-out-all':
    'Everything that servers sent was left out; the last check could not tell it from credentials.',
} as const;
