import 'server-only';
import { LRUCache } from 'lru-cache';
import { isPostgres, readDb, type Tx } from '@/lib/database/db';
import { Prisma } from '@/prisma/generated/sqlite/client';
import { languageOfWord, languagesFor, stemOf } from './stems';
import { foldedWords, isWord } from './words';

export type VocabularyWord = { language: string; word: string; stem: string };
export type KnownWord = VocabularyWord & { posts: number };

export const MAX_FORMS = 32;
const CACHE_SIZE = 20_000;
const MAX_LANGUAGES = 4;
type Described = { word: VocabularyWord | null };
const remembered = new LRUCache<string, LRUCache<string, Described>>({ max: MAX_LANGUAGES });

/** The vocabulary words of a text's letter runs; `locale` is BCP 47. */
export function vocabularyOf(runs: readonly string[], locale: string): VocabularyWord[] {
  const ofLanguage = remembered.get(locale) ?? new LRUCache<string, Described>({ max: CACHE_SIZE });
  remembered.set(locale, ofLanguage);
  return runs.flatMap((run) => {
    const known = ofLanguage.get(run);
    if (known) return known.word ?? [];
    const word = describe(run, locale);
    ofLanguage.set(run, { word });
    return word ?? [];
  });
}

/** Adds the words of these posts. Counts grow with each indexing: they are relative frequencies, not post counts. */
export async function recordWords(tx: Tx, ofPosts: readonly (readonly VocabularyWord[])[]) {
  const counted = countWords(ofPosts);
  if (counted.length === 0) return;
  // A fixed order prevents deadlocks between writers.
  const rows = JSON.stringify(counted.toSorted((a, b) => compare(a.word, b.word)));
  const given = isPostgres()
    ? Prisma.sql`json_to_recordset(${rows}::json) AS row("language" text, "word" text, "stem" text, "posts" int)`
    : Prisma.sql`(
        SELECT json_extract("value", '$.language') AS "language", json_extract("value", '$.word') AS "word",
          json_extract("value", '$.stem') AS "stem", json_extract("value", '$.posts') AS "posts" FROM json_each(${rows})
      ) row`;
  await tx.$executeRaw`
    INSERT INTO "SearchWord" ("language", "word", "stem", "posts")
    SELECT row."language", row."word", row."stem", row."posts" FROM ${given} WHERE true
    ON CONFLICT ("language", "word") DO UPDATE
    SET "posts" = CASE WHEN "SearchWord"."posts" < 1000000000 THEN "SearchWord"."posts" + EXCLUDED."posts"
        ELSE "SearchWord"."posts" END, "stem" = EXCLUDED."stem"`;
}

/** Per word, all words of its stem in the site's languages, most common first. */
export async function listForms(written: readonly string[]): Promise<Map<string, string[]>> {
  const asked = written.flatMap((word) =>
    languagesFor(word).map((language) => ({ word, language, stem: stemOf(word, language) })),
  );
  if (asked.length === 0) return new Map();
  const known = await listWords(Prisma.sql`
    "language" IN (${Prisma.join([...new Set(asked.map(({ language }) => language))])})
    AND "stem" IN (${Prisma.join([...new Set(asked.map(({ stem }) => stem))])})`);
  return new Map(
    written.map((word) => {
      const stems = new Set(asked.filter((each) => each.word === word).map(keyOfStem));
      return [word, wordsIn(known.filter((each) => stems.has(keyOfStem(each))))];
    }),
  );
}

/** Matching vocabulary words, most common first, in the same order on both databases. */
export async function listWords(holds: Prisma.Sql, take = 2_000): Promise<KnownWord[]> {
  return readDb.$queryRaw<KnownWord[]>`
    SELECT "language", "word", "stem", "posts" FROM "SearchWord" WHERE ${holds}
    ORDER BY "posts" DESC, ${inBytes()}, "language" LIMIT ${take}`;
}

export function wordsIn(known: readonly KnownWord[]) {
  return [...new Set(known.map(({ word }) => word))].slice(0, MAX_FORMS);
}

// Hot path: nearly all are cached, and object identity compares faster than text.
function countWords(ofPosts: readonly (readonly VocabularyWord[])[]): KnownWord[] {
  const posts = new Map<VocabularyWord, number>();
  for (const words of ofPosts) for (const word of new Set(words)) posts.set(word, (posts.get(word) ?? 0) + 1);
  const counted = new Map<string, KnownWord>();
  for (const [word, count] of posts) {
    const key = `${word.language} ${word.word}`;
    counted.set(key, { ...word, posts: (counted.get(key)?.posts ?? 0) + count });
  }
  return [...counted.values()];
}

function describe(written: string, locale: string): VocabularyWord | null {
  const [word, ...more] = isWord(written) ? foldedWords(written) : [];
  if (!word || more.length > 0) return null;
  const language = languageOfWord(written, locale);
  return { language, word, stem: stemOf(written, language) };
}

function keyOfStem({ language, stem }: Pick<VocabularyWord, 'language' | 'stem'>) {
  return `${language} ${stem}`;
}

// Byte order, as in SQLite: PostgreSQL would use the server's locale.
function inBytes() {
  return isPostgres() ? Prisma.sql`"word" COLLATE "C"` : Prisma.sql`"word"`;
}

function compare(a: string, b: string) {
  return a < b ? -1 : Number(a > b);
}
