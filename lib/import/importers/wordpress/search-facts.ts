import { plainTextOf } from './bodies';

const titles = [
  '_yoast_wpseo_title',
  'rank_math_title',
  '_seopress_titles_title',
  '_aioseo_title',
  '_aioseop_title',
  '_genesis_title',
];
const descriptions = [
  '_yoast_wpseo_metadesc',
  'rank_math_description',
  '_seopress_titles_desc',
  '_aioseo_description',
  '_aioseop_description',
  '_genesis_description',
];
const socialTitles = [
  '_yoast_wpseo_opengraph-title',
  'rank_math_facebook_title',
  '_seopress_social_fb_title',
  '_aioseo_og_title',
  '_open_graph_title',
];
const socialDescriptions = [
  '_yoast_wpseo_opengraph-description',
  'rank_math_facebook_description',
  '_seopress_social_fb_desc',
  '_aioseo_og_description',
  '_open_graph_description',
];
const canonicals = [
  '_yoast_wpseo_canonical',
  'rank_math_canonical_url',
  '_seopress_robots_canonical',
  '_genesis_canonical_uri',
];
const noindex: [string, RegExp][] = [
  ['_yoast_wpseo_meta-robots-noindex', /^1$/],
  ['rank_math_robots', /\bnoindex\b/],
  ['_seopress_robots_index', /^yes$/],
  ['_aioseop_noindex', /^(?:on|1)$/],
  ['_genesis_noindex', /^1$/],
];
const variable =
  /%%[\w-]+%%|%[a-z][\w-]*(?:\([^)%]{0,100}\))?%|#(?:post|site|author|current|categor|taxonomy|separator|tagline|custom_field|permalink)[\w-]*/gi;
/** Parts that every page title has here anyway. */
const ordinary = new Set(
  'title post_title sep separator separator_sa sitename sitetitle site_title page excerpt excerpt_only post_excerpt'.split(
    ' ',
  ),
);

export type SearchFacts = {
  seoTitle: string;
  seoDescription: string;
  socialTitle: string;
  socialDescription: string;
  canonicalUrl: string;
  isNoindex: boolean;
};
type SnippetContext = { title: string; excerpt: string; siteTitle: string };

/** Reads SEO fields, with templates filled in; unknown or redundant templates are dropped. */
export function readSearchFacts(meta: ReadonlyMap<string, string>, around: SnippetContext): SearchFacts {
  const first = (keys: readonly string[]) => keys.map((key) => meta.get(key)?.trim()).find(Boolean) ?? '';
  const text = (keys: readonly string[]) => (isOrdinary(first(keys)) ? '' : filledIn(first(keys), around));
  const canonical = first(canonicals);
  return {
    seoTitle: text(titles),
    seoDescription: text(descriptions),
    socialTitle: text(socialTitles),
    socialDescription: text(socialDescriptions),
    canonicalUrl: /^https?:\/\//i.test(canonical) ? canonical : '',
    isNoindex: noindex.some(([key, pattern]) => pattern.test(meta.get(key)?.trim() ?? '')),
  };
}

function isOrdinary(template: string) {
  return /^[\s|–—·-]*$/.test(template.replace(variable, (name) => (ordinary.has(wordOf(name)) ? '' : name)));
}

function wordOf(name: string) {
  return name.replace(/[%#]/g, '').toLowerCase();
}

function filledIn(template: string, { title, excerpt, siteTitle }: SnippetContext) {
  const values: Record<string, string> = {
    title,
    post_title: title,
    sep: '–',
    separator: '–',
    separator_sa: '–',
    sitename: siteTitle,
    sitetitle: siteTitle,
    site_title: siteTitle,
    excerpt,
    excerpt_only: excerpt,
    post_excerpt: excerpt,
    page: '',
  };
  let isWhole = true;
  const filled = template.replace(variable, (name) => {
    const value = values[wordOf(name)];
    isWhole &&= value !== undefined;
    return value ?? '';
  });
  return isWhole ? plainTextOf(filled) : '';
}
