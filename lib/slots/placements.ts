export const pageTypes = ['home', 'post', 'page', 'tag', 'author', 'archive', 'search', 'not-found'] as const;
export type PageType = (typeof pageTypes)[number];

/** In CSS pixels; 0: not on that device. */
export type Size = { width: number; height: number };

type PlacementFacts = {
  name: string;
  where: string;
  group: 'article' | 'around' | 'between';
  order: number;
  /** Absent: the placement is one point of a page. */
  between?: 'blocks' | 'threads' | 'posts';
  desktop: Size;
  mobile: Size;
  pages: readonly PageType[];
  /** Initial settings that differ from those of a fixed placement. */
  initial?: { after?: number[]; every?: number; maximum?: number; minimumWords?: number; spacing?: Spacing };
};

type Distances = { top: number; between: number; heading: number; media: number; blocks: number };
type Spacing = { desktop: Distances; mobile: Distances };

const articles = ['post', 'page'] as const;
const listings = ['home', 'tag', 'author', 'archive'] as const;
/** The search has no slots. */
const anywhere = pageTypes.filter((page) => page !== 'search');
const none = { width: 0, height: 0 };

const known = {
  header: {
    name: 'Header',
    where: 'Below the site title, above everything else.',
    group: 'article',
    order: 10,
    desktop: { width: 728, height: 90 },
    mobile: { width: 320, height: 50 },
    pages: anywhere,
  },
  'below-title': {
    name: 'Below the title',
    where: 'Under the subtitle, above the byline.',
    group: 'article',
    order: 20,
    desktop: { width: 468, height: 60 },
    mobile: { width: 320, height: 50 },
    pages: articles,
  },
  'in-article': {
    name: 'In the article',
    where: 'Between the paragraphs of an article.',
    group: 'article',
    order: 30,
    between: 'blocks',
    desktop: { width: 336, height: 280 },
    mobile: { width: 300, height: 250 },
    pages: articles,
    initial: {
      after: [3],
      maximum: 3,
      minimumWords: 250,
      spacing: {
        desktop: { top: 300, between: 500, heading: 190, media: 100, blocks: 50 },
        mobile: { top: 200, between: 500, heading: 190, media: 100, blocks: 50 },
      },
    },
  },
  'post-end': {
    name: 'End of the article',
    where: 'After the last paragraph and the tags.',
    group: 'article',
    order: 40,
    desktop: { width: 336, height: 280 },
    mobile: { width: 300, height: 250 },
    pages: articles,
  },
  comments: {
    name: 'In the comments',
    where: 'Between whole threads, never inside one.',
    group: 'article',
    order: 50,
    between: 'threads',
    desktop: { width: 468, height: 60 },
    mobile: { width: 320, height: 100 },
    pages: articles,
    initial: { every: 5, maximum: 3 },
  },
  list: {
    name: 'In lists of posts',
    where: 'Between the posts of the home page, a tag, an author or the archive.',
    group: 'between',
    order: 60,
    between: 'posts',
    desktop: { width: 468, height: 60 },
    mobile: { width: 320, height: 100 },
    pages: listings,
    initial: { every: 4, maximum: 2 },
  },
  sidebar: {
    name: 'Sidebar',
    where: 'In the margin of a wide screen; below the text on a narrower one.',
    group: 'around',
    order: 70,
    desktop: { width: 300, height: 600 },
    mobile: none,
    pages: anywhere,
  },
  footer: {
    name: 'Footer',
    where: 'At the end of the page, above the site footer.',
    group: 'article',
    order: 80,
    desktop: { width: 728, height: 90 },
    mobile: { width: 320, height: 100 },
    pages: anywhere,
  },
  'sticky-footer': {
    name: 'Sticky footer',
    where: 'Stays at the bottom of the window; readers can close it.',
    group: 'around',
    order: 90,
    desktop: { width: 728, height: 90 },
    mobile: { width: 320, height: 50 },
    pages: anywhere,
  },
} satisfies Record<string, PlacementFacts>;

type Known = typeof known;
export type Placement = keyof Known;
export type RepeatedPlacement = {
  [Each in Placement]: Known[Each] extends { between: string } ? Each : never;
}[Placement];
export type FixedPlacement = Exclude<Placement, RepeatedPlacement>;

/** The facts of each placement, from which pages, forms and the admin's map are made. */
export const placementFacts: Record<Placement, PlacementFacts> = known;

export const placements = Object.keys(known)
  .filter(isPlacement)
  .toSorted((one, other) => placementFacts[one].order - placementFacts[other].order);

/** The id of the slot that every site has in a placement. */
export function shippedSlotId(placement: string) {
  return `${placement}-slot`;
}

/** Whether a slot came with the site. */
export function isShipped({ id, placement }: { id: string; placement: string }) {
  return id === shippedSlotId(placement);
}

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
  return Object.hasOwn(known, value);
}
