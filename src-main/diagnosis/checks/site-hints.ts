import type { SiteName } from '../../contract/input/connection.ts';
import type { SiteFacts } from '../../contract/diagnosis.ts';
import type { SiteHints } from '../../contract/plan.ts';
import { message } from '../../i18n/message.ts';
import type { Message } from '../../i18n/message.ts';

interface Sites {
  readonly jiraSite: SiteName;
  readonly confluenceSite: SiteName;
}

/** What the facts of the sites say against what was typed; nulls where all is well or nothing is known. */
export function siteHints(
  { jiraSite, confluenceSite }: Sites,
  facts: readonly SiteFacts[],
): Readonly<Record<keyof SiteHints, Message | null>> {
  const jira = facts.find(({ site }) => site === jiraSite);
  const confluence = facts.find(({ site }) => site === confluenceSite);
  return {
    jiraSite: jira?.state === 'missing' ? missing(jiraSite) : renamed(jira),
    confluenceSite:
      confluenceSite !== jiraSite && confluence?.state === 'missing'
        ? missing(confluenceSite)
        : (renamed(confluenceSite === jiraSite ? undefined : confluence) ??
          elsewhere(confluenceSite, jira, confluence)),
  };
}

/** The old name of a site still leads somewhere, but the new one is what support needs. */
function renamed(facts: SiteFacts | undefined): Message | null {
  const renamedTo = facts?.renamedTo ?? null;
  return facts === undefined || renamedTo === null
    ? null
    : message('check.site-renamed', { site: facts.site, renamedTo });
}

function missing(site: SiteName): Message {
  return message('note.site-missing', { site });
}

/** Jira names the Confluence that belongs to it; another one can be meant, but more often it is a slip. */
function elsewhere(
  confluenceSite: SiteName,
  jira: SiteFacts | undefined,
  confluence: SiteFacts | undefined,
): Message | null {
  if (jira?.state !== 'found') return null;
  const named = hostOf(jira.confluenceAddress);
  // Two names can be one site; the cloud id tells.
  if (confluence !== undefined && confluence.cloudId === jira.cloudId) return null;
  if (confluence?.state !== 'found') return null;
  return named === null || named === confluenceSite
    ? message('note.site-elsewhere', { confluence: confluenceSite, jira: jira.site })
    : message('note.site-named', { jira: jira.site, named, confluence: confluenceSite });
}

function hostOf(address: string | null): string | null {
  return address !== null && URL.canParse(address) ? new URL(address).hostname : null;
}
