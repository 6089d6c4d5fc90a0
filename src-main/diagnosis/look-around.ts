import { lookUpSite } from '../atlassian/site-facts.ts';
import { readAtlassianStatus, STATUS_REQUEST } from '../atlassian/status-page.ts';
import type { SiteName } from '../contract/connection.ts';
import type { SiteFacts } from '../contract/diagnosis.ts';
import type { HttpClient } from '../network/http-client.ts';
import type { Phrase } from '../words/phrase.ts';

/** What is found beside the diagnosis; the verdict never depends on it. */
export interface Aside {
  readonly siteFacts: readonly SiteFacts[];
  /** A sentence, only while Atlassian itself reports that something is wrong. */
  readonly statusNote: Phrase | null;
}

/** The time that each of these requests may take. */
const ASIDE_LIMIT_MS = 5000;

/** Asks Atlassian, anonymously, for the facts of the sites and for its public status. Never rejects. */
export async function lookAround(
  client: HttpClient,
  sites: { readonly jiraSite: SiteName; readonly confluenceSite: SiteName },
  signal: AbortSignal,
): Promise<Aside> {
  const limited = AbortSignal.any([signal, AbortSignal.timeout(ASIDE_LIMIT_MS)]);
  const [siteFacts, statusNote] = await Promise.all([
    lookUpSites(client, sites, limited),
    client.send(STATUS_REQUEST, limited).then(readAtlassianStatus),
  ]);
  return { siteFacts, statusNote };
}

/** The facts of both sites, or of the one if they are the same. Never rejects. */
export async function lookUpSites(
  client: HttpClient,
  { jiraSite, confluenceSite }: { readonly jiraSite: SiteName; readonly confluenceSite: SiteName },
  signal: AbortSignal,
): Promise<readonly SiteFacts[]> {
  const limited = AbortSignal.any([signal, AbortSignal.timeout(ASIDE_LIMIT_MS)]);
  return Promise.all(
    [...new Set([jiraSite, confluenceSite])].map((site) => lookUpSite(site, client, limited)),
  );
}
