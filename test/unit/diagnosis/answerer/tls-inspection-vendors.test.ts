import { createServer, connect } from 'node:tls';
import type { DetailedPeerCertificate } from 'node:tls';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import {
  inspectionMakerIn,
  issuerName,
} from '../../../../src-main/diagnosis/answerer/tls-inspection-vendors.ts';
import { certificateFacts } from '../../../../src-main/network/tls/certificate-facts.ts';
import { makeAuthority } from '../../../support/servers/certificates.ts';
import { portOf } from '../../../support/servers/port-of.ts';

/** Names as the makers' own certificates bear them, or close to it. */
const ISSUERS: readonly (readonly [organisation: string, maker: string])[] = [
  ['Zscaler Inc.', 'Zscaler'],
  ['Netskope Inc', 'Netskope'],
  ['ca.goskope.com', 'Netskope'],
  ['Palo Alto Networks', 'Palo Alto Networks'],
  ['Fortinet', 'Fortinet'],
  ['FortiGate CA', 'Fortinet'],
  ['Cisco Umbrella', 'Cisco'],
  ['Sophos Limited', 'Sophos'],
  ['Blue Coat Systems', 'Blue Coat'],
  ['AO Kaspersky Lab', 'Kaspersky'],
  ['ESET, spol. s r. o.', 'ESET'],
  ['Check Point Software', 'Check Point'],
  ['Forcepoint LLC', 'Forcepoint'],
  ['Skyhigh Security', 'Skyhigh Security'],
  ['Trend Micro Inc', 'Trend Micro'],
  ['Barracuda Networks', 'Barracuda'],
  ['WatchGuard Technologies', 'WatchGuard'],
  ['SonicWall Inc', 'SonicWall'],
  ['Cato Networks', 'Cato Networks'],
  ['Menlo Security', 'Menlo Security'],
  ['iboss Inc', 'iboss'],
  ['Cloudflare Gateway CA', 'Cloudflare Gateway'],
  ['Avast Web/Mail Shield', 'Avast'],
  ['AVG Web/Mail Shield', 'AVG'],
  ['Bitdefender Personal CA', 'Bitdefender'],
  ['Norton Web/Mail Shield', 'Norton'],
  ['Symantec Web Security', 'Symantec'],
];

/** A real certificate of an authority with this name, as it comes out of a real handshake. */
async function shownBy(organisation: string): Promise<DetailedPeerCertificate> {
  const authority = await makeAuthority(organisation);
  const { chainPem, keyPem } = await authority.issue({ hosts: ['xray.cloud.getxray.app'] });
  const server = createServer({ cert: chainPem, key: keyPem });
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return new Promise((resolve, reject) => {
    // Only what the certificate says is looked at here; whether it is trusted is the transport's own test.
    const socket = connect({ port: portOf(server), host: '127.0.0.1', rejectUnauthorized: false }, () => {
      resolve(socket.getPeerCertificate(true));
      socket.destroy();
      server.close();
    });
    socket.once('error', reject);
  });
}

describe('who opens secure connections', () => {
  const shown = new Map<string, DetailedPeerCertificate>();
  beforeAll(async () => {
    await Promise.all(ISSUERS.map(async ([name]) => shown.set(name, await shownBy(name))));
  });
  afterAll(() => shown.clear());

  it.each(ISSUERS)('%s', (organisation, maker) => {
    const facts = certificateFacts(shown.get(organisation) ?? {});
    expect(inspectionMakerIn(facts)).toBe(maker);
    expect(issuerName(facts?.issuer ?? '')).toBe(organisation);
  });

  it.each(['Amazon', 'DigiCert Inc', "Let's Encrypt", 'Google Trust Services', 'Reset Ltd', 'Franciscon'])(
    'takes %s for nobody of the kind',
    (organisation) => {
      expect(
        inspectionMakerIn({
          subject: '',
          issuer: `CN=${organisation} CA, O=${organisation}`,
          upperIssuers: [],
          validFrom: '',
          validTo: '',
        }),
      ).toBeNull();
    },
  );

  it('looks up the chain: a company’s own name below, the maker above', () => {
    expect(
      inspectionMakerIn({
        subject: 'CN=xray.cloud.getxray.app',
        issuer: 'CN=Acme Issuing, O=Acme',
        upperIssuers: ['CN=Zscaler Root CA, O=Zscaler Inc.'],
        validFrom: '',
        validTo: '',
      }),
    ).toBe('Zscaler');
  });
});
