import type { Connection } from '../../../src-main/contract/input/connection.ts';
import { runDiagnosis } from '../../../src-main/diagnosis/run/run-diagnosis.ts';
import type { HttpClient } from '../../../src-main/network/client/http-client.ts';
import { XRAY_HOSTS } from '../../../src-main/xray/hosts.ts';

const CONNECTION: Connection = {
  clientId: 'FAKE',
  clientSecret: 'fake-secret',
  jiraSite: 'acme.atlassian.net',
  confluenceSite: 'acme.atlassian.net',
};

type RunOptions = Parameters<typeof runDiagnosis>[0];

/** Makes a diagnosis of the hosts alone, heard by nobody; `over` replaces any part. */
export function diagnoseBy(client: HttpClient, over: Partial<RunOptions>): ReturnType<typeof runDiagnosis> {
  return runDiagnosis({
    connection: CONNECTION,
    client,
    secondOpinion: null,
    hosts: XRAY_HOSTS,
    furtherHosts: async () => [],
    collectSideFindings: async () => ({ siteFacts: [], statusReports: [] }),
    now: () => new Date(),
    onProgress: () => undefined,
    onFound: () => undefined,
    signal: new AbortController().signal,
    deadlineMs: 60_000,
    ...over,
  });
}
