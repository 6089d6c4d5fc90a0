import type { SiteName } from '../contract/connection.ts';
import type { Exchange, SiteFacts } from '../contract/diagnosis.ts';
import type { SiteHints } from '../contract/plan.ts';
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
): string[] {
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
export function siteHints({ jiraSite, confluenceSite }: Sites, facts: readonly SiteFacts[]): SiteHints {
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

function missing(site: SiteName): string {
  return `Atlassian knows no site ${site}. Look whether it is spelt as in your browser.`;
}

/** Jira names the Confluence that belongs to it; another one can be meant, but more often it is a slip. */
function elsewhere(
  confluenceSite: SiteName,
  jira: SiteFacts | undefined,
  confluence: SiteFacts | undefined,
): string | null {
  if (jira?.state !== 'found') return null;
  const named = hostOf(jira.confluenceAddress);
  // Two names can be one site; the cloud id tells.
  if (confluence !== undefined && confluence.cloudId === jira.cloudId) return null;
  if (confluence?.state !== 'found') return null;
  return named === null || named === confluenceSite
    ? `Confluence at ${confluenceSite} is another site than your Jira at ${jira.site}. Look whether both are the ones that Snapshots uses.`
    : `Jira at ${jira.site} says that its Confluence is at ${named}, and you entered ${confluenceSite}. Look which one Snapshots runs on.`;
}

function hostOf(address: string | null): string | null {
  return address !== null && URL.canParse(address) ? new URL(address).hostname : null;
}

function clockNote(exchanges: readonly Exchange[]): string | null {
  const seconds = exchanges
    .map((exchange) => exchange.response?.clockDifferenceSeconds ?? null)
    .find((difference) => difference !== null);
  if (seconds === undefined || Math.abs(seconds) <= CLOCK_LIMIT_SECONDS) return null;
  const way = seconds > 0 ? 'behind' : 'ahead of';
  return `The clock of this computer is ${span(Math.abs(seconds))} ${way} Xray's. Set it right: sign-ins and certificates depend on it.`;
}

function span(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  if (minutes < 120) return `${minutes} minutes`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${hours} hours` : `${Math.round(hours / 24)} days`;
}

/** A box that looks into connections and is trusted does not stop a call, but it may change one. */
function inspectionNote(exchanges: readonly Exchange[]): string | null {
  const makers = exchanges.map(({ connection }) => inspectionMakerIn(connection?.certificate ?? null));
  const maker = makers.find((each) => each !== null);
  return maker === undefined
    ? null
    : `${maker} opens the secure connection to Xray on its way, and this computer trusts it. It can see and change what is sent.`;
}
