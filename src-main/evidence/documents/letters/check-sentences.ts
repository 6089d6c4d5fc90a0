import type { Check, Diagnosis } from '../../../contract/diagnosis.ts';
import { oneLine } from '../plain-text.ts';

type Facts = (name: string) => string;
type CheckId = Check['id'];

const quoted = (words: string): string => (words === '' ? '' : `: "${words}"`);
const named = (value: string, other: string): string => (value === '' ? other : value);

/** What each check found, told about the customer; `level` is `ok` where all is well. */
const SENTENCES: Readonly<Record<CheckId, (fact: Facts, check: Check) => string>> = {
  'echoed-secret': (fact, { level }) =>
    level === 'ok'
      ? 'No answer repeats the secret or a sign-in token.'
      : `An answer of the host ${named(fact('host'), 'of Xray')} repeats the secret or a sign-in token. It was removed; the customer needs new keys once the problem is fixed.`,
  'system-roots': () =>
    "The certificates that the customer's computer trusts could not be read in time, so a certificate of their company may have been refused.",
  'token-dates': (fact, { level }) => {
    if (level === 'ok') return 'The sign-in tokens have valid dates.';
    const host = named(fact('host'), 'one host');
    return level === 'wrong'
      ? `The sign-in token of ${host} had already expired when it was issued.`
      : `The sign-in token of ${host} is dated in the future.`;
  },
  clock: (fact, { level }) => {
    if (level === 'ok') return "The clock of the customer's computer agrees with Xray's.";
    const seconds = Number(fact('seconds'));
    return `The clock of the customer's computer is ${Math.abs(Math.round(seconds / 60))} minutes ${seconds > 0 ? 'behind' : 'ahead of'} Xray's.`;
  },
  'key-shape': (fact, { phrase }) => {
    const [name, length] = phrase.key.startsWith('check.key-shape.id')
      ? ['Client ID', 32]
      : phrase.key.startsWith('check.key-shape.secret')
        ? ['Client Secret', 64]
        : ['Client ID or Client Secret', '32 or 64'];
    const characters = fact('characters') === '' ? '' : ` It has ${fact('characters')} characters.`;
    return `The ${name} does not look like one of Xray's, which have ${length} characters.${characters}`;
  },
  allowlist: (fact) =>
    `An IP allowlist protects ${named(fact('site'), 'this site')}. It must include Xray's addresses.`,
  'keys-split': (fact) =>
    `The keys are rejected by ${named(fact('refusing'), 'some hosts')} and accepted by ${named(fact('taking'), 'others')}.`,
  'region-split': (fact) =>
    `The data is in another region according to the regional hosts (${named(fact('saying'), 'at least one')}). The global host has another problem, which may hide this one.`,
  inspection: (fact) =>
    `${named(fact('maker'), 'A security product')} opens the secure connection to Xray on its way, and the customer's computer trusts it.`,
  'site-missing': (fact) => `Atlassian knows no site ${fact('site')}. It may be misspelled.`,
  'site-renamed': (fact) => `${fact('site')} is an old name: the site is now ${fact('renamedTo')}.`,
  'site-elsewhere': (fact) =>
    `Jira at ${fact('jira')} and Confluence at ${fact('confluence')} may not belong together.`,
  'residency-move-app': (fact) =>
    `Jira is pinned to ${fact('jira')}, while Xray's data is in ${fact('xray')} and marked Eligible. An organization admin may be able to move the app on Atlassian's page (Move apps).`,
  'residency-contradiction': (fact, { facts }) => {
    if (Object.hasOwn(facts, 'answering'))
      return `Atlassian's page shows Xray's data in ${fact('stated')}, but only ${fact('answering')} answered without an error.`;
    return Object.hasOwn(facts, 'jira')
      ? `Atlassian's page shows Jira in ${fact('jira')} and Xray's data in ${fact('xray')}. They are usually in the same place.`
      : 'The customer entered the site as pinned, but Xray says that its data is being moved.';
  },
  'site-lookup': (fact) => `Atlassian could not be asked about ${fact('site')} (${fact('problem')}).`,
  'xray-status': (fact) => `Xray's status page reported a problem at that time${quoted(fact('words'))}.`,
  'atlassian-status': (fact) => `Atlassian reported a problem at that time${quoted(fact('words'))}.`,
};

/** Returns what a check found, about the customer, on one line. */
export function checkSentence(check: Check): string {
  const fact: Facts = (name) =>
    Object.hasOwn(check.facts, name) ? oneLine(String(check.facts[name]), 200) : '';
  return SENTENCES[check.id](fact, check);
}

/** What the built-in browser's network gave, by the key of the window's sentence. */
const SECOND_OPINIONS: Readonly<Record<string, string>> = {
  'second.fails': "The browser's network on the customer's computer does not reach Xray either.",
  'second.proxy-sign-in':
    "The browser's network on the customer's computer is asked for the proxy's sign-in, too.",
  'second.works':
    "The browser's network on the customer's computer reaches Xray; a direct connection from the app does not.",
  'second.unknown':
    "The browser's network on the customer's computer got an answer that this app does not know.",
  'second.something-else':
    "On the browser's network of the customer's computer, something other than Xray answers.",
};

/** Returns what the second opinion was; null where none was asked for. */
export function secondOpinionOf({ phrases }: Pick<Diagnosis, 'phrases'>): string | null {
  const key = phrases?.secondOpinion?.key ?? '';
  return Object.hasOwn(SECOND_OPINIONS, key) ? (SECOND_OPINIONS[key] ?? null) : null;
}
