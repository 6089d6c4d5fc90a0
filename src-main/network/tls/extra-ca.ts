import { X509Certificate } from 'node:crypto';
import { resolve } from 'node:path';

import { fail, succeed } from '../../contract/failure.ts';
import type { Result } from '../../contract/failure.ts';
import { isLocalPath } from '../../contract/input/local-path.ts';
import { NODE_STORAGE } from '../../storage/atomic-file.ts';
import { fileFailureWords } from '../../storage/file-failure.ts';
import { message } from '../../i18n/message.ts';

export const EXTRA_CA_OPTION = '--extra-ca';
/**
 * The variable that does the same. Electron unsets Node's own NODE_EXTRA_CA_CERTS in a packed app whose fuse for Node's
 * options is off (electronjs.org, "Environment Variables").
 */
export const EXTRA_CA_VARIABLE = 'XRAY_DOCTOR_EXTRA_CA';

const MAX_EXTRA_CA_MB = 2;
const MAX_EXTRA_CA_BYTES = MAX_EXTRA_CA_MB * 1024 * 1024;

/** A file with certificates, and what named it. */
export interface ExtraCaFile {
  readonly from: string;
  readonly path: string;
  /** Whether the path is one of this computer's own; what Node reads by itself has been touched before us. */
  readonly mustBeLocal: boolean;
}

/**
 * The files that are named, each as a whole path: `argument` is the value of `--extra-ca`, `folder` what a relative path
 * begins at.
 */
export function extraCaFiles(
  argument: string | null,
  env: Readonly<Record<string, string | undefined>>,
  folder: string,
): readonly ExtraCaFile[] {
  const named = [
    { from: EXTRA_CA_OPTION, path: argument, mustBeLocal: true },
    { from: EXTRA_CA_VARIABLE, path: env[EXTRA_CA_VARIABLE] || null, mustBeLocal: true },
    { from: 'NODE_EXTRA_CA_CERTS', path: env['NODE_EXTRA_CA_CERTS'] || null, mustBeLocal: false },
  ];
  return named.flatMap(({ path, ...file }) => {
    if (path === null) return [];
    // A path of two slashes stays as it is, so that `isLocalPath` sees that it leads elsewhere.
    return [{ ...file, path: /^[\\/]{2}/u.test(path) ? path : resolve(folder, path) }];
  });
}

/**
 * The certificates of one file in PEM: of each block of a PEM file, or the one of a DER file. Fails with a sentence when
 * the file is not of this computer, cannot be read, is too large, or holds none. Never rejects. `read` returns a plain
 * file's bytes, and one more than the limit of a larger one.
 */
export async function readExtraCa(
  { from, path, mustBeLocal }: ExtraCaFile,
  platform: string = process.platform,
  read: (path: string, max: number) => Promise<Uint8Array> = (file, max) => NODE_STORAGE.read(file, max),
): Promise<Result<readonly string[]>> {
  if (mustBeLocal && !isLocalPath(path, platform))
    return fail('bad-input', message('failure.extra-ca.elsewhere', { from }));
  let bytes: Uint8Array;
  try {
    bytes = await read(path, MAX_EXTRA_CA_BYTES);
  } catch (error) {
    return fail('bad-input', message('failure.extra-ca.read', { from, reason: fileFailureWords(error) }));
  }
  if (bytes.length > MAX_EXTRA_CA_BYTES)
    return fail('bad-input', message('failure.extra-ca.too-large', { from, megabytes: MAX_EXTRA_CA_MB }));
  const certificates = [...pemBlocks(Buffer.from(bytes).toString('latin1')), bytes].flatMap(asPem);
  return certificates.length === 0
    ? fail('bad-input', message('failure.extra-ca.none', { from }))
    : succeed([...new Set(certificates)]);
}

const LABELS = ['CERTIFICATE', 'TRUSTED CERTIFICATE'];

function pemBlocks(text: string): string[] {
  const blocks: string[] = [];
  for (const label of LABELS) {
    const [begin, end] = [`-----BEGIN ${label}-----`, `-----END ${label}-----`];
    let from = text.indexOf(begin);
    while (from >= 0) {
      const to = text.indexOf(end, from);
      if (to < 0) break;
      blocks.push(text.slice(from, to + end.length));
      from = text.indexOf(begin, to);
    }
  }
  return blocks;
}

function asPem(certificate: string | Uint8Array): string[] {
  try {
    return [new X509Certificate(certificate).toString().trim()];
  } catch {
    return [];
  }
}
