import { siteRequests } from '../../atlassian/site-facts.ts';
import { STATUS_PAGES } from '../../atlassian/status-page.ts';
import type { SiteName } from '../../contract/input/connection.ts';
import type { Plan, PlannedRequest } from '../../contract/plan.ts';
import type { HttpRequest } from '../../network/client/http-client.ts';
import { message } from '../../i18n/message.ts';
import { authenticateRequest } from '../../xray/authenticate.ts';
import { dataCallRequest } from '../../xray/data-call.ts';
import { DESCRIPTOR_REQUEST } from '../../xray/descriptor.ts';
import { XRAY_HOSTS } from '../../xray/hosts.ts';

const REMARKS = [message('plan.remark.again'), message('plan.remark.further'), message('plan.remark.safe')];

/**
 * Every request that a run makes, without making any: the very makers of the requests are asked, without keys.
 * Sites that are not known yet are left out.
 */
export function planOf(sites: {
  readonly jiraSite: SiteName | null;
  readonly confluenceSite: SiteName | null;
}): Plan {
  const planned =
    (purpose: PlannedRequest['purpose'], carries: PlannedRequest['carries'] = 'nothing') =>
    ({ method, url }: HttpRequest): PlannedRequest => ({ method, url, purpose, carries });
  const named = [sites.jiraSite, sites.confluenceSite].filter((site) => site !== null);
  const requests = [
    ...XRAY_HOSTS.flatMap((host) => [
      planned('authenticate', 'keys')(authenticateRequest(host, '', '')),
      planned('data-call', 'token')(dataCallRequest(host, '')),
    ]),
    planned('further-hosts')(DESCRIPTOR_REQUEST),
    ...[...new Set(named)].flatMap((site) => siteRequests(site).map(planned('site'))),
    ...STATUS_PAGES.map(({ id, request }) => planned(id)(request)),
  ];
  return { requests, remarks: [...REMARKS] };
}
