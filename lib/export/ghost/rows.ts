import { createHash } from 'node:crypto';
import { htmlForFeeds } from '@/lib/feeds/html-for-feeds';
import { parseVariants, variantUpTo } from '@/lib/images/variants';
import { titleOf } from '@/lib/posts/title';
import { postStateOf } from '@/lib/posts/visibility';
import { paths } from '@/lib/web/paths';
import type { ExportRun } from '../export-format';
import type { PostRow } from '../reading-posts';

/** Of the columns of Ghost. */
const LONGEST = { title: 255, excerpt: 300, meta: 500, slug: 185, name: 191 };

/** One that is longer makes Ghost refuse the whole file; of alternative texts, Ghost 5 takes 125 characters. */
const longestMeta: Readonly<Record<string, number>> = {
  meta_title: 300,
  meta_description: 500,
  og_title: 300,
  og_description: 500,
  feature_image_alt: 125,
};

/** An id in the form of Ghost's, the same in every export. */
export function idOf(kind: string, name: string) {
  return createHash('sha256').update(`${kind} ${name}`).digest('hex').slice(0, 24);
}

function uuidOf(name: string) {
  const hex = createHash('sha256').update(`uuid ${name}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** What is not public there is a draft: Ghost has neither private posts nor posts that end. */
const statuses = {
  Draft: 'draft',
  'In review': 'draft',
  Scheduled: 'scheduled',
  Published: 'published',
  Expired: 'draft',
  Private: 'draft',
  Trash: null,
} as const;

/** Slugs of Ghost have no folders. */
export class FlatSlugs {
  readonly #taken = new Set<string>();

  take(slug: string) {
    const last = slug.slice(slug.lastIndexOf('/') + 1).slice(0, LONGEST.slug);
    let free = last;
    for (let number = 2; this.#taken.has(free); number += 1) free = `${last}-${number}`;
    this.#taken.add(free);
    return free;
  }
}

/** A row of the table of posts; null for what Ghost has no state for. */
export function postRowOf(row: PostRow, slugs: FlatSlugs, run: ExportRun) {
  const { siteUrl, now, note } = run;
  const state = postStateOf(row, now);
  const status = statuses[state];
  if (status === null) return (note(`${row.slug} is in the trash and was left out.`), null);
  if (state === 'Private' || state === 'Expired' || state === 'In review')
    note(`${row.slug} is a draft in the file, because Ghost has no such state: ${state}.`);
  else if (row.unpublishAt) note(`${row.slug} stays public there: the format has no time at which a post ends.`);
  const url = siteUrl + paths.post(row.slug);
  const slug = slugs.take(row.slug);
  if (slug !== row.slug)
    note(`${row.slug} is ${slug} there, because Ghost has no folders in addresses: redirect the former.`);
  const isDated = status !== 'draft' || row.firstPublishedAt !== null;
  const cover = row.cover && variantUpTo(parseVariants(row.cover.variants), 2_000);
  return {
    id: idOf('post', row.feedId),
    uuid: uuidOf(row.feedId),
    title: titleOf(row).slice(0, LONGEST.title),
    slug,
    mobiledoc: null,
    lexical: null,
    html: htmlForFeeds(row.bodyHtml, url),
    comment_id: idOf('post', row.feedId),
    plaintext: row.bodyText,
    feature_image: cover ? siteUrl + paths.upload(cover.path) : null,
    featured: row.pinnedAt !== null,
    type: row.type,
    status,
    locale: row.locale || null,
    visibility: 'public',
    email_recipient_filter: 'none',
    created_at: row.createdAt.toISOString(),
    updated_at: row.contentUpdatedAt.toISOString(),
    published_at: isDated ? ((row.publishAt ?? row.firstPublishedAt)?.toISOString() ?? null) : null,
    custom_excerpt: (row.excerpt || row.subtitle).slice(0, LONGEST.excerpt) || null,
    codeinjection_head: null,
    codeinjection_foot: null,
    custom_template: null,
    canonical_url: row.canonicalUrl || null,
  };
}

/** What of a post stands in a table of its own; null without any of it. */
export function metaRowOf(row: PostRow) {
  const meta = {
    meta_title: row.seoTitle,
    meta_description: row.seoDescription,
    og_title: row.socialTitle,
    og_description: row.socialDescription,
    feature_image_alt: row.coverAlt,
    feature_image_caption: row.coverCaption,
  };
  const given = Object.entries(meta).filter(([, text]) => text !== '');
  if (given.length === 0) return null;
  const post = { id: idOf('meta', row.feedId), post_id: idOf('post', row.feedId) };
  return {
    ...post,
    ...Object.fromEntries(given.map(([name, text]) => [name, text.slice(0, longestMeta[name] ?? 2_000)])),
  };
}

export function tagRowOf({ slug, name, description }: { slug: string; name: string; description: string }) {
  return {
    id: idOf('tag', slug),
    // "#" would make it one that readers do not see.
    name: name.replace(/^[#,\s]+/, '').slice(0, LONGEST.name) || slug,
    slug,
    description: description.slice(0, LONGEST.meta) || null,
    visibility: 'public',
  };
}

type Writer = { slug: string; name: string; email: string | null; bio: string; website: string; createdAt: Date };

/** Ghost takes no account without an e-mail address: nobody can receive what is sent to ".invalid". */
export function userRowOf({ slug, name, email, bio, website, createdAt }: Writer, { withEmails }: ExportRun) {
  return {
    id: idOf('user', slug),
    name: name.slice(0, LONGEST.name),
    slug,
    email: withEmails && email ? email : `${idOf('user', slug)}@authors.invalid`,
    profile_image: null,
    bio: bio.slice(0, 200) || null,
    // Ghost refuses the file for one without a domain.
    website: /^https?:\/\/[a-z0-9.-]+\.[a-z]{2,}(?:[:/?#]|$)/i.test(website) ? website : null,
    status: 'inactive',
    visibility: 'public',
    created_at: createdAt.toISOString(),
  };
}
