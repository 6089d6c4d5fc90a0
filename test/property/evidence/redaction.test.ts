import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Diagnosis } from '../../../src-main/contract/diagnosis.ts';
import { MAX_FACT_LENGTH } from '../../../src-main/contract/picture.ts';
import { prepareBundle } from '../../../src-main/evidence/bundle/prepare-bundle.ts';
import type { BundleInput } from '../../../src-main/evidence/bundle/prepare-bundle.ts';
import { createGate } from '../../../src-main/evidence/gate/gate.ts';
import { createRedactor } from '../../../src-main/evidence/redaction/redactor.ts';
import type { KnownSecrets } from '../../../src-main/evidence/search/known-secrets.ts';
import { passThroughRedactor } from '../../support/faults/pass-through-redactor.ts';
import { hexSecret, planted, PLACES, secret, withBody } from '../../support/faults/planted-secrets.ts';
import {
  SAMPLE_SECRETS,
  sampleDataCall,
  sampleDiagnosis,
  sampleInput,
  sampleResponse,
  sampleSignIn,
} from '../../support/samples/sample-run.ts';

/** Many bundles on a busy machine; that nothing planted survives is said by ten-thousand.test.ts. */
const SLOW = 240_000;

const prepared = (parts: Partial<BundleInput>) => prepareBundle(sampleInput(parts));

describe('the redactor', () => {
  it('keeps a JSON body JSON of the same shape', () => {
    const redactor = (known: string) =>
      createRedactor({ ...SAMPLE_SECRETS, clientSecret: known }, Buffer.from('s'));
    fc.assert(
      fc.property(secret, fc.json(), (known, json) => {
        const body = JSON.stringify({
          before: known,
          inner: JSON.parse(json),
          after: [known, 'plain words'],
        });
        const text = redactor(known).redactResponse(body);
        const parsed: unknown = JSON.parse(text);
        expect(parsed).toMatchObject({
          before: expect.stringMatching(/^‹/u),
          after: [expect.any(String), 'plain words'],
        });
        expect(text.includes(JSON.stringify(known).slice(1, -1))).toBe(false);
      }),
    );
  });

  it('changes nothing in what it gave', () => {
    fc.assert(
      fc.property(planted, ({ text, secrets }) => {
        const redactor = createRedactor(secrets, Buffer.from('s'));
        const once = redactor.redactResponse(`a ${text} b`);
        expect(redactor.redactResponse(once)).toBe(once);
      }),
    );
  });

  it('leaves an innocent diagnosis as it is', async () => {
    await fc.assert(
      fc.asyncProperty(hexSecret, async (known) => {
        const diagnosis = withBody('{"error":"Xray data is in another region."}');
        const clean = {
          ...diagnosis,
          exchanges: diagnosis.exchanges
            .slice(1)
            .map((e) => ({ ...e, request: { ...e.request, headers: [] } })),
        };
        const redactor = createRedactor({ ...SAMPLE_SECRETS, clientSecret: `${known}zz` }, Buffer.from('s'));
        expect(await redactor.redactDiagnosis(clean)).toEqual(clean);
      }),
    );
  });
});

describe('a secret that looks like ordinary text', () => {
  const ORDINARY = [
    "'",
    'password',
    'authenticate',
    'xray',
    'OK',
    '1',
    '401',
    'error',
    'Xray',
    '20260301',
    '{}',
    '"',
    '\\',
    '/',
    'administrator',
    'password1234',
    'credentials',
    'aaaaaaaaaaaaaaaaaaaaaaaa',
    '0'.repeat(64),
  ];
  const short = fc.string({ maxLength: 7 });

  it(
    'never keeps the evidence from being made, and never stands in its own field',
    async () => {
      await fc.assert(
        fc.asyncProperty(short, short, async (clientSecret, proxyPassword) => {
          const body = JSON.stringify({ client_id: SAMPLE_SECRETS.clientId, client_secret: clientSecret });
          const signIn = sampleSignIn();
          const diagnosis = sampleDiagnosis({
            exchanges: [
              { ...signIn, request: { ...signIn.request, body } },
              sampleDataCall({ response: sampleResponse(JSON.stringify({ echo: clientSecret })) }),
            ],
          });
          const secrets = { ...SAMPLE_SECRETS, clientSecret, proxyPasswords: [proxyPassword] };
          const bundle = await prepared({ diagnosis, secrets });
          const gate = createGate(secrets);
          expect(await gate.bundle(bundle.zip)).toEqual({ clean: true });
          expect(await gate.draft(await bundle.draft(), bundle.zip)).toEqual({ clean: true });
          expect(await gate.texts([bundle.mail.body, bundle.fileName])).toEqual({ clean: true });
          if (clientSecret.trim() === '') return;
          // The curl command has a quote of the shell in the field's place, so its lines are left out.
          for (const { bytes } of bundle.entries)
            expect(
              Buffer.from(bytes)
                .toString('utf8')
                .replaceAll(/^ {2}--data .*$/gmu, ''),
            ).not.toContain(`"client_secret":${JSON.stringify(clientSecret)}`);
        }),
        {
          numRuns: 40,
          // Each of the words, as the secret and as the password of a proxy.
          examples: ORDINARY.map((word, index) => [word, ORDINARY.at(index - 1) ?? '']),
        },
      );
    },
    SLOW,
  );
});

describe('the gate, with the redactor switched off', () => {
  /** The last exchange alone, without the sample's own secrets, so that nothing but what was planted can be found. */
  const bare = (diagnosis: Diagnosis): Diagnosis => ({
    ...diagnosis,
    exchanges: diagnosis.exchanges.slice(-1).map((exchange) => ({
      ...exchange,
      request: {
        ...exchange.request,
        headers: exchange.request.headers.filter(({ name }) => name !== 'authorization'),
      },
    })),
  });
  const judge = async (input: Partial<BundleInput> & { readonly secrets: KnownSecrets }) => {
    const bundle = await prepared({ ...input, redactor: passThroughRedactor, keepSuspects: true });
    return createGate(input.secrets).bundle(bundle.zip);
  };

  it(
    'lets no bundle through that holds a secret in any dress, and would let the same through without it',
    async () => {
      await fc.assert(
        fc.asyncProperty(planted, async ({ dress: worn, place: where, text, diagnosis, typed, secrets }) => {
          // Half an HTML encoding and a fragment of few letters are the redactor's alone.
          fc.pre(!['html', 'first 14', 'last 14', 'middle 12'].includes(worn));
          // What is said of a product has 80 characters at most, so that a longer dress is cut off.
          fc.pre(where !== 'fact' || `Pinned ${text}`.length <= MAX_FACT_LENGTH);
          expect(await judge({ ...typed, diagnosis: bare(diagnosis), secrets })).toMatchObject({
            clean: false,
          });
          // A cookie is none of ours to send, whatever it holds.
          if (where === 'cookie') return;
          const innocent = PLACES[where]?.('innocent') ?? withBody('innocent');
          expect(await judge({ diagnosis: bare(innocent), secrets })).toEqual({ clean: true });
        }),
        { numRuns: 60 },
      );
    },
    SLOW,
  );
});
