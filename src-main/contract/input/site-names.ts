import { SITE_NAME } from '../values.ts';

/** A host name in a pasted text, lower case, and whether it stands where an address begins. */
export interface FoundHost {
  readonly host: string;
  /** A whole address or a word of its own, and not a part of a path, of a mail address or of a longer name. */
  readonly isPlain: boolean;
}

const OTHER_SCHEME = /(?:ftps?|file|mailto|javascript|data|ssh|git|ws|wss):\/{0,2}$/u;

export function hostsIn(text: string): readonly FoundHost[] {
  const found: FoundHost[] = [];
  for (const { 0: run, index } of text.matchAll(/[a-z0-9.-]+/gu)) {
    const host = run.replace(/^[.-]+|(?<![.-])[.-]+$/gu, '');
    if (!host.includes('.')) continue;
    const start = index + run.indexOf(host);
    const before = text.slice(Math.max(0, start - 24), start);
    const after = text.slice(start + host.length, start + host.length + 8);
    // `acme_test.atlassian.net` is no name, and its second half is not the name that was meant.
    if (/[a-z0-9]_$|%$/u.test(before)) continue;
    found.push({ host, isPlain: beginsHere(before) && endsHere(after) });
  }
  return found;
}

function beginsHere(before: string): boolean {
  if (OTHER_SCHEME.test(before) || /[@\p{L}\p{N}]$/u.test(before)) return false;
  // One slash divides a path, unless a scheme has lost its second one.
  return !before.endsWith('/') || /(?:[/:]|https?)\/$/u.test(before);
}

/** A port other than the usual ones, or a name before an @, means another kind of address. */
function endsHere(after: string): boolean {
  return !after.startsWith('@') && (!/^:\d/u.test(after) || /^:(?:443|80)(?!\d)/u.test(after));
}

/** Names under atlassian.net that are Atlassian's own and never somebody's site. */
const NOT_A_SITE = new Set(['www', 'api', 'admin'].map((label) => `${label}.atlassian.net`));

/** Names that a company's cloud proxy puts behind the name of a site, in the address bar too. */
const PROXY_SUFFIX =
  /(?<=\.atlassian\.net|\.jira\.com)(?:\.[a-z0-9-]{1,63}){0,3}\.(?:mcas\.ms|mcas-gov\.(?:us|ms)|cas\.ms|goskope\.com)$/u;

export function siteOf(host: string): string | null {
  const own = host
    .slice(0, 255)
    .replace(PROXY_SUFFIX, '')
    .replace(/^www\./u, '');
  const name = own.replace(/\.jira\.com$/u, '.atlassian.net');
  return isSite(name) ? name : null;
}

/** Whether a name is that of somebody's site. */
export function isSite(name: string): boolean {
  return SITE_NAME.test(name) && !NOT_A_SITE.has(name);
}

export function meantSite(host: string): string | null {
  if (host.length > 200) return null;
  const labels = host.split('.').filter((label) => label !== '');
  // A longer name that holds the right one: `jira.acme.atlassian.net`, `acme.atlassian.net.example.org`.
  const at = labels.findIndex((label, index) => label === 'atlassian' && labels[index + 1] === 'net');
  if (at > 0) return named(labels[at - 1]);
  const [third, second, last] = [labels.at(-3), labels.at(-2), labels.at(-1)];
  if (second === undefined || last === undefined) return null;
  if (distance(last, 'atlassian') <= 2) return named(second);
  const isClose = distance(`${second}.${last}`, 'atlassian.net') <= 2 || distance(second, 'atlassian') <= 1;
  return isClose && third !== undefined ? named(third) : null;
}

/** The site in `acmeatlassian.net` and `acme-atlassian.net`, or null. */
export function siteWithoutDot(host: string): string | null {
  const glued = /^([a-z0-9-]{1,63}?)-?atlassian\.net$/u.exec(host)?.[1];
  return named(glued);
}

function named(label: string | undefined): string | null {
  const name = `${label ?? ''}.atlassian.net`;
  return isSite(name) ? name : null;
}

/** How many letters must be changed, added, left out or swapped to make one word of the other. */
function distance(word: string, other: string): number {
  if (Math.abs(word.length - other.length) > 2) return 3;
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= word.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const cost = word[i - 1] === other[j - 1] ? 0 : 1;
      let least = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + cost);
      const isSwap = i > 1 && j > 1 && word[i - 1] === other[j - 2] && word[i - 2] === other[j - 1];
      if (isSwap) least = Math.min(least, (before[j - 2] ?? 0) + 1);
      next.push(least);
    }
    before = row;
    row = next;
  }
  return row[other.length] ?? 0;
}
