import { beforeEach, describe, expect, test } from 'vitest';
import { roles, type Actor } from '@/lib/auth/actor';
import { db } from '@/lib/database/db';
import { banUser } from '@/lib/users/banning';
import { runUserBulk } from '@/lib/users/bulk-users';
import { findUserPage, type ListedUser, type UserFilter } from '@/lib/users/queries';
import { actorWith, createUser } from '../../factories/users';

beforeEach(async () => {
  await db.auditEntry.deleteMany();
  await db.user.deleteMany();
});

describe('the list of people', () => {
  const search = (actor: Actor, filter: Partial<UserFilter>) =>
    findUserPage(actor, { search: '', role: '', after: '', ...filter });

  test('finds by name in any case, by address and by role; wildcards are only themselves', async () => {
    const admin = await actorWith('admin', 'Adam Keel');
    await createUser({ name: 'Ida Brandt', email: 'ida@example.test', role: 'editor' });
    await createUser({ name: 'Otto 100% Lind', email: 'otto@example.test' });
    await createUser({ name: 'Gone', deletedAt: new Date() });
    const names = async (filter: object) => (await search(admin, filter)).users.map((user) => user.name).sort();
    expect(await names({})).toEqual(['Adam Keel', 'Ida Brandt', 'Otto 100% Lind']);
    expect(await names({ search: 'iDA br' })).toEqual(['Ida Brandt']);
    expect(await names({ search: 'OTTO@example' })).toEqual(['Otto 100% Lind']);
    // Alone, the number may begin an address that was made up for somebody else.
    expect(await names({ search: 'Lind 100%' })).toEqual(['Otto 100% Lind']);
    expect(await names({ search: '_' })).toEqual([]);
    expect(await names({ search: "'; DROP TABLE" })).toEqual([]);
    expect(await names({ role: 'editor' })).toEqual(['Ida Brandt']);
    expect(await names({ role: 'no such role' })).toHaveLength(3);
  });

  test('pages list every user once, equal times included', async () => {
    const admin = await actorWith('admin');
    const createdAt = new Date('2026-11-01T00:00:00.000Z');
    for (let n = 0; n < 119; n += 1) await createUser({ createdAt });
    const seen: string[] = [];
    for (let after = '', page = 0; page < 5; page += 1) {
      const { users, next } = await search(admin, { after });
      seen.push(...users.map((user) => user.id));
      if (!next) break;
      after = next;
    }
    expect(seen).toHaveLength(120);
    expect(new Set(seen).size).toBe(120);
  });

  test('is sorted by a column, each user once', async () => {
    const admin = await actorWith('admin', 'Ms 3');
    const createdAt = new Date('2026-11-01T00:00:00.000Z');
    for (let n = 0; n < 59; n += 1) {
      await createUser({ name: `Ms ${n % 7}`, role: (['reader', 'author', 'editor'] as const)[n % 3]!, createdAt });
    }
    const places = new Map<string, number>(roles.map((role, at) => [role, at]));
    const keyOf: Record<'name' | 'role', (user: ListedUser) => string | number> = {
      name: ({ name }) => name,
      role: ({ role }) => places.get(role)!,
    };
    for (const sort of ['name', 'name-asc', 'role', 'role-asc'] as const) {
      const first = await search(admin, { sort });
      const second = await search(admin, { sort, after: first.next! });
      const users = [...first.users, ...second.users];
      expect(new Set(users.map(({ id }) => id)).size).toBe(60);
      const keys = users.map(keyOf[sort.startsWith('name') ? 'name' : 'role']);
      const inOrder = keys.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
      expect({ sort, keys }).toEqual({ sort, keys: sort.endsWith('-asc') ? inOrder : inOrder.toReversed() });
    }
    const joined = await search(admin, { sort: 'joined-asc' });
    expect(joined.users[0]?.createdAt).toEqual(createdAt);
    expect((await search(admin, { sort: 'shoe size' })).users[0]?.id).toBe(admin.id);
  });

  test('is changed many at a time; whom the actor may not change is left and named', async () => {
    const [admin, owner] = [await actorWith('admin'), await actorWith('owner')];
    const readers = [await createUser({ name: 'Ida' }), await createUser({ name: 'Olga' })];
    const ids = readers.map(({ id }) => id);
    const rolesNow = () => db.user.findMany({ where: { id: { in: ids } }, select: { role: true, bannedAt: true } });

    const changed = await runUserBulk(admin, { action: 'role', ids: [...ids, owner.id, 'nobody'], role: 'author' });
    expect(changed.done).toEqual(ids);
    expect(changed.failed).toEqual([expect.stringMatching(/Only an owner/), 'This user does not exist.']);
    expect(await rolesNow()).toMatchObject([{ role: 'author' }, { role: 'author' }]);

    await banUser(admin, { id: ids[0]!, reason: 'Noise', until: null });
    const suspended = await runUserBulk(admin, { action: 'suspend', ids, role: 'reader' });
    expect(suspended).toEqual({ done: [ids[1]], failed: ['Ida is suspended already.'] });
    expect(await db.user.findUnique({ where: { id: ids[0]! } })).toMatchObject({ banReason: 'Noise' });
    const lifted = await runUserBulk(admin, { action: 'unsuspend', ids, role: 'reader' });
    expect(lifted.done.sort()).toEqual(ids.toSorted());
    expect(await rolesNow()).toMatchObject([{ bannedAt: null }, { bannedAt: null }]);

    const editor = await actorWith('editor');
    await expect(runUserBulk(editor, { action: 'suspend', ids, role: 'reader' })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  test('is restricted to some roles', async () => {
    await expect(search(await actorWith('editor'), {})).rejects.toMatchObject({ code: 'forbidden' });
  });
});
