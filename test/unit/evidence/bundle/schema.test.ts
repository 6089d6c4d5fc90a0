import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { PUBLISHED_SCHEMAS, SCHEMA_FOLDER, schemaText } from '../../../support/samples/published-schemas.ts';

describe('the published schemas', () => {
  it.each(PUBLISHED_SCHEMAS)(
    '$file is what the app keeps to; npm run schema writes it',
    ({ file, schema }) => {
      expect(readFileSync(new URL(file, SCHEMA_FOLDER), 'utf8')).toBe(schemaText(schema));
    },
  );
});
