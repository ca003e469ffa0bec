/** What moderators are shown of the author of comments. */
export const commenterSelect = {
  id: true,
  name: true,
  avatarSeed: true,
  role: true,
  createdAt: true,
  bannedAt: true,
  bannedUntil: true,
  commentRestriction: true,
  commentRestrictedUntil: true,
} as const;
