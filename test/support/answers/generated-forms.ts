/** Words by their meaning, each behind its language; `other` speaks of nothing that we ask for, `words-of-others` is a filter’s or a gateway’s. */
const SAID = {
  region: [
    'en: Xray data is in another region. Contact support to migrate Xray data to current region.',
    'en: Your Xray data is in another region.',
  ],
  move: [
    'en: Data migration is in progress. Please try again later.',
    'en: Tenant is locked while its data is moved.',
  ],
  credentials: [
    'en: Authentication failed. Invalid client credentials!',
    'en: The API key was disabled by an administrator.',
    'en: User is not active.',
    'de: Anmeldung fehlgeschlagen. Die Zugangsdaten sind ungültig.',
    'fr: Échec de l’authentification. Identifiants client non valides.',
    'es: Error de autenticación. Credenciales de cliente no válidas.',
    'ja: 認証に失敗しました。クライアント資格情報が無効です。',
  ],
  licence: [
    'en: The Xray license is not valid.',
    'en: The Xray license has expired.',
    'de: Die Xray-Lizenz ist abgelaufen.',
    'fr: La licence Xray a expiré.',
    'es: La licencia de Xray ha caducado.',
    'ja: Xrayのライセンスが無効です。',
  ],
  'asked-key': [
    'en: Test issue with key DEMO-6 not found.',
    'en: Issues with keys DEMO-6, DEMO-7 not found.',
    'de: Der Vorgang DEMO-7 wurde nicht gefunden.',
    'fr: Le ticket DEMO-6 n\u0027a pas été retrouvé.',
    'es: No se encontró la incidencia DEMO-6.',
    'ja: 課題 DEMO-6 が見つかりません。',
  ],
  'not-found': ['en: Test issue with key LES-99 not found.'],
  token: [
    'en: Invalid JWT: JsonWebTokenError: jwt malformed',
    'en: Invalid JWT: TokenExpiredError: jwt expired',
    'en: The API token is invalid.',
  ],
  right: [
    'en: User does not have permission to browse project DEMO',
    'de: Sie dürfen das Projekt DEMO nicht sehen.',
  ],
  'address-list': [
    'en: Error retrieving issues from Jira: The IP address has been rejected because it is not on the allowed list.',
  ],
  outage: ['en: An internal error occurred when authenticating the request.', 'en: Service Unavailable'],
  other: [
    'en: Unauthorized',
    'en: Forbidden',
    'en: Not Found',
    'en: Bad Request',
    'en: Method Not Allowed',
    'en: Unknown field DEMO-60000 in your request.',
    'en: Please use version 2 of this interface.',
    'de: Die Anfrage ist fehlerhaft.',
    'ja: 不正なリクエストです。',
  ],
  'words-of-others': [
    'en: Access to this page is blocked in accordance with company policy.',
    'en: Data Loss Prevention: your upload was rejected.',
    'de: Der Zugriff wurde durch die Firmenrichtlinie gesperrt.',
    'fr: Accès bloqué par la politique de votre entreprise.',
    'es: Acceso bloqueado por la política de la empresa.',
    'ja: 会社のポリシーによりブロックされました。',
  ],
} as const;
export type Meaning = keyof typeof SAID;

/** Each meaning with its words in several languages. */
export const MEANINGS = Object.entries(SAID).map(([means, said]) => ({
  means: means as Meaning,
  said: said.map((text) => [text.slice(0, 2), text.slice(4)] as const),
}));

/** Headers that somebody leaves on an answer. */
export interface HeaderSet {
  /** `xray`: as Xray’s answers come, through CloudFront; `between`: a named maker made this answer itself. */
  readonly by: 'xray' | 'between' | 'none';
  readonly headers: Readonly<Record<string, string>>;
}

const CLOUDFRONT = '1.1 00fake00fake00fake00fake00fake00.cloudfront.net (CloudFront)';
const THROUGH_CLOUDFRONT: HeaderSet = {
  by: 'xray',
  headers: { via: CLOUDFRONT, 'x-amz-cf-pop': 'FRA56-P8', 'x-amz-cf-id': 'FAKE-FAKE-FAKE-FAKE==' },
};

/** The first one is Xray’s ordinary way. */
export const HEADER_SETS: readonly [HeaderSet, ...HeaderSet[]] = [
  THROUGH_CLOUDFRONT,
  // A proxy that passes on leaves its name in Via and nothing else.
  {
    by: 'xray',
    headers: {
      ...THROUGH_CLOUDFRONT.headers,
      via: `${CLOUDFRONT}, 1.1 proxy.acme.test (squid/6.10)`,
    },
  },
  { by: 'between', headers: { server: 'Zscaler/6.2' } },
  {
    by: 'between',
    headers: {
      server: 'squid/6.10',
      'x-squid-error': 'ERR_ACCESS_DENIED 0',
      via: '1.1 proxy.acme.test (squid/6.10)',
    },
  },
  { by: 'between', headers: { server: 'Netskope Cloud Proxy' } },
  { by: 'between', headers: { server: 'AkamaiGHost' } },
  {
    by: 'between',
    headers: { server: 'cloudflare', 'cf-ray': '0000000000fake00-FRA', 'cf-mitigated': 'challenge' },
  },
  { by: 'none', headers: {} },
];

interface Written {
  /** The content type; null for none. */
  readonly type: string | null;
  readonly body: Uint8Array;
}

/** The end record alone: a zip without files. */
const EMPTY_ZIP = Uint8Array.from([0x50, 0x4b, 5, 6, ...Array.from({ length: 18 }, () => 0)]);

const JSON_TYPE = 'application/json; charset=utf-8';
const asJson = (value: unknown): Written => ({ type: JSON_TYPE, body: Buffer.from(JSON.stringify(value)) });

/** Every UTF-16 unit as an escape of JSON. */
const unitEscapes = (words: string): string =>
  Array.from(
    { length: words.length },
    (_, at) => `\\u${words.charCodeAt(at).toString(16).padStart(4, '0')}`,
  ).join('');

/** The forms that words can have, each with the content type that goes with it. */
const WRITERS = {
  'json-error': (words: string): Written => asJson({ error: words }),
  text: (words: string): Written => ({ type: 'text/plain; charset=utf-8', body: Buffer.from(words) }),
  'json-string': (words: string): Written => asJson(words),
  message: (words: string): Written => asJson({ message: words }),
  errors: (words: string): Written => asJson({ errors: [words] }),
  nested: (words: string): Written => asJson({ error: { message: words } }),
  html: (words: string, status: number): Written => ({
    type: 'text/html; charset=utf-8',
    body: Buffer.from(`<!DOCTYPE html><html><title>${status}</title><body><p>${words}</p></body></html>`),
  }),
  'gateway-json': (words: string, status: number): Written =>
    asJson({ statusCode: status, timestamp: '2026-01-02T03:04:05Z', path: '/', message: words }),
  'cut-json': (words: string): Written => ({
    type: JSON_TYPE,
    body: Buffer.from(JSON.stringify({ error: words }).slice(0, -2)),
  }),
  'unicode-escaped': (words: string): Written => ({
    type: JSON_TYPE,
    body: Buffer.from(`{"error":"${unitEscapes(words)}"}`),
  }),
  'entity-escaped': (words: string): Written => asJson({ error: words.replaceAll(' ', '&nbsp;') }),
  'utf-16': (words: string): Written => ({
    type: 'text/plain; charset=utf-16',
    body: Buffer.from(`\uFEFF${words}`, 'utf16le'),
  }),
};
type FormName = keyof typeof WRITERS;
export const FORM_NAMES = Object.keys(WRITERS) as FormName[];

/** Returns `words` in `form`. */
export const writeWords = (form: FormName, words: string, status: number): Written =>
  WRITERS[form](words, status);

/** The forms of an answer that says nothing in words; the token is a fake one, in a form in which Xray gives none. */
const WORDLESS = {
  empty: { type: null, body: new Uint8Array() },
  zip: { type: 'application/octet-stream', body: EMPTY_ZIP },
  'half-zip': { type: 'application/octet-stream', body: Buffer.from('PK\u0003\u0004half of it', 'latin1') },
  feature: { type: 'text/plain; charset=utf-8', body: Buffer.from('Feature: Demo\n\n  Scenario: One\n') },
  'token-in-object': asJson({ access_token: 'fake.token.fake', token_type: 'bearer' }),
} satisfies Record<string, Written>;
type WordlessForm = keyof typeof WORDLESS;
export const WORDLESS_FORMS = Object.keys(WORDLESS) as WordlessForm[];
export const writeWordless = (form: WordlessForm): Written => WORDLESS[form];

export type AnyForm = FormName | WordlessForm;
