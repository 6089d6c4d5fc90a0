import { escapeControlCharacters } from '../../../src-main/contract/input/control-characters.ts';
import type { AskedHost } from '../../../src-main/contract/diagnosis.ts';
import type { Translate } from '../../../src-main/i18n/translator.ts';
import { useTranslation } from '../../i18n/translation.tsx';

/** A host of a foreign file may have any name. */
const MAX_NAME = 100;

/** How each host behaved, one row a host. A host that has not answered yet says so in its row. */
export function HostTable(props: {
  readonly hosts: readonly AskedHost[];
  /** Without addresses and times. */
  readonly isBrief?: boolean;
}) {
  const { hosts, isBrief = false } = props;
  const { t, translate } = useTranslation();
  return (
    <table className="hosts">
      <thead>
        <tr>
          <th scope="col">{t('hosts.host')}</th>
          <th scope="col">{t('hosts.keys')}</th>
          <th scope="col">{t('hosts.data')}</th>
          {isBrief ? null : (
            <th scope="col" className="number">
              {t('hosts.time')}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {hosts.map((host) => (
          <tr key={host.id}>
            <th scope="row">
              {escapeControlCharacters(
                translate({ key: `host.${host.id}`, values: {} }, host.name).slice(0, MAX_NAME),
              )}
              {isBrief ? null : <span className="small">{new URL(host.baseUrl).hostname}</span>}
            </th>
            <td>{keysOf(host, t)}</td>
            <td className={host.behaviour === 'works' ? 'good' : undefined}>{dataOf(host, t)}</td>
            {isBrief ? null : (
              <td className="number">
                {host.behaviour === null ? '' : t('hosts.seconds', { seconds: host.totalMs / 1000 })}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Returns whether a host accepted the keys, in words. */
export function keysOf({ tookKeys, behaviour }: AskedHost, t: Translate): string {
  if (tookKeys !== null) return t(tookKeys ? 'hosts.taken' : 'hosts.refused');
  return behaviour === null ? t('hosts.asking') : t('hosts.unknown');
}

/** Returns what a host did with the data call, in words. */
export function dataOf({ tookKeys, behaviour, came = null }: AskedHost, t: Translate): string {
  if (behaviour === null) return t('hosts.asking');
  if (tookKeys === false) return t('hosts.notAsked');
  if (came !== null) return t(`hosts.came.${came}`);
  return t(`hosts.behaviour.${behaviour}`);
}
