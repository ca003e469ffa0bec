import 'server-only';
import { readDb } from '@/lib/database/db';
import { Prisma } from '@/prisma/generated/sqlite/client';
import { commentStatuses, PAGE_SIZE, type ThreadComment, type ThreadPage } from './comment';
import { MAX_PINNED } from './highlights';
import { shownLikes } from './likes';
import { ancestorPaths, childPath, subtreeEnd } from './path';

/** Databases return numbers and times in different forms: both are converted. */
export type Row = {
  id: string;
  parentId: string | null;
  path: string;
  depth: number | bigint;
  status: string;
  deletedBy: string;
  authorId: string | null;
  authorName: string;
  authorUrl: string;
  userName: string | null;
  userSlug: string | null;
  avatarSeed: string | null;
  role: string | null;
  bodyHtml: string;
  createdAt: Date | string;
  editedAt: Date | string | null;
  moderatorEditedAt: Date | string | null;
  likeCount: number | bigint;
  rank: number | bigint;
  pinnedAt: Date | string | null;
  pickedAt: Date | string | null;
  descendantCount: number | bigint;
  oldId: string | null;
  correctionId: string | null;
  correctionStatus: string | null;
};

/** One page of a thread with its ancestors, by keyset on the path: at most three statements for any length. */
export async function getThreadPage(postId: string, page: number): Promise<ThreadPage | null> {
  return page === 1 ? getFirstPage(postId) : getLaterPage(postId, page);
}

async function getFirstPage(postId: string): Promise<ThreadPage> {
  const rows = await readDb.$queryRaw<PartRow[]>`
    SELECT 'thread' AS "part", said.* FROM (${pageFrom(postId, '', PAGE_SIZE + 1)}) said
    UNION ALL ${besideThread(postId)}`;
  const said = rows
    .filter(({ part }) => part === 'thread')
    .map((row) => toComment(row))
    .sort(byPath);
  const pages = said.length <= PAGE_SIZE ? 1 : (await listPageStarts(postId)).length;
  return { page: 1, pages, comments: said.slice(0, PAGE_SIZE), ancestors: [], ...partsBeside(rows) };
}

async function getLaterPage(postId: string, page: number): Promise<ThreadPage | null> {
  const starts = await listPageStarts(postId);
  const start = starts[page - 1];
  if (start === undefined) return null;
  const rows = await readDb.$queryRaw<Row[]>`${pageFrom(postId, start, PAGE_SIZE)}`;
  const ancestors = await listAncestors(postId, start);
  return {
    page,
    pages: starts.length,
    comments: rows.map((row) => toComment(row)),
    ancestors,
    mentions: [],
    pinned: [],
  };
}

/** The page of a comment. Threads are searched from the end, where recent comments are; replies from the start. */
export async function findThreadPageOf(postId: string, path: string) {
  const countBefore = ancestorPaths(path).length === 0 ? countFromEnd : countFromBeginning;
  const [row] = await countBefore(postId, path);
  return Math.floor(Math.max(0, Number(row?.before ?? 0)) / PAGE_SIZE) + 1;
}

type Before = { before: number | bigint };

function countFromBeginning(postId: string, path: string) {
  return readDb.$queryRaw<Before[]>`
    SELECT COUNT(*) AS "before" FROM "Comment" c
    WHERE c."postId" = ${postId} AND c."path" < ${path} AND ${visible}`;
}

// All visible rows: counted comments, and tombstones with visible replies.
function countFromEnd(postId: string, path: string) {
  return readDb.$queryRaw<Before[]>`
    SELECT p."commentCount"
      + (SELECT COUNT(*) FROM "Comment" t WHERE t."postId" = p."id" AND t."status" IN (${Prisma.join(unseen)})
          AND t."type" = 'comment' AND t."descendantCount" > 0)
      - (SELECT COUNT(*) FROM "Comment" c WHERE c."postId" = p."id" AND c."path" >= ${path} AND ${visible}) AS "before"
    FROM "Post" p WHERE p."id" = ${postId}`;
}

/** The page with the conversation after this many others, or the last page. */
export async function findThreadPageWith(postId: string, conversationsBefore: number) {
  const [starts, [root]] = await Promise.all([
    listPageStarts(postId),
    readDb.$queryRaw<{ path: string }[]>`
      SELECT c."path" FROM "Comment" c WHERE c."postId" = ${postId} AND LENGTH(c."path") = ${childPath('', 1).length}
      AND ${visible} ORDER BY c."path" LIMIT 1 OFFSET ${conversationsBefore}`,
  ]);
  const page = root ? starts.filter((start) => start <= root.path).length : starts.length;
  return Math.max(1, page);
}

/** The ancestors of a comment, root first; its path contains them all. */
export async function listAncestors(postId: string, path: string): Promise<ThreadComment[]> {
  const paths = ancestorPaths(path);
  if (paths.length === 0) return [];
  const rows = await readDb.$queryRaw<Row[]>`${columns} WHERE ${atPaths(postId, paths)} ORDER BY c."path"`;
  return rows.map((row) => toComment(row));
}

/** A comment of this author as its thread shows it to them; null if it is not shown. */
export async function findShownComment(id: string, authorId: string): Promise<ThreadComment | null> {
  const [row] = await readDb.$queryRaw<Row[]>`
    ${columns} WHERE c."id" = ${id} AND c."type" = 'comment' AND c."authorId" = ${authorId}
    AND c."status" IN ('approved', 'shadowed')`;
  return row ? toComment(row, authorId) : null;
}

/**
 * The ancestors of a comment and up to one page of its replies, in one statement. Shadowed ones are like any other to
 * `deceivedId`, who wrote them.
 */
export async function listAround(postId: string, path: string, deceivedId = '') {
  const paths = ancestorPaths(path);
  const own = Prisma.sql`c."type" = 'comment' AND c."status" = 'shadowed' AND c."authorId" = ${deceivedId}`;
  const below = Prisma.sql`SELECT * FROM (
    ${columns} WHERE c."postId" = ${postId} AND c."path" > ${path} AND c."path" < ${subtreeEnd(path)}
    AND (${visible} OR ${own})
    ORDER BY c."path" LIMIT ${PAGE_SIZE}) below`;
  const above = () => Prisma.sql`${columns} WHERE ${atPaths(postId, paths)} UNION ALL`;
  const rows = await readDb.$queryRaw<Row[]>`${paths.length > 0 ? above() : Prisma.empty} ${below}`;
  const inOrder = rows.map((row) => toComment(row, deceivedId)).sort(byPath);
  return {
    ancestors: inOrder.filter((comment) => comment.path < path),
    answers: inOrder.filter((comment) => comment.path > path),
  };
}

export const columns = Prisma.sql`
  SELECT c."type", c."id", c."parentId", c."path", c."depth", c."status", c."deletedBy",
    c."authorId", c."authorName", c."authorUrl", c."bodyHtml", c."createdAt", c."editedAt", c."moderatorEditedAt", c."likeCount", c."rank", c."descendantCount",
    c."pinnedAt", c."pickedAt",
    u."name" AS "userName", CASE WHEN u."hasProfile" THEN u."slug" END AS "userSlug", u."avatarSeed", u."role",
    k."id" AS "correctionId", k."status" AS "correctionStatus",
    CASE WHEN c."importBatchId" IS NULL THEN NULL ELSE
      (SELECT MIN(i."sourceId") FROM "ImportItem" i WHERE i."kind" = 'comment' AND i."targetId" = c."id") END AS "oldId"
  FROM "Comment" c LEFT JOIN "User" u ON u."id" = c."authorId" LEFT JOIN "Correction" k ON k."commentId" = c."id"`;

const unseen = commentStatuses.filter((status) => status !== 'approved');

export const visible = Prisma.sql`c."type" = 'comment' AND (c."status" = 'approved' OR c."descendantCount" > 0)`;

/** One index lookup per path: PostgreSQL's plan otherwise reads the whole thread (40 ms instead of 2 at 10,000). */
function atPaths(postId: string, paths: string[]) {
  const at = (path: string) =>
    Prisma.sql`(SELECT a."id" FROM "Comment" a WHERE a."postId" = ${postId} AND a."path" = ${path})`;
  return Prisma.sql`c."id" IN (${Prisma.join(paths.map(at))})`;
}

function pageFrom(postId: string, from: string, take: number) {
  return Prisma.sql`
    ${columns} WHERE c."postId" = ${postId} AND c."path" >= ${from} AND ${visible} ORDER BY c."path" LIMIT ${take}`;
}

export type PartRow = Row & { part: string };

/** What stands above and below the first page of a thread, marked with its part. */
export function besideThread(postId: string) {
  return Prisma.sql`
    SELECT 'mentions' AS "part", mentioned.* FROM (${mentionsOf(postId)}) mentioned
    UNION ALL SELECT 'pinned' AS "part", pinned.* FROM (${pinnedOf(postId)}) pinned`;
}

/** The rows of `besideThread` by part. Pinned comments that readers cannot see at present are left out. */
export function partsBeside(rows: readonly PartRow[]): Pick<ThreadPage, 'mentions' | 'pinned'> {
  const mentions = rows.filter(({ part }) => part === 'mentions').map((row) => toComment(row));
  const pinned = rows.filter(({ part, status }) => part === 'pinned' && status === 'approved');
  return {
    mentions: mentions.sort((a, b) => (a.createdAt + a.id < b.createdAt + b.id ? -1 : 1)),
    pinned: pinned
      .sort(byPin)
      .slice(0, MAX_PINNED)
      .map((row) => toComment(row)),
  };
}

// By the index of pins alone: with the status in the condition, SQLite reads all comments of the thread.
function pinnedOf(postId: string) {
  return Prisma.sql`
    ${columns} WHERE c."postId" = ${postId} AND c."pinnedAt" IS NOT NULL ORDER BY c."pinnedAt", c."id" LIMIT 20`;
}

function byPin(a: Row, b: Row) {
  return new Date(a.pinnedAt ?? 0).getTime() - new Date(b.pinnedAt ?? 0).getTime();
}

function mentionsOf(postId: string) {
  return Prisma.sql`
    ${columns} WHERE c."postId" = ${postId} AND c."type" = 'mention' AND c."status" = 'approved'
    ORDER BY c."createdAt", c."id" LIMIT 200`;
}

/** The path at which each page begins, from the index only. */
async function listPageStarts(postId: string) {
  const rows = await readDb.$queryRaw<{ path: string }[]>`
    SELECT "path" FROM (
      SELECT c."path" AS "path", ROW_NUMBER() OVER (ORDER BY c."path") AS "number"
      FROM "Comment" c WHERE c."postId" = ${postId} AND ${visible}
    ) numbered WHERE ("number" - 1) % ${PAGE_SIZE} = 0 ORDER BY "path"`;
  return rows.map((row) => row.path);
}

function byPath(a: ThreadComment, b: ThreadComment) {
  return a.path < b.path ? -1 : 1;
}

/** A row as everybody sees it, or as its author does who is not told that it is shadowed. */
export function toComment(row: Row, deceivedId = ''): ThreadComment {
  const state = commentStateOf(row, deceivedId);
  const createdAt = new Date(row.createdAt);
  const isShown = state === 'shown';
  return {
    id: row.id,
    parentId: row.parentId,
    path: row.path,
    depth: Number(row.depth),
    state,
    author: {
      id: isShown ? row.authorId : null,
      name: isShown ? (row.userName ?? row.authorName) : '',
      slug: isShown ? row.userSlug : null,
      avatarSeed: isShown ? (row.avatarSeed ?? row.authorName) : '',
      role: isShown ? row.role : null,
      url: isShown ? row.authorUrl : '',
    },
    bodyHtml: isShown ? row.bodyHtml : '',
    createdAt: createdAt.toISOString(),
    editedAt: isShown && row.editedAt ? new Date(row.editedAt).toISOString() : null,
    isEditedByModerator: isShown && row.moderatorEditedAt !== null,
    isPinned: isShown && row.pinnedAt !== null,
    isPicked: isShown && row.pickedAt !== null,
    correction: isShown && row.correctionId ? { id: row.correctionId, outcome: outcomeOf(row.correctionStatus) } : null,
    likes: isShown ? shownLikes(Number(row.likeCount), createdAt, new Date()) : 0,
    oldId: /^\d{1,20}(?= of |$)/.exec(row.oldId ?? '')?.[0] ?? null,
  };
}

function outcomeOf(status: string | null) {
  return status === 'accepted' || status === 'declined' ? status : null;
}

// To everybody else a shadowed comment with replies is like a hidden one.
function commentStateOf({ status, deletedBy, authorId }: Row, deceivedId: string): ThreadComment['state'] {
  if (status === 'approved' || (status === 'shadowed' && deceivedId !== '' && authorId === deceivedId)) return 'shown';
  if (status === 'pending') return 'waiting';
  return status === 'deleted' && deletedBy === 'author' ? 'removed-by-author' : 'removed-by-moderator';
}
