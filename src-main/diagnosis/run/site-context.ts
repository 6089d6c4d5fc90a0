import { lookUpSite } from '../../atlassian/site-facts.ts';
import { readStatus, STATUS_PAGES } from '../../atlassian/status-page.ts';
import type { StatusReport } from '../../atlassian/status-page.ts';
import type { Connection } from '../../contract/input/connection.ts';
import type { SiteFacts } from '../../contract/diagnosis.ts';
import type { HttpClient } from '../../network/client/http-client.ts';

/** What is found beside the diagnosis; the verdict never depends on it. */
export interface SideFindings {
  readonly siteFacts: readonly SiteFacts[];
  readonly statusReports: readonly StatusReport[];
}

const REQUEST_LIMIT_MS = 5000;

type Sites = Pick<Connection, 'jiraSite' | 'confluenceSite'>;

/** Asks Atlassian, anonymously, for the facts of the sites, and the public status pages of Xray and Atlassian. Never rejects. */
export async function collectSideFindings(
  client: HttpClient,
  sites: Sites,
  signal: AbortSignal,
): Promise<SideFindings> {
  const limited = AbortSignal.any([signal, AbortSignal.timeout(REQUEST_LIMIT_MS)]);
  const [siteFacts, ...reports] = await Promise.all([
    lookUpSites(client, sites, limited),
    ...STATUS_PAGES.map(async (page) => readStatus(page, await client.send(page.request, limited))),
  ]);
  return { siteFacts, statusReports: reports.filter((report) => report !== null) };
}

/** Resolves with the facts of both sites, or of the one if they are the same. Never rejects. */
export async function lookUpSites(
  client: HttpClient,
  { jiraSite, confluenceSite }: Sites,
  signal: AbortSignal,
): Promise<readonly SiteFacts[]> {
  const limited = AbortSignal.any([signal, AbortSignal.timeout(REQUEST_LIMIT_MS)]);
  const sites = new Set([jiraSite, confluenceSite]);
  return Promise.all([...sites].map((site) => lookUpSite(site, client, limited)));
}
