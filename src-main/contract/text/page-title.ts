/** Returns the title of an HTML page in one line of at most 500 characters, or null if it has none. */
export function pageTitle(html: string): string | null {
  const title = /<title[^>]{0,200}>([^<]{1,500})/iu.exec(html)?.[1]?.replace(/\s+/gu, ' ').trim();
  return title === undefined || title === '' ? null : title;
}
