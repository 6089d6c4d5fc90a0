import { compareRuns } from '../cases/compare-runs.ts';
import type { HostChange } from '../contract/case.ts';
import { escapeControlCharacters } from '../contract/input/control-characters.ts';
import type { EvidenceDocument } from '../contract/report/verification.ts';
import { keysWord } from '../evidence/documents/host-findings.ts';
import { alignedColumns, oneLine, utcTime } from '../evidence/documents/plain-text.ts';
import { hostState } from './flat-row.ts';

/** Returns two checks of one customer, before and after, host by host. Safe for a terminal. */
export function diffPage(before: EvidenceDocument, after: EvidenceDocument): string {
  const { change, hosts } = compareRuns(runOf(before), runOf(after));
  const rows = hosts.map((host) => [
    oneLine(host.id, 20),
    wordOf(host.before),
    wordOf(host.after),
    host.change,
  ]);
  return escapeControlCharacters(
    [
      `Site:    ${siteLine(before, after)}`,
      `Before:  ${sideLine(before)}`,
      `After:   ${sideLine(after)}`,
      ...(before.startedAt > after.startedAt ? ['The second check is older than the first.'] : []),
      `Verdict: ${change}`,
      '',
      ...alignedColumns([['Host', 'Before', 'After', 'Change'], ...rows]),
      '',
    ].join('\n'),
  );
}

function runOf({ startedAt, verdict, hosts }: EvidenceDocument): Parameters<typeof compareRuns>[0] {
  return { checkedAt: startedAt, verdict, hosts };
}

function siteLine(before: EvidenceDocument, after: EvidenceDocument): string {
  const [one, other] = [before.sites.jira, after.sites.jira];
  return one === other ? one : `${one} and ${other}: two different sites`;
}

function sideLine({ startedAt, verdict }: EvidenceDocument): string {
  return `${utcTime(startedAt)}, ${verdict.kind} (${oneLine(verdict.rule, 100)})`;
}

function wordOf(host: HostChange['before']): string {
  if (host === null) return 'not asked';
  return `keys ${keysWord(host)}, ${hostState(host)}`;
}
