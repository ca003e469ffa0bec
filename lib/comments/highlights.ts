export const MAX_PINNED = 3;

type Highlighted = { type: string; status: string; depth: number };

/** Why a comment cannot be pinned, or null. Above the thread stand beginnings of conversations only: a reply says little alone. */
export function refusalOfPin(comment: Highlighted, pinned: number): string | null {
  if (!isShown(comment)) return 'Only a comment that readers can see can be pinned.';
  if (comment.depth > 0) return 'A reply cannot be pinned. Pin the comment that begins the conversation.';
  if (pinned < MAX_PINNED) return null;
  return `${MAX_PINNED} comments are pinned on this post already. Unpin one of them first.`;
}

/** Why a comment cannot be the author’s pick, or null. */
export function refusalOfPick(comment: Highlighted): string | null {
  return isShown(comment) ? null : 'Only a comment that readers can see can be the author’s pick.';
}

function isShown({ type, status }: Highlighted) {
  return type === 'comment' && status === 'approved';
}
