import 'server-only';
import type { Role } from '@/lib/auth/actor';
import { readDb } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import { getSettings } from '@/lib/settings/queries';
import { skeletonOf, skeletonWithoutOffice, speaksForSite } from './look-alikes';

const MAX_CANDIDATES = 5_000;

/** Why a name is not allowed, or null: prevents impersonation of the site and its staff. */
export async function nameProblem(name: string, self: { id: string; role: Role } | null): Promise<string | null> {
  const isStaff = self !== null && self.role !== 'reader';
  const { siteName } = await getSettings();
  if (!isStaff && speaksForSite(name, siteName)) {
    return 'This name looks like an official name of the site. Please choose another one.';
  }
  const skeletons = new Set([skeletonOf(name), isStaff ? null : skeletonWithoutOffice(name)]);
  const staff = await readDb.user.findMany({
    where: { role: { not: 'reader' }, deletedAt: null, ...(self ? { id: { not: self.id } } : {}) },
    orderBy: { id: 'asc' },
    take: MAX_CANDIDATES,
    select: { name: true },
  });
  if (!staff.some((user) => skeletonOf(user.name) !== '' && skeletons.has(skeletonOf(user.name)))) return null;
  return 'A member of staff has this name or a similar one. Please choose another one.';
}

export async function requireFreeName(name: string, self: { id: string; role: Role } | null) {
  const problem = await nameProblem(name, self);
  if (problem) throw new AppError('invalid', problem, { fields: { name: problem } });
}
