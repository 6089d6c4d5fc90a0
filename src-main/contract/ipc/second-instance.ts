import * as z from 'zod';

/** What an instance of the app hands to the one that runs already: the evidence file that it was started with. */
export const secondInstanceDataSchema = z.strictObject({ evidence: z.string().max(32_768).nullable() });
export type SecondInstanceData = z.infer<typeof secondInstanceDataSchema>;
