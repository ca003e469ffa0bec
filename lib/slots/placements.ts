export const placements = [
  'header',
  'below-title',
  'in-article',
  'post-end',
  'comments',
  'list',
  'sidebar',
  'footer',
  'sticky-footer',
] as const;
export type Placement = (typeof placements)[number];

export const pageTypes = ['home', 'post', 'page', 'tag', 'author', 'archive', 'search', 'not-found'] as const;
export type PageType = (typeof pageTypes)[number];

/** A reserved box per device, in CSS pixels; 0 means: not on that device. */
export type Size = { width: number; height: number };

type PlacementFacts = {
  name: string;
  /** Where it stands, for somebody who has never seen it. */
  where: string;
  desktop: Size;
  mobile: Size;
  /** The pages that have this place at all. */
  pages: readonly PageType[];
};

const articles = ['post', 'page'] as const;
const listings = ['home', 'tag', 'author', 'archive', 'search'] as const;
const none = { width: 0, height: 0 };

/** What is known of each place before anybody has touched it. */
export const placementFacts: Record<Placement, PlacementFacts> = {
  header: {
    name: 'Header',
    where: 'Under the name of the site, above everything else.',
    desktop: { width: 728, height: 90 },
    mobile: { width: 320, height: 50 },
    pages: pageTypes,
  },
  'below-title': {
    name: 'Below the title',
    where: 'Under the subtitle, above the byline.',
    desktop: { width: 468, height: 60 },
    mobile: { width: 320, height: 50 },
    pages: articles,
  },
  'in-article': {
    name: 'In the article',
    where: 'Between the paragraphs of an article.',
    desktop: { width: 336, height: 280 },
    mobile: { width: 300, height: 250 },
    pages: articles,
  },
  'post-end': {
    name: 'End of the article',
    where: 'After the last paragraph and the tags.',
    desktop: { width: 336, height: 280 },
    mobile: { width: 300, height: 250 },
    pages: articles,
  },
  comments: {
    name: 'In the comments',
    where: 'Between whole threads, never inside one.',
    desktop: { width: 468, height: 60 },
    mobile: { width: 320, height: 100 },
    pages: articles,
  },
  list: {
    name: 'In lists of posts',
    where: 'Between the posts of the home page, a tag, an author or the archive.',
    desktop: { width: 468, height: 60 },
    mobile: { width: 320, height: 100 },
    pages: listings,
  },
  sidebar: {
    name: 'Sidebar',
    where: 'In the margin of a wide screen; below the text on a narrower one.',
    desktop: { width: 300, height: 600 },
    mobile: none,
    pages: pageTypes,
  },
  footer: {
    name: 'Footer',
    where: 'At the end of the page, above its last lines.',
    desktop: { width: 728, height: 90 },
    mobile: { width: 320, height: 100 },
    pages: pageTypes,
  },
  'sticky-footer': {
    name: 'Sticky footer',
    where: 'Stays at the lower edge of the window; readers can close it.',
    desktop: { width: 728, height: 90 },
    mobile: { width: 320, height: 50 },
    pages: pageTypes,
  },
};

export const pageTypeNames: Record<PageType, string> = {
  home: 'Home page',
  post: 'Posts',
  page: 'Pages',
  tag: 'Tags',
  author: 'Authors',
  archive: 'Archive',
  search: 'Search',
  'not-found': 'Page not found',
};

/** Sizes that are sold everywhere, for the size picker. */
export const commonSizes: Size[] = [
  { width: 300, height: 250 },
  { width: 336, height: 280 },
  { width: 728, height: 90 },
  { width: 970, height: 90 },
  { width: 970, height: 250 },
  { width: 160, height: 600 },
  { width: 300, height: 600 },
  { width: 468, height: 60 },
  { width: 320, height: 50 },
  { width: 320, height: 100 },
];

export function isPlacement(value: string): value is Placement {
  return placements.some((placement) => placement === value);
}
