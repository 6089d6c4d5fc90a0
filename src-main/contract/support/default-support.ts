import type { Support } from './support-profile.ts';

/** RadBee's, as it asks for on its page "Xray connection error: data is in another region". */
export const DEFAULT_SUPPORT: Support = {
  name: 'RadBee',
  mail: 'support@radbee.com',
  subject: 'Xray connectivity – data residency',
  ticket: null,
  product: 'Snapshots',
  links: [],
};
