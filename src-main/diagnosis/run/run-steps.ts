import type { Progress, StepName } from '../../contract/diagnosis.ts';

const DEPENDENT_STEPS = ['sign-in', 'data'] as const;

export type Steps = ReturnType<typeof createSteps>;

/** Publishes the steps of a run as progress: each begins once and ends once, in order. */
export function createSteps(onProgress: (progress: Progress) => void) {
  const begun = new Map<StepName, number>();
  let running: StepName | null = null;

  const finish = (state: 'done' | 'failed' | 'skipped'): void => {
    if (running === null) return;
    const tookMs = Math.round(performance.now() - (begun.get(running) ?? 0));
    onProgress({ step: running, state, tookMs });
    running = null;
  };
  return {
    begin: (step: StepName): void => {
      if (begun.has(step)) return;
      begun.set(step, performance.now());
      running = step;
      onProgress({ step, state: 'running', tookMs: null });
    },
    /** Ends a step that runs; a repeated call does nothing. */
    end: (step: StepName, state: 'done' | 'skipped'): void => {
      if (running === step) finish(state);
    },
    /** Fails the step that runs, and skips those that need it. */
    fail: (): void => {
      finish('failed');
      for (const step of DEPENDENT_STEPS)
        if (!begun.has(step)) onProgress({ step, state: 'skipped', tookMs: null });
    },
  };
}
