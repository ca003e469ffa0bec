import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { readDb } from '@/lib/database/db';
import { publicSql } from '@/lib/posts/visibility';
import { Prisma } from '@/prisma/generated/sqlite/client';
import { possibleNames, sameSpelling, type Mentionable, type OfferedPerson, type Shown } from './mention';

/** As many as are offered while somebody types; others are mentioned by typing their whole name. */
const MAX_OFFERED = 500;

type Row = { userId: string; name: string; slug: string; hasProfile: boolean | number };

/** People who wrote in a thread and can be mentioned there, by name; without the actor and the people they have muted. */
export async function listMentionable(actor: Actor, postId: string): Promise<OfferedPerson[]> {
  const rows = await readDb.$queryRaw<
    Row[]
  >`${writersOf(actor, postId)} ORDER BY u."name", u."id" LIMIT ${MAX_OFFERED}`;
  return rows.flatMap((row) => {
    const isAlone = isAloneAmong(rows, row);
    if (isAlone) return [{ name: row.name, typed: row.name }];
    return row.hasProfile ? [{ name: row.name, typed: row.slug }] : [];
  });
}

/** Whom of a thread a text may mention: by a name that only they bear there, or by the name of their page. */
export async function findMentionable(actor: Actor, postId: string, text: string): Promise<Mentionable[]> {
  const names = possibleNames(text);
  if (names.length === 0) return [];
  const typed = Prisma.join(names);
  const rows = await readDb.$queryRaw<Row[]>`
    ${writersOf(actor, postId)} AND (LOWER(u."name") IN (${typed}) OR u."slug" IN (${typed}))`;
  const people = rows.map((row) => ({ ...row, hasProfile: Boolean(row.hasProfile) }));
  return people.flatMap((person) => {
    const isAlone = isAloneAmong(people, person);
    return [...(isAlone ? [person.name] : []), ...(person.hasProfile ? [person.slug] : [])].map((name) => ({
      ...person,
      typed: name,
    }));
  });
}

/** Whom a comment mentions, by what was typed then, and how they are shown now. */
export async function listMentioned(commentId: string): Promise<Mentionable[]> {
  const rows = await readDb.commentMention.findMany({ where: { commentId }, select: mentionSelect });
  return rows.map(toMentionable);
}

export const mentionSelect = {
  userId: true,
  typed: true,
  user: { select: { name: true, slug: true, hasProfile: true } },
} as const;

export function toMentionable({ user, ...row }: { userId: string; typed: string; user: Shown }): Mentionable {
  return { ...row, ...user };
}

function isAloneAmong(people: readonly { name: string }[], { name }: { name: string }) {
  const typed = sameSpelling(name);
  return people.filter((each) => sameSpelling(each.name) === typed).length === 1;
}

// The writers first, by an index that holds nothing else: a thread may have a hundred thousand comments.
function writersOf(actor: Actor, postId: string) {
  return Prisma.sql`
    SELECT u."id" AS "userId", u."name", u."slug", u."hasProfile"
    FROM (SELECT DISTINCT w."authorId" AS "id" FROM "Comment" w WHERE w."postId" = ${postId} AND w."authorId" IS NOT NULL) writer
    JOIN "User" u ON u."id" = writer."id"
    WHERE EXISTS (SELECT 1 FROM "Post" p WHERE p."id" = ${postId} AND p."commentsMode" <> 'off' AND ${publicSql()})
      AND u."deletedAt" IS NULL AND u."id" <> ${actor.id}
      AND EXISTS (SELECT 1 FROM "Comment" c WHERE c."postId" = ${postId} AND c."authorId" = u."id"
        AND c."status" = 'approved' AND c."type" = 'comment')
      AND NOT EXISTS (SELECT 1 FROM "Mute" m WHERE m."userId" = ${actor.id} AND m."mutedId" = u."id")`;
}
