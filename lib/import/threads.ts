import { ancestorPaths, childPath, depthOf, MAX_DEPTH, parentPath } from '@/lib/comments/path';
import { newId } from '@/lib/ids';
import type { CommentDraft } from './drafts';

/** A comment with its place in a new thread, and the counts it has once the whole thread is in. */
export type PlacedDraft = {
  id: string;
  draft: CommentDraft;
  parentId: string | null;
  rootId: string;
  path: string;
  depth: number;
  childSeq: number;
  replyCount: number;
  descendantCount: number;
};

export type PlannedThread = {
  comments: PlacedDraft[];
  commentSeq: number;
  commentCount: number;
  /** Comments whose parent is not in the file: they stand under the post. */
  orphans: CommentDraft[];
};

/** Parents before children and older before younger. A comment in a circle, or without its parent, becomes a root. */
export function inThreadOrder(drafts: readonly CommentDraft[]) {
  const byId = new Map(drafts.map((draft) => [draft.sourceId, draft]));
  const orphans = drafts.filter(({ parentSourceId }) => parentSourceId !== null && !byId.has(parentSourceId));
  const cut = cutCircles(drafts, byId);
  const children = new Map<string | null, CommentDraft[]>();
  for (const draft of [...drafts].sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime())) {
    const parent =
      draft.parentSourceId !== null && byId.has(draft.parentSourceId) && !cut.has(draft) ? draft.parentSourceId : null;
    const siblings = children.get(parent);
    if (siblings) siblings.push(draft);
    else children.set(parent, [draft]);
  }
  const ordered: { draft: CommentDraft; parentSourceId: string | null }[] = [];
  const waiting: (string | null)[] = [null];
  for (let at = 0; at < waiting.length; at += 1) {
    const parentSourceId = waiting[at] ?? null;
    for (const draft of children.get(parentSourceId) ?? []) {
      ordered.push({ draft, parentSourceId });
      waiting.push(draft.sourceId);
    }
  }
  return { ordered, orphans: [...orphans, ...cut] };
}

/** Places the comments of a post that has none yet, with every count, so that they can be inserted in bulk. */
export function planThread(drafts: readonly CommentDraft[]): PlannedThread {
  const { ordered, orphans } = inThreadOrder(drafts);
  const bySource = new Map<string, PlacedDraft>();
  const byPath = new Map<string, PlacedDraft>();
  let commentSeq = 0;
  let commentCount = 0;
  for (const { draft, parentSourceId } of ordered) {
    const parent = parentSourceId === null ? null : (bySource.get(parentSourceId) ?? null);
    const above = parent && byPath.get(depthOf(parent.path) < MAX_DEPTH ? parent.path : parentPath(parent.path));
    const number = above ? (above.childSeq += 1) : (commentSeq += 1);
    const path = childPath(above?.path ?? '', number);
    const id = newId();
    const placed = {
      id,
      draft,
      parentId: parent?.id ?? null,
      rootId: parent?.rootId ?? id,
      path,
      depth: depthOf(path),
      childSeq: 0,
      replyCount: 0,
      descendantCount: 0,
    };
    bySource.set(draft.sourceId, placed);
    byPath.set(path, placed);
    if (draft.status !== 'approved' || draft.type !== 'comment') continue;
    commentCount += 1;
    if (parent) parent.replyCount += 1;
    for (const ancestor of ancestorPaths(path)) byPath.get(ancestor)!.descendantCount += 1;
  }
  return { comments: [...bySource.values()], commentSeq, commentCount, orphans };
}

/** One comment of each circle, which is taken out of it. */
function cutCircles(drafts: readonly CommentDraft[], byId: Map<string, CommentDraft>) {
  const cut = new Set<CommentDraft>();
  const settled = new Set<CommentDraft>();
  for (const start of drafts) {
    const way = new Set<CommentDraft>();
    let at: CommentDraft | undefined = start;
    while (at && !settled.has(at) && !way.has(at)) {
      way.add(at);
      at = at.parentSourceId === null ? undefined : byId.get(at.parentSourceId);
    }
    if (at && way.has(at)) cut.add(at);
    for (const draft of way) settled.add(draft);
  }
  return cut;
}
