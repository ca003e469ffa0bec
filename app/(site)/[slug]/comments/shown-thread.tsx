import type { ReactNode } from 'react';
import { SortedPages, ThreadPages } from '@/components/comments/thread-pages';
import type { ThreadComment } from '@/lib/comments/comment';
import type { CommentOrder, SortedOrder } from '@/lib/comments/order';
import { buildThread, type ThreadNode } from '@/lib/comments/thread';
import { readSettings } from '@/lib/settings/queries';
import { readThread } from '../../reads';
import { readSortedThread } from '../../thread-reads';

/** Which part of a thread a page shows; without an order that of the settings, and the numbered pages the oldest first. */
export type Part = { page?: number; order?: CommentOrder; after?: string };

type Shown = {
  nodes: ThreadNode[];
  order: CommentOrder;
  mentions: ThreadComment[];
  pinned: ThreadComment[];
  /** Whether an address with the anchor of a comment may have to lead to another page. */
  isPaged: boolean;
  Pages: () => ReactNode;
};

type Discussed = { id: string; slug: string };
type Read = Discussed & { language: string };

/** This part of a thread with the links to the others; null where there is none. */
export async function readShownThread(post: Discussed, { page, order, after = '' }: Part): Promise<Shown | null> {
  const { commentOrder, language } = await readSettings();
  const wanted = order ?? (page === undefined ? commentOrder : 'oldest');
  return wanted === 'oldest'
    ? readNumbered({ ...post, language }, page ?? 1, commentOrder)
    : readSorted({ ...post, language }, wanted, after);
}

async function readNumbered({ id, slug, language }: Read, page: number, preset: CommentOrder): Promise<Shown | null> {
  const thread = await readThread(id, page);
  if (!thread) return null;
  const { pages } = thread;
  return {
    nodes: buildThread(thread.comments, thread.ancestors),
    order: 'oldest',
    mentions: thread.mentions,
    pinned: thread.pinned,
    isPaged: pages > 1,
    Pages: () => (
      <ThreadPages slug={slug} page={page} pages={pages} isOldestElsewhere={preset !== 'oldest'} language={language} />
    ),
  };
}

async function readSorted({ id, slug, language }: Read, order: SortedOrder, after: string): Promise<Shown | null> {
  const thread = await readSortedThread(id, order, after);
  if (!thread) return null;
  const { comments, mentions, pinned, more, next } = thread;
  return {
    nodes: buildThread(comments).map((node) => ({ ...node, more: more[node.comment.id] ?? 0 })),
    order,
    mentions,
    pinned,
    isPaged: true,
    Pages: () => <SortedPages slug={slug} order={order} isFirst={after === ''} next={next} language={language} />,
  };
}
