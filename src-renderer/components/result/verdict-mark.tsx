import type { VerdictKind } from '../../../src-main/contract/diagnosis.ts';
import { Icon } from '../parts/icon.tsx';
import type { IconName } from '../parts/icon.tsx';

/** How a verdict looks: calm unless something is wrong that somebody near has to mend. */
export type Tone = 'good' | 'quiet' | 'attention' | 'wrong';

interface Look {
  readonly tone: Tone;
  readonly icon: IconName;
}

/** The look of a verdict, wherever it is named. */
export function lookOf(kind: VerdictKind): Look {
  switch (kind) {
    case 'healthy':
      return { tone: 'good', icon: 'good' };
    case 'cancelled':
      return { tone: 'quiet', icon: 'quiet' };
    case 'rate-limited':
    case 'xray-unavailable':
      return { tone: 'attention', icon: 'clock' };
    case 'residency':
    case 'residency-suspected':
      return { tone: 'attention', icon: 'pin' };
    case 'unclear':
      return { tone: 'attention', icon: 'help' };
    case 'licence':
    case 'credentials-rejected':
      return { tone: 'wrong', icon: 'key' };
    case 'proxy-sign-in':
    case 'tls-untrusted':
    case 'network':
    case 'intercepted':
      return { tone: 'wrong', icon: 'network' };
  }
}

/** The drawing of a verdict on a patch of its tone; the words beside it say the same. */
export function VerdictMark({ kind }: { readonly kind: VerdictKind }) {
  const { tone, icon } = lookOf(kind);
  return (
    <span className={`mark tone-${tone}`}>
      <Icon large name={icon} />
    </span>
  );
}
