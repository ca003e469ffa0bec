import 'server-only';
import { readDb } from '@/lib/database/db';
import type { CommentDraft } from '../drafts';
import type { KnownItem, ImportMap } from './import-map';

/** A post with comments to match; `isNew`: created in this import. */
export type CommentedPost = { id: string; sourceId: string; isNew: boolean };

export type MaybeKnownComment = {
  draft: CommentDraft;
  key: string;
  item: KnownItem | null;
  /** The entry's comment was deleted with its post. */
  isStale: boolean;
};

/** Of comments written in the same batch of posts: their ids so far, and what was known of all of them before. */
export type BatchOfComments = { taken: Set<string>; known: ReadonlyMap<string, KnownItem> };

/** Finds earlier imports of comments. Merged exports may reuse an id: the second is keyed with its post's. */
export async function findKnownComments(
  drafts: readonly CommentDraft[],
  post: CommentedPost,
  importMap: ImportMap,
  batch?: BatchOfComments,
): Promise<MaybeKnownComment[]> {
  const ids = drafts.map(idOf);
  const known = batch?.known ?? (await importMap.find('comment', ids));
  const taken = batch?.taken ?? new Set();
  const postIds = await readPostIds(ids.flatMap((id) => known.get(id)?.targetId ?? []));
  const isElsewhere = (draft: CommentDraft) => {
    const item = known.get(draft.sourceId);
    return item ? postIds.get(item.targetId) !== post.id : taken.has(draft.sourceId);
  };
  const within = ({ sourceId }: CommentDraft) => `${sourceId} of ${post.sourceId}`;
  const again = await importMap.find('comment', drafts.filter(isElsewhere).map(within));
  return drafts.map((draft) => {
    const item = known.get(draft.sourceId) ?? null;
    if (!isElsewhere(draft)) return { draft, key: draft.sourceId, item, isStale: false };
    const second = again.get(within(draft)) ?? null;
    if (second || !item || postIds.has(item.targetId))
      return { draft, key: within(draft), item: second, isStale: false };
    return { draft, key: draft.sourceId, item: post.isNew ? null : item, isStale: post.isNew };
  });
}

async function readPostIds(commentIds: string[]) {
  if (commentIds.length === 0) return new Map<string, string>();
  const rows = await readDb.comment.findMany({
    where: { id: { in: commentIds } },
    select: { id: true, postId: true },
  });
  return new Map(rows.map(({ id, postId }) => [id, postId]));
}

function idOf({ sourceId }: CommentDraft) {
  return sourceId;
}
