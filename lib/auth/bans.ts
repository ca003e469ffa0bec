/** Whether somebody may not take part at this moment: they are suspended, for good or until a date that is ahead. */
export function isBanned(user: { bannedAt: Date | null; bannedUntil: Date | null }, now = new Date()) {
  return user.bannedAt !== null && (user.bannedUntil === null || user.bannedUntil > now);
}
