import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parse } from 'yaml';
import * as z from 'zod';
import { describe, expect, it } from 'vitest';

import { REPOSITORY } from '../../support/electron-runtime/places.ts';

const permissionsSchema = z.record(z.string(), z.enum(['read', 'write', 'none']));
const workflowSchema = z.object({
  on: z.record(z.string(), z.unknown()),
  permissions: permissionsSchema,
  jobs: z.record(
    z.string(),
    z.object({
      permissions: permissionsSchema.optional(),
      'timeout-minutes': z.number(),
      steps: z.array(z.object({ uses: z.string().optional(), run: z.string().optional() })),
    }),
  ),
});

const FOLDER = join(REPOSITORY, '.github/workflows');
const WORKFLOWS = globSync('*.yml', { cwd: FOLDER }).map((name) => {
  const text = readFileSync(join(FOLDER, name), 'utf8');
  return { name, text, workflow: workflowSchema.parse(parse(text)) };
});

describe('the workflows', () => {
  it.each(WORKFLOWS)(
    '$name: every action is pinned by its commit, with the version beside it',
    ({ text, workflow }) => {
      const used = Object.values(workflow.jobs).flatMap(({ steps }) =>
        steps.flatMap(({ uses }) => uses ?? []),
      );
      expect(used.length).toBeGreaterThan(1);
      for (const action of used) {
        expect(action).toMatch(/^actions\/[\w-]+@[0-9a-f]{40}$/u);
        expect(text).toMatch(new RegExp(`${action} # v\\d+\\.\\d+\\.\\d+\\n`, 'u'));
      }
    },
  );

  it.each(WORKFLOWS)('$name: may read and nothing else, unless a job says otherwise', ({ workflow }) => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
  });

  it('only the job that attaches may write, and it runs nothing of the repository', () => {
    const writing = WORKFLOWS.flatMap(({ name, workflow }) =>
      Object.entries(workflow.jobs)
        .filter(([, { permissions }]) => permissions !== undefined)
        .map(([job, { steps }]) => ({ name, job, steps })),
    );
    expect(writing.map(({ name, job }) => `${name} ${job}`)).toEqual(['release.yml attach']);
    for (const { uses, run } of writing.flatMap(({ steps }) => steps)) {
      expect(uses ?? '').not.toMatch(/^actions\/checkout/u);
      expect(run ?? '').not.toMatch(/\bnpm\b|\bnode\b/u);
    }
  });

  it('what runs on a pull request sees no secret', () => {
    for (const { text, workflow } of WORKFLOWS) {
      expect(Object.keys(workflow.on)).not.toContain('pull_request_target');
      if ('pull_request' in workflow.on) expect(text).not.toMatch(/secrets\.|id-token|: write/u);
    }
  });
});
