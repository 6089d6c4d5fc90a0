import { isMessageKey } from '../../i18n/catalog.ts';
import { message } from '../../i18n/message.ts';
import type { Message } from '../../i18n/message.ts';
import type { Check, Diagnosis, Residency } from '../diagnosis.ts';
import type { ResidencyFact } from '../picture.ts';
import { locationOf, readResidency, XRAY_LOCATIONS } from './residency-reading.ts';

/** What the person says of Atlassian's Data residency page. */
export interface StatedResidency {
  readonly residency: Residency;
  readonly facts: readonly ResidencyFact[];
}

/** A check that has not been said in any language yet. */
export type UnsaidCheck = Pick<Check, 'id' | 'level' | 'facts'> & { readonly phrase: Message };

/**
 * Holds what the person says of Atlassian's page against what the hosts answered. Returns what does not fit together, and where
 * an administrator may act at once; nothing where nothing was stated.
 */
export function residencyChecks(diagnosis: Diagnosis, stated: StatedResidency): UnsaidCheck[] {
  const of = (product: ResidencyFact['product']): ResidencyFact | undefined =>
    stated.facts.find((fact) => fact.product === product && (fact.location !== '' || fact.status !== ''));
  const jira = of('Jira');
  const xray = of('Xray');
  return [
    jira === undefined || xray === undefined ? null : areApart(jira, xray),
    xray === undefined ? null : isAnsweredElsewhere(xray, diagnosis),
    isMovingAfterAll(diagnosis, stated),
  ].filter((check) => check !== null);
}

/** The host that stands for the location of a product; `global` is every region. */
function hostOf({ location }: ResidencyFact): string | null {
  const named = locationOf(location);
  const hasHost = named === 'Global' || XRAY_LOCATIONS.includes(named);
  return named !== null && hasHost ? named.toLowerCase() : null;
}

const look = (id: Check['id'], phrase: Message, facts: Check['facts']): UnsaidCheck => ({
  id,
  level: 'look',
  phrase,
  facts,
});

/**
 * *Eligible* means that an administrator can move the app to where the product is (support.atlassian.com, "Moving your
 * Marketplace apps data to another location"). That this ends the fault is not proven. Otherwise both locations must be known.
 */
function areApart(jira: ResidencyFact, xray: ResidencyFact): UnsaidCheck | null {
  const facts = { jira: jira.location, xray: xray.location };
  if (readResidency([jira, xray]).situation === 'movable')
    return look('residency-move-app', message('check.residency.move-app', facts), facts);
  const [here, there] = [hostOf(jira), hostOf(xray)];
  return here === null || there === null || here === there
    ? null
    : look('residency-contradiction', message('check.residency.apart', facts), facts);
}

function isAnsweredElsewhere(xray: ResidencyFact, { hosts }: Diagnosis): UnsaidCheck | null {
  const stated = hostOf(xray);
  const working = hosts.filter(({ behaviour }) => behaviour === 'works').map(({ id }) => id);
  if (stated === null || stated === 'global' || working.length === 0) return null;
  if (working.includes('global') || working.includes(stated)) return null;
  const names = working.map((id) => {
    const key = `host.${id}`;
    return isMessageKey(key) ? { key } : id.toUpperCase();
  });
  const values = { location: xray.location, regions: names, count: names.length };
  return look('residency-contradiction', message('check.residency.elsewhere', values), {
    stated: xray.location,
    answering: working.join(', '),
  });
}

function isMovingAfterAll({ verdict }: Diagnosis, { residency }: StatedResidency): UnsaidCheck | null {
  return residency === 'pinned' && verdict.rule === 'residency-suspected.migration'
    ? look('residency-contradiction', message('check.residency.moving'), { stated: residency })
    : null;
}
