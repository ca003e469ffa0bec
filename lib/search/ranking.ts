import 'server-only';
import { readDb } from '@/lib/database/db';
import type { Tier } from './entry';
import { spellingsOf, wordsOfText, type Spelling, type Term, type TextWords } from './words';

export type Headings = { title: string; subtitle: string; names: string[] };

export async function listHeadings(ids: readonly string[]): Promise<Map<string, Headings>> {
  if (ids.length === 0) return new Map();
  const posts = await readDb.post.findMany({
    where: { id: { in: [...ids] } },
    select: {
      id: true,
      title: true,
      subtitle: true,
      authors: { select: { user: { select: { name: true } } } },
      tags: { select: { tag: { select: { name: true } } } },
    },
  });
  return new Map(
    posts.map(({ id, title, subtitle, tags, authors }) => {
      const names = [...tags.map(({ tag }) => tag.name), ...authors.map(({ user }) => user.name)];
      return [id, { title, subtitle, names }];
    }),
  );
}

/** The tier of a post, from its words in the index. */
export function tierOf({ title, subtitle, names }: Headings, terms: readonly Term[]): Tier {
  const heading = wordsOfText(title);
  if (holdAll([heading], terms)) return 1;
  return holdAll([heading, wordsOfText(subtitle), wordsOfText(names.join(' '))], terms) ? 2 : 3;
}

function holdAll(parts: readonly TextWords[], terms: readonly Term[]) {
  const texts = parts.flatMap(({ words, beside }) => [words, beside]);
  return terms.every((term) => spellingsOf(term).some((spelling) => texts.some((text) => stands(spelling, text))));
}

function stands({ words, isPrefix }: Spelling, text: readonly string[]) {
  const isLast = (nth: number) => nth === words.length - 1;
  return text.some((_, at) =>
    words.every((word, nth) => {
      const here = text[at + nth];
      return isPrefix && isLast(nth) ? here?.startsWith(word) : here === word;
    }),
  );
}
