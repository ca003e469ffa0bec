export type FollowedComment = { id: string; postId: string; path: string };

/** Of followed comments the nearest above this one, or null. */
export function nearestFollowed(followed: readonly FollowedComment[], comment: { postId: string; path: string }) {
  const above = followed.filter(
    ({ postId, path }) => postId === comment.postId && path !== comment.path && comment.path.startsWith(path),
  );
  return above.toSorted((a, b) => b.path.length - a.path.length)[0]?.id ?? null;
}
