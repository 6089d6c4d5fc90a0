import type { MessageKey } from '../../i18n/catalog.ts';
import type { OPTIONAL_PARTS } from '../values.ts';

export const FILE_KINDS = ['text', 'json', 'picture'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** A file that a bundle can hold. Everything that makes, checks, lists or shows a bundle reads this row. */
export interface BundleFile {
  /** Its path in the zip, or the pattern of its paths. */
  readonly path: string | RegExp;
  /** Paths that the pattern allows; the published schema shows them. */
  readonly examples?: readonly string[];
  readonly kind: FileKind;
  /** Whether a bundle without it is incomplete. */
  readonly isRequired: boolean;
  /** The choice with which the person leaves it out. */
  readonly part?: (typeof OPTIONAL_PARTS)[number];
  /** What `details.txt` says of it; a renderer can say more of one file. */
  readonly about: string;
  /** The sentence for a bundle without it. */
  readonly missing?: MessageKey;
}

export type BundleFiles = Readonly<Record<string, BundleFile>>;

/**
 * What a bundle can hold, in the order of the zip. A new row needs a renderer (`evidence/bundle/render-files.ts`) and
 * `npm run schema`.
 */
export const BUNDLE_FILES = {
  summary: { path: 'summary.txt', kind: 'text', isRequired: true, about: 'what support needs at a glance' },
  ticket: { path: 'ticket.txt', kind: 'text', isRequired: false, about: 'a ticket for Xray, ready to paste' },
  reply: {
    path: 'reply.txt',
    kind: 'text',
    isRequired: false,
    about: 'an answer to the customer, ready to send',
  },
  details: {
    path: 'details.txt',
    kind: 'text',
    isRequired: false,
    about: 'everything that was found, in words',
  },
  note: {
    path: 'note.txt',
    kind: 'text',
    isRequired: false,
    part: 'note',
    about: 'what the customer writes',
  },
  diagnosis: {
    path: 'diagnosis.json',
    kind: 'json',
    isRequired: true,
    about: 'everything that was found, for programs',
  },
  calls: {
    path: /^calls\/[a-z0-9][a-z0-9-]*-(?:1-authenticate|2-data-call)\.txt$/u,
    examples: ['calls/global-1-authenticate.txt', 'calls/global-2-data-call.txt'],
    kind: 'text',
    isRequired: false,
    about: 'a call, as sent and answered',
  },
  har: {
    path: 'calls.har',
    kind: 'json',
    isRequired: false,
    about: "every call as HAR 1.2, for a browser's network panel",
  },
  pictures: {
    path: /^pictures\/residency-[1-9][0-9]?\.png$/u,
    examples: ['pictures/residency-1.png'],
    kind: 'picture',
    isRequired: false,
    part: 'pictures',
    about: 'picture of the Data residency page',
    missing: 'missing.picture',
  },
  log: {
    path: 'log.txt',
    kind: 'text',
    isRequired: false,
    part: 'log',
    about: 'what the app wrote into its own log',
  },
  manifest: {
    path: 'manifest.json',
    kind: 'json',
    isRequired: true,
    about: 'list of the files with their SHA-256',
  },
} as const satisfies BundleFiles;

export type BundleFileId = keyof typeof BUNDLE_FILES;

/** Returns the row that a path belongs to; null for a path that no bundle has. */
export function bundleFileAt(path: string, files: BundleFiles = BUNDLE_FILES): BundleFile | null {
  const isAt = ({ path: own }: BundleFile): boolean =>
    typeof own === 'string' ? own === path : own.test(path);
  return Object.values(files).find(isAt) ?? null;
}

/** Returns the paths that every bundle has. */
export function requiredPaths(files: BundleFiles = BUNDLE_FILES): string[] {
  return Object.values(files).flatMap(({ path, isRequired }) =>
    isRequired && typeof path === 'string' ? [path] : [],
  );
}

/** Returns every fixed path, and examples of the others. */
export function examplePaths(files: BundleFiles = BUNDLE_FILES): string[] {
  return Object.values(files).flatMap(({ path, examples = [] }) =>
    typeof path === 'string' ? [path] : examples,
  );
}
