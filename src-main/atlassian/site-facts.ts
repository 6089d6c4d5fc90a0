import * as z from 'zod';

import type { SiteName } from '../contract/input/connection.ts';
import type { SiteFacts } from '../contract/diagnosis.ts';
import { parseJsonAs } from '../contract/text/json.ts';
import { SITE_NAME } from '../contract/values.ts';
import { getRequest, textOfSuccess } from '../network/client/http-client.ts';
import type { HttpClient, HttpOutcome, HttpRequest } from '../network/client/http-client.ts';

/** The two anonymous questions to a site: who it is (its cloud id), and what it says of itself. */
export function siteRequests(site: SiteName): readonly [HttpRequest, HttpRequest] {
  const get = (path: string): HttpRequest => getRequest(`https://${site}${path}`);
  return [get('/_edge/tenant_info'), get('/rest/api/3/serverInfo')];
}

/** Documented: `{"cloudId":"<uuid>"}`. */
const tenantInfoSchema = z.object({ cloudId: z.guid() });

/** Documented fields of serverInfo (developer.atlassian.com, Jira Cloud platform REST API v3); each may be missing. */
const serverInfoSchema = z.object({
  displayUrl: z.string().max(300).nullable().catch(null),
  baseUrl: z.string().max(300).nullable().catch(null),
  displayUrlConfluence: z.string().max(300).nullable().catch(null),
  deploymentType: z.string().max(60).nullable().catch(null),
});

/** Asks a site who it is. Never rejects; what is not told, or not in the documented form, is null. */
export async function lookUpSite(
  site: SiteName,
  client: HttpClient,
  signal: AbortSignal,
): Promise<SiteFacts> {
  const [tenantRequest, serverRequest] = siteRequests(site);
  const [tenant, server] = await Promise.all([
    client.send(tenantRequest, signal),
    client.send(serverRequest, signal),
  ]);
  const cloudId = parseJsonAs(tenantInfoSchema, textOfSuccess(tenant))?.cloudId ?? null;
  const info = parseJsonAs(serverInfoSchema, textOfSuccess(server));
  const renamedTo = renamedSite(site, tenant);
  const state = cloudId !== null ? 'found' : isMissing(tenant) ? 'missing' : 'unknown';
  return {
    site,
    state,
    cloudId,
    jiraAddress: info?.displayUrl ?? info?.baseUrl ?? null,
    confluenceAddress: info?.displayUrlConfluence ?? null,
    deployment: info?.deploymentType ?? null,
    problem: state === 'unknown' && renamedTo === null ? problemOf(tenant) : null,
    renamedTo,
    isAllowlisted: [tenant, server].some(isRefusedByAllowlist),
  };
}

function isMissing(outcome: HttpOutcome): boolean {
  return outcome.outcome === 'answered' && outcome.status === 404;
}

/** The old name of a renamed site leads to the new one (support.atlassian.com, "Change your site's URL"). */
function renamedSite(site: SiteName, outcome: HttpOutcome): SiteName | null {
  if (outcome.outcome !== 'answered' || outcome.response.redirectTo === null) return null;
  const { redirectTo } = outcome.response;
  if (!URL.canParse(redirectTo)) return null;
  const { hostname } = new URL(redirectTo);
  return SITE_NAME.test(hostname) && hostname !== site ? hostname : null;
}

/** Why nothing is known: the failure's code, or the status; a name that a person can pass on. */
function problemOf(outcome: HttpOutcome): string {
  if (outcome.outcome === 'failed') return outcome.failure.code;
  return outcome.status === 200 ? 'unexpected form' : `HTTP ${outcome.status}`;
}

/** Documented: `The IP address has been rejected because it is not on the allowed list…` (Atlassian's IP allowlist). */
function isRefusedByAllowlist(outcome: HttpOutcome): boolean {
  return (
    outcome.outcome === 'answered' &&
    outcome.status >= 400 &&
    /ip address has been rejected/iu.test(outcome.response.body.text ?? '')
  );
}
