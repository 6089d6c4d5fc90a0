/** `npm run schema`: publishes the schemas of a bundle's JSON files as JSON Schema. */
import { mkdirSync, writeFileSync } from 'node:fs';

import { PUBLISHED_SCHEMAS, SCHEMA_FOLDER, schemaText } from '../samples/published-schemas.ts';

mkdirSync(SCHEMA_FOLDER, { recursive: true });
for (const { file, schema } of PUBLISHED_SCHEMAS)
  writeFileSync(new URL(file, SCHEMA_FOLDER), schemaText(schema));
