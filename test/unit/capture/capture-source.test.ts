import { describe, expect, it } from 'vitest';

import { createScreenCapture } from '../../../src-main/capture/capture-source.ts';
import type { CapturePorts, Source } from '../../../src-main/capture/capture-source.ts';

const OWN = 'window:1:1';
const FULL = { width: 2560, height: 1440 };

/** A source whose picture tells what it is; empty without a picture. */
function source(id: string, picture: string | null = id): Source {
  return {
    id,
    name: `name of ${id}`,
    thumbnail: {
      isEmpty: () => picture === null,
      toPNG: () => Buffer.from(picture ?? ''),
      toDataURL: () => `data:,${picture ?? ''}`,
    },
  };
}

/** A system whose calls of `getSources` are answered one after another; an answer that is text is a rejection. */
function system(
  answers: readonly (readonly Source[] | string)[],
  change: Partial<CapturePorts> = {},
): { readonly ports: CapturePorts; readonly asked: unknown[]; readonly hidden: string[] } {
  const left = [...answers];
  const asked: unknown[] = [];
  const hidden: string[] = [];
  return {
    asked,
    hidden,
    ports: {
      systemChooses: false,
      getSources: async (types, size) => {
        asked.push([types.join('+'), size.width]);
        const answer = left.shift() ?? 'no more';
        // Electron itself rejects with a string.
        if (typeof answer === 'string') return Promise.reject(answer);
        return answer;
      },
      ownId: () => OWN,
      fullSize: () => FULL,
      withoutOwnWindow: async (take) => {
        hidden.push('hidden');
        try {
          return await take();
        } finally {
          hidden.push('back');
        }
      },
      mac: null,
      ...change,
    },
  };
}

const failureOf = (key: string) => ({ ok: false, failure: { phrase: { key } } });
const pictureOf = (text: string) => ({ ok: true, value: new Uint8Array(Buffer.from(text)) });

describe('where the system chooses (Wayland)', () => {
  it('asks for nothing to list', async () => {
    const { ports, asked } = system([], { systemChooses: true });
    const capture = createScreenCapture(ports);
    expect(await capture.list()).toEqual({ sources: [], permission: null, chooser: 'system' });
    expect(asked).toEqual([]);
  });

  it('takes the picture out of one call, whatever the id, and leaves our window where it is', async () => {
    const { ports, asked, hidden } = system([[source('window:77:0')]], { systemChooses: true });
    expect(await createScreenCapture(ports).take(null)).toEqual(pictureOf('window:77:0'));
    expect(asked).toEqual([['window+screen', FULL.width]]);
    expect(hidden).toEqual([]);
  });

  it.each([
    ['a cancelled dialog', 'Failed to get sources.'],
    ['no source', []],
    ['an empty picture', [source('window:77:0', null)]],
  ])('says of %s that nothing was chosen, after that one call', async (_name, answer) => {
    const { ports, asked } = system([answer], { systemChooses: true });
    expect(await createScreenCapture(ports).take(null)).toMatchObject(failureOf('failure.nothing-chosen'));
    expect(asked).toHaveLength(1);
  });
});

describe('where this app lists', () => {
  it('shows what has a picture, and not our own window', async () => {
    const { ports, asked } = system([[source(OWN), source('screen:0:0'), source('window:9:0', null)]]);
    expect(await createScreenCapture(ports).list()).toEqual({
      sources: [
        { id: 'screen:0:0', kind: 'screen', name: 'name of screen:0:0', thumbnail: 'data:,screen:0:0' },
      ],
      permission: null,
      chooser: 'app',
    });
    expect(asked).toEqual([['window+screen', 320]]);
  });

  it('takes the full picture, with our window out of the way', async () => {
    const { ports, asked, hidden } = system([[source('window:8:0'), source('window:9:0')]]);
    expect(await createScreenCapture(ports).take('window:9:0')).toEqual(pictureOf('window:9:0'));
    expect(asked).toEqual([['window', FULL.width]]);
    expect(hidden).toEqual(['hidden', 'back']);
  });

  it.each([
    ['an empty picture', [source('screen:0:0', null)]],
    ['a list without it', []],
  ])('asks once more after %s', async (_name, first) => {
    const { ports, asked } = system([first, [source('screen:0:0')]]);
    expect(await createScreenCapture(ports).take('screen:0:0')).toEqual(pictureOf('screen:0:0'));
    expect(asked).toEqual([
      ['screen', FULL.width],
      ['screen', FULL.width],
    ]);
  });

  it('takes the small picture when the full one stays empty', async () => {
    const empty = [source('window:9:0', null)];
    const { ports, asked } = system([empty, empty, [source('window:9:0', 'small')]]);
    expect(await createScreenCapture(ports).take('window:9:0')).toEqual(pictureOf('small'));
    expect(asked).toEqual([
      ['window', FULL.width],
      ['window', FULL.width],
      ['window', 1280],
    ]);
  });

  const empty = [source('window:9:0', null)];
  it.each([
    ['all pictures stay empty', [empty, empty, empty], 'failure.page-not-taken'],
    ['the system fails', ['broken'], 'failure.page-not-taken'],
    ['it is in no list', [[], [], []], 'failure.window-gone'],
    ['it goes meanwhile', [empty, [], []], 'failure.window-gone'],
  ])('when %s, that is what is said', async (_name, answers, key) => {
    const { ports, hidden } = system(answers);
    expect(await createScreenCapture(ports).take('window:9:0')).toMatchObject(failureOf(key));
    expect(hidden).toEqual(['hidden', 'back']);
  });

  it('takes nothing without a choice', async () => {
    const { ports, asked } = system([]);
    expect(await createScreenCapture(ports).take(null)).toMatchObject(failureOf('failure.nothing-chosen'));
    expect(asked).toEqual([]);
  });
});

describe('on macOS without the permission', () => {
  it.each([
    [13, 'picture.permission.mac-before-15'],
    [14, 'picture.permission.mac-before-15'],
    [15, 'picture.permission.mac'],
    [26, 'picture.permission.mac'],
  ])('of version %i, lets the system ask once, and names the right pane', async (version, key) => {
    const { ports, asked } = system(['refused'], { mac: { isGranted: () => false, version } });
    const capture = createScreenCapture(ports);
    for (let time = 0; time < 3; time += 1)
      expect(await capture.list()).toMatchObject({ sources: [], permission: { key }, chooser: 'app' });
    expect(asked).toEqual([['screen', 1]]);
  });

  it('asks nobody where it is granted', async () => {
    const { ports, asked } = system([[source('screen:1:0')]], {
      mac: { isGranted: () => true, version: 15 },
    });
    expect(await createScreenCapture(ports).list()).toMatchObject({ permission: null });
    expect(asked).toEqual([['window+screen', 320]]);
  });
});
