import 'server-only';
import { readDb } from '@/lib/database/db';
import type { CommentDraft } from '../drafts';
import type { KnownItem, ImportMap } from './import-map';

/** The post whose comments are met, and whether it only comes with this import. */
export type CommentedPost = { id: string; sourceId: string; isNew: boolean };

export type MaybeKnownComment = {
  draft: CommentDraft;
  /** Under which key it is, or will be, remembered. */
  key: string;
  /** Set if it came over before. */
  item: KnownItem | null;
  /** What is remembered under the key is of a comment that went with its post. */
  isStale: boolean;
};

/**
 * Finds which comments of one post were imported before. A file that was put together from two sites may use one id in
 * two posts: the second is stored with its post's id.
 */
export async function findKnownComments(
  drafts: readonly CommentDraft[],
  post: CommentedPost,
  importMap: ImportMap,
  taken: ReadonlySet<string> = new Set(),
): Promise<MaybeKnownComment[]> {
  const known = await importMap.find('comment', drafts.map(idOf));
  const postIds = await readPostIds([...known.values()].map(({ targetId }) => targetId));
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
