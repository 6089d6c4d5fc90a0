import type { AskedHost } from '../contract/diagnosis.ts';
import { escapeControlCharacters } from '../contract/input/control-characters.ts';
import type { ResidencyFact } from '../contract/picture.ts';
import { caseIdOf } from '../evidence/documents/case-id.ts';
import { requestIdsOf } from '../evidence/documents/exact-answer.ts';
import { lastCallTo } from '../evidence/documents/host-findings.ts';
import type { Inspected } from './inspect.ts';

type RowSource = Pick<Inspected, 'source' | 'state' | 'document' | 'ruleToday'>;

/**
 * Returns a bundle as one flat row of texts; what is not known is empty. Its members are the columns of `--csv` and
 * `--jsonl`, in this order for good: new ones are added at the end.
 */
export function flatRow({ source, state, document, ruleToday }: RowSource) {
  const host = (id: string): string => hostState(document?.hosts.find((each) => each.id === id));
  const fact = (product: ResidencyFact['product'], key: 'location' | 'status'): string =>
    document?.residencyFacts.find((each) => each.product === product)?.[key] ?? '';
  return {
    file: source,
    state,
    case: document === null ? '' : caseIdOf(document),
    checkedAt: document?.startedAt ?? '',
    jiraSite: document?.sites.jira ?? '',
    confluenceSite: document?.sites.confluence ?? '',
    kind: document?.verdict.kind ?? '',
    rule: document?.verdict.rule ?? '',
    ruleToday: ruleToday ?? '',
    owner: document?.verdict.owner ?? '',
    global: host('global'),
    us: host('us'),
    eu: host('eu'),
    au: host('au'),
    globalRequestId: requestIdsOf(lastCallTo('global', document?.exchanges ?? []))[0]?.value ?? '',
    xrayTenant: document?.tokens.find(({ tenant }) => tenant !== null && tenant !== undefined)?.tenant ?? '',
    jiraCloudId: document?.siteFacts.find(({ site }) => site === document.sites.jira)?.cloudId ?? '',
    jiraLocation: fact('Jira', 'location'),
    jiraStatus: fact('Jira', 'status'),
    xrayLocation: fact('Xray', 'location'),
    xrayStatus: fact('Xray', 'status'),
    pictures: document === null ? '' : String(document.pictures.length),
    appVersion: document?.appVersion ?? '',
    rulesVersion: document?.rulesVersion ?? '',
  };
}

type FlatRow = Readonly<ReturnType<typeof flatRow>>;

/** Short words for a host's state, one a host in the list of many bundles. */
const SHORT: Readonly<Record<NonNullable<AskedHost['behaviour']>, string>> = {
  works: 'ok',
  migrating: 'MOVING',
  'something-else': 'FOREIGN',
  'another-region': 'REGION',
  'error-page': 'CF-PAGE',
  'keys-refused': 'KEYS',
  licence: 'LICENSE',
  'asks-to-wait': '429',
  'data-refused': 'REFUSED',
  'own-error': '5xx',
  'not-reached': 'none',
  'no-answer': 'none',
  stopped: 'stopped',
  other: 'OTHER',
};

/** Returns the short word for what a host did; `-` for one that is not named. */
export function hostState(host: Pick<AskedHost, 'behaviour'> | undefined): string {
  return host === undefined || host.behaviour === null ? '-' : SHORT[host.behaviour];
}

const COLUMNS = Object.keys(flatRow({ source: '', state: 'empty', document: null, ruleToday: null }));

/**
 * Returns rows as CSV (RFC 4180) with CRLF and a head line. A cell that a spreadsheet would take for a formula gets an
 * apostrophe before it, since the cells come from files that strangers send.
 */
export function toCsv(rows: readonly FlatRow[]): string {
  const cell = (text: string): string => {
    const shown = escapeControlCharacters(text.toWellFormed());
    const safe = /^[=+\-@\t\r]/u.test(shown) && shown !== '-' ? `'${shown}` : shown;
    return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return [COLUMNS, ...rows.map((row) => Object.values(row))]
    .map((cells) => `${cells.map(cell).join(',')}\r\n`)
    .join('');
}
