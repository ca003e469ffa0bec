import 'server-only';
import { capabilitiesOf, roles, type Actor, type Capability, type Role } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { isBanned } from '@/lib/auth/bans';
import { reader } from '@/lib/db';
import { findRows, readFound } from '@/lib/search/finding';
import { markOf } from '@/lib/search/row-entries';
import { isSeen } from '@/lib/visible-text';

/** What the islands on public pages know about the person who looks at them. */
export type Me = {
  id: string;
  name: string;
  slug: string;
  role: Role;
  avatarSeed: string;
  emailVerified: boolean;
  capabilities: readonly Capability[];
};

/** The signed-in person, for their own eyes. */
export async function findMe(actor: Actor): Promise<Me | null> {
  const user = await reader.user.findUnique({ where: { id: actor.id }, select: { slug: true, avatarSeed: true } });
  if (!user) return null;
  const { id, name, role, emailVerified } = actor;
  return { id, name, role, emailVerified, ...user, capabilities: capabilitiesOf(role) };
}

/** What the account page shows of its person. */
export function findOwnAccount(actor: Actor) {
  return reader.user
    .findUniqueOrThrow({
      where: { id: actor.id },
      select: {
        name: true,
        email: true,
        slug: true,
        bio: true,
        website: true,
        avatarSeed: true,
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

const PAGE = 50;

const personFields = {
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
} as const;

type PersonRow = {
  id: string;
  email: string | null;
  role: string;
  bannedAt: Date | null;
  bannedUntil: Date | null;
};

export type PeopleFilter = { search: string; role: string; after: string };
export type PersonListed = Awaited<ReturnType<typeof listPeople>>['people'][number];

/** The people of the site, newest first, one page of them; `next` continues. A search is for words of names and addresses. */
export async function listPeople(actor: Actor, { search, role, after }: PeopleFilter) {
  requireCapability(actor, 'people.manage');
  const known = roles.find((one) => one === role);
  const where = { deletedAt: null, ...(known ? { role: known } : {}) };
  const { rows, next } = await (isSeen(search) ? find(search, where, after) : browse(where, after));
  return { people: await describe(rows), next };
}

type Wanted = { deletedAt: null; role?: Role };

async function browse(where: Wanted, after: string) {
  const from = after
    ? await reader.user.findUnique({ where: { id: after }, select: { createdAt: true, id: true } })
    : null;
  const found = await reader.user.findMany({
    where: { ...where, AND: [from ? isAfter(from) : {}] },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: PAGE + 1,
    select: personFields,
  });
  const rows = found.slice(0, PAGE);
  return { rows, next: found.length > PAGE ? (rows.at(-1)?.id ?? null) : null };
}

function isAfter({ createdAt, id }: { createdAt: Date; id: string }) {
  return { createdAt: { lte: createdAt }, OR: [{ createdAt: { lt: createdAt } }, { id: { lt: id } }] };
}

async function find(search: string, where: Wanted, after: string) {
  const marks = where.role ? [markOf.role(where.role)] : [];
  const { ids, next } = await findRows('user', search, { marks, after, take: PAGE });
  const rows = await readFound(ids, (id) => reader.user.findMany({ where: { ...where, id }, select: personFields }));
  return { rows, next: next || null };
}

/** One person for those who manage people; null for the departed. */
export async function findPerson(actor: Actor, id: string) {
  requireCapability(actor, 'people.manage');
  const row = await reader.user.findFirst({ where: { id, deletedAt: null }, select: personFields });
  return row && (await describe([row]))[0]!;
}

// Counted by themselves: beside the rows, Prisma would count the comments and posts of everybody there is.
async function describe<Row extends PersonRow>(rows: Row[]) {
  const ids = rows.map(({ id }) => id);
  const [comments, posts] = await Promise.all([
    reader.comment.groupBy({ by: ['authorId'], where: { authorId: { in: ids } }, _count: { _all: true } }),
    reader.postAuthor.groupBy({ by: ['userId'], where: { userId: { in: ids } }, _count: { _all: true } }),
  ]);
  const commentCounts = new Map(comments.map((row) => [row.authorId, row._count._all]));
  const postCounts = new Map(posts.map((row) => [row.userId, row._count._all]));
  return rows.map((row) => ({
    ...row,
    role: row.role as Role,
    isBanned: isBanned(row),
    commentCount: commentCounts.get(row.id) ?? 0,
    postCount: postCounts.get(row.id) ?? 0,
  }));
}
