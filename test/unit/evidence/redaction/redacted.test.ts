import { describe, expect, it } from 'vitest';

import type { Diagnosis } from '../../../../src-main/contract/diagnosis.ts';
import { isFieldSecret } from '../../../../src-main/evidence/redaction/layers/credential-fields.ts';
import { toEnd } from '../../../../src-main/evidence/cooperative-steps.ts';
import { checkFields } from '../../../../src-main/evidence/gate/check-shapes.ts';
import { createRedactor } from '../../../../src-main/evidence/redaction/redactor.ts';
import { closed, firstOf, joined, jsonOf, partOf } from '../../../../src-main/evidence/redaction/redacted.ts';
import type { Redacted, RedactedText } from '../../../../src-main/evidence/redaction/redacted.ts';
import {
  SAMPLE_SECRET,
  SAMPLE_SECRETS,
  SAMPLE_TOKEN,
  sampleDiagnosis,
} from '../../../support/samples/sample-run.ts';

const redactor = createRedactor(SAMPLE_SECRETS, Buffer.from('salt'));
const diagnosis = await redactor.redactDiagnosis(sampleDiagnosis());

/** A sink of texts, and one of diagnoses. */
const show = (text: RedactedText): string => text;
const tell = (clean: Redacted<Diagnosis>): Diagnosis => clean;

describe('what a sink takes', () => {
  it('is what the redactor made, parts of it, and words of ours around it', () => {
    const sentence = partOf(partOf(diagnosis, 'verdict'), 'sentence');
    expect(show(sentence)).toBe(diagnosis.verdict.sentence);
    expect(tell(diagnosis)).toBe(diagnosis);
    expect(JSON.parse(show(jsonOf(diagnosis)))).toEqual(diagnosis);
    const state: 'done' | 'failed' = Math.random() > 2 ? 'failed' : 'done';
    const line = closed`${new Date(0)} ${state}: ${firstOf(redactor.redactResponse('words'), 3)}, ${7}`;
    expect(show(joined([line, closed`end`], '\n'))).toBe('1970-01-01T00:00:00.000Z done: wor, 7\nend');
  });

  it('is nothing else: the compiler refuses a raw value, a changed copy, and a text of whatever kind', () => {
    const raw = sampleDiagnosis();
    const text: string = raw.verdict.sentence;
    const clean = redactor.redactResponse(text);
    const either = text as string | number;
    const refused = [
      // @ts-expect-error a raw diagnosis
      () => tell(raw),
      // @ts-expect-error a copy that was changed
      () => tell({ ...diagnosis, notes: [text] }), // oxlint-disable-line typescript/no-misused-spread
      // @ts-expect-error a text of a raw diagnosis
      () => show(text),
      // @ts-expect-error a text that was put together
      () => show(`${clean} ${text}`),
      // @ts-expect-error a sum of two texts
      () => show(clean + text),
      // @ts-expect-error a sentence of ours with a raw text in it
      () => show(closed`${clean} ${text}`),
      // @ts-expect-error the same where it may be a number
      () => show(closed`It is ${either}.`),
    ];
    expect(refused).toHaveLength(7);
  });
});

describe('how long a secret is', () => {
  it('is no secret, as our own check tells it; anything else in such a field is', () => {
    expect(isFieldSecret('secretLength', '40')).toBe(false);
    expect(isFieldSecret('secret', '40')).toBe(true);
    expect(toEnd(checkFields('{"facts":{"secretLength":40}}'))).toEqual([]);
    expect(toEnd(checkFields('{"facts":{"secret":40}}'))).not.toEqual([]);
  });
});

describe('a redactor that learns', () => {
  it('removes what it was told later as if it had known it, and forgets nothing', () => {
    const own = createRedactor({ ...SAMPLE_SECRETS, tokens: [] }, Buffer.from('salt'));
    const opaque = 'opaque-token-of-a-regional-host-4711';
    const text = `a ${opaque} and ${SAMPLE_SECRET.slice(3, 20)} b`;
    expect(own.redactUserText(text)).toContain(opaque.slice(0, 12));
    const before = own.secretCount();
    own.addSecrets({ ...SAMPLE_SECRETS, clientSecret: '', tokens: [opaque] });
    expect(own.secretCount()).toBe(before + 1);
    own.addSecrets({ ...SAMPLE_SECRETS, tokens: [opaque] });
    expect(own.secretCount()).toBe(before + 1);
    const whole = createRedactor({ ...SAMPLE_SECRETS, tokens: [opaque] }, Buffer.from('salt'));
    expect(own.redactUserText(text)).toEqual(whole.redactUserText(text));
    own.addSecrets({ ...SAMPLE_SECRETS, tokens: [SAMPLE_TOKEN] });
    expect(own.redactUserText(text)).toEqual(whole.redactUserText(text));
  });

  it('what has to stay exact loses secrets alone', () => {
    const path = '/home/sample-person/evidence/Ab3dE5fG7hI9jK1lM3nO5pQ7/x.zip';
    expect(redactor.redactKnownSecrets(path)).toBe(path);
    expect(redactor.redactKnownSecrets(`${path}?${encodeURIComponent(SAMPLE_SECRET)}`)).toMatch(
      /x\.zip\?‹client-secret#[0-9a-f]{4}›$/u,
    );
  });

  it('takes the values of a sentence that is not said yet', () => {
    const values = { site: 'acme.atlassian.net', renamedTo: `${SAMPLE_SECRET}.atlassian.net`, count: 2 };
    expect(redactor.redactMessage({ key: 'check.site-renamed', values })).toEqual({
      key: 'check.site-renamed',
      values: { ...values, renamedTo: expect.stringMatching(/^‹client-secret#[0-9a-f]{4}›/u) },
    });
  });
});
