import type { Connection } from '../../contract/input/connection.ts';
import type { Diagnosis, Exchange, Progress } from '../../contract/diagnosis.ts';
import { DeadlineError } from '../../network/client/http-client.ts';
import type { HttpClient } from '../../network/client/http-client.ts';
import type { XrayHost } from '../../xray/hosts.ts';
import { tokenFacts } from '../../xray/token.ts';
import { askHost, newHostRun } from './ask-host.ts';
import type { HostRun } from './ask-host.ts';
import { checksOf } from '../checks/checks.ts';
import type { IssuedToken } from '../checks/checks.ts';
import { isSettled, judge, verdictOf } from '../verdict/classify.ts';
import { collectFacts, readingsOf } from '../verdict/facts.ts';
import type { FactsInput } from '../verdict/facts.ts';
import type { SideFindings } from './site-context.ts';
import { hostFindings } from '../verdict/compare-hosts.ts';
import { RULES_VERSION } from '../verdict/rules.ts';
import { createSteps } from './run-steps.ts';
import { untilStopped } from './until-stopped.ts';

export const RUN_DEADLINE_MS = 90_000;
/** How long the facts beside the diagnosis are waited for once every host is done. */
const SIDE_FINDINGS_GRACE_MS = 1000;

export interface RunOptions {
  readonly connection: Connection;
  readonly client: HttpClient;
  /** Chromium's stack, asked once when the deciding host cannot be reached; null where there is none. */
  readonly secondOpinion: HttpClient | null;
  /** Asked side by side; the first one decides and its steps are told as progress. */
  readonly hosts: readonly XrayHost[];
  /** Returns the hosts that Xray names beyond those; asked once the deciding host is done. Never rejects. */
  readonly furtherHosts: (signal: AbortSignal) => Promise<readonly XrayHost[]>;
  /** Returns the facts beside the diagnosis; never waited for longer than the hosts take. Never rejects. */
  readonly collectSideFindings: (signal: AbortSignal) => Promise<SideFindings>;
  readonly hasSystemRoots?: boolean;
  readonly now: () => Date;
  readonly onProgress: (progress: Progress) => void;
  readonly onFound: (found: Found) => void;
  readonly signal: AbortSignal;
  readonly deadlineMs: number;
}

/** The raw diagnosis, which still holds secrets, and the tokens that were issued. */
export interface Run {
  readonly diagnosis: Diagnosis;
  readonly tokens: readonly IssuedToken[];
}

export interface Found extends Run {
  /** The exchange that has just ended; null when a host is done. */
  readonly exchange: Exchange | null;
  /** Whether the verdict stands, whatever the pending hosts will answer. */
  readonly isSettled: boolean;
}

/**
 * Makes one diagnosis: authenticate and the data call on each host, a token each. Never rejects for what the network or
 * a server does. A cancel or the deadline ends it at once and keeps what was found.
 */
export async function runDiagnosis(options: RunOptions): Promise<Run> {
  const { connection, client, now, signal } = options;
  const startedAt = now();
  const deadline = new AbortController();
  const timer = setTimeout(
    () => deadline.abort(new DeadlineError('The run took too long.')),
    options.deadlineMs,
  );
  const stop = AbortSignal.any([signal, deadline.signal]);

  const steps = createSteps(options.onProgress);
  const runs = options.hosts.map(newHostRun);
  const deciding = runs[0];
  const side = startSideFindings(options, stop);
  let hasSettled = false;
  // What was settled before the person stopped the run stays so.
  const facts = (): FactsInput => ({
    exchanges: runs.flatMap((run) => run.exchanges),
    cancelled: signal.aborted && !hasSettled,
    now: now(),
  });
  const snapshot = (): Run => runSoFar(runs, facts(), side.snapshot(), startedAt, options);
  const publish = (exchange: Exchange | null): void => {
    hasSettled ||= deciding?.isDone === true && isSettled(facts());
    options.onFound({ ...snapshot(), exchange, isSettled: hasSettled });
  };
  const ask = async (run: HostRun): Promise<void> => {
    const isDeciding = run === deciding;
    await askHost(run, {
      connection,
      client,
      secondOpinion: isDeciding ? options.secondOpinion : null,
      steps: isDeciding ? steps : null,
      signal: stop,
      onExchange: publish,
    });
    run.isDone = true;
    publish(null);
    if (!isDeciding) return;
    steps.begin('compare');
    const hasAnswered = run.exchanges.some(({ outcome }) => outcome === 'answered');
    if (hasAnswered && !stop.aborted) await askFurtherHosts();
  };
  const askFurtherHosts = async (): Promise<void> => {
    const known = new Set(runs.map(({ host }) => host.baseUrl));
    const further = await untilStopped(options.furtherHosts(stop), stop, () => []);
    const added = further.filter(({ baseUrl }) => !known.has(baseUrl)).map(newHostRun);
    runs.push(...added);
    await Promise.all(added.map(ask));
  };

  try {
    await Promise.all(runs.map(ask));
    await side.end();
  } finally {
    clearTimeout(timer);
  }
  const state = signal.aborted ? 'skipped' : 'done';
  steps.end('compare', state);
  steps.begin('read');
  const run = snapshot();
  steps.end('read', state);
  return run;
}

function runSoFar(
  runs: readonly HostRun[],
  input: FactsInput,
  side: SideFindings,
  startedAt: Date,
  { connection, now, hasSystemRoots = true }: RunOptions,
): Run {
  const { exchanges } = input;
  const judgement = judge(input);
  // Half a comparison would say something else than the whole one.
  const regions = runs.every(({ isDone }) => isDone) ? judgement.phrases.regions : null;
  const phrases = { ...judgement.phrases, regions };
  const tokens = runs.flatMap((run) => run.tokens.map((value) => ({ host: run.host.id, value })));
  const factsOfTokens = tokens.map(({ host, value }) => tokenFacts(host, value));
  const facts = collectFacts(input);
  const about = { facts, exchanges, tokens, tokenFacts: factsOfTokens, connection, hasSystemRoots };
  return {
    diagnosis: {
      schemaVersion: 1,
      rulesVersion: RULES_VERSION,
      startedAt: startedAt.toISOString(),
      finishedAt: now().toISOString(),
      sites: { jira: connection.jiraSite, confluence: connection.confluenceSite },
      clientId: connection.clientId,
      verdict: verdictOf({ ...judgement, phrases }),
      notes: [],
      checks: checksOf({ ...side, ...about }),
      readings: readingsOf(facts),
      hosts: runs.map(({ host, isDone }) => ({ ...host, ...hostFindings(host.id, input, isDone) })),
      exchanges: [...exchanges],
      tokens: factsOfTokens,
      siteFacts: [...side.siteFacts],
      phrases: { ...phrases, notes: [] },
    },
    tokens,
  };
}

/** Collects the facts beside the diagnosis while it goes on; `end` waits for them a moment longer. */
function startSideFindings(
  { collectSideFindings }: RunOptions,
  signal: AbortSignal,
): { readonly snapshot: () => SideFindings; readonly end: () => Promise<void> } {
  let found: SideFindings = { siteFacts: [], statusReports: [] };
  const late = new AbortController();
  const over = AbortSignal.any([signal, late.signal]);
  const work = untilStopped(collectSideFindings(over), over, () => found).then((all) => (found = all));
  return {
    snapshot: () => found,
    end: async () => {
      const timer = setTimeout(() => late.abort(), SIDE_FINDINGS_GRACE_MS);
      await work;
      clearTimeout(timer);
    },
  };
}
