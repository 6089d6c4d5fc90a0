import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** A path as the tables here write it, whatever the system puts between its parts. */
const slashed = (path: string): string => path.replaceAll(sep, '/');

/** What may be imported where: by the folder or file that it goes for. */
type Arrows = ReadonlyMap<string, readonly string[]>;

/**
 * Reads the DEPS.list of a folder: one import a line, `#` before a comment, `[file.ts]` before the lines that go for that
 * file in place of the folder's. A line is a folder or file of ours, an npm package, or `node:`. The folder itself is
 * always allowed to its files.
 */
function readArrows(list: string): [string, readonly string[]][] {
  const folder = slashed(dirname(list));
  const sections: [string, string[]][] = [[folder, [folder]]];
  for (const line of readFileSync(join(ROOT, list), 'utf8').split('\n')) {
    const file = /^\[(.+)\]$/u.exec(line)?.[1];
    if (file !== undefined) sections.push([`${folder}/${file}`, folder === 'src-main' ? [] : [folder]]);
    else if (line !== '' && !line.startsWith('#')) sections.at(-1)?.[1].push(line);
  }
  return sections;
}

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s(?:[^'";]*?\sfrom\s)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gu;

/** Imports that are gone once the types are. */
const TYPE_IMPORT = /(?:^|\n)(?:import|export) type [^;]*;/gu;

interface Arrow {
  readonly from: string;
  readonly to: string;
}

/** The arrows of one file's text; `to` is a path from the root, a package's name, or `node:`. */
function arrowsOf(file: string, text: string): Arrow[] {
  return [...text.matchAll(IMPORT)].map((match) => {
    const target = match[1] ?? match[2] ?? '';
    if (target.startsWith('.'))
      return { from: file, to: slashed(relative(ROOT, resolve(dirname(join(ROOT, file)), target))) };
    if (target.startsWith('node:')) return { from: file, to: 'node:' };
    const parts = target.split('/');
    return { from: file, to: target.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? target) };
  });
}

const ARROWS: Arrows = new Map(
  globSync('{src-main,src-renderer}/**/DEPS.list', { cwd: ROOT }).flatMap(readArrows),
);

/** The nearest folder above that has a list, or the file itself; the loose files of src-main have one each. */
function roomOf(file: string): string | undefined {
  const room = [...ARROWS.keys()]
    .filter((name) => file === name || file.startsWith(`${name}/`))
    .toSorted((a, b) => b.length - a.length)[0];
  return room === 'src-main' ? undefined : room;
}

function isAllowed({ from, to }: Arrow): boolean {
  const room = roomOf(from);
  const allowed = room === undefined ? [] : (ARROWS.get(room) ?? []);
  return allowed.some((target) => to === target || to.startsWith(`${target}/`));
}

const FILES = globSync('{src-main,src-renderer}/**/*.{ts,tsx}', { cwd: ROOT }).map(slashed);

describe('the rooms', () => {
  it('every source file stands in a known room', () => {
    expect(FILES.length).toBeGreaterThan(20);
    expect(FILES.filter((file) => roomOf(file) === undefined)).toEqual([]);
  });

  it('every import follows the arrows', () => {
    const wrong = FILES.flatMap((file) => arrowsOf(file, readFileSync(join(ROOT, file), 'utf8')))
      .filter((arrow) => !isAllowed(arrow))
      .map(({ from, to }) => `${from} → ${to}`);
    expect(wrong).toEqual([]);
  });

  /** All that is loaded together with `first`, or later if `isLaterToo`. */
  const reachedFrom = (first: string, isLaterToo: boolean): Set<string> => {
    const reached = new Set([first]);
    for (const file of reached) {
      if (!/\.tsx?$/u.test(file)) continue;
      const text = readFileSync(join(ROOT, file), 'utf8')
        .replaceAll(TYPE_IMPORT, '')
        .replaceAll(isLaterToo ? /(?!)/gu : /\bimport\([^)]*\)/gu, '');
      for (const { to } of arrowsOf(file, text)) reached.add(to);
    }
    return reached;
  };

  it('the main process opens its window without a schema and without a language that is not spoken', () => {
    const reached = [...reachedFrom('src-main/main.ts', false)];
    expect(reached).toEqual(
      expect.arrayContaining(['src-main/shell/window/start-window.ts', 'src-main/i18n/load-catalog.ts']),
    );
    expect(
      reached.filter((to) => /^(?:zod|src-main\/i18n\/(?:de|fr|es)\.json|src-main\/compose\.ts)$/u.test(to)),
    ).toEqual([]);
    expect(reachedFrom('src-main/main.ts', true)).toContain('src-main/app.ts');
  });

  it('the window reaches no schema while it runs', () => {
    const reached = reachedFrom('src-renderer/main.ts', true);
    expect([...reached]).toEqual(
      expect.arrayContaining(['react-dom', 'src-renderer/screens/later.tsx', 'src-main/contract/values.ts']),
    );
    expect([...reached].filter((to) => to === 'zod')).toEqual([]);
  });

  it('one module alone makes something redacted, and the terminal and the app speak through what takes that', () => {
    const using = (pattern: RegExp): string[] =>
      FILES.filter((file) => pattern.test(readFileSync(join(ROOT, file), 'utf8'))).toSorted();
    expect(using(/\bmarkRedacted\b/u)).toEqual([
      'src-main/evidence/redaction/redacted.ts',
      'src-main/evidence/redaction/redactor.ts',
    ]);
    expect(using(/\bas (?:unknown as )?(?:Redacted|Closed)/u)).toEqual([
      'src-main/evidence/redaction/redacted.ts',
    ]);
    // These hold no secret: the check of a file, and what is said of a computer that lacks a library or a folder.
    expect(using(/\bprocess\.std(?:out|err)\.write\b|\bconsole\./u)).toEqual([
      'src-main/cli/verify.ts',
      'src-main/main.ts',
      'src-main/shell/lifecycle/show-user-data-error.ts',
    ]);
  });

  it('notices an import against the arrows', () => {
    const text = `import { app } from 'electron';\nimport type { X } from '../evidence/gate/gate.ts';\nconst y = await import('react');`;
    const wrong = arrowsOf('src-main/xray/hosts.ts', text).filter((arrow) => !isAllowed(arrow));
    expect(wrong.map(({ to }) => to)).toEqual(['electron', 'src-main/evidence/gate/gate.ts', 'react']);
  });
});
