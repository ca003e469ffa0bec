import type { PostTeaser } from '@/lib/posts/queries';
import type { Tier } from './entry';
import { spellingsOf, wordsOfText, type Spelling, type Term, type TextWords } from './words';

/** How well a post answers, told by its own words as the index tells it. */
export function tierOf({ title, subtitle, tags, authors }: Headed, terms: readonly Term[]): Tier {
  const heading = wordsOfText(title);
  if (holdAll([heading], terms)) return 1;
  const names = [...tags, ...authors].map(({ name }) => name);
  return holdAll([heading, wordsOfText(subtitle), wordsOfText(names.join(' '))], terms) ? 2 : 3;
}

type Headed = Pick<PostTeaser, 'title' | 'subtitle'> & Record<'tags' | 'authors', { name: string }[]>;

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
