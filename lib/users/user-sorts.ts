import { roles, type Role } from '@/lib/auth/actor';

/** What the list of users can be sorted by: the first first, and the other way round. */
export const userColumns = {
  name: { asc: 'name-asc', desc: 'name' },
  role: { asc: 'role-asc', desc: 'role' },
  joined: { asc: 'joined-asc', desc: 'joined' },
} as const;
export type UserColumn = keyof typeof userColumns;

export type UserOrder = { column: UserColumn; direction: 'asc' | 'desc' };

/** One after the other they are the list; the rows of each are in the order of an index. */
export type UserPart = { role: Role | null; by: 'name' | 'createdAt'; direction: 'asc' | 'desc' };

/** How the list is sorted: who joined last comes first, unless an order that it has is asked for. Of one role, all have that. */
export function userOrderOf(sort: string, role: Role | null): UserOrder {
  const columns = Object.keys(userColumns) as UserColumn[];
  const column = columns.find((one) => sort === one || sort === `${one}-asc`);
  if (!column || (column === 'role' && role)) return { column: 'joined', direction: 'desc' };
  return { column, direction: sort === column ? 'desc' : 'asc' };
}

/** The parts of the list of users; those of a role are sorted by when they joined. */
export function userPartsOf({ column, direction }: UserOrder, role: Role | null): UserPart[] {
  if (column !== 'role') return [{ role, by: column === 'name' ? 'name' : 'createdAt', direction }];
  const parts = roles.map((one): UserPart => ({ role: one, by: 'createdAt', direction: 'desc' }));
  return direction === 'asc' ? parts : parts.toReversed();
}
