import { ancestorPaths, childPath, depthOf, MAX_DEPTH, parentPath } from '@/lib/comments/path';
import type { CommentHead } from '../reading/comment-list';

/** Comments in writing order: parents before replies, older before newer. */
export type ThreadOrder<H extends CommentHead> = {
  ordered: H[];
  orphans: Set<H>;
  /** One comment of each loop of replies, moved to the top level. */
  cut: Set<H>;
  /** The comments of loops, with the one of theirs that was moved. */
  looped: Map<H, H>;
};

/** Sorts a thread in linear time, whatever its structure. */
export function inThreadOrder<H extends CommentHead>(heads: readonly H[]): ThreadOrder<H> {
  const byId = new Map(heads.map((head) => [head.sourceId, head]));
  const orphans = new Set(heads.filter(({ parentSourceId }) => parentSourceId !== null && !byId.has(parentSourceId)));
  const looped = loopsIn(heads, byId);
  const cut = new Set(looped.values());
  const children = new Map<string | null, H[]>();
  for (const head of heads.toSorted((a, b) => momentOf(b) - momentOf(a) || b.at - a.at)) {
    const parent = orphans.has(head) || cut.has(head) ? null : head.parentSourceId;
    const siblings = children.get(parent);
    if (siblings) siblings.push(head);
    else children.set(parent, [head]);
  }
  const ordered: H[] = [];
  const waiting = [...(children.get(null) ?? [])];
  for (let head = waiting.pop(); head; head = waiting.pop()) {
    ordered.push(head);
    for (const child of children.get(head.sourceId) ?? []) waiting.push(child);
  }
  return { ordered, orphans, cut, looped };
}

/** A comment to place, with ids of this site. */
export type IncomingComment = { id: string; parentId: string | null; isCounted: boolean };
export type ThreadParent = { id: string; path: string; rootId: string; childSeq: number };
type Counts = { childSeq: number; replyCount: number; descendantCount: number };
export type ThreadedComment = {
  id: string;
  parentId: string | null;
  rootId: string;
  path: string;
  depth: number;
} & Counts;

export type ThreadedChunk = {
  comments: ThreadedComment[];
  commentSeq: number;
  counted: number;
  moves: ({ path: string } & Counts)[];
};

/** Places comments of one post, in thread order, after the existing ones, with all counts. */
export function threadChunk(
  incoming: readonly IncomingComment[],
  around: { commentSeq: number; parents: readonly ThreadParent[] },
): ThreadedChunk {
  const byId = new Map(around.parents.map((node) => [node.id, { ...node }]));
  const byPath = new Map([...byId.values()].map((node) => [node.path, node]));
  const changes = new Map<string, Counts>();
  const comments: ThreadedComment[] = [];
  let { commentSeq } = around;
  let counted = 0;
  for (const { id, parentId, isCounted } of incoming) {
    const parent = byId.get(parentId ?? '');
    const above = parent && byPath.get(depthOf(parent.path) < MAX_DEPTH ? parent.path : parentPath(parent.path));
    const path = childPath(above?.path ?? '', above ? (above.childSeq += 1) : (commentSeq += 1));
    const node = { id, path, rootId: above && parent ? parent.rootId : id, childSeq: 0 };
    byId.set(id, node);
    byPath.set(path, node);
    if (above) change(changes, above.path).childSeq += 1;
    const position = { id, parentId: parent?.id ?? null, rootId: node.rootId, path, depth: depthOf(path) };
    comments.push({ ...position, childSeq: 0, replyCount: 0, descendantCount: 0 });
    if (!isCounted) continue;
    counted += 1;
    if (parent) change(changes, parent.path).replyCount += 1;
    for (const ancestor of ancestorPaths(path)) change(changes, ancestor).descendantCount += 1;
  }
  for (const one of comments) {
    Object.assign(one, changes.get(one.path));
    changes.delete(one.path);
  }
  return { comments, commentSeq, counted, moves: [...changes].map(([path, counts]) => ({ path, ...counts })) };
}

function change(changes: Map<string, Counts>, path: string) {
  const known = changes.get(path) ?? { childSeq: 0, replyCount: 0, descendantCount: 0 };
  changes.set(path, known);
  return known;
}

function momentOf({ createdAt }: CommentHead) {
  return createdAt?.getTime() ?? 0;
}

function loopsIn<H extends CommentHead>(heads: readonly H[], byId: Map<string, H>) {
  const looped = new Map<H, H>();
  const settled = new Set<H>();
  for (const start of heads) {
    const way = new Set<H>();
    let at: H | undefined = start;
    while (at && !settled.has(at) && !way.has(at)) {
      way.add(at);
      at = at.parentSourceId === null ? undefined : byId.get(at.parentSourceId);
    }
    // Only what comes after it on the way is part of the loop.
    const ring = at && way.has(at) ? [...way].slice([...way].indexOf(at)) : [];
    for (const head of ring) looped.set(head, at!);
    for (const head of way) settled.add(head);
  }
  return looped;
}
