import type { Enclosure } from '@/lib/posts/rendering/enclosures';
import type { PostDraft } from '../drafts';

/** A category, tag or label of the old system: `kind` is its term for it. */
export type EntryTag = { kind: string; name: string };
export type EntryAuthor = { name: string; email: string };

/** A post or page as an export holds it, read once and kept on disk until it is written. */
export type Entry = Pick<
  PostDraft,
  | 'sourceId'
  | 'where'
  | 'type'
  | 'status'
  | 'title'
  | 'slug'
  | 'excerpt'
  | 'publishAt'
  | 'createdAt'
  | 'changedAt'
  | 'isPinned'
  | 'commentsMode'
  | 'menuOrder'
  | 'series'
  | 'seoTitle'
  | 'seoDescription'
  | 'canonicalUrl'
  | 'isNoindex'
  | 'feedId'
> & {
  /** What the body is made of: HTML, or what its format makes HTML of. */
  text: string;
  /** Where readers had it, in full or from the root of the site; "" for what had no address. */
  link: string;
  /** Further addresses of it. */
  oldAddresses: readonly string[];
  authors: readonly EntryAuthor[];
  tags: readonly EntryTag[];
  cover: { address: string; alt: string; caption: string } | null;
  enclosures: readonly Enclosure[];
  /** Its path in an archive; "" elsewhere. */
  path: string;
};

export type EntryFields = Pick<Entry, 'sourceId' | 'where' | 'title' | 'text'> & Partial<Entry>;

export type EntryOutline = Pick<Entry, 'title' | 'slug' | 'link' | 'path'> & { isHidden: boolean };

/** An entry with everything that was not given empty. */
export function entryWith(fields: EntryFields): Entry {
  return {
    type: 'post',
    status: 'published',
    slug: '',
    excerpt: '',
    publishAt: null,
    createdAt: null,
    changedAt: null,
    isPinned: false,
    commentsMode: fields.type === 'page' ? 'off' : 'open',
    menuOrder: 0,
    series: null,
    seoTitle: '',
    seoDescription: '',
    canonicalUrl: '',
    isNoindex: false,
    feedId: '',
    link: '',
    oldAddresses: [],
    authors: [],
    tags: [],
    cover: null,
    enclosures: [],
    path: '',
    ...fields,
  };
}

/** By which a tag is known in the drafts. */
export function keyOfTag({ kind, name }: EntryTag) {
  return `${kind} ${name}`.slice(0, 300);
}
