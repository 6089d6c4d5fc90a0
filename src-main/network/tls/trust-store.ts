import { createSecureContext, getCACertificates } from 'node:tls';
import type { SecureContext } from 'node:tls';

import { readExtraCa } from './extra-ca.ts';
import type { ExtraCaFile } from './extra-ca.ts';
import type { SystemRoots } from './system-roots.ts';

/** Node's bundled roots and files of this computer; the system's roots are the caller's, who keeps their thread. */
export const NODE_SOURCES = { bundled: () => getCACertificates('bundled'), readExtra: readExtraCa };

type TrustSources = Readonly<typeof NODE_SOURCES> & { readonly system: () => Promise<SystemRoots> };

/**
 * Joins Node's bundled roots, the system's, and those of the `extra` files, all in PEM. A source that cannot be read is told
 * among the problems and left out: trust only ever becomes less by it. Never rejects for what cannot be read.
 */
export async function loadTrust(extra: readonly ExtraCaFile[], sources: TrustSources) {
  const [system, ...files] = await Promise.all([
    sources.system(),
    ...extra.map((file) => sources.readExtra(file)),
  ]);
  const seconds = (system.waitedMs / 1000).toFixed(1);
  const read = files.flatMap((file) => (file.ok ? [file.value] : []));
  const own = new Set(read.flat());
  const problems = files.flatMap((file) => (file.ok ? [] : [file.failure.message]));
  if (system.certificates === null)
    problems.unshift(
      `The certificates of this computer's system could not be read within ${seconds} seconds.`,
    );
  const certificates = new Set<string>();
  for (const list of [sources.bundled(), system.certificates ?? [], own])
    for (const pem of list) certificates.add(pem.trim());
  return {
    certificates: [...certificates],
    problems,
    hasSystemRoots: system.certificates !== null,
    summary: `certificates: ${system.certificates?.length ?? 'none'} of the system (${system.waitedMs} ms), ${own.size} extra`,
  };
}

/** A context that trusts these roots in PEM and nothing else. Reading hundreds of them takes a while: make it once. */
export function trustOnly(certificates: readonly string[]): SecureContext {
  return createSecureContext({ ca: [...certificates] });
}
