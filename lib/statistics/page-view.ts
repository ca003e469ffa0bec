export const pageKinds = ['home', 'post', 'page', 'tag', 'author', 'archive'] as const;
export type PageKind = (typeof pageKinds)[number];

export const pageKindNames: Record<PageKind, string> = {
  home: 'Home',
  post: 'Posts',
  page: 'Pages',
  tag: 'Tags',
  author: 'Authors',
  archive: 'Archive',
};

/** What a page says of itself when its views are counted. */
export type CountedPage = { kind: PageKind; postId: string | null };

/** Pages that say nothing are not counted: searches, error pages, and everything private. */
export function countedPage(type: string, postId: string | null): CountedPage | null {
  const kind = pageKinds.find((each) => each === type);
  return kind ? { kind, postId } : null;
}
