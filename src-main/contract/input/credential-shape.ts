import { message } from '../../i18n/message.ts';
import type { Message } from '../../i18n/message.ts';
import { trimPasted, withoutInvisible } from './pasted-text.ts';
import { isPlaceholder } from './placeholder.ts';

/** Shapes of the vendor's samples (docs.getxray.app). No rule is stated, so a mismatch is a hint and no refusal. */
const ID_SHAPE = /^[0-9a-f]{32}$/iu;
const SECRET_SHAPE = /^[0-9a-f]{64}$/iu;

const FOREIGN_SHAPES = [
  /** An API token of an Atlassian account (`ATATT3x…`), the commonest wrong pair with Xray's Client ID. */
  ['atlassian-token', /^at(?:att|stt|ctt)[a-z0-9]/iu],
  ['jwt', /^eyJ[\w-]/u],
  ['bearer', /^(?:authorization\s?:|bearer\s|basic\s)/iu],
  ['masked', /^[•●∙·‧*…]{3}|[•●∙*]{4}/u],
  ['uuid', /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/iu],
  ['url', /^(?:https?:\/\/|www\.)|^[a-z0-9.-]{1,100}\.(?:net|com|app)(?:\/|$)/iu],
  ['email', /^[^\s@]{1,64}@[^\s@.]{1,63}\.[^\s@]{2,255}$/u],
  /** A key of a service whose keys begin with a known mark: GitHub, GitLab, Slack, OpenAI, AWS, Google, npm, Bitbucket. */
  [
    'other-service',
    /^(?:gh[pousr]_|github_pat_|gl[a-z]{2,6}-|xox[abeoprs]-|sk[-_]|AKIA|ASIA|AIza|npm_|ATBB|hf_|dop_v1_|SG\.)/u,
  ],
] as const satisfies readonly (readonly [string, RegExp])[];

type ForeignShape = (typeof FOREIGN_SHAPES)[number][0];
type CommonShape = 'empty' | 'expected' | ForeignShape | 'placeholder' | 'wrong-length' | 'unusual';

/**
 * Tells what a Client ID and a Client Secret look like. It is never a reason to refuse them: the vendor states no rule.
 *
 * @returns closed words, and the lengths that a person may be told: no part of either value, so that it may stand in messages
 * and in a bundle.
 */
export function credentialShape(clientId: string, clientSecret: string) {
  const id = trimPasted(clientId);
  const secret = trimPasted(clientSecret);
  return {
    id: SECRET_SHAPE.test(id) ? ('client-secret' as const) : shapeOf(id, ID_SHAPE),
    secret: ID_SHAPE.test(secret) ? ('client-id' as const) : shapeOf(secret, SECRET_SHAPE),
    idLength: id.length,
    secretLength: secret.length,
  };
}

function shapeOf(value: string, expected: RegExp): CommonShape {
  if (value === '') return 'empty';
  if (expected.test(value)) return 'expected';
  if (isPlaceholder(value)) return 'placeholder';
  const foreign = FOREIGN_SHAPES.find(([, form]) => form.test(value));
  if (foreign !== undefined) return foreign[0];
  return /^[0-9a-f]{16,256}$/iu.test(value) ? 'wrong-length' : 'unusual';
}

/** Returns a sentence for each of the two values that does not look like Xray's. It repeats no part of a value. */
export function credentialHints(clientId: string, clientSecret: string) {
  const { id, secret, idLength, secretLength } = credentialShape(clientId, clientSecret);
  return { clientId: hintOf('id', id, idLength), clientSecret: hintOf('secret', secret, secretLength) };
}

function hintOf(
  field: 'id' | 'secret',
  shape: CommonShape | 'client-id' | 'client-secret',
  count: number,
): Message | null {
  if (shape === 'empty' || shape === 'expected') return null;
  if (shape === 'client-secret') return message('hint.id-looks-like-secret');
  if (shape === 'client-id') return message('hint.secret-looks-like-id');
  if (shape === 'wrong-length') return message(`hint.${field}-length`, { count });
  return shape === 'unusual' ? message(`hint.${field}-unusual`) : message(`hint.${shape}`);
}

/** As long as a Client Secret, or longer: also two values that were put together without a space between them. */
const LONG_HEX = /[0-9a-f]{64}/iu;
const NEARLY_LONG_HEX = /[0-9a-f]{48}/iu;
const TOKEN = /(?<![A-Za-z0-9])(?:AT(?:ATT|STT|CTT)[A-Za-z0-9]{3}|eyJ[\w-]{5})/u;

/** Whether a text holds something that must not stand where everybody can read it: a secret or a token. */
export function holdsSecret(text: string): boolean {
  const seen = withoutInvisible(text);
  return LONG_HEX.test(seen) || TOKEN.test(seen);
}

/** Takes the secret or the token out of a text that holds one; null where there is none. */
export function secretWithin(text: string): string | null {
  const seen = withoutInvisible(text);
  const token = TOKEN.exec(seen);
  if (token !== null) return trimPasted(/^[\w.~+/=-]+/u.exec(seen.slice(token.index))?.[0] ?? '');
  const hex = LONG_HEX.exec(seen) ?? NEARLY_LONG_HEX.exec(seen);
  return hex === null ? null : (/^[0-9a-f]+/iu.exec(seen.slice(hex.index))?.[0] ?? null);
}
