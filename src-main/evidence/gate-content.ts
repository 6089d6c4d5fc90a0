import type { Exchange } from '../contract/diagnosis.ts';
import { evidenceDocumentSchema } from '../contract/verification.ts';
import type { EvidenceDocument } from '../contract/verification.ts';
import { listSecrets } from './secrets.ts';
import type { KnownSecrets } from './secrets.ts';

/** Shapes that no bundle may hold, whoever's secret it is; a tag or a shell variable in the value's place is fine. */
const FORBIDDEN: readonly [RegExp, string][] = [
  [/\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{8,}/u, 'something in the shape of a token'],
  [
    /\b(?:proxy-)?authorization["']?\s*[:=]\s*["']?(?:bearer|basic)\s+[\w+/=.~-]{8,}/iu,
    'a credential in an Authorization header',
  ],
  [/client_secret\\*"\s*:\s*\\*"[^‹'"\\\s][^"\\]*/iu, 'a value in a field for the client secret'],
];

/** Looks for credentials by their shape. */
export function checkShapes(text: string): string[] {
  return FORBIDDEN.flatMap(([shape, reason]) => (shape.test(text) ? [reason] : []));
}

const DEEPEST = 5;

/** Every string in a JSON text, names and values, decoded; strings that are JSON themselves are opened as well. */
export function jsonStrings(text: string): string[] {
  const strings: string[] = [];
  const walk = (value: unknown, depth: number): void => {
    if (typeof value === 'string') {
      strings.push(value);
      const inner = depth < DEEPEST ? parsed(value) : undefined;
      if (inner !== undefined) walk(inner, depth + 1);
    } else if (Array.isArray(value)) {
      for (const item of value) walk(item, depth);
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, item] of Object.entries(value)) {
        strings.push(name);
        walk(item, depth);
      }
    } else if (typeof value === 'number') strings.push(String(value));
  };
  walk(parsed(text), 0);
  return strings;
}

function parsed(text: string): unknown {
  if (!/^\s*["{[]/u.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Checks `diagnosis.json` against its schema, and for the secrets that look like ordinary words: none of them may be
 * a whole value in what was sent or came back.
 */
export function checkDocument(text: string, known: KnownSecrets): string[] {
  const document = evidenceDocumentSchema.safeParse(parsed(text));
  if (!document.success) return ['it does not keep to its schema'];
  const ordinary = listSecrets(known)
    .filter(({ kind, search }) => search === 'as-a-value' && kind !== 'client-id')
    .map(({ value }) => value.toLowerCase());
  if (ordinary.length === 0) return [];
  const values = wireValues(document.data).map((value) => value.trim().toLowerCase());
  return values.some((value) => ordinary.includes(value)) ? ['a short secret stands as a value'] : [];
}

function wireValues(document: EvidenceDocument): string[] {
  return document.exchanges.flatMap((exchange: Exchange) => {
    const { request, response } = exchange;
    const texts = [request.body, response?.body.text ?? null, response?.redirectTo ?? null];
    return [
      ...request.headers.map(({ value }) => value),
      ...(response?.headers ?? []).map(({ value }) => value),
      ...texts.flatMap((text) => (text === null ? [] : [text, ...jsonStrings(text)])),
    ];
  });
}
