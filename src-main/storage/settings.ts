import { join } from 'node:path';

import * as z from 'zod';

import { fail, succeed } from '../contract/failure.ts';
import type { Result } from '../contract/failure.ts';
import { parseJsonBytes } from '../contract/text/json.ts';
import { DEFAULT_SETTINGS, SETTINGS_VERSION, settingsSchema } from '../contract/settings.ts';
import type { Settings } from '../contract/settings.ts';
import { message } from '../i18n/message.ts';
import {
  makeFolder,
  NODE_STORAGE,
  readWhole,
  removeLeftovers,
  setAside,
  writeAtomically,
} from './atomic-file.ts';
import type { StorageIo } from './atomic-file.ts';
import { MAX_SETTINGS_BYTES, SETTINGS_FILE } from './peek-settings.ts';

/** The last file that could not be used, for whoever wants to know what was in it. */
const DAMAGED_FILE = 'settings.damaged.json';
const SUBJECT = 'settings';

/** The settings of this computer's user. */
export type SettingsStore = Awaited<ReturnType<typeof openSettings>>;

type Found =
  | { readonly kind: 'read'; readonly settings: Settings }
  | { readonly kind: 'damaged'; readonly why: string }
  /** Left alone: another version of the app or another person needs it as it is. */
  | { readonly kind: 'not-ours'; readonly why: string };

/**
 * Opens `settings.json` in `folder`, which is made if it is missing. A damaged file is renamed to `settings.damaged.json`;
 * a newer app's file, or one that cannot be read, is left alone, and changes then live in memory only. In each of these
 * cases the defaults are used and a line is logged. Never rejects.
 */
export async function openSettings(options: {
  readonly folder: string;
  readonly log: (line: string) => void;
  readonly io?: StorageIo;
}) {
  const { folder, log, io = NODE_STORAGE } = options;
  const path = join(folder, SETTINGS_FILE);
  const made = await makeFolder(folder, SUBJECT, io);
  if (!made.ok) log(made.failure.message);
  await removeLeftovers(folder, io);
  const found = await readSettings(path, io);
  let settings = found.kind === 'read' ? found.settings : DEFAULT_SETTINGS;
  let isKept = found.kind !== 'not-ours';
  if (found.kind === 'damaged') isKept = await setAside(path, join(folder, DAMAGED_FILE), io);
  if (found.kind !== 'read') {
    const then = found.kind === 'damaged' && isKept ? `It is now ${DAMAGED_FILE}.` : 'It is left as it is.';
    log(`${SETTINGS_FILE} is not used: ${found.why} ${then} The usual settings hold.`);
  }

  let written = found.kind === 'read' ? settings : null;
  let last: Promise<unknown> = Promise.resolve();

  const write = async (): Promise<Result<null>> => {
    if (!isKept) return fail('file-in-the-way', message('failure.settings.not-kept'));
    // Several changes in a row are one write.
    const now = settings;
    if (written === now) return succeed(null);
    const text = `${JSON.stringify(now, null, 2)}\n`;
    const done = await writeAtomically(path, Buffer.from(text, 'utf8'), SUBJECT, io);
    if (done.ok) written = now;
    else log(done.failure.message);
    return done;
  };

  return {
    /** The settings in memory, which may not be on the disk. */
    current: () => settings,
    /**
     * Changes settings at once in memory, then on the disk. Fails as `writeAtomically` does, with `bad-input` when the
     * change does not fit, and with `file-in-the-way` when another version's file is left alone. Never rejects.
     */
    change: async (change: Partial<Omit<Settings, 'schemaVersion'>>): Promise<Result<null>> => {
      const next = settingsSchema.safeParse({ ...settings, ...change });
      if (!next.success) return fail('bad-input', message('failure.settings.unknown'));
      settings = next.data;
      const own = last.then(write);
      last = own;
      return own;
    },
    /** Resolves once every change so far is on the disk, or has failed; the same promise while nothing changes. */
    settled: () => last,
  };
}

const versionSchema = z.looseObject({ schemaVersion: z.number() });

async function readSettings(path: string, io: StorageIo): Promise<Found> {
  const file = await readWhole(path, MAX_SETTINGS_BYTES, SUBJECT, io);
  if (!file.ok) {
    const { code, message } = file.failure;
    return { kind: code === 'bad-input' ? 'damaged' : 'not-ours', why: message };
  }
  if (file.value === null) return { kind: 'read', settings: DEFAULT_SETTINGS };
  const json = parseJsonBytes(file.value);
  const settings = settingsSchema.safeParse(json);
  if (settings.success) return { kind: 'read', settings: settings.data };
  const version = versionSchema.safeParse(json);
  if (version.success && version.data.schemaVersion > SETTINGS_VERSION)
    return { kind: 'not-ours', why: 'it was written by a newer version of this app.' };
  return { kind: 'damaged', why: 'it does not hold settings of this app.' };
}
