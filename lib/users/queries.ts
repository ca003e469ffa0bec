import 'server-only';
import { capabilitiesOf, roles, type Actor, type Capability, type Role } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { isBanned } from '@/lib/auth/bans';
import { readDb } from '@/lib/database/db';
import { countUnread } from '@/lib/notifications/queries';
import { emailRefusalOf } from '@/lib/notifications/refusal';
import { findInAdminIndex, readFound } from '@/lib/search/admin-search';
import { markOf } from '@/lib/search/admin-entries';
import { isSeen } from '@/lib/text/visible-text';
import type { Prisma } from '@/prisma/generated/sqlite/client';
import { userOrderOf, userPartsOf, type UserPart } from './user-sorts';

export type CurrentUser = {
  id: string;
  name: string;
  slug: string;
  role: Role;
  avatarSeed: string;
  emailVerified: boolean;
  capabilities: readonly Capability[];
  /** Notifications that are not marked as read. */
  unread: number;
};

export async function findCurrentUser(actor: Actor): Promise<CurrentUser | null> {
  const [user, unread] = await Promise.all([
    readDb.user.findUnique({ where: { id: actor.id }, select: { slug: true, avatarSeed: true } }),
    countUnread(actor),
  ]);
  if (!user) return null;
  const { id, name, role, emailVerified } = actor;
  return { id, name, role, emailVerified, ...user, capabilities: capabilitiesOf(actor), unread };
}

export function findOwnAccount(actor: Actor) {
  return readDb.user
    .findUniqueOrThrow({
      where: { id: actor.id },
      select: {
        name: true,
        email: true,
        slug: true,
        bio: true,
        website: true,
        hasProfile: true,
        avatarSeed: true,
        deletesAt: true,
        passwordHash: true,
        accounts: { select: { provider: true } },
      },
    })
    .then(({ passwordHash, accounts, ...account }) => ({
      ...account,
      hasPassword: passwordHash !== null,
      providers: accounts.map(({ provider }) => provider),
    }));
}

const PAGE_SIZE = 50;

const userFields = {
  id: true,
  name: true,
  email: true,
  emailVerifiedAt: true,
  role: true,
  slug: true,
  avatarSeed: true,
  bannedAt: true,
  bannedUntil: true,
  banReason: true,
  createdAt: true,
  deletesAt: true,
  emailRefusal: { select: { email: true, reply: true, refusedAt: true } },
} as const;

type UserRow = {
  id: string;
  email: string | null;
  role: string;
  bannedAt: Date | null;
  bannedUntil: Date | null;
  emailRefusal: { email: string; reply: string; refusedAt: Date | null } | null;
};

export type UserFilter = { search: string; role: string; after: string; sort?: string };
export type ListedUser = Awaited<ReturnType<typeof findUserPage>>['users'][number];

/** One page of users, newest first unless asked otherwise; `next` continues. Searches names and addresses, the best first. */
export async function findUserPage(actor: Actor, { search, role, after, sort = '' }: UserFilter) {
  requireCapability(actor, 'users.manage');
  const known = roles.find((one) => one === role) ?? null;
  const where = { deletedAt: null, ...(known ? { role: known } : {}) };
  const { rows, next } = await (isSeen(search)
    ? find(search, where, after)
    : browse(userPartsOf(userOrderOf(sort, known), known), after));
  return { users: await describe(rows), next };
}

type Wanted = { deletedAt: null; role?: Role };

async function browse(parts: readonly UserPart[], after: string) {
  const from = after
    ? await readDb.user.findUnique({
        where: { id: after },
        select: { createdAt: true, name: true, role: true, id: true },
      })
    : null;
  const start = from
    ? Math.max(
        0,
        parts.findIndex(({ role }) => role === from.role),
      )
    : 0;
  const found: Prisma.UserGetPayload<{ select: typeof userFields }>[] = [];
  for (const [at, { role, by, direction }] of parts.entries()) {
    if (at < start || found.length > PAGE_SIZE) continue;
    const rows = await readDb.user.findMany({
      where: {
        deletedAt: null,
        ...(role ? { role } : {}),
        AND: [from && at === start ? isBeyond(from, by, direction) : {}],
      },
      orderBy: [{ [by]: direction }, { id: direction }],
      take: PAGE_SIZE + 1 - found.length,
      select: userFields,
    });
    found.push(...rows);
  }
  const rows = found.slice(0, PAGE_SIZE);
  return { rows, next: found.length > PAGE_SIZE ? (rows.at(-1)?.id ?? null) : null };
}

type Place = { createdAt: Date; name: string; id: string };

function isBeyond(from: Place, by: UserPart['by'], direction: UserPart['direction']) {
  const beyond = direction === 'asc' ? 'gt' : 'lt';
  return { [by]: { [`${beyond}e`]: from[by] }, OR: [{ [by]: { [beyond]: from[by] } }, { id: { [beyond]: from.id } }] };
}

async function find(search: string, where: Wanted, after: string) {
  const marks = where.role ? [markOf.role(where.role)] : [];
  const { ids, next } = await findInAdminIndex('user', search, { marks, after, take: PAGE_SIZE });
  const rows = await readFound(ids, (id) => readDb.user.findMany({ where: { ...where, id }, select: userFields }));
  return { rows, next: next || null };
}

/** A user for user managers, or null if deleted. */
export async function findUser(actor: Actor, id: string) {
  requireCapability(actor, 'users.manage');
  const row = await readDb.user.findFirst({
    where: { id, deletedAt: null },
    select: { ...userFields, bio: true, website: true },
  });
  return row && (await describe([row]))[0]!;
}

// Counted separately: beside the rows, Prisma would count the comments and posts of all users.
async function describe<Row extends UserRow>(rows: Row[]) {
  const ids = rows.map(({ id }) => id);
  const [comments, posts, sessions] = await Promise.all([
    readDb.comment.groupBy({ by: ['authorId'], where: { authorId: { in: ids } }, _count: { _all: true } }),
    readDb.postAuthor.groupBy({ by: ['userId'], where: { userId: { in: ids } }, _count: { _all: true } }),
    readDb.session.groupBy({ by: ['userId'], where: { userId: { in: ids } }, _max: { lastSeenAt: true } }),
  ]);
  const commentCounts = new Map(comments.map((row) => [row.authorId, row._count._all]));
  const postCounts = new Map(posts.map((row) => [row.userId, row._count._all]));
  const seen = new Map(sessions.map((row) => [row.userId, row._max.lastSeenAt]));
  return rows.map((row) => ({
    ...row,
    role: row.role as Role,
    isBanned: isBanned(row),
    emailRefusal: emailRefusalOf(row),
    commentCount: commentCounts.get(row.id) ?? 0,
    postCount: postCounts.get(row.id) ?? 0,
    /** Null for somebody without a session of the last weeks. */
    lastSeenAt: seen.get(row.id) ?? null,
  }));
}
