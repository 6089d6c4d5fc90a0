import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import {
  APP_PAGE,
  findFile,
  SECOND_PAGE,
  serveAppScheme,
} from '../../../../src-main/shell/security/app-scheme.ts';
import { CAN_LINK } from '../../../support/process/posix.ts';

describe('findFile', () => {
  let base = '';
  let folder = '';

  beforeAll(() => {
    base = mkdtempSync(join(tmpdir(), 'app-scheme-'));
    folder = join(base, 'renderer');
    mkdirSync(join(folder, 'assets'), { recursive: true });
    mkdirSync(join(base, 'renderer-evil'));
    writeFileSync(join(base, 'outside.html'), 'outside');
    writeFileSync(join(base, 'renderer-evil', 'index.html'), 'evil');
    writeFileSync(join(folder, 'index.html'), 'inside');
    writeFileSync(join(folder, 'notes.txt'), 'unknown kind');
    writeFileSync(join(folder, 'assets', 'main.js'), '1');
    if (CAN_LINK) symlinkSync(join(base, 'outside.html'), join(folder, 'link.html'));
  });
  afterAll(() => rmSync(base, { recursive: true }));

  it('serves our own files with their kind', async () => {
    expect((await findFile(folder, 'app://doctor/index.html'))?.contentType).toMatch(/^text\/html/u);
    expect((await findFile(folder, 'app://doctor/assets/main.js?x#y'))?.contentType).toMatch(
      /^text\/javascript/u,
    );
  });

  it.each([
    'app://doctor/',
    'app://doctor/missing.html',
    'app://doctor/notes.txt',
    'app://other/index.html',
    'https://doctor/index.html',
    'app://doctor/../outside.html',
    'app://doctor/%2e%2e/outside.html',
    'app://doctor/%2e%2e%2foutside.html',
    'app://doctor/..%5coutside.html',
    'app://doctor/../renderer-evil/index.html',
    'app://doctor/%2e%2e%2frenderer-evil%2findex.html',
    'app://doctor/index.html%00',
    'app://doctor/%00index.html',
    'app://doctor/%zz.html',
    'app://doctor/link.html',
    'not an address',
  ])('answers nothing for %s', async (address) => {
    expect(await findFile(folder, address)).toBeNull();
  });
});

describe('the pages of the window', () => {
  const HASH = `sha256-${'A'.repeat(43)}=`;
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'app-pages-'));
    for (const each of ['assets', 'first']) mkdirSync(join(folder, each));
    writeFileSync(join(folder, 'index.html'), 'plain <style></style>');
    writeFileSync(join(folder, 'first', 'de-system-none.html'), 'drawn <style></style>');
    writeFileSync(join(folder, 'assets', 'start.js'), 'start');
    writeFileSync(join(folder, 'assets', 'window.js'), 'window');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const serve = (built: unknown, serving?: Parameters<typeof serveAppScheme>[2]) => {
    writeFileSync(join(folder, 'page.json'), JSON.stringify(built));
    let answer: (request: Request) => Response | Promise<Response> = () => new Response();
    serveAppScheme({ handle: (_scheme, handler) => (answer = handler) }, folder, serving);
    return async (address: string) => answer(new Request(address));
  };
  const BUILT = { style: 'body { color: $& }', styleHash: HASH, starter: '/assets/start.js' };
  const policyOf = (response: Response): string => response.headers.get('content-security-policy') ?? '';

  it('hold their style, and the policy allows that one and no other', async () => {
    const page = await serve(BUILT)(APP_PAGE);
    expect(await page.text()).toBe('plain <style>body { color: $& }</style>');
    expect(policyOf(page)).toContain(`style-src '${HASH}';`);
    expect(policyOf(page)).toContain(`script-src 'self';`);
    expect(page.headers.has('cross-origin-opener-policy')).toBe(false);
  });

  it.each([
    ['nothing', null],
    ['another policy in place of the hash', { ...BUILT, styleHash: `${HASH}' 'unsafe-inline` }],
    ['no style', { ...BUILT, style: undefined }],
  ])('have no style where the build tells %s', async (_name, built) => {
    expect(policyOf(await serve(built)(APP_PAGE))).toContain(`style-src 'none';`);
  });

  it('are drawn the first time, and plain whenever they begin anew', async () => {
    const get = serve(BUILT, { firstPage: 'de-system-none', beforeScript: () => Promise.resolve() });
    expect(await (await get(SECOND_PAGE)).text()).toMatch(/^plain/u);
    expect(await (await get(APP_PAGE)).text()).toMatch(/^drawn <style>body/u);
    expect(await (await get(APP_PAGE)).text()).toMatch(/^plain/u);
  });

  it('get their script once there is somebody to answer it', async () => {
    const started = Promise.withResolvers<void>();
    let asked = 0;
    const beforeScript = (): Promise<void> => {
      asked += 1;
      return started.promise;
    };
    const get = serve(BUILT, { firstPage: null, beforeScript });
    expect(await (await get('app://doctor/assets/start.js')).text()).toBe('start');
    expect(asked).toBe(0);
    let isGiven = false;
    const script = get('app://doctor/assets/window.js').then((response) => {
      isGiven = true;
      return response.text();
    });
    // What is not held is answered in between.
    await get(APP_PAGE);
    expect([asked, isGiven]).toEqual([1, false]);
    started.resolve();
    expect(await script).toBe('window');
  });
});
