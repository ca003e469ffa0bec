import 'server-only';
import { reader } from '@/lib/db';
import { isPublicNow, listTeasers, type PostTeaser } from '@/lib/posts/queries';
import { Prisma } from '@/prisma/generated/sqlite/client';
import { snippetOf, wordsOf, type Snippet } from './search';

/** How many answers a question gets at most. */
export const ANSWERS = 50;

export type Answer = { post: PostTeaser; snippet: Snippet };
export type Answers = { words: string[]; answers: Answer[] };

/**
 * Public posts and pages in which every word of the question occurs: in the title, the subtitle, the text or a tag.
 * Words in the title weigh most, then those in the subtitle; of equals the newer comes first.
 */
export async function searchPosts(question: string): Promise<Answers> {
  const words = wordsOf(question);
  if (words.length === 0) return { words, answers: [] };
  const now = new Date();
  const ranked = await reader.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Post"
    WHERE "status" = 'published' AND "publishAt" <= ${now} AND ("unpublishAt" IS NULL OR "unpublishAt" > ${now})
      AND ${Prisma.join(words.map(occurs), ' AND ')}
    ORDER BY ${Prisma.join(words.map(weight), ' + ')} DESC, "publishAt" DESC, "id" DESC
    LIMIT ${ANSWERS}`;
  const ids = ranked.map((row) => row.id);
  const [posts, texts] = await Promise.all([
    listTeasers({ where: { id: { in: ids }, ...isPublicNow(now) }, take: ANSWERS }),
    reader.post.findMany({ where: { id: { in: ids } }, select: { id: true, bodyText: true } }),
  ]);
  const answers = ids.flatMap((id) => {
    const post = posts.find((each) => each.id === id);
    const text = texts.find((each) => each.id === id)?.bodyText ?? '';
    return post ? [{ post, snippet: snippetOf(text || post.excerpt || post.subtitle, words) }] : [];
  });
  return { words, answers };
}

function occurs(word: string) {
  const like = Prisma.sql`LIKE ${pattern(word)} ESCAPE '\\'`;
  return Prisma.sql`(lower("title") ${like} OR lower("subtitle") ${like} OR lower("bodyText") ${like} OR EXISTS (
    SELECT 1 FROM "PostTag" JOIN "Tag" ON "Tag"."id" = "PostTag"."tagId"
    WHERE "PostTag"."postId" = "Post"."id" AND lower("Tag"."name") ${like}))`;
}

function weight(word: string) {
  const like = Prisma.sql`LIKE ${pattern(word)} ESCAPE '\\'`;
  return Prisma.sql`(CASE WHEN lower("title") ${like} THEN 4 ELSE 0 END + CASE WHEN lower("subtitle") ${like} THEN 2 ELSE 0 END)`;
}

function pattern(word: string) {
  return `%${word.replace(/[\\%_]/g, '\\$&')}%`;
}
