import { describe, expect, it } from 'vitest';

import { createRedactor } from '../../../src-main/evidence/redaction/redactor.ts';
import { issuedToken } from '../../../src-main/xray/authenticate.ts';
import { MAX_TOKEN_CHARACTERS, readToken } from '../../../src-main/xray/token.ts';
import {
  SAMPLE_SECRETS,
  sampleDiagnosis,
  sampleResponse,
  sampleSignIn,
} from '../../support/samples/sample-run.ts';

const tokenOf = (length: number): string => 'fakeToken0'.repeat(length / 10 + 1).slice(0, length);

describe('the length of a token', () => {
  it.each([
    ['in quotes', (token: string) => JSON.stringify(token)],
    ['bare', (token: string) => `  ${token}\n`],
  ])('one of more than 8 KiB is none, %s', (_form, bodyOf) => {
    const longest = tokenOf(MAX_TOKEN_CHARACTERS);
    expect(readToken(bodyOf(longest))).toBe(longest);
    expect(readToken(bodyOf(tokenOf(MAX_TOKEN_CHARACTERS + 1)))).toBeNull();
    expect(readToken(bodyOf(tokenOf(200_000)))).toBeNull();
  });

  it('an answer with one that is too long shows nothing of it', async () => {
    const tooLong = tokenOf(60_000);
    const response = sampleResponse(JSON.stringify(tooLong));
    expect(issuedToken({ status: 200, response })).toBeNull();
    const raw = sampleDiagnosis({ exchanges: [sampleSignIn({ response })] });
    const diagnosis = await createRedactor(
      { ...SAMPLE_SECRETS, tokens: [] },
      Buffer.from('salt'),
    ).redactDiagnosis(raw);
    expect(JSON.stringify(diagnosis.exchanges)).not.toContain(tooLong.slice(0, 12));
  });
});
