import { BUNDLE_FILES } from '../../../contract/report/bundle-files.ts';
import type { Residency, Verdict } from '../../../contract/diagnosis.ts';

const { ticket, reply } = BUNDLE_FILES;

/**
 * Returns what support does next, for whoever reads the summary. `paths` are the files of the bundle: a letter that was left
 * out cannot be filed or sent.
 */
export function nextForSupport(
  { kind, rule, owner }: Pick<Verdict, 'kind' | 'rule' | 'owner'>,
  residency: Residency,
  paths: readonly string[],
  mayPassOn: boolean | null,
): string {
  const ask =
    mayPassOn === false ? 'Ask the customer first, who said that Xray may not get the report. ' : '';
  const filed = paths.includes(ticket.path)
    ? `File ${ticket.path} with Xray.`
    : `File a ticket with Xray; ${ticket.path} was left out.`;
  const file = `${ask}${filed}`;
  const send = paths.includes(reply.path)
    ? `Send ${reply.path} to the customer.`
    : `Answer the customer; ${reply.path} was left out.`;
  const noTicket = `${send} Nothing to file with Xray.`;
  switch (kind) {
    case 'residency':
    case 'residency-suspected':
      // Xray's words of a move, or the customer's: a move that ends in a day needs no ticket.
      return residency === 'migrating' || rule === 'residency-suspected.migration'
        ? `A move is under way: ask for a new check once it has ended. If that check fails too: ${lowered(file)}`
        : file;
    case 'xray-unavailable':
      return `Look at Xray's status page and ask for a new check after an hour. If that check fails too: ${lowered(file)}`;
    case 'healthy':
      return `${send} Look for the cause in the stored keys and in how the product calls Xray.`;
    case 'unclear':
      return owner === 'radbee' ? `${send} Read the answer in calls/ to find out who has to act.` : noTicket;
    case 'proxy-sign-in':
    case 'tls-untrusted':
    case 'network':
    case 'intercepted':
      return `${noTicket} This says little about the product, which calls Xray from its own servers.`;
    case 'rate-limited':
    case 'licence':
    case 'credentials-rejected':
      return noTicket;
    case 'cancelled':
      return 'Ask for a check that runs to its end.';
  }
}

function lowered(sentence: string): string {
  return `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`;
}
