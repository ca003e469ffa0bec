import type { ThreadComment } from './comment';

/** Deeper replies are listed flat and name their parent. */
export const MAX_INDENT = 5;

export type ThreadNode = {
  comment: ThreadComment;
  isRepeated: boolean;
  /** The parent, where the indentation no longer shows it. */
  answering: { id: string; name: string; isRepeated: boolean } | null;
  answers: ThreadNode[];
  /** Further replies that this page leaves out. */
  more?: number;
};

/** Builds the displayed tree of one page from comments in path order. */
export function buildThread(
  comments: readonly ThreadComment[],
  ancestors: readonly ThreadComment[] = [],
): ThreadNode[] {
  const roots: ThreadNode[] = [];
  const byId = new Map<string, ThreadNode>();
  const byPath = new Map<string, ThreadNode>();
  for (const comment of [...ancestors, ...comments]) {
    const parent = comment.parentId ? byId.get(comment.parentId) : undefined;
    const node: ThreadNode = {
      comment,
      isRepeated: ancestors.includes(comment),
      answering:
        parent && comment.depth > MAX_INDENT
          ? { id: parent.comment.id, name: parent.comment.author.name, isRepeated: parent.isRepeated }
          : null,
      answers: [],
    };
    byId.set(comment.id, node);
    byPath.set(comment.path, node);
    (findContainer(comment, byPath)?.answers ?? roots).push(node);
  }
  return roots;
}

/** Whether a comment of this conversation was removed or waits for a moderator. */
export function hasWithheld({ comment, answers }: ThreadNode): boolean {
  return comment.state !== 'shown' || answers.some(hasWithheld);
}

// The nearest ancestor on this page within the indentation limit; without one, the comment becomes a root.
function findContainer(comment: ThreadComment, byPath: ReadonlyMap<string, ThreadNode>) {
  const segment = comment.path.length / (comment.depth + 1);
  const level = Math.min(comment.depth, MAX_INDENT);
  for (let depth = level; depth > 0; depth -= 1) {
    const above = byPath.get(comment.path.slice(0, depth * segment));
    if (above) return above;
  }
  return undefined;
}
