import { describe, expect, it } from 'vitest';

import type { Diagnosis, Exchange } from '../../../../src-main/contract/diagnosis.ts';
import { prepareBundle } from '../../../../src-main/evidence/bundle/prepare-bundle.ts';
import type { BundleInput } from '../../../../src-main/evidence/bundle/prepare-bundle.ts';
import { createSecretFinder } from '../../../../src-main/evidence/search/find-secrets.ts';
import { createGate } from '../../../../src-main/evidence/gate/gate.ts';
import { REDACTION_LAYERS } from '../../../../src-main/evidence/redaction/redaction-layers.ts';
import type { RedactionLayers } from '../../../../src-main/evidence/redaction/redaction-layers.ts';
import { createRedactor } from '../../../../src-main/evidence/redaction/redactor.ts';
import type { Redactor } from '../../../../src-main/evidence/redaction/redactor.ts';
import {
  SAMPLE_SECRET,
  SAMPLE_SECRETS,
  sampleDataCall,
  sampleDiagnosis,
  sampleInput,
  sampleResponse,
  sampleSignIn,
} from '../../../support/samples/sample-run.ts';
import { passThroughRedactor } from '../../../support/faults/pass-through-redactor.ts';

const SALT = Buffer.from('salt of the layers');

function answer(body: string, headers: readonly (readonly [string, string])[] = []): Exchange {
  const response = sampleResponse(body);
  return sampleDataCall({
    response: { ...response, headers: headers.map(([name, value]) => ({ name, value })) },
  });
}

const withExchange = (exchange: Exchange): Partial<BundleInput> => ({
  diagnosis: sampleDiagnosis({ exchanges: [sampleSignIn(), exchange] }),
});

const withVerdict = (sentence: string): Partial<BundleInput> => {
  const diagnosis: Diagnosis = sampleDiagnosis();
  return { diagnosis: { ...diagnosis, verdict: { ...diagnosis.verdict, sentence } } };
};

const cutAnswer = (body: string): Exchange => {
  const response = sampleResponse(body);
  return sampleDataCall({ response: { ...response, body: { ...response.body, truncated: true } } });
};

/** The search by value, but not for all that is asked of it. */
const searchWithout = (options: {
  readonly ordinary?: false;
  readonly cut?: false;
}): Pick<RedactionLayers, 'values'> => ({
  values: (secrets) => {
    const find = createSecretFinder(secrets);
    return (text, given) => find(text, { ...given, ...options });
  },
});
const without = (layers: Partial<RedactionLayers>): RedactionLayers => ({ ...REDACTION_LAYERS, ...layers });
/** The text as it is. */
const asOneStep = function* (text: string): Generator<void, string, void> {
  yield;
  return text;
};
const asItIs = { shapes: asOneStep, headers: (_name: string, value: string) => value };
const jwtOfSomebody = `${Buffer.from('{"alg":"HS512","kid":"7"}').toString('base64url')}.${Buffer.from('{"sub":"somebody"}').toString('base64url')}.c2lnbmF0dXJl`;

/** What is left to shapes and fields, of which a known secret has several, is switched off as well. */
const blindToValues = without({
  values: () => createSecretFinder([]),
  shapes: asItIs.shapes,
  headers: asItIs.headers,
  fields: () => false,
});

/** Each layer that is taken out, and evidence that holds what only this layer removes. */
const LAYERS: readonly (readonly [string, RedactionLayers, Partial<BundleInput>])[] = [
  ['known values', blindToValues, {}],
  ['known values in the words of a verdict', blindToValues, withVerdict(`Xray said ${SAMPLE_SECRET}.`)],
  [
    'short values',
    without({ wholeValues: () => () => undefined, ...searchWithout({ ordinary: false }) }),
    { secrets: { ...SAMPLE_SECRETS, clientSecret: 'pw' } },
  ],
  [
    'the end of a cut answer',
    without(searchWithout({ cut: false })),
    withExchange(cutAnswer(`sent ${SAMPLE_SECRET.slice(0, 7)}`)),
  ],
  [
    'tokens of somebody',
    without({ tokens: () => [], shapes: asItIs.shapes }),
    withExchange(answer(`it was ${jwtOfSomebody} there`)),
  ],
  [
    'shapes: a bearer',
    without({ shapes: asItIs.shapes }),
    withExchange(answer('you sent Bearer abcdef0123456789XYZ to me')),
  ],
  [
    'shapes: a password in an address',
    without({ shapes: asItIs.shapes }),
    withExchange(answer('via http://jan:hunter2@proxy:8080')),
  ],
  [
    'shapes: a cookie',
    without({ shapes: asItIs.shapes }),
    withExchange(answer('your request was\ncookie: sid=0a1b2c3d4e5f')),
  ],
  ['shapes: a form', without({ shapes: asItIs.shapes }), withExchange(answer('x?user=jan&password=hunter2'))],
  [
    'shapes: a note',
    without({ shapes: asItIs.shapes }),
    { note: 'We send Bearer abcdef0123456789XYZ along.' },
  ],
  [
    'headers: authorization',
    without({ headers: asItIs.headers }),
    withExchange(answer('{}', [['proxy-authorization', 'NTLM TlRMTVNTUAAB']])),
  ],
  [
    'headers: set-cookie',
    without({ headers: asItIs.headers }),
    withExchange(answer('{}', [['set-cookie', 'sid=abcdefgh; Path=/']])),
  ],
  [
    'headers: a key',
    without({ headers: asItIs.headers }),
    withExchange(answer('{}', [['x-api-key', 'abcdefgh']])),
  ],
  [
    'fields of JSON',
    without({ fields: () => false }),
    withExchange(answer('{"deep":[{"access_token":"0a1b2c3d4e5f"}]}')),
  ],
  [
    'fields of JSON in JSON',
    without({ fields: () => false, shapes: asItIs.shapes }),
    withExchange(answer(JSON.stringify({ inner: JSON.stringify({ api_key: '0a1b2c3d4e5f' }) }))),
  ],
  [
    'what of a page is data',
    without({ structure: (text) => text, shapes: asItIs.shapes }),
    withExchange(answer('<a href="/in?pwd=hunter22">in</a><input value="x" name=y>')),
  ],
  [
    'an unknown token as the answer to a sign-in',
    without({ bareTokens: (text) => text }),
    {
      diagnosis: sampleDiagnosis({
        exchanges: [sampleSignIn({ response: sampleResponse('"opaque-0123456789-abcdefghij"') })],
      }),
    },
  ],
  [
    'the home folder',
    without({ home: () => (text) => text }),
    withExchange(answer('saved in /home/sample-person/x')),
  ],
];

/** A secret whose short value stands where a value stands. */
const orShort = (input: Partial<BundleInput>): BundleInput => {
  const whole = sampleInput(input);
  return whole.secrets.clientSecret === 'pw'
    ? { ...whole, ...withExchange(answer(JSON.stringify({ got: 'pw' }))) }
    : whole;
};

async function judge(input: BundleInput, redactor: Redactor) {
  const bundle = await prepareBundle({ ...input, redactor, keepSuspects: true });
  return createGate(input.secrets).bundle(bundle.zip);
}

describe('with a layer of redaction taken out', () => {
  it.each(LAYERS)(
    '%s: the gate refuses, and lets the same through with the layer',
    async (_, layers, over) => {
      const input = orShort(over);
      expect(await judge(input, createRedactor(input.secrets, SALT))).toEqual({ clean: true });
      expect(await judge(input, createRedactor(input.secrets, SALT, layers))).toMatchObject({ clean: false });
    },
  );

  it('every layer there is was taken out once', () => {
    const taken = LAYERS.flatMap(([, layers]) =>
      Object.entries(layers).flatMap(([name, layer]) =>
        Reflect.get(REDACTION_LAYERS, name) === layer ? [] : [name],
      ),
    );
    expect(new Set(taken)).toEqual(new Set(Object.keys(REDACTION_LAYERS)));
  });

  it('the last look at whole pages: the gate refuses what came together only there', async () => {
    // Two halves that are harmless alone stand side by side in the summary.
    const [head, tail] = [SAMPLE_SECRET.slice(0, 11), SAMPLE_SECRET.slice(11, 22)];
    const input = sampleInput({
      residencyFacts: [{ product: 'Jira', location: head, status: tail }],
    });
    const redactor = createRedactor(input.secrets, SALT);
    const blind: Redactor = {
      ...redactor,
      redactDocument: passThroughRedactor.redactDocument,
      redactLongDocument: passThroughRedactor.redactLongDocument,
    };
    expect(await judge(input, redactor)).toEqual({ clean: true });
    // The summary joins the two by a comma and a blank, so nothing comes together there today.
    expect(await judge(input, blind)).toEqual({ clean: true });
    const leaking: Redactor = { ...blind, redactUserText: passThroughRedactor.redactUserText };
    const note = { ...input, note: `${head}${tail}` };
    expect(await judge(note, redactor)).toEqual({ clean: true });
    expect(await judge(note, leaking)).toMatchObject({ clean: false });
  });

  it('a redactor that fails at a call makes a bundle without the call, and says so', async () => {
    const failing = createRedactor(SAMPLE_SECRETS, SALT, {
      ...REDACTION_LAYERS,
      headers: (name, value, tag) => {
        if (value.includes('breaks')) throw new RangeError('broken');
        return REDACTION_LAYERS.headers(name, value, tag);
      },
    });
    const input = sampleInput({
      ...withExchange(answer('{}', [['x-odd', 'it breaks']])),
      redactor: failing,
    });
    const bundle = await prepareBundle(input);
    const paths = bundle.entries.map(({ path }) => path);
    expect(paths).toContain('calls/global-1-authenticate.txt');
    expect(paths).not.toContain('calls/global-2-data-call.txt');
    const [manifest] = bundle.entries.filter(({ path }) => path === 'manifest.json');
    expect(String(Buffer.from(manifest?.bytes ?? []))).toContain('calls/global-2-data-call.txt: left out');
    expect(await createGate(input.secrets).bundle(bundle.zip)).toEqual({ clean: true });
  });

  it('a redactor that fails always makes no bundle, and the next one works', async () => {
    const throwing = createRedactor(SAMPLE_SECRETS, SALT, {
      ...REDACTION_LAYERS,
      shapes: () => {
        throw new Error('broken');
      },
    });
    await expect(prepareBundle(sampleInput({ redactor: throwing }))).rejects.toThrow('cannot be redacted');
    expect((await prepareBundle(sampleInput())).entries.length).toBeGreaterThan(3);
  });
});
