import { escapeControlCharacters } from '../../../src-main/contract/input/control-characters.ts';
import type { AskedHost } from '../../../src-main/contract/diagnosis.ts';
import type { Say } from '../../../src-main/i18n/translator.ts';
import { useWords } from '../../i18n/translation.tsx';

/** A host of a foreign file may have any name. */
const MAX_NAME = 100;

/** How each host behaved, one row a host. A host that has not answered yet says so in its row. */
export function HostTable({ hosts }: { readonly hosts: readonly AskedHost[] }) {
  const { say, sayPhrase } = useWords();
  return (
    <table className="hosts">
      <thead>
        <tr>
          <th scope="col">{say('hosts.host')}</th>
          <th scope="col">{say('hosts.keys')}</th>
          <th scope="col">{say('hosts.data')}</th>
          <th scope="col" className="number">
            {say('hosts.time')}
          </th>
        </tr>
      </thead>
      <tbody>
        {hosts.map((host) => (
          <tr key={host.id}>
            <th scope="row">
              {escapeControlCharacters(
                sayPhrase({ key: `host.${host.id}`, values: {} }, host.name).slice(0, MAX_NAME),
              )}
              <span className="small">{new URL(host.baseUrl).hostname}</span>
            </th>
            <td>{keysOf(host, say)}</td>
            <td className={host.behaviour === 'works' ? 'good' : undefined}>{dataOf(host, say)}</td>
            <td className="number">
              {host.behaviour === null ? '' : say('hosts.seconds', { seconds: host.totalMs / 1000 })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function keysOf({ tookKeys, behaviour }: AskedHost, say: Say): string {
  if (tookKeys !== null) return say(tookKeys ? 'hosts.taken' : 'hosts.refused');
  return behaviour === null ? say('hosts.asking') : say('hosts.unknown');
}

function dataOf({ tookKeys, behaviour, came = null }: AskedHost, say: Say): string {
  if (behaviour === null) return say('hosts.asking');
  if (tookKeys === false) return say('hosts.notAsked');
  if (came !== null) return say(`hosts.came.${came}`);
  return say(`hosts.behaviour.${behaviour}`);
}
