/** What other systems append to the address of a page, and what answers it here. */
export type Suffixed = { base: string; append: string };

const rules: [RegExp, string][] = [
  [/^(\/.+)\/feed(?:\/rss2?)?$/, '/rss.xml'],
  [/^(\/.+)\/feed\/atom$/, '/feed.xml'],
  [/^(\/.+)\/(?:amp|embed|trackback)$/, ''],
  [/^(\/.+)\/comment-page-\d{1,6}$/, ''],
  [/^(\/.+)\/page\/\d{1,6}$/, ''],
];

/** The page that an address is a form of, and what its new address needs at the end; null if it is none. */
export function withoutForeignSuffix(path: string): Suffixed | null {
  for (const [pattern, append] of rules) {
    const base = pattern.exec(path)?.[1];
    if (base) return { base, append };
  }
  return null;
}

/** What other systems' addresses of a day, a month or a search mean here, whatever was imported; null for any other. */
export function withoutForeignShape(path: string): string | null {
  const [, year, month] = /^\/(\d{4})\/(\d\d)\/\d\d$/.exec(path) ?? /^\/\?m=(\d{4})(\d\d)?(?:\d\d)?$/.exec(path) ?? [];
  if (year) return month ? `/${year}/${month}` : `/${year}`;
  const words = /^\/\?s=([^&]+)$/.exec(path)?.[1];
  return words ? `/search?q=${words}` : null;
}
