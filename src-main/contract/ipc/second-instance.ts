import * as z from 'zod';

/** What an instance of the app hands to the one that runs already: the evidence files that it was started with. */
export const secondInstanceDataSchema = z.strictObject({
  evidence: z.array(z.string().max(32_768)).max(1000).readonly(),
});
export type SecondInstanceData = z.infer<typeof secondInstanceDataSchema>;
