import type { HostChange, RunComparison } from '../../../src-main/contract/case.ts';
import type { Translate } from '../../../src-main/i18n/translator.ts';
import { useTranslation } from '../../i18n/translation.tsx';
import { Fold } from '../parts/fold.tsx';

/** An earlier check beside the latest one, region by region. */
export function BeforeAfter({ comparison }: { readonly comparison: RunComparison }) {
  const { t, translate } = useTranslation();
  const { before, after, hosts } = comparison;
  return (
    <Fold title={t('compare.title')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('hosts.host')}</th>
            <th scope="col">{t('compare.before', { at: Date.parse(before.checkedAt) })}</th>
            <th scope="col">{t('compare.after', { at: Date.parse(after.checkedAt) })}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('compare.result')}</th>
            <td>{t(`kind.${before.verdict.kind}`)}</td>
            <td>{t(`kind.${after.verdict.kind}`)}</td>
          </tr>
          {hosts.map((host) => (
            <tr key={host.id}>
              <th scope="row">{translate({ key: `host.${host.id}`, values: {} }, host.name)}</th>
              <td>{sideText(host.before, t)}</td>
              <td>{sideText(host.after, t)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Fold>
  );
}

function sideText(side: HostChange['before'], t: Translate): string {
  if (side === null) return t('compare.notAsked');
  if (side.tookKeys === false) return t('kind.credentials-rejected');
  return t(`hosts.behaviour.${side.behaviour ?? 'no-answer'}`);
}
