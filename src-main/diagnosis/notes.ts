import type { SiteName } from '../contract/connection.ts';
import type { Exchange, SiteFacts } from '../contract/diagnosis.ts';
import type { SiteHints } from '../contract/plan.ts';
import { phrase } from '../words/phrase.ts';
import type { Phrase, PhraseValues } from '../words/phrase.ts';
import { inspectionMakerIn } from './inspection-makers.ts';
import type { Aside } from './look-around.ts';

interface Sites {
  readonly jiraSite: SiteName;
  readonly confluenceSite: SiteName;
}

/** A clock that is wrong by more than this is told: sign-ins and certificates depend on it. */
const CLOCK_LIMIT_SECONDS = 5 * 60;

/** What is worth knowing beside the verdict, one sentence each, the most useful first. */
export function notesOf(
  input: Aside & { readonly exchanges: readonly Exchange[]; readonly sites: Sites },
): Phrase[] {
  const hints = siteHints(input.sites, input.siteFacts);
  return [
    clockNote(input.exchanges),
    hints.jiraSite,
    hints.confluenceSite,
    inspectionNote(input.exchanges),
    input.statusNote,
  ].filter((note) => note !== null);
}

/** What the facts of the sites say against what was typed; nulls where all is well or nothing is known. */
export function siteHints(
  { jiraSite, confluenceSite }: Sites,
  facts: readonly SiteFacts[],
): Readonly<Record<keyof SiteHints, Phrase | null>> {
  const jira = facts.find(({ site }) => site === jiraSite);
  const confluence = facts.find(({ site }) => site === confluenceSite);
  return {
    jiraSite: jira?.state === 'missing' ? missing(jiraSite) : null,
    confluenceSite:
      confluenceSite !== jiraSite && confluence?.state === 'missing'
        ? missing(confluenceSite)
        : elsewhere(confluenceSite, jira, confluence),
  };
}

function missing(site: SiteName): Phrase {
  return phrase('note.site-missing', { site });
}

/** Jira names the Confluence that belongs to it; another one can be meant, but more often it is a slip. */
function elsewhere(
  confluenceSite: SiteName,
  jira: SiteFacts | undefined,
  confluence: SiteFacts | undefined,
): Phrase | null {
  if (jira?.state !== 'found') return null;
  const named = hostOf(jira.confluenceAddress);
  // Two names can be one site; the cloud id tells.
  if (confluence !== undefined && confluence.cloudId === jira.cloudId) return null;
  if (confluence?.state !== 'found') return null;
  return named === null || named === confluenceSite
    ? phrase('note.site-elsewhere', { confluence: confluenceSite, jira: jira.site })
    : phrase('note.site-named', { jira: jira.site, named, confluence: confluenceSite });
}

function hostOf(address: string | null): string | null {
  return address !== null && URL.canParse(address) ? new URL(address).hostname : null;
}

function clockNote(exchanges: readonly Exchange[]): Phrase | null {
  const seconds = exchanges
    .map((exchange) => exchange.response?.clockDifferenceSeconds ?? null)
    .find((difference) => difference !== null);
  if (seconds === undefined || Math.abs(seconds) <= CLOCK_LIMIT_SECONDS) return null;
  return phrase('note.clock', { ...span(Math.abs(seconds)), way: seconds > 0 ? 'behind' : 'ahead' });
}

function span(seconds: number): PhraseValues {
  const minutes = Math.round(seconds / 60);
  if (minutes < 120) return { unit: 'minutes', count: minutes };
  const hours = Math.round(minutes / 60);
  return hours < 48 ? { unit: 'hours', count: hours } : { unit: 'days', count: Math.round(hours / 24) };
}

/** A box that looks into connections and is trusted does not stop a call, but it may change one. */
function inspectionNote(exchanges: readonly Exchange[]): Phrase | null {
  const makers = exchanges.map(({ connection }) => inspectionMakerIn(connection?.certificate ?? null));
  const maker = makers.find((each) => each !== null);
  return maker === undefined || maker === null ? null : phrase('note.inspection', { maker });
}
