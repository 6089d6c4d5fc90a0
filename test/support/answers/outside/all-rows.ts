import { FILTERS } from './filters.ts';
import { FIREWALLS } from './firewalls.ts';
import { FORMS_OF_WORDS } from './forms.ts';
import { GATEWAYS } from './gateways.ts';
import { GUEST_NETWORKS } from './guest-networks.ts';
import { HEALTHY } from './healthy.ts';
import { LIMITS } from './limits.ts';
import { LOOK_ALIKES } from './look-alikes.ts';
import { MIXED_HOSTS } from './mixed-hosts.ts';
import { NOT_HEALTHY } from './not-healthy.ts';
import type { OutsideRow } from '../outside-row.ts';
import { PASSED_ON } from './passed-on.ts';
import { PROXIES } from './proxies.ts';
import { XRAY_KEYS } from './xray-keys.ts';
import { XRAY_WORDS } from './xray-words.ts';

/** Every answer that was seen outside. */
export const OUTSIDE: readonly OutsideRow[] = [
  ...FILTERS,
  ...PROXIES,
  ...GUEST_NETWORKS,
  ...PASSED_ON,
  ...FIREWALLS,
  ...GATEWAYS,
  ...XRAY_WORDS,
  ...XRAY_KEYS,
  ...HEALTHY,
  ...NOT_HEALTHY,
  ...LOOK_ALIKES,
  ...LIMITS,
  ...MIXED_HOSTS,
  ...FORMS_OF_WORDS,
];
