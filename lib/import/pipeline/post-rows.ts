import 'server-only';
import { renderFields } from '@/lib/posts/fields/rendered-fields';
import { filesOfPost } from '@/lib/posts/linked-files';
import { lineOf, linesOf } from '@/lib/text/visible-text';
import type { Allocation } from './authors-and-tags';
import type { PostDraft } from '../drafts';
import type { ImportMap } from './import-map';

type RowContext = { now: Date; importMap: ImportMap };

/** Scheduled for a time that has passed. */
export function hasComeDue(draft: PostDraft, now: Date) {
  return draft.status === 'scheduled' && isPast(draft, now);
}

function isPast({ publishAt }: PostDraft, now: Date) {
  return publishAt !== null && publishAt <= now;
}

/** An update of a post whose time is unknown keeps the time that it was given here. */
export function withKnownMoment<T extends { publishAt: Date | null; firstPublishedAt: Date | null }>(
  data: T,
  draft: PostDraft,
  before: Pick<T, 'publishAt' | 'firstPublishedAt'>,
): T {
  if (draft.publishAt || !data.publishAt || !before.publishAt) return data;
  return { ...data, publishAt: before.publishAt, firstPublishedAt: before.firstPublishedAt };
}

/** An update keeps the publication state of a due post: it is published here, or left as a draft. */
export function withoutMoment<T extends { status: string; publishAt: Date | null; firstPublishedAt: Date | null }>(
  data: T,
) {
  const { status: _, publishAt: _publishAt, firstPublishedAt: _first, ...rest } = data;
  return rest;
}

/** The row of a new post, the distinct images it shows, and the paths of other files that it links to. */
export async function newRow(
  { draft, allocation }: { draft: PostDraft; allocation: Allocation },
  { now, importMap }: RowContext,
) {
  const { columns, mediaIds } = await renderFields(draft.body.html, draft.body.nodes);
  const { cover } = draft;
  // A post whose scheduled time has passed is left to its author to publish.
  const isToCome = draft.publishAt !== null && draft.publishAt > now;
  const status = draft.status !== 'scheduled' ? draft.status : isToCome ? 'published' : 'draft';
  const isPublished = status === 'published';
  const publishAt = draft.publishAt ?? (isPublished ? (draft.createdAt ?? now) : null);
  const shown = [...new Set([...mediaIds, ...(cover ? [cover.mediaId] : [])])];
  const row = {
    id: allocation.id,
    slug: allocation.slug,
    type: draft.type,
    status,
    statusBeforeTrash: draft.statusBeforeTrash,
    // PostgreSQL takes at most 2,704 bytes into an index.
    title: lineOf(draft.title).slice(0, 800),
    excerpt: linesOf(draft.excerpt),
    bodyHtml: draft.body.html,
    ...columns,
    publishAt: status === 'draft' ? null : publishAt,
    firstPublishedAt: isPublished && !isToCome ? publishAt : null,
    contentUpdatedAt: draft.changedAt ?? now,
    pinnedAt: draft.isPinned && isPublished ? publishAt : null,
    commentsMode: draft.commentsMode,
    coverId: cover?.mediaId ?? null,
    coverAlt: lineOf(cover?.alt ?? ''),
    coverCaption: lineOf(cover?.caption ?? ''),
    seoTitle: draft.seoTitle,
    seoDescription: draft.seoDescription,
    socialTitle: draft.socialTitle,
    socialDescription: draft.socialDescription,
    canonicalUrl: draft.canonicalUrl,
    noindex: draft.isNoindex,
    menuOrder: draft.menuOrder,
    enclosures: draft.enclosures.length > 0 ? JSON.stringify(draft.enclosures) : null,
    feedId: draft.feedId || `urn:uuid:${allocation.id}`,
    importBatchId: importMap.batchId,
    createdAt: draft.createdAt ?? now,
    ...draft.own,
  };
  return { row, shown, linked: filesOfPost(row) };
}
