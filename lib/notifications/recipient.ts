import { isBanned } from '@/lib/auth/bans';
import type { Choices } from './notification';
import { isRefused } from './refusal';

export const recipientSelect = {
  id: true,
  name: true,
  email: true,
  emailVerifiedAt: true,
  deletedAt: true,
  bannedAt: true,
  bannedUntil: true,
  emailRefusal: { select: { email: true, refusedAt: true } },
} as const;

type Account = {
  email: string | null;
  emailVerifiedAt: Date | null;
  deletedAt: Date | null;
  bannedAt: Date | null;
  bannedUntil: Date | null;
  emailRefusal: { email: string; refusedAt: Date | null } | null;
};

/**
 * Whether e-mails of this kind may be sent to a user: only to confirmed addresses that were not refused, never to suspended or
 * deleted accounts.
 */
export function mayEmail(account: Account, wanted: Choices[keyof Choices], now: Date) {
  if (wanted === 'off' || account.email === null || account.emailVerifiedAt === null) return false;
  return account.deletedAt === null && !isBanned(account, now) && !isRefused(account);
}
