import type { VerdictKind } from '../../../src-main/contract/diagnosis.ts';
import { Icon } from '../parts/icon.tsx';
import type { IconName } from '../parts/icon.tsx';

/** How a verdict looks: calm unless something is wrong that somebody near has to mend. */
export type Tone = 'good' | 'quiet' | 'attention' | 'wrong';

const LOOKS: Readonly<Record<VerdictKind, readonly [Tone, IconName]>> = {
  healthy: ['good', 'good'],
  cancelled: ['quiet', 'quiet'],
  'rate-limited': ['attention', 'clock'],
  'xray-unavailable': ['attention', 'clock'],
  residency: ['attention', 'pin'],
  'residency-suspected': ['attention', 'pin'],
  unclear: ['attention', 'help'],
  licence: ['wrong', 'key'],
  'credentials-rejected': ['wrong', 'key'],
  'proxy-sign-in': ['wrong', 'network'],
  'tls-untrusted': ['wrong', 'network'],
  network: ['wrong', 'network'],
  intercepted: ['wrong', 'network'],
};

/** The drawing of a verdict on a patch of its tone; the words beside it say the same. */
export function VerdictMark({ kind }: { readonly kind: VerdictKind }) {
  const [tone, icon] = LOOKS[kind];
  return (
    <span className={`mark tone-${tone}`}>
      <Icon large name={icon} />
    </span>
  );
}
