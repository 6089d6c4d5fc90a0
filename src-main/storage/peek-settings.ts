import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';

import type { Settings, WindowPlace } from '../contract/settings.ts';
import { isLanguage } from '../i18n/language.ts';

/** The file of the settings in the folder of the user's data. */
export const SETTINGS_FILE = 'settings.json';
/** Bytes of that file that are read at all. */
export const MAX_SETTINGS_BYTES = 512 * 1024;

/** What the first picture goes by. */
export interface SettingsPeek extends Pick<Settings, 'language' | 'window' | 'zoom'> {
  /** Whether a support profile is kept, so that another supporter may be named than the usual one. */
  readonly hasProfile: boolean;
}

/**
 * Looks at the settings in `folder` once, at once and without a schema, so that the window can open in its place and
 * language before anything else is loaded. What is not there or does not fit is as at the first start; `openSettings` has
 * the last word. Never throws.
 */
export function peekSettings(folder: string): SettingsPeek {
  const settings = readObject(join(folder, SETTINGS_FILE));
  const { language, zoom, supportProfile } = settings;
  return {
    language: typeof language === 'string' && isLanguage(language) ? language : 'system',
    window: placeOf(settings['window']),
    zoom: isWithin(zoom, 0.25, 5) ? zoom : 1,
    hasProfile: typeof supportProfile === 'string',
  };
}

type Fields = Readonly<Record<string, unknown>>;

function readObject(path: string): Fields {
  try {
    const json: unknown = JSON.parse(readNow(path));
    return isObject(json) ? json : {};
  } catch {
    // No file, or none of ours.
    return {};
  }
}

function readNow(path: string): string {
  // A pipe of that name must not hold the app up; Windows has no such flag.
  const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const { size } = fstatSync(file);
    if (size > MAX_SETTINGS_BYTES) return '';
    const bytes = Buffer.alloc(size);
    return bytes.toString('utf8', 0, readSync(file, bytes, 0, size, 0));
  } finally {
    closeSync(file);
  }
}

function placeOf(value: unknown): WindowPlace | null {
  if (!isObject(value)) return null;
  const { x, y, width, height, maximized } = value;
  if (!isWithin(width, 1, FARTHEST) || !isWithin(height, 1, FARTHEST)) return null;
  const isPlaced = isWithin(x, -FARTHEST, FARTHEST) && isWithin(y, -FARTHEST, FARTHEST);
  return {
    ...(isPlaced ? { x: Math.round(x), y: Math.round(y) } : { x: null, y: null }),
    width: Math.round(width),
    height: Math.round(height),
    maximized: maximized === true,
  };
}

/** Far more than all screens of a wall. */
const FARTHEST = 1_000_000;

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}

function isWithin(value: unknown, low: number, high: number): value is number {
  return typeof value === 'number' && value >= low && value <= high;
}
