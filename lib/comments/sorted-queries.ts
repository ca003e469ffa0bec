import 'server-only';
import { readDb } from '@/lib/database/db';
import { Prisma } from '@/prisma/generated/sqlite/client';
import type { ThreadComment, ThreadPage } from './comment';
import { CONVERSATIONS_PER_PAGE, cursorAt, REPLIES_SHOWN, type Place, type SortedOrder } from './order';
import { subtreeEnd } from './path';
import { besideThread, columns, partsBeside, toComment, visible, type PartRow, type Row } from './queries';

export type SortedPage = {
  /** Conversations in the order asked for, each with its first replies in theirs. */
  comments: ThreadComment[];
  /** How many more replies a conversation has, by its id. */
  more: Record<string, number>;
  next: string | null;
} & Beside;

type Beside = Pick<ThreadPage, 'mentions' | 'pinned'>;
const nothing: Beside = { mentions: [], pinned: [] };

/** One page of a thread in another order, by keyset: three statements for any length. Null past the end. */
export async function getSortedPage(
  postId: string,
  { order, after }: { order: SortedOrder; after: Place | null },
): Promise<SortedPage | null> {
  const [found, beside] = await Promise.all([listRoots(postId, order, after), after ? nothing : listBeside(postId)]);
  if (after && found.length === 0) return null;
  const roots = found.slice(0, CONVERSATIONS_PER_PAGE);
  const replies = await listReplies(postId, roots);
  const last = roots.at(-1);
  const hasNext = found.length > CONVERSATIONS_PER_PAGE && last !== undefined;
  return {
    comments: roots.flatMap((root) => [toComment(root), ...replies.filter(({ path }) => path.startsWith(root.path))]),
    ...beside,
    more: Object.fromEntries(roots.flatMap((root) => moreOf(root, replies))),
    next: hasNext ? cursorAt(order, { ...last, rank: Number(last.rank) }) : null,
  };
}

function listRoots(postId: string, order: SortedOrder, after: Place | null) {
  const [beyond, by] = order === 'newest' ? byPath(after) : byRank(after);
  return readDb.$queryRaw<Row[]>`
    ${columns} WHERE c."postId" = ${postId} AND c."depth" = 0 AND ${visible} ${beyond}
    ORDER BY ${by} LIMIT ${CONVERSATIONS_PER_PAGE + 1}`;
}

function byPath(after: Place | null) {
  const beyond = after && 'path' in after ? Prisma.sql`AND c."path" < ${after.path}` : Prisma.empty;
  return [beyond, Prisma.sql`c."path" DESC`] as const;
}

function byRank(after: Place | null) {
  const beyond =
    after && 'rank' in after ? Prisma.sql`AND (c."rank", c."id") < (${after.rank}, ${after.id})` : Prisma.empty;
  return [beyond, Prisma.sql`c."rank" DESC, c."id" DESC`] as const;
}

// The ids first: PostgreSQL would join the authors of all replies before it takes the first of each.
async function listReplies(postId: string, roots: readonly Row[]) {
  const answered = roots.filter(({ descendantCount }) => Number(descendantCount) > 0);
  if (answered.length === 0) return [];
  const firstOf = ({ path }: Row) => Prisma.sql`
    SELECT * FROM (SELECT c."id" FROM "Comment" c
      WHERE c."postId" = ${postId} AND c."path" > ${path} AND c."path" < ${subtreeEnd(path)} AND ${visible}
      ORDER BY c."path" LIMIT ${REPLIES_SHOWN}) first`;
  const rows = await readDb.$queryRaw<Row[]>`
    ${columns} WHERE c."id" IN (${Prisma.join(answered.map(firstOf), ' UNION ALL ')})`;
  return rows.map((row) => toComment(row)).sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function listBeside(postId: string) {
  return partsBeside(await readDb.$queryRaw<PartRow[]>`${besideThread(postId)}`);
}

function moreOf({ id, path, descendantCount }: Row, replies: readonly ThreadComment[]) {
  const shown = replies.filter((reply) => reply.state === 'shown' && reply.path.startsWith(path)).length;
  const more = Number(descendantCount) - shown;
  return more > 0 ? [[id, more] as const] : [];
}
