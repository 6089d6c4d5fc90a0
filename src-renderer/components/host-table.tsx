import type { AskedHost } from '../../src-main/contract/diagnosis.ts';
import { say } from '../words/say.ts';

/** How each host behaved, one row a host. A host that has not answered yet says so in its row. */
export function HostTable({ hosts }: { readonly hosts: readonly AskedHost[] }) {
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
              {host.name}
              <span className="small">{new URL(host.baseUrl).hostname}</span>
            </th>
            <td>{keysOf(host)}</td>
            <td className={host.behaviour === 'works' ? 'good' : undefined}>{dataOf(host)}</td>
            <td className="number">
              {host.behaviour === null ? '' : say('hosts.seconds', { seconds: host.totalMs / 1000 })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function keysOf({ tookKeys, behaviour }: AskedHost): string {
  if (tookKeys !== null) return say(tookKeys ? 'hosts.taken' : 'hosts.refused');
  return behaviour === null ? say('hosts.asking') : say('hosts.unknown');
}

function dataOf({ tookKeys, behaviour }: AskedHost): string {
  if (behaviour === null) return say('hosts.asking');
  if (tookKeys === false) return say('hosts.notAsked');
  return say(`hosts.behaviour.${behaviour}`);
}
