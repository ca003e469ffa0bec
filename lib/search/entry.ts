import { vocabularyOf, type VocabularyWord } from './vocabulary';
import { wordsOfText, writtenRuns, type TextWords } from './words';

/** The searched fields of a post. Names: of its tags and authors. */
export type SearchedPost = {
  id: string;
  publishAt: Date | null;
  title: string;
  subtitle: string;
  bodyText: string;
  names: string[];
  /** BCP 47. */
  locale: string;
};

export type Entry = {
  postId: string;
  place: bigint;
  title: TextWords;
  subtitle: TextWords;
  names: TextWords;
  body: TextWords;
  vocabulary: VocabularyWord[];
};

/** Match quality: 1 all in the title; 2 in title, subtitle, tags or authors; 3 anywhere. */
export type Tier = 1 | 2 | 3;

const SLOTS = 1n << 20n;
const LAST_SECOND = 8_000_000_000;

export function entryOf(post: SearchedPost): Entry {
  const title = wordsOfText(post.title);
  const subtitle = wordsOfText(post.subtitle);
  const names = wordsOfText(post.names.join(' '));
  const body = wordsOfText(post.bodyText);
  const written = writtenRuns([post.title, post.subtitle, ...post.names, post.bodyText].join('\n'));
  const beside = [title, subtitle, names, body].flatMap((part) => part.beside);
  const vocabulary = vocabularyOf([...written, ...beside], post.locale);
  return { postId: post.id, place: sortKeyOf(post.id, post.publishAt), title, subtitle, names, body, vocabulary };
}

/** Ascends with time; stable but arbitrary within a second. */
export function sortKeyOf(id: string, moment: Date | null) {
  const second = Math.floor((moment?.getTime() ?? 0) / 1000);
  let hash = 0;
  for (const character of id) hash = (Math.imul(hash, 31) + character.charCodeAt(0)) >>> 0;
  return BigInt(Math.min(Math.max(second, 0), LAST_SECOND)) * SLOTS + (BigInt(hash) % SLOTS);
}
