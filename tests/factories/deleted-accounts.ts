import type { Actor } from '@/lib/auth/actor';
import { deleteDueAccounts, scheduleDeletion } from '@/lib/users/delete-account';

const DAY_MS = 24 * 60 * 60 * 1000;

/** What becomes of an account whose owner deletes it and does not change their mind. */
export async function deleteAccount(actor: Actor, proof: { ownPassword: string }) {
  await scheduleDeletion(actor, proof);
  await deleteDueAccounts(new Date(Date.now() + DAY_MS));
}
