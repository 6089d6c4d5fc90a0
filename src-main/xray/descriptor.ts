import * as z from 'zod';

import { httpsHostOf } from '../contract/input/https-host.ts';
import { parseJsonAs } from '../contract/text/json.ts';
import { getRequest, textOfSuccess } from '../network/client/http-client.ts';
import type { HttpClient } from '../network/client/http-client.ts';
import { GLOBAL_HOST, XRAY_HOSTS } from './hosts.ts';
import type { XrayHost } from './hosts.ts';

/** Xray's public description of itself for Atlassian Connect. It may vanish one day; then there is nothing to learn. */
export const DESCRIPTOR_REQUEST = getRequest(`${GLOBAL_HOST.baseUrl}/atlassian-connect.json`);

/** A Connect descriptor names the app's base URL in each region (developer.atlassian.com, "App descriptor"). */
const descriptorSchema = z.object({ regionBaseUrls: z.record(z.string(), z.unknown()) });

const MAX_HOSTS = 12;
const LIMIT_MS = 5000;

/** The hosts that Xray's descriptor names beyond the documented ones. Never rejects; empty when it says nothing usable. */
export async function furtherHosts(client: HttpClient, signal: AbortSignal): Promise<readonly XrayHost[]> {
  const limited = AbortSignal.any([signal, AbortSignal.timeout(LIMIT_MS)]);
  return hostsOfDescriptor(textOfSuccess(await client.send(DESCRIPTOR_REQUEST, limited)));
}

/** Reads a descriptor's text: https addresses below xray.cloud.getxray.app that are not known yet, each once. */
export function hostsOfDescriptor(text: string): readonly XrayHost[] {
  const hosts: XrayHost[] = [];
  const regions = parseJsonAs(descriptorSchema, text)?.regionBaseUrls ?? {};
  for (const [region, address] of Object.entries(regions)) {
    const host = typeof address === 'string' ? hostOf(region, address) : null;
    if (host === null || hosts.length === MAX_HOSTS) continue;
    const isKnown = [...XRAY_HOSTS, ...hosts].some(
      ({ id, baseUrl }) => id === host.id || baseUrl === host.baseUrl,
    );
    if (!isKnown) hosts.push(host);
  }
  return hosts;
}

const REGION = /^[a-z][a-z0-9 -]{0,19}$/iu;

function hostOf(region: string, address: string): XrayHost | null {
  const host = httpsHostOf(address);
  if (!REGION.test(region) || host?.endsWith('.xray.cloud.getxray.app') !== true) return null;
  const id = region.toLowerCase().replace(/[^a-z0-9]+/gu, '-');
  const isTaken = XRAY_HOSTS.some((known) => known.id === id);
  return { id: isTaken ? `${id}-2` : id, name: region.toUpperCase(), baseUrl: `https://${host}` };
}
