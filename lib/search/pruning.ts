import 'server-only';
import { readDb, snapshot, transaction } from '@/lib/database/db';
import { index, lockIndex } from './post-index';

type Word = { language: string; word: string };

/** Words per step: limits how long a writer waits to a few milliseconds. */
const BATCH_SIZE = 200;
/** Pause after a round: a multiple of its duration, with a minimum in ms. */
const PAUSE = { times: 500, least: 10_000 };
const FIRST: Word = { language: '', word: '' };

let after = FIRST;
let took = 0;
let restUntil = 0;

/** Continues pruneVocabulary, unless it ran recently. */
export async function pruneOccasionally(mayGoOn: () => Promise<boolean>) {
  if (performance.now() < restUntil) return false;
  const isDone = await pruneVocabulary(mayGoOn);
  if (isDone) restUntil = performance.now() + Math.max(PAUSE.least, PAUSE.times * took);
  return isDone;
}

/** Removes words that no post contains, in short steps; false if `mayGoOn` stopped it. */
export async function pruneVocabulary(mayGoOn: () => Promise<boolean>) {
  while (await mayGoOn()) {
    const from = performance.now();
    if (after === FIRST) took = 0;
    const words = await prune(after);
    took += performance.now() - from;
    after = words.length < BATCH_SIZE ? FIRST : words.at(-1)!;
    if (after === FIRST) return true;
    // Yields to requests.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return false;
}

async function prune({ language, word }: Word): Promise<Word[]> {
  const words = await readDb.$queryRaw<Word[]>`
    SELECT "language", "word" FROM "SearchWord" WHERE ("language", "word") > (${language}, ${word})
    ORDER BY "language", "word" LIMIT ${BATCH_SIZE}`;
  const all = [...new Set(words.map((each) => each.word))];
  const unused = await snapshot((tx) => index().listUnused(tx, all));
  if (unused.length === 0) return words;
  await transaction(async (tx) => {
    await lockIndex(tx);
    // A post with the word may have been added meanwhile.
    const still = await index().listUnused(tx, unused);
    await tx.searchWord.deleteMany({ where: { word: { in: still } } });
  });
  return words;
}
