/** Every way in which templates, shells and pipelines write "the value comes from elsewhere". */
const REFERENCE =
  /\$?\{\{[^{}\n]{0,120}\}\}|[$#]\{[^{}\n]{1,120}\}|\$\([^()\n]{1,120}\)|%[a-z_][a-z0-9_]{3,99}%|(?:process\.env|os\.environ|secrets|vars|env)\.[a-z_]\w{1,99}|\$[a-z_][\w:.]{2,99}(?![\w:.]|["']?\s{0,4}(?:=|:))/giu;
/** `<CLIENT_ID>` and `<your client id>`; also how XML names a value, which then has a closing tag. */
const ANGLE = /<([a-z][a-z0-9 _.'-]{1,60})>/giu;
const SPEAKS_OF_KEYS = /client|secret|your|xray|insert|key|(?:^|[_ .-])id$/iu;
const CLOSING_TAG = /<\/([a-z][\w.:-]{0,60})\s{0,4}>/giu;
const STAND_IN =
  /^(?:your|insert|enter|paste|replace|change[-_]?me|to[-_]?do$|tbd$|example|dummy|placeholder|redacted|hidden|secret[-_]here|x{3}[x_-]*$|_{3,}$|\.{3,}$|…$|null$|undefined$|none$|n\/a$)/iu;

/** Puts `mark` into the place of every placeholder. */
export function replacePlaceholders(text: string, mark: string): string {
  const closing = new Set([...text.matchAll(CLOSING_TAG)].map(([, name]) => name?.toLowerCase()));
  return text
    .replace(REFERENCE, mark)
    .replace(ANGLE, (whole, name: string) =>
      SPEAKS_OF_KEYS.test(name) && !closing.has(name.toLowerCase()) ? mark : whole,
    );
}

/** Whether a value only says what belongs in its place: `${{ secrets.X }}`, `<CLIENT_ID>`, `your-client-id`, `xxxx`. */
export function isPlaceholder(value: string): boolean {
  const bare = value.slice(0, 200).trim();
  if (bare === '') return false;
  if (replacePlaceholders(bare, '').trim() === '') return true;
  return (
    STAND_IN.test(bare) ||
    /^(?:\[[a-z _.-]+\]|\{[a-z _.-]+\}|@@[a-z_]+@@|__[a-z_]+__|[A-Z]*_?CLIENT_(?:ID|SECRET))$/iu.test(bare)
  );
}
