import type { ArrivedCase } from '../../../src-main/contract/report/verification.ts';
import { useTranslation } from '../../i18n/translation.tsx';
import { dataOf, keysOf } from '../result/host-table.tsx';
import { shown } from './shown.ts';

/** What each host did, its exact answer, and the ids by which Xray finds the call. */
export function DeskHosts({ hosts }: { readonly hosts: ArrivedCase['hosts'] }) {
  const { t, translate } = useTranslation();
  return (
    <section aria-labelledby="desk-hosts">
      <h2 id="desk-hosts">{t('desk.hosts')}</h2>
      <table className="hosts desk-hosts">
        <thead>
          <tr>
            <th scope="col">{t('hosts.host')}</th>
            <th scope="col">{t('hosts.keys')}</th>
            <th scope="col">
              {t('hosts.data')}
              <span className="small">{t('desk.answer')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {hosts.map(({ host, answer, requestIds }) => (
            <tr key={host.id}>
              <th scope="row">
                {shown(translate({ key: `host.${host.id}`, values: {} }, host.name))}
                <span className="small">{shown(new URL(host.baseUrl).hostname)}</span>
              </th>
              <td>{keysOf(host, t)}</td>
              <td>
                <span className={host.behaviour === 'works' ? 'good' : undefined}>{dataOf(host, t)}</span>
                {answer === '' ? null : (
                  <>
                    <span className="desk-answer" lang="en" dir="ltr">
                      {shown(answer)}
                    </span>
                    {requestIds.length === 0 ? (
                      <span className="small">{t('desk.no-id')}</span>
                    ) : (
                      <span className="desk-answer small" lang="en" dir="ltr">
                        {shown(requestIds.join(', '))}
                      </span>
                    )}
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
