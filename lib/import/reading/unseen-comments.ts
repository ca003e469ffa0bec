import { renderImportedHtml } from '@/lib/comments/imported-html';
import { showsNothing } from '@/lib/comments/visible';
import { isSeen } from '@/lib/text/visible-text';
import type { CommentDraft } from '../drafts';

/** Whether a comment shows nothing. */
export function isUnseen({ type, status, html }: CommentDraft) {
  if (type !== 'comment' || status === 'deleted') return false;
  return /[<&]/.test(html) ? showsNothing(renderImportedHtml(html).html) : !isSeen(html);
}

/** The nearest visible ancestor of a reply. */
export function seenParent(parent: string | null, unseen: ReadonlyMap<string, string | null>) {
  const passed = new Set<string>();
  let at = parent;
  while (at !== null && unseen.has(at) && !passed.has(at)) {
    passed.add(at);
    at = unseen.get(at) ?? null;
  }
  return at !== null && passed.has(at) ? null : at;
}
