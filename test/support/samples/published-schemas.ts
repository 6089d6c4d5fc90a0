import * as z from 'zod';

import { evidenceDocumentSchema } from '../../../src-main/contract/report/verification.ts';
import { manifestSchema } from '../../../src-main/evidence/bundle/manifest.ts';

/** Where the published schemas lie. */
export const SCHEMA_FOLDER = new URL('../../../assets/schema/', import.meta.url);

/** Each published file and the schema that it is made of. */
export const PUBLISHED_SCHEMAS: readonly { readonly file: string; readonly schema: z.ZodType }[] = [
  { file: 'diagnosis-v1.json', schema: evidenceDocumentSchema },
  { file: 'manifest-v1.json', schema: manifestSchema },
];

/** A schema as it is published (JSON Schema, draft 2020-12). */
export function schemaText(schema: z.ZodType): string {
  return `${JSON.stringify(z.toJSONSchema(schema), null, 2)}\n`;
}
