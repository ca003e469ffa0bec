import { renderImportedHtml } from '@/lib/comments/imported-html';
import { showsNothing } from '@/lib/comments/visible';
import { isSeen } from '@/lib/visible-text';
import type { CommentDraft, PostDraft } from './drafts';
import { addProblem, type ImportReport } from './report';

/** Leaves out, and names, the comments in which nothing is to be seen; their answers stand where they stood. */
export function withoutUnseen(drafts: readonly CommentDraft[], post: PostDraft, report: ImportReport): CommentDraft[] {
  const unseen = new Map(drafts.filter(isUnseen).map((draft) => [draft.sourceId, draft.parentSourceId]));
  for (const sourceId of unseen.keys()) {
    addProblem(report.notes, {
      where: `${post.where}, comment ${sourceId}`,
      why: 'There is nothing to be seen in it, so it was left out.',
    });
  }
  return drafts
    .filter(({ sourceId }) => !unseen.has(sourceId))
    .map((draft) => ({ ...draft, parentSourceId: seenParent(draft.parentSourceId, unseen) }));
}

function isUnseen({ type, html }: CommentDraft) {
  if (type !== 'comment') return false;
  return /[<&]/.test(html) ? showsNothing(renderImportedHtml(html).html) : !isSeen(html);
}

function seenParent(parent: string | null, unseen: ReadonlyMap<string, string | null>) {
  const passed = new Set<string>();
  let at = parent;
  while (at !== null && unseen.has(at) && !passed.has(at)) {
    passed.add(at);
    at = unseen.get(at) ?? null;
  }
  return at !== null && passed.has(at) ? null : at;
}
