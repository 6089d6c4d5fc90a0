/** What words can mean; `other` speaks of nothing that we ask for, `words-of-others` is a filter’s or a gateway’s. */
export type Meaning =
  | 'region'
  | 'move'
  | 'credentials'
  | 'licence'
  | 'asked-key'
  | 'not-found'
  | 'token'
  | 'right'
  | 'address-list'
  | 'outage'
  | 'other'
  | 'words-of-others';

/** Each meaning with its words in several languages. */
export const MEANINGS: readonly {
  readonly means: Meaning;
  readonly said: readonly (readonly [language: string, words: string])[];
}[] = [
  {
    means: 'region',
    said: [
      ['en', 'Xray data is in another region. Contact support to migrate Xray data to current region.'],
      ['en', 'Your Xray data is in another region.'],
    ],
  },
  {
    means: 'move',
    said: [
      ['en', 'Data migration is in progress. Please try again later.'],
      ['en', 'Tenant is locked while its data is moved.'],
    ],
  },
  {
    means: 'credentials',
    said: [
      ['en', 'Authentication failed. Invalid client credentials!'],
      ['en', 'The API key was disabled by an administrator.'],
      ['en', 'User is not active.'],
      ['de', 'Anmeldung fehlgeschlagen. Die Zugangsdaten sind ungültig.'],
      ['fr', 'Échec de l’authentification. Identifiants client non valides.'],
      ['es', 'Error de autenticación. Credenciales de cliente no válidas.'],
      ['ja', '認証に失敗しました。クライアント資格情報が無効です。'],
    ],
  },
  {
    means: 'licence',
    said: [
      ['en', 'The Xray license is not valid.'],
      ['en', 'The Xray license has expired.'],
      ['de', 'Die Xray-Lizenz ist abgelaufen.'],
      ['fr', 'La licence Xray a expiré.'],
      ['es', 'La licencia de Xray ha caducado.'],
      ['ja', 'Xrayのライセンスが無効です。'],
    ],
  },
  {
    means: 'asked-key',
    said: [
      ['en', 'Test issue with key DEMO-6 not found.'],
      ['en', 'Issues with keys DEMO-6, DEMO-7 not found.'],
      ['de', 'Der Vorgang DEMO-7 wurde nicht gefunden.'],
      ['fr', 'Le ticket DEMO-6 n\u0027a pas été retrouvé.'],
      ['es', 'No se encontró la incidencia DEMO-6.'],
      ['ja', '課題 DEMO-6 が見つかりません。'],
    ],
  },
  { means: 'not-found', said: [['en', 'Test issue with key LES-99 not found.']] },
  {
    means: 'token',
    said: [
      ['en', 'Invalid JWT: JsonWebTokenError: jwt malformed'],
      ['en', 'Invalid JWT: TokenExpiredError: jwt expired'],
      ['en', 'The API token is invalid.'],
    ],
  },
  {
    means: 'right',
    said: [
      ['en', 'User does not have permission to browse project DEMO'],
      ['de', 'Sie dürfen das Projekt DEMO nicht sehen.'],
    ],
  },
  {
    means: 'address-list',
    said: [
      [
        'en',
        'Error retrieving issues from Jira: The IP address has been rejected because it is not on the allowed list.',
      ],
    ],
  },
  {
    means: 'outage',
    said: [
      ['en', 'An internal error occurred when authenticating the request.'],
      ['en', 'Service Unavailable'],
    ],
  },
  {
    means: 'other',
    said: [
      ['en', 'Unauthorized'],
      ['en', 'Forbidden'],
      ['en', 'Not Found'],
      ['en', 'Bad Request'],
      ['en', 'Method Not Allowed'],
      ['en', 'Unknown field DEMO-60000 in your request.'],
      ['en', 'Please use version 2 of this interface.'],
      ['de', 'Die Anfrage ist fehlerhaft.'],
      ['ja', '不正なリクエストです。'],
    ],
  },
  {
    means: 'words-of-others',
    said: [
      ['en', 'Access to this page is blocked in accordance with company policy.'],
      ['en', 'Data Loss Prevention: your upload was rejected.'],
      ['de', 'Der Zugriff wurde durch die Firmenrichtlinie gesperrt.'],
      ['fr', 'Accès bloqué par la politique de votre entreprise.'],
      ['es', 'Acceso bloqueado por la política de la empresa.'],
      ['ja', '会社のポリシーによりブロックされました。'],
    ],
  },
];

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

/** The forms that words can have. */
export const FORM_NAMES = [
  'json-error',
  'text',
  'json-string',
  'message',
  'errors',
  'nested',
  'html',
  'gateway-json',
  'cut-json',
  'unicode-escaped',
  'entity-escaped',
  'utf-16',
] as const;
type FormName = (typeof FORM_NAMES)[number];

/** The forms of an answer that says nothing in words. */
export const WORDLESS_FORMS = ['empty', 'zip', 'half-zip', 'feature', 'token-in-object'] as const;
type WordlessForm = (typeof WORDLESS_FORMS)[number];
export type AnyForm = FormName | WordlessForm;

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

/** Returns `words` in `form`, with the content type that goes with it. */
export function writeWords(form: FormName, words: string, status: number): Written {
  switch (form) {
    case 'json-error':
      return asJson({ error: words });
    case 'text':
      return { type: 'text/plain; charset=utf-8', body: Buffer.from(words) };
    case 'json-string':
      return asJson(words);
    case 'message':
      return asJson({ message: words });
    case 'errors':
      return asJson({ errors: [words] });
    case 'nested':
      return asJson({ error: { message: words } });
    case 'html':
      return {
        type: 'text/html; charset=utf-8',
        body: Buffer.from(`<!DOCTYPE html><html><title>${status}</title><body><p>${words}</p></body></html>`),
      };
    case 'gateway-json':
      return asJson({ statusCode: status, timestamp: '2026-01-02T03:04:05Z', path: '/', message: words });
    case 'cut-json':
      return { type: JSON_TYPE, body: Buffer.from(JSON.stringify({ error: words }).slice(0, -2)) };
    case 'unicode-escaped':
      return { type: JSON_TYPE, body: Buffer.from(`{"error":"${unitEscapes(words)}"}`) };
    case 'entity-escaped':
      return asJson({ error: words.replaceAll(' ', '&nbsp;') });
    case 'utf-16':
      return { type: 'text/plain; charset=utf-16', body: Buffer.from(`\uFEFF${words}`, 'utf16le') };
  }
}

/** Returns an answer without words; the token is a fake one, in a form in which Xray gives none. */
export function writeWordless(form: WordlessForm): Written {
  switch (form) {
    case 'empty':
      return { type: null, body: new Uint8Array() };
    case 'zip':
      return { type: 'application/octet-stream', body: EMPTY_ZIP };
    case 'half-zip':
      return { type: 'application/octet-stream', body: Buffer.from('PK\u0003\u0004half of it', 'latin1') };
    case 'feature':
      return { type: 'text/plain; charset=utf-8', body: Buffer.from('Feature: Demo\n\n  Scenario: One\n') };
    case 'token-in-object':
      return asJson({ access_token: 'fake.token.fake', token_type: 'bearer' });
  }
}
