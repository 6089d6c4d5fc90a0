/** How the hosts differ, what another network says, and what else is worth knowing. */
export const FINDINGS = {
  'host.global': 'Global',
  'host.us': 'United States',
  'host.eu': 'EU, Frankfurt',
  'host.au': 'Australia, Sydney',
  // The first half of a sentence, with which it begins.
  'global.another-region': 'The global host looks for your data in another region',
  'global.error-page': 'The global host shows an error page of CloudFront, the network before Xray',
  'global.keys-refused': 'The global host does not take your keys',
  'global.licence': 'The global host speaks of the licence',
  'global.asks-to-wait': 'The global host asks to wait',
  'global.data-refused': 'The global host refuses your data',
  'global.own-error': 'The global host has an error of its own',
  'global.not-reached': 'The global host could not be reached',
  'global.no-answer': 'The global host gave no answer',
  'global.stopped': 'The global host was not asked to the end',
  'global.other': 'The global host gives an answer that we do not know',
  'regions.global-works':
    'The global host works, and it is the one that Snapshots uses; the others change nothing.',
  'regions.unfinished': 'The comparison with the regional hosts was not finished.',
  'regions.working':
    '{global}, while {count, plural, one {the host for {regions} gives} other {the hosts for {regions} give}} out your data: the best sign of where it is kept.',
  'regions.silent': 'No regional host gave an answer, so there is nothing to compare with.',
  'regions.none': '{global}, and no regional host gives out your data.',
  'regions.none-either': '{global}, and no regional host gives out your data either.',
  'regions.keys-nowhere': 'No host takes these keys.',
  'regions.keys-elsewhere':
    'Your keys are known at {count, plural, one {the host for {regions}} other {the hosts for {regions}}} and not at the global one; no host gives out your data.',
  'regions.keys-global-only': 'Your keys are known at the global host only, and no host gives out your data.',
  'regions.all.another-region': 'Every host says the same: Xray must act, or your data is just being moved.',
  'regions.all.error-page': 'Every host shows an error page of CloudFront, so no region gives out your data.',
  'regions.all.keys-refused': 'No host takes these keys.',
  'regions.all.licence': 'Every host says the same about the licence.',
  'regions.all.asks-to-wait': 'Every host asks to wait.',
  'regions.all.data-refused': 'Every host takes your keys and refuses your data.',
  'regions.all.own-error': 'Every host has an error of its own, which looks like an outage of Xray.',
  'regions.all.other': 'Every host gives the same kind of answer.',
  'second.fails': "Your browser's network does not reach Xray either.",
  'second.proxy-sign-in': "Your browser's network is asked for the proxy's sign-in, too.",
  'second.works':
    "Your browser's network reaches Xray, a direct connection from this app does not. Your network team can look for what treats the two differently.",
  'second.something-else': "On your browser's network something other than Xray answers.",
  'note.site-missing': 'Atlassian knows no site {site}. See whether it is spelt as in your browser.',
  'note.site-elsewhere':
    'Confluence at {confluence} is another site than your Jira at {jira}. See whether both are the ones that Snapshots uses.',
  'note.site-named':
    'Jira at {jira} says that its Confluence is at {named}, and you entered {confluence}. See which one Snapshots runs on.',
  'note.clock':
    "The clock of this computer is {unit, select, minutes {{count, plural, one {# minute} other {# minutes}}} hours {{count, plural, one {# hour} other {# hours}}} other {{count, plural, one {# day} other {# days}}}} {way, select, behind {behind} other {ahead of}} Xray's. Set it right: sign-ins and certificates depend on it.",
  'note.inspection':
    '{maker} opens the secure connection to Xray on its way, and this computer trusts it. It can see and change what is sent.',
  'note.atlassian':
    'Atlassian reports a problem with Confluence at this moment{hasWords, select, yes {: “{words}”} other {}}.',
  'missing.calls': 'No call to Xray was made.',
  'missing.data-call': 'The data call was not made at the global host, since no token came before it.',
  'missing.regions': "Xray's regional hosts were not compared.",
  'missing.picture': 'There is no picture of the Data residency page.',
  'missing.residency': 'It was not said whether the site is pinned or moving.',
  'missing.long-answer': 'An answer was longer than what is kept of it.',
  'missing.binary-answer': 'The content of a binary answer is not kept.',
} as const;
