type Changed = { updatedAt: Date; author: { id: string; name: string } | null };

/** So long after somebody's last change they may still have the post open. */
const OPEN_MS = 10 * 60_000;

/** Who beside this person changed a post within the last ten minutes, and when; the latest of several, null for nobody. */
export function otherEditorOf(revisions: readonly Changed[], ownId: string, now = new Date()) {
  const recent = revisions.filter(({ updatedAt }) => now.getTime() - updatedAt.getTime() < OPEN_MS);
  for (const { author, updatedAt } of recent.toSorted((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime())) {
    if (author && author.id !== ownId) return { name: author.name, at: updatedAt };
  }
  return null;
}
