/** Returns the text of the first `<title>` of a page on one line, cut at `maxLength` characters; null if there is none. */
export function pageTitle(html: string, maxLength: number): string | null {
  const start = html.search(/<title[\s>]/iu);
  const open = start < 0 ? -1 : html.indexOf('>', start);
  if (open < 0) return null;
  const title = html.slice(open + 1, open + 1 + maxLength * 4);
  const end = title.search(/<\/title/iu);
  const line = (end < 0 ? title : title.slice(0, end)).replace(/\s+/gu, ' ').trim().slice(0, maxLength);
  return line === '' ? null : line;
}
