import { element, xmlDocument } from '@/lib/html/xml';

/** The protocol's limit for one file (sitemaps.org). */
export const SITEMAP_LIMIT = 50_000;

export type SitemapEntry = { url: string; changedAt: Date | null; images?: string[] };

const sitemap = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';
const image = 'xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"';

/** The index of all parts. */
export function sitemapIndex(urls: readonly string[]) {
  return xmlDocument([
    `<sitemapindex ${sitemap}>`,
    ...urls.map((url) => `<sitemap>${element('loc', url)}</sitemap>`),
    '</sitemapindex>',
  ]);
}

/** One part: addresses with their last modification. */
export function sitemapPart(entries: readonly SitemapEntry[]) {
  return xmlDocument([
    `<urlset ${sitemap} ${image}>`,
    ...entries.map(({ url, changedAt, images = [] }) => {
      const changed = changedAt ? element('lastmod', changedAt.toISOString()) : '';
      const shown = images.map((each) => `<image:image>${element('image:loc', each)}</image:image>`).join('');
      return `<url>${element('loc', url)}${changed}${shown}</url>`;
    }),
    '</urlset>',
  ]);
}

/** The names of a kind's parts: "posts-1", "posts-2", … */
export function partNames(kind: string, count: number, limit = SITEMAP_LIMIT) {
  return Array.from({ length: Math.ceil(count / limit) }, (_, index) => `${kind}-${index + 1}`);
}

/** The kind and number in a part's file name. */
export function parsePart(file: string) {
  const match = /^(posts|pages|tags|authors|series)-([1-9]\d{0,3})\.xml$/.exec(file);
  return match ? { kind: match[1] as SitemapKind, number: Number(match[2]) } : null;
}

export const sitemapKinds = ['posts', 'pages', 'tags', 'authors', 'series'] as const;
export type SitemapKind = (typeof sitemapKinds)[number];
