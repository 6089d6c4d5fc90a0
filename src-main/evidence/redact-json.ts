/** What to put in place of the parts of a JSON text; each gives the new text, or the same when nothing is to change. */
export interface JsonParts {
  /** A string value, decoded, with the name of the field it belongs to (in a list: the list's field). */
  value(text: string, field: string | null): string;
  /** The name of a field, decoded. */
  name(text: string): string;
  /** A number as it is written; a changed one becomes a string. */
  number(text: string, field: string | null): string;
}

interface Frame {
  readonly isObject: boolean;
  field: string | null;
  nameComesNext: boolean;
}

const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d[0-9.eE+-]*|[{}[\],:]|[a-z]+|\s+/gu;

/**
 * Rewrites strings and numbers inside a JSON text and leaves every other byte as it was written: white space, order,
 * doubled fields, numbers beyond JavaScript's. The answer is JSON again. Gives null if the text is not JSON.
 */
export function rewriteJson(text: string, parts: JsonParts): string | null {
  if (!isJson(text)) return null;
  const frames: Frame[] = [];
  const rewrite = (token: string): string => {
    const frame = frames.at(-1);
    const field = frame?.field ?? null;
    switch (token.charAt(0)) {
      case '{':
        frames.push({ isObject: true, field: null, nameComesNext: true });
        return token;
      case '[':
        frames.push({ isObject: false, field, nameComesNext: false });
        return token;
      case '}':
      case ']':
        frames.pop();
        return token;
      case ',':
        if (frame !== undefined) frame.nameComesNext = frame.isObject;
        return token;
      case '"': {
        const string = String(JSON.parse(token));
        if (frame?.nameComesNext !== true) return literal(token, string, parts.value(string, field));
        frame.nameComesNext = false;
        frame.field = string;
        return literal(token, string, parts.name(string));
      }
      default:
        return /^[-0-9]/u.test(token) ? literal(token, token, parts.number(token, field)) : token;
    }
  };
  return text.replace(TOKEN, rewrite);
}

function literal(token: string, before: string, after: string): string {
  return after === before ? token : JSON.stringify(after);
}

function isJson(text: string): boolean {
  if (!/^\s*["{[]/u.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
