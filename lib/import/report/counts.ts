export const countedKinds = ['posts', 'pages', 'comments', 'mentions', 'authors', 'tags', 'media', 'files'] as const;
export type CountedKind = (typeof countedKinds)[number];
export type Counts = Record<CountedKind, number>;

export function noCounts(): Counts {
  return { posts: 0, pages: 0, comments: 0, mentions: 0, authors: 0, tags: 0, media: 0, files: 0 };
}
