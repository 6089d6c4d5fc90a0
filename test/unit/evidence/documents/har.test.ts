import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';

import { harOf } from '../../../../src-main/evidence/documents/har.ts';
import { answered, failed } from '../../../support/samples/builders.ts';
import { sampleDiagnosis } from '../../../support/samples/sample-run.ts';

const require = createRequire(import.meta.url);

/** The public schema (npm: har-schema), which is in draft 6 of JSON Schema. */
function validator(): (har: unknown) => readonly unknown[] {
  const folder = dirname(require.resolve('har-schema'));
  const ajv = new Ajv({ strict: false });
  addFormats.default(ajv);
  ajv.addMetaSchema(require('ajv/dist/refs/json-schema-draft-06.json'));
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.json')))
    ajv.addSchema(JSON.parse(readFileSync(join(folder, name), 'utf8')));
  return (har) => {
    ajv.validate('har.json#', har);
    return ajv.errors ?? [];
  };
}

const DIAGNOSIS = sampleDiagnosis();
const WITH_EVERYTHING = {
  ...DIAGNOSIS,
  exchanges: [
    ...DIAGNOSIS.exchanges,
    answered({ call: 'data-call', host: 'eu' }, { status: 200, body: new Uint8Array([80, 75, 5, 6, 0]) }),
    answered(
      { call: 'data-call', host: 'us' },
      { status: 302, headers: { location: 'https://example.org/' } },
    ),
    failed({ call: 'data-call', host: 'au' }, { phase: 'dns', code: 'ENOTFOUND' }),
  ],
};

describe('calls.har', () => {
  it('is valid HAR 1.2 by the public schema, which does find faults', () => {
    const errorsOf = validator();
    const har = harOf(WITH_EVERYTHING, '1.2.3');
    expect(errorsOf(har)).toEqual([]);
    expect(errorsOf({ log: { ...har.log, entries: [{}] } })).not.toEqual([]);
  });

  it('holds every exchange in its order, and a call without an answer as browsers write it', () => {
    const { entries } = harOf(WITH_EVERYTHING, '1.2.3').log;
    expect(entries.map(({ request }) => request.url)).toEqual(
      WITH_EVERYTHING.exchanges.map(({ request }) => request.url),
    );
    expect(entries.at(-1)?.response).toMatchObject({ status: 0, _error: 'dns: ENOTFOUND' });
    expect(entries.at(-2)?.response.redirectURL).toBe('https://example.org/');
    expect(entries.at(-3)?.response.content).toMatchObject({
      size: 5,
      comment: expect.stringContaining('binary'),
    });
  });

  it('counts the phases of a call so that they add up to its time', () => {
    for (const { time, timings } of harOf(WITH_EVERYTHING, '1.2.3').log.entries) {
      const { blocked, dns, connect, send, wait, receive } = timings;
      const sum = [blocked, dns, connect, send, wait, receive]
        .filter((ms) => ms > 0)
        .reduce((a, b) => a + b, 0);
      expect(sum).toBeCloseTo(time, 3);
    }
  });
});
