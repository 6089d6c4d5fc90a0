import { Fragment } from 'react';

import type { Plan } from '../../../src-main/contract/plan.ts';
import { useTranslation } from '../../i18n/translation.tsx';
import { Fold } from '../parts/fold.tsx';

/** What a check will do, request by request; asked for when the person opens it, and again after a change. */
export function PlanDetails({ plan, onOpen }: { readonly plan: Plan | null; readonly onOpen: () => void }) {
  const { t, translate } = useTranslation();
  return (
    <Fold title={t('plan.title')} onOpen={onOpen}>
      {plan === null ? null : (
        <>
          <p>{t('plan.lead')}</p>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('plan.request')}</th>
                <th scope="col">{t('plan.purpose')}</th>
                <th scope="col">{t('plan.carries')}</th>
              </tr>
            </thead>
            <tbody>
              {plan.requests.map(({ method, url, purpose, carries }) => (
                <tr key={`${method} ${url}`}>
                  <th scope="row">
                    <Address text={t('plan.address', { method, url })} />
                  </th>
                  <td>{t(`plan.purpose.${purpose}`)}</td>
                  <td>{t(`plan.carries.${carries}`)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <ul className="plain">
            {plan.remarks.map((remark) => (
              <li key={remark.key}>{translate(remark)}</li>
            ))}
          </ul>
        </>
      )}
    </Fold>
  );
}

/** An address, in whose English words nothing breaks: behind a slash or before a question mark it does. */
function Address({ text }: { readonly text: string }) {
  return (
    <span lang="en">
      {text.split(/(?<=[^/:]\/)|(?=\?)/u).map((part, index) => (
        // The parts never move.
        // oxlint-disable-next-line react/no-array-index-key
        <Fragment key={index}>
          {index === 0 ? null : <wbr />}
          {part}
        </Fragment>
      ))}
    </span>
  );
}
