import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Rooms of the code, each with what it may import: rooms, single files, npm packages, `node:` for Node itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'src-renderer': ['src-renderer', 'src-main/contract', 'src-main/words', 'react', 'react-dom'],
  'src-main/words': ['src-main/words', 'intl-messageformat', '@formatjs/icu-messageformat-parser'],
  'src-main/contract': ['src-main/contract', 'src-main/words', 'zod'],
  'src-main/preload': ['src-main/contract/ipc/channel-names.ts', 'electron'],
  'src-main/network/client/chromium-client.ts': ['src-main/network', 'src-main/contract', 'node:', 'electron'],
  'src-main/network': [
    'src-main/network',
    'src-main/contract',
    'src-main/words',
    'src-main/storage/atomic-file.ts',
    'src-main/storage/file-failure.ts',
    'node:',
    'undici',
  ],
  'src-main/xray': ['src-main/xray', 'src-main/contract', 'src-main/network/client/http-client.ts', 'zod'],
  'src-main/atlassian': [
    'src-main/atlassian',
    'src-main/contract',
    'src-main/words',
    'src-main/network/client/http-client.ts',
    'zod',
  ],
  'src-main/diagnosis': [
    'src-main/diagnosis',
    'src-main/atlassian',
    'src-main/contract',
    'src-main/words',
    'src-main/xray',
    'src-main/network/client/http-client.ts',
    'node:',
  ],
  'src-main/capture/page/residency-page.ts': [
    'src-main/capture',
    'src-main/contract',
    'src-main/words',
    'node:',
    'electron',
  ],
  'src-main/capture/screen-picture.ts': [
    'src-main/capture',
    'src-main/contract',
    'src-main/words',
    'node:',
    'electron',
  ],
  'src-main/capture': [
    'src-main/capture',
    'src-main/contract',
    'src-main/words',
    'node:',
    'image-size',
    'zod',
  ],
  'src-main/evidence': [
    'src-main/evidence',
    'src-main/contract',
    'src-main/words',
    'src-main/capture/image/clean-png.ts',
    'src-main/storage/file-failure.ts',
    'src-main/storage/private-file.ts',
    'node:',
    'yazl',
    'yauzl',
    'zod',
  ],
  'src-main/storage': ['src-main/storage', 'src-main/words', 'src-main/contract', 'node:', 'zod'],
  'src-main/cases': [
    'src-main/cases',
    'src-main/contract',
    'src-main/words',
    'src-main/evidence',
    'src-main/storage',
    'src-main/xray/retry-after.ts',
    'node:',
    'zod',
  ],
  'src-main/profile': [
    'src-main/profile',
    'src-main/contract',
    'src-main/words',
    'src-main/evidence/documents/plain-text.ts',
    'node:',
    '@humanwhocodes/momoa',
  ],
  'src-main/ipc': [
    'src-main/ipc',
    'src-main/contract',
    'src-main/words',
    'src-main/evidence',
    'src-main/cases',
    'src-main/profile',
    'src-main/capture/picture-store.ts',
    'src-main/storage/file-failure.ts',
    'node:',
    'zod',
  ],
  'src-main/shell': [
    'src-main/shell',
    'src-main/contract',
    'src-main/evidence/redaction/redacted.ts',
    'src-main/ipc',
    'src-main/storage',
    'src-main/words',
    'electron',
    'node:',
  ],
  'src-main/terminal': [
    'src-main/terminal',
    'src-main/contract',
    'src-main/evidence/redaction/redacted.ts',
    'src-main/words',
    'node:',
  ],
  'src-main/product.ts': ['package.json'],
  'src-main/compose.ts': [
    'src-main/contract',
    'src-main/words',
    'src-main/diagnosis',
    'src-main/evidence',
    'src-main/network',
    'src-main/product.ts',
    'src-main/xray',
    'node:',
  ],
  // Each of the three imports what it needs and no more; see openWindow.
  'src-main/open-window.ts': [
    'src-main/compose-first-screen.ts',
    'src-main/compose-window.ts',
    'src-main/contract/ipc/channel-names.ts',
    'src-main/ipc/waiting-registry.ts',
    'src-main/product.ts',
    'src-main/shell',
    'electron',
    'node:',
  ],
  'src-main/compose-first-screen.ts': [
    'src-main/contract',
    'src-main/evidence/redaction/redacted.ts',
    'src-main/ipc',
    'src-main/profile',
    'src-main/product.ts',
    'src-main/shell',
    'src-main/storage',
    'src-main/i18n/translator.ts',
    'electron',
  ],
  'src-main/compose-window.ts': [
    'src-main/compose.ts',
    'src-main/compose-first-screen.ts',
    'src-main/capture',
    'src-main/cases/case-store.ts',
    'src-main/contract',
    'src-main/diagnosis/run/plan.ts',
    'src-main/ipc',
    'src-main/network',
    'src-main/product.ts',
    'src-main/shell',
    'src-main/i18n/message.ts',
    'electron',
    'node:',
  ],
  'src-main/main.ts': [
    'src-main/cli.ts',
    'src-main/open-window.ts',
    'src-main/contract/ipc/second-instance.ts',
    'src-main/network/client/connect-override.ts',
    'src-main/product.ts',
    'src-main/shell',
    'electron',
  ],
  'src-main/cli/verify.ts': [
    'src-main/evidence',
    'src-main/storage/file-failure.ts',
    'src-main/terminal',
    'src-main/words',
    'node:',
  ],
  'src-main/cli.ts': [
    'src-main/compose.ts',
    'src-main/contract',
    'src-main/capture',
    'src-main/diagnosis/run/plan.ts',
    'src-main/evidence',
    'src-main/network/proxy/proxy-route.ts',
    'src-main/product.ts',
    'src-main/profile',
    'src-main/storage',
    'src-main/terminal',
    'src-main/words',
    'node:',
  ],
};

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s(?:[^'";]*?\sfrom\s)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gu;

/** Imports that are gone once the types are. */
const TYPE_IMPORT = /(?:^|\n)(?:import|export) type [^;]*;/gu;

interface Arrow {
  readonly from: string;
  readonly to: string;
}

/** A path as the tables here write it, whatever the system puts between its parts. */
const slashed = (path: string): string => path.replaceAll(sep, '/');

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

function roomOf(file: string): string | undefined {
  return Object.keys(MAY_IMPORT).find((room) => file === room || file.startsWith(`${room}/`));
}

function isAllowed({ from, to }: Arrow): boolean {
  const room = roomOf(from);
  const allowed = room === undefined ? [] : (MAY_IMPORT[room] ?? []);
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

  it('the window reaches no schema while it runs', () => {
    const reached = new Set(['src-renderer/main.tsx']);
    for (const file of reached) {
      if (!/\.tsx?$/u.test(file)) continue;
      const text = readFileSync(join(ROOT, file), 'utf8').replaceAll(TYPE_IMPORT, '');
      for (const { to } of arrowsOf(file, text)) reached.add(to);
    }
    expect([...reached]).toEqual(
      expect.arrayContaining(['react-dom', 'src-renderer/screens/later.tsx', 'src-main/contract/values.ts']),
    );
    expect([...reached].filter((to) => to === 'zod' || to === 'src-main/i18n/catalogs.ts')).toEqual([]);
  });

  it('one module alone makes something redacted, and the terminal and the app speak through what takes that', () => {
    const using = (pattern: RegExp): string[] =>
      FILES.filter((file) => pattern.test(readFileSync(join(ROOT, file), 'utf8'))).toSorted();
    expect(using(/\bmarkRedacted\b/u)).toEqual([
      'src-main/evidence/redaction/redactor.ts',
      'src-main/evidence/redaction/redacted.ts',
    ]);
    expect(using(/\bas (?:unknown as )?(?:Redacted|Closed)/u)).toEqual(['src-main/evidence/redaction/redacted.ts']);
    // These hold no secret: the check of a file, and what is said of a computer that lacks a library or a folder.
    expect(using(/\bprocess\.std(?:out|err)\.write\b|\bconsole\./u)).toEqual([
      'src-main/main.ts',
      'src-main/shell/lifecycle/show-user-data-error.ts',
      'src-main/cli/verify.ts',
    ]);
  });

  it('notices an import against the arrows', () => {
    const text = `import { app } from 'electron';\nimport type { X } from '../evidence/redact.ts';\nconst y = await import('react');`;
    const wrong = arrowsOf('src-main/xray/hosts.ts', text).filter((arrow) => !isAllowed(arrow));
    expect(wrong.map(({ to }) => to)).toEqual(['electron', 'src-main/evidence/redaction/redactor.ts', 'react']);
  });
});
