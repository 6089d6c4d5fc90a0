import type { AnswerText } from './answer.ts';

/**
 * What an answer says, by its words alone. `status-words` only repeats the name of the status, `words` are ones that we do
 * not know, `none` means that there is no word at all.
 */
export type Meaning =
  | 'region'
  | 'migration'
  | 'region-like'
  | 'licence'
  | 'allowlist'
  | 'not-installed'
  | 'token'
  | 'keys'
  | 'user'
  | 'not-found'
  | 'permission'
  | 'limit'
  | 'syntax'
  | 'fault'
  | 'status-words'
  | 'words'
  | 'none';

/** One meaning and words that carry it. `seen` are Xray's own as documented or reported; `like` is what others write. */
interface MeaningRow {
  readonly says: Exclude<Meaning, 'status-words' | 'words' | 'none'>;
  readonly seen?: readonly string[];
  readonly like?: readonly RegExp[];
}

/**
 * Every meaning that we know, the first one that fits counts. The words are folded (`foldWords`): lower case, no accents,
 * single spaces. Every pattern is of bounded width, so that matching is linear.
 *
 * Sources of `seen`: docs.getxray.app ("Authentication - REST", "Backup"), inluxc/playwright-xray#68,
 * mikepenz/xray-action#947, Xray-App/xray-automation-js, Xray-App/xray-postman-collections#3, Atlassian's IP allowlist.
 */
export const MEANINGS: readonly MeaningRow[] = [
  { says: 'region', seen: ['data is in another region'] },
  {
    says: 'migration',
    like: [
      /\bmigrati(?:on|ng)\b/u,
      /\b(?:being|currently|is|are|while) (?:\w{1,20} ){0,4}(?:migrated|moved|relocated)\b/u,
      /\b(?:move|relocation|transfer)\b.{0,40}\b(?:in progress|under ?way|ongoing|not (?:yet )?(?:complete|finished))/u,
      /\bmigracion\b|\bmigrazione\b|\bwird (?:\w{1,20} ){0,3}(?:migriert|verschoben|umgezogen)\b|移行中/u,
    ],
  },
  { says: 'region', like: [/\banother region\b/u] },
  {
    says: 'region-like',
    like: [
      // Not «not available in your region», which whoever blocks a country writes.
      /\b(?:different|other|wrong|incorrect|current|home|target|correct|assigned) (?:data )?(?:region|location|realm)s?\b/u,
      /\bregion(?:al)? (?:endpoint|host|url|mismatch|mapping)|\bregion mismatch\b|\bdata residency\b/u,
      /\b(?:autre|mauvaise|differente) region\b|\bregion differente\b|\bandere[nrs]? region\b|\bfalsche[nrs]? region\b/u,
      /\b(?:otra|distinta|diferente) region\b|\bregion (?:distinta|diferente|incorrecta)\b|(?:別|異なる|他)の(?:リージョン|地域)/u,
    ],
  },
  {
    says: 'licence',
    seen: ['xray license is not valid'],
    like: [
      /\b(?:un)?licen[sc](?:e|es|ed|ing)\b|\blizenz|\blicencia\b|\blicenza\b|ライセンス/u,
      /\b(?:subscription|trial|evaluation)\b.{0,40}\b(?:expired|ended|over|inactive|cancell?ed|required)\b/u,
    ],
  },
  {
    says: 'allowlist',
    seen: ['the ip address has been rejected because it is not on the allowed list'],
    like: [
      /\b(?:allow|white|permit)(?:ed)?[ -]?list/u,
      /\bip(?: address)?\b.{0,60}\b(?:rejected|blocked|denied|not (?:allowed|permitted))\b/u,
    ],
  },
  {
    says: 'not-installed',
    like: [
      /\bnot (?:installed|enabled|activated)\b|\buninstalled\b/u,
      /\b(?:tenant|installation|instance)\b.{0,30}\b(?:not found|not known|unknown|does not exist|missing)\b/u,
      /\b(?:unknown|no such) (?:tenant|installation|instance)\b/u,
    ],
  },
  {
    says: 'token',
    seen: ['invalid jwt', 'jwt malformed', 'jwt expired', 'api token is invalid', 'api token is not valid'],
    like: [
      /\bjwt\b|\bjsonwebtoken|\btokenexpired|\binvalid signature\b/u,
      /\btoken\b.{0,30}\b(?:invalid|not valid|expired|malformed|revoked|missing|rejected)\b/u,
      /\b(?:invalid|expired|malformed|missing) (?:\w{1,20} ){0,2}token\b/u,
    ],
  },
  {
    says: 'user',
    like: [
      /\b(?:user|account)\b.{0,40}\b(?:inactive|disabled|deactivated|deleted|suspended|blocked|locked|removed|unknown)\b/u,
      /\b(?:user|account)\b.{0,30}\b(?:not (?:active|found|known)|does not exist|no longer)\b/u,
      /\b(?:inactive|disabled|deactivated|deleted|suspended|unknown|invalid) (?:user|account)\b/u,
      /\b(?:benutzer|utilisateur|usuario)\b.{0,40}\b(?:inakti|inacti|deaktiv|desactiv|gesperrt|suspendid|n'est pas acti|no esta acti|nicht aktiv)/u,
    ],
  },
  {
    says: 'keys',
    seen: ['invalid client credentials'],
    like: [
      /\bclient[ _-]?(?:credentials?|id|secret|key)s?\b|\binvalid_client\b/u,
      /\b(?:api|access)[ _-]?keys?\b|\b(?:invalid|wrong|unknown|bad|incorrect|expired) (?:\w{1,20} ){0,2}(?:key|secret|credentials?)\b/u,
      /\bcredentials?\b|\bkeys?\b.{0,30}\b(?:disabled|revoked|deleted|expired|deactivated)\b/u,
      /\bzugangsdaten\b|\banmeldedaten\b|\bidentifiants\b|\bcredenciales\b|\bcredenziali\b|認証情報/u,
    ],
  },
  {
    says: 'not-found',
    like: [
      /\bissues?\b.{0,80}\b(?:not (?:be )?found|do(?:es)? ?(?:not|n't) exist|no longer exists?)\b/u,
      /\b(?:no|unknown|invalid|missing) (?:\w{1,20} ){0,2}issues?\b/u,
      // The keys that we asked for read the same in every language; not where a request's own address is repeated.
      /(?:^|[^\w/;=%-])demo-[67](?![\w/])/u,
    ],
  },
  {
    says: 'permission',
    like: [
      /\bpermissions?\b|\bprivileges?\b|\bnot (?:authori[sz]ed|allowed|permitted) to\b|\binsufficient (?:rights|scope)\b/u,
      /\bberechtigung|\bautorisation\b|\bpermisos?\b|\bpermess[oi]\b|権限/u,
    ],
  },
  { says: 'limit', like: [/\brate[ -]?limit|\btoo many (?:\w{1,20} )?requests\b|\bquota\b|\bthrottl/u] },
  { says: 'syntax', seen: ['wrong request syntax'] },
  {
    says: 'fault',
    seen: ['an internal error occurred when authenticating the request'],
    like: [
      /\binternal (?:server )?error\b|\bunexpected error\b|\bservice (?:is )?(?:temporarily )?unavailable\b/u,
      /\btemporarily unavailable\b|\bmaintenance\b|\bgateway time-?out\b|\bbad gateway\b|\btimed out\b/u,
    ],
  },
];

/** Names of statuses, which say nothing beyond the number (RFC 9110 section 15). */
const STATUS_NAMES: Readonly<Partial<Record<number, RegExp>>> = {
  401: /^(?:error:? )?(?:401:? )?(?:unauthori[sz]ed|not authori[sz]ed)[.!]?$/u,
  403: /^(?:error:? )?(?:403:? )?forbidden[.!]?$/u,
};

/** The meaning of an answer's words; `status` is the answer's, since words may only repeat its name. */
export function meaningOf({ words, folded, isCut }: AnswerText, status: number): Meaning {
  if (words === null) return 'none';
  const asked = withoutAddresses(folded);
  const row = MEANINGS.find(
    ({ seen = [], like = [] }) =>
      seen.some((known) => asked.includes(known)) || like.some((pattern) => pattern.test(asked)),
  );
  // What is not read may say something else, and only this meaning leads to health.
  if (row?.says === 'not-found' && isCut) return 'words';
  if (row !== undefined) return row.says;
  return STATUS_NAMES[status]?.test(folded) === true ? 'status-words' : 'words';
}

export function isXraysSentence({ folded }: AnswerText): boolean {
  return MEANINGS.some(
    ({ says, seen = [] }) => says !== 'allowlist' && seen.some((known) => folded.includes(known)),
  );
}

/** What nobody but Xray says, since it takes the site's data to know it. */
const OF_XRAY_ALONE = new Set<Meaning>(['region', 'migration', 'not-found', 'not-installed', 'token']);
const NO_KNOWN_MEANING = new Set<Meaning>(['status-words', 'words', 'none']);

/** Whether words that came in a form of nobody in particular (plain text, some JSON) are Xray's by what they say. */
export function speaksAsXray(text: AnswerText, status: number): boolean {
  const says = meaningOf(text, status);
  const namesXray = /\bxray\b/u.test(text.folded) && !NO_KNOWN_MEANING.has(says);
  return isXraysSentence(text) || OF_XRAY_ALONE.has(says) || namesXray;
}

/** Gateways repeat the address that was asked for, and with it our issue keys: that is no word of whoever answers. */
function withoutAddresses(folded: string): string {
  return folded
    .split(' ')
    .filter((word) => !word.includes('/api/v2') && !word.includes('keys='))
    .join(' ');
}
