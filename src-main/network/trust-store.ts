import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createSecureContext, getCACertificates } from 'node:tls';
import type { SecureContext } from 'node:tls';

/** The roots that a server's certificate must lead to, in PEM, and sentences about what could not be read. */
export interface Trust {
  readonly certificates: readonly string[];
  readonly problems: readonly string[];
}

/** Where roots come from; a test passes its own. */
export interface TrustSources {
  readonly builtIn: (type: 'bundled' | 'system') => readonly string[];
  readonly readFile: (path: string) => string;
}

const NODE_SOURCES: TrustSources = {
  builtIn: (type) => getCACertificates(type),
  readFile: (path) => readFileSync(path, 'latin1'),
};

/**
 * Joins Node's bundled roots, the system's, and those of `extraFile` (NODE_EXTRA_CA_CERTS, which Electron's main process
 * does not read by itself). A source that cannot be read is told and left out: trust only ever becomes less by it.
 */
export function loadTrust(
  options: { readonly extraFile: string | undefined },
  sources: TrustSources = NODE_SOURCES,
): Trust {
  const certificates = new Set<string>();
  const problems: string[] = [];
  for (const type of ['bundled', 'system'] as const) {
    try {
      for (const pem of sources.builtIn(type)) certificates.add(pem.trim());
    } catch {
      problems.push(`The ${type} certificates of this computer could not be read.`);
    }
  }
  if (options.extraFile !== undefined && options.extraFile !== '') {
    const extra = readExtra(options.extraFile, sources);
    if (extra.length === 0)
      problems.push('The file named in NODE_EXTRA_CA_CERTS could not be read or holds no certificate.');
    for (const pem of extra) certificates.add(pem);
  }
  return { certificates: [...certificates], problems };
}

/** A context that trusts these roots in PEM and nothing else. Reading hundreds of them takes a while: make it once. */
export function trustOnly(certificates: readonly string[]): SecureContext {
  return createSecureContext({ ca: [...certificates] });
}

const PEM = /-----BEGIN (?:TRUSTED )?CERTIFICATE-----[\s\S]+?-----END (?:TRUSTED )?CERTIFICATE-----/gu;

function readExtra(file: string, sources: TrustSources): string[] {
  try {
    return (sources.readFile(file).match(PEM) ?? []).filter(isCertificate);
  } catch {
    return [];
  }
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).raw.length > 0;
  } catch {
    return false;
  }
}
