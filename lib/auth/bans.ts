/** Whether a user is suspended now: permanently, or until a future date. */
export function isBanned(user: { bannedAt: Date | null; bannedUntil: Date | null }, now = new Date()) {
  return user.bannedAt !== null && (user.bannedUntil === null || user.bannedUntil > now);
}
