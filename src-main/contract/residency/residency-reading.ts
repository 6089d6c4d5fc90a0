import { message } from '../../i18n/message.ts';
import type { Message } from '../../i18n/message.ts';
import type { Residency } from '../diagnosis.ts';
import type { ResidencyFact } from '../picture.ts';

/**
 * The locations of Atlassian's data residency by their documented names (developer.atlassian.com, "Data residency for
 * Connect apps"), with their names in the languages of the app. The page may add the AWS regions, and may write a country's
 * name in place of its code, which counts in capitals or as the whole text.
 */
const NAMES = {
  Global: ['global', 'all regions', 'weltweit', 'mondial'],
  EU: ['european union', 'europe', 'europa', 'europäische union', 'union européenne', 'unión europea'],
  US: ['usa', 'united states', 'vereinigte staaten', 'états-unis', 'estados unidos'],
  AU: ['australia', 'australien', 'australie', 'sydney'],
  DE: ['germany', 'deutschland', 'allemagne', 'alemania'],
  SG: ['singapore', 'singapur', 'singapour'],
  CA: ['canada', 'kanada', 'canadá'],
  IN: ['india', 'indien', 'inde'],
  KR: ['south korea', 'südkorea', 'corée du sud', 'corea del sur'],
  JP: ['japan', 'japon', 'japón'],
  GB: ['united kingdom', 'uk', 'vereinigtes königreich', 'royaume-uni', 'reino unido'],
  CH: ['switzerland', 'schweiz', 'suisse', 'suiza'],
} as const;
type PageLocation = keyof typeof NAMES;

export const PAGE_LOCATIONS = Object.keys(NAMES).filter((name): name is PageLocation =>
  Object.hasOwn(NAMES, name),
);

/** The documented statuses of an app (support.atlassian.com, "Moving your Marketplace apps data to another location"). */
export const PAGE_STATUSES = ['Pinned', 'Eligible', 'Not eligible', 'No action available'] as const;
type PageStatus = (typeof PAGE_STATUSES)[number];

/** What a person chooses for a move. Atlassian's own words for it are not documented, so these are ours. */
export const MOVE_STATUS = 'Move scheduled or in progress';

/** Which way it is, as far as the page tells. */
export type ResidencySituation = 'pinned' | 'moving' | 'product-moved' | 'movable' | 'unknown';

export interface ResidencyReading {
  readonly situation: ResidencySituation;
  /** What the rest of the app asks for. */
  readonly residency: Residency;
  /** One line: what the page says, and what that means. */
  readonly sentence: Message;
}

/** The regions that Xray documents besides the global host; elsewhere Xray's data may have nowhere to follow to. */
export const XRAY_LOCATIONS: readonly (PageLocation | null)[] = ['EU', 'US', 'AU'];

/** A plan or something that goes on. The name of a move alone may be one that is over, or the label of a button. */
const MOVE =
  /(?<!\p{L})(?:scheduled|planned|pending|in progress|under ?way|ongoing|moving|migrating|transferring|being (?:moved|migrated|transferred)|geplant|läuft|wird (?:gerade )?(?:verschoben|migriert|umgezogen)|planifié|prévu|en cours|programad|previst|en curso)/iu;
/** A move that is over, was called off or is denied. */
const NO_MOVE =
  /(?<!\p{L})(?:complet|done|finish|cancel|fail|no|not|none|never|abgeschlossen|abgebrochen|kein|keine|nicht|termin|annul|aucun|pas|finaliz|ningún|ninguna|sin)(?!\p{L})|(?<!\p{L})(?:complet|cancel|fail|finish|annul|termin|finaliz)/iu;

/** Returns whether a status says that a move is planned or going on, in a language of the app. */
export function isMove(status: string): boolean {
  return MOVE.test(status) && !NO_MOVE.test(status);
}

/** Returns the location that a text names, null when it names none or more than one. */
export function locationOf(text: string): PageLocation | null {
  const lower = text.trim().toLowerCase();
  const words = lower.split(/[^\p{L}-]+/u).join(' ');
  const codes = new Set(text.split(/[^\p{L}]+/u));
  const found = PAGE_LOCATIONS.filter(
    (location) =>
      lower === location.toLowerCase() ||
      codes.has(location) ||
      NAMES[location].some((name) => ` ${words} `.includes(` ${name} `)),
  );
  const [location = null] = found;
  return found.length === 1 ? location : null;
}

function statusOf(text: string): PageStatus | null {
  const bare = text.trim().toLowerCase();
  return PAGE_STATUSES.find((status) => status.toLowerCase() === bare) ?? null;
}

/**
 * Reads from what Atlassian's page says of Jira and Xray which way it is. Words that are not known lead to `unknown`, never
 * to a guess. That moving an *Eligible* app ends the fault is not proven, and the sentence says so.
 */
export function readResidency(facts: readonly ResidencyFact[]): ResidencyReading {
  const jira = entryOf(facts, 'Jira');
  const xray = entryOf(facts, 'Xray');
  const moving = [jira, xray].find(({ text }) => isMove(text.status));
  if (moving !== undefined) {
    const sentence = message('residency.reading.moving', {
      product: moving.product,
      // Our own words are said in the person's language, the page's as they stand there.
      status: moving.text.status === MOVE_STATUS ? { key: 'picture.status.move' } : moving.text.status,
    });
    return { situation: 'moving', residency: 'migrating', sentence };
  }
  const isClear = [jira, xray].every(({ text, status }) => text.status === '' || status !== null);
  const isPinned = jira.status === 'Pinned' || xray.status === 'Pinned';
  return { ...compare(jira, xray, isClear), residency: isClear && isPinned ? 'pinned' : 'unknown' };
}

interface Entry {
  readonly product: 'Jira' | 'Xray';
  readonly text: { readonly location: string; readonly status: string };
  readonly location: PageLocation | null;
  readonly status: PageStatus | null;
}

function entryOf(facts: readonly ResidencyFact[], product: Entry['product']): Entry {
  const fact = facts.find(
    (each) => each.product === product && `${each.location}${each.status}`.trim() !== '',
  );
  const text = { location: fact?.location.trim() ?? '', status: fact?.status.trim() ?? '' };
  return { product, text, location: locationOf(text.location), status: statusOf(text.status) };
}

type Comparison = Omit<ResidencyReading, 'residency'>;

function compare(jira: Entry, xray: Entry, isClear: boolean): Comparison {
  const values = { jira: jira.text.location, xray: xray.text.location };
  const unknown = (why: 'apart' | 'unclear' | 'words' | 'not-pinned'): Comparison => ({
    situation: 'unknown',
    sentence: message(`residency.reading.${why}`, values),
  });
  const isXrayThere = xray.text.location !== '' || xray.status === 'Pinned';
  if (jira.text.location === '' || !isXrayThere) return missing(jira, isXrayThere);
  const isNamed = jira.location !== null && (xray.location !== null || xray.text.location === '');
  if (!isClear || !isNamed) return unknown('words');
  if (jira.location === 'Global') return unknown(xray.location === 'Global' ? 'not-pinned' : 'apart');
  if (xray.location === jira.location || xray.location === null) {
    // Nothing needs to be moved to where it is already.
    if (xray.status === 'Eligible') return unknown('unclear');
    if (jira.status !== 'Pinned') return jira.status === null ? missing(jira, true) : unknown('unclear');
    return { situation: 'pinned', sentence: message('residency.reading.pinned', values) };
  }
  if (jira.status === 'Pinned' && xray.status === 'Eligible')
    return { situation: 'movable', sentence: message('residency.reading.movable', values) };
  const hasMoved = jira.status === 'Pinned' || jira.status === null;
  const isLeftBehind = xray.status !== 'Pinned' && xray.status !== 'Eligible';
  return hasMoved && isLeftBehind && XRAY_LOCATIONS.includes(jira.location)
    ? { situation: 'product-moved', sentence: message('residency.reading.product-moved', values) }
    : unknown('apart');
}

function missing(jira: Entry, isXrayThere: boolean): Comparison {
  const isJiraThere = jira.text.location !== '' && jira.text.status !== '';
  const what = isJiraThere ? 'xray' : isXrayThere ? 'jira' : 'both';
  return { situation: 'unknown', sentence: message('residency.reading.missing', { what }) };
}
