import 'reflect-metadata';

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import * as x509 from '@peculiar/x509';

/** What an issued certificate is to say. Dates default to a year around today. */
export interface CertificateWish {
  readonly hosts: readonly string[];
  readonly notBefore?: Date;
  readonly notAfter?: Date;
  readonly organisation?: string;
}

/** A key pair and its certificate in PEM; `chainPem` is the certificate followed by its authority's. */
export interface IssuedCertificate {
  readonly certPem: string;
  readonly keyPem: string;
  readonly chainPem: string;
}

/** A certificate authority that lives as long as the test does. */
export interface Authority {
  readonly certPem: string;
  issue(wish: CertificateWish): Promise<IssuedCertificate>;
  /** Writes the authority's certificate into `folder` and gives the file's path, for NODE_EXTRA_CA_CERTS. */
  writePem(folder: string): string;
}

const KEY = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const SIGNATURE = { name: 'ECDSA', hash: 'SHA-256' } as const;
const DAY_MS = 24 * 60 * 60 * 1000;

let serial = 0;

/** A number that no other certificate of this process has, as hex. */
function nextSerial(): string {
  serial += 1;
  return `${Date.now().toString(16)}${serial.toString(16).padStart(4, '0')}`.padStart(18, '0');
}

async function makeKeys(): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey(KEY, true, ['sign', 'verify']);
}

/** Makes a certificate authority whose certificates are issued in the name of `name`. */
export async function makeAuthority(name = 'Fake Test Authority'): Promise<Authority> {
  const keys = await makeKeys();
  const subject = new x509.Name([{ O: [name] }, { CN: [`${name} Root`] }]);
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: nextSerial(),
    name: subject.toString(),
    notBefore: new Date(Date.now() - DAY_MS),
    notAfter: new Date(Date.now() + 365 * DAY_MS),
    signingAlgorithm: SIGNATURE,
    keys,
    extensions: [
      new x509.BasicConstraintsExtension(true, 1, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  const certPem = `${certificate.toString('pem')}\n`;

  return {
    certPem,
    writePem: (folder) => {
      const file = join(folder, 'authority.pem');
      writeFileSync(file, certPem);
      return file;
    },
    issue: async (wish) => {
      const ownKeys = await makeKeys();
      const own = await x509.X509CertificateGenerator.create({
        serialNumber: nextSerial(),
        subject: new x509.Name([
          { CN: [wish.hosts[0] ?? 'nobody'] },
          ...(wish.organisation === undefined ? [] : [{ O: [wish.organisation] }]),
        ]).toString(),
        issuer: certificate.subject,
        notBefore: wish.notBefore ?? new Date(Date.now() - DAY_MS),
        notAfter: wish.notAfter ?? new Date(Date.now() + 365 * DAY_MS),
        signingAlgorithm: SIGNATURE,
        publicKey: ownKeys.publicKey,
        signingKey: keys.privateKey,
        extensions: [
          new x509.BasicConstraintsExtension(false, undefined, true),
          new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
          new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
          new x509.SubjectAlternativeNameExtension(
            wish.hosts.map((host) => ({
              type: /^[\d.]+$/u.test(host) ? ('ip' as const) : ('dns' as const),
              value: host,
            })),
          ),
          await x509.AuthorityKeyIdentifierExtension.create(keys.publicKey),
        ],
      });
      const pkcs8 = await crypto.subtle.exportKey('pkcs8', ownKeys.privateKey);
      const ownPem = `${own.toString('pem')}\n`;
      return {
        certPem: ownPem,
        keyPem: x509.PemConverter.encode(pkcs8, x509.PemConverter.PrivateKeyTag),
        chainPem: `${ownPem}${certPem}`,
      };
    },
  };
}
