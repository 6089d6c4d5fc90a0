import type { Connection, SiteName } from '../../contract/input/connection.ts';
import type { SiteFacts } from '../../contract/diagnosis.ts';
import type { SiteHints } from '../../contract/plan.ts';
import { message } from '../../i18n/message.ts';
import type { Message } from '../../i18n/message.ts';

type Sites = Pick<Connection, 'jiraSite' | 'confluenceSite'>;

/** Returns what the facts of the sites say against what was typed; nulls where all is well or nothing is known. */
export function siteHints(
  { jiraSite, confluenceSite }: Sites,
  facts: readonly SiteFacts[],
): Readonly<Record<keyof SiteHints, Message | null>> {
  const jira = facts.find(({ site }) => site === jiraSite);
  const confluence = facts.find(({ site }) => site === confluenceSite);
  const isOne = confluenceSite === jiraSite;
  return {
    jiraSite: missingOrRenamed(jira),
    confluenceSite:
      (isOne ? null : missingOrRenamed(confluence)) ?? belongsElsewhere(confluenceSite, jira, confluence),
  };
}

/** The old name of a site still leads somewhere, but the new one is what support needs. */
function missingOrRenamed(facts: SiteFacts | undefined): Message | null {
  if (facts?.state === 'missing') return message('note.site-missing', { site: facts.site });
  const renamedTo = facts?.renamedTo ?? null;
  return facts === undefined || renamedTo === null
    ? null
    : message('check.site-renamed', { site: facts.site, renamedTo });
}

/** Jira names the Confluence that belongs to it; another one can be meant, but more often it is a slip. */
function belongsElsewhere(
  confluenceSite: SiteName,
  jira: SiteFacts | undefined,
  confluence: SiteFacts | undefined,
): Message | null {
  if (jira?.state !== 'found' || confluence?.state !== 'found') return null;
  // Two names can be one site; the cloud id tells.
  if (confluence.cloudId === jira.cloudId) return null;
  const address = jira.confluenceAddress ?? '';
  const named = URL.canParse(address) ? new URL(address).hostname : confluenceSite;
  return named === confluenceSite
    ? message('note.site-elsewhere', { confluence: confluenceSite, jira: jira.site })
    : message('note.site-named', { jira: jira.site, named, confluence: confluenceSite });
}
