import 'server-only';
import type { Role } from '@/lib/auth/actor';
import { readDb } from '@/lib/database/db';
import type { Translator } from '@/lib/i18n/translator';

/** Who sends an invitation, unless their account is deleted, and to which role, as it is now. */
export async function invitedBy(userId: string, byId: string, { site, t }: { site: string; t: Translator }) {
  const people = await readDb.user.findMany({
    where: { id: { in: [userId, byId] }, deletedAt: null },
    select: { id: true, name: true, role: true },
  });
  const find = (id: string) => people.find((person) => person.id === id);
  const [by, invited] = [find(byId), find(userId)];
  return [
    ...(by ? [t('email.inviteBy', { name: by.name, site })] : []),
    ...(invited ? [t('email.inviteRole', { role: t(`account.role.${invited.role as Role}`) })] : []),
  ];
}
