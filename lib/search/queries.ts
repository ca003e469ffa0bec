import 'server-only';
import { readDb } from '@/lib/database/db';
import { listTeasers, type PostTeaser } from '@/lib/posts/listing/queries';
import { publicWhere } from '@/lib/posts/visibility';
import { withoutNotes } from '@/lib/posts/rendering/footnotes';
import { Prisma } from '@/prisma/generated/sqlite/client';
import type { Tier } from './entry';
import { catchUpIndex } from './indexing';
import { index } from './post-index';
import { listHeadings, tierOf } from './ranking';
import { snippetOf, termsWithin, type Snippet } from './search';
import type { SortedEntry } from './tiers';
import { expansionModes, expansions, withForms, type ExpansionMode } from './query-expansion';
import { termsOf, type Term } from './words';

export const MAX_RESULTS = 20;
const MAX_RANKED = 200;
const MAX_SHOWN_LENGTH = 60_000;

export type Answer = { post: PostTeaser; snippet: Snippet };
/** `next`: cursor, "" at the end. `corrected`: set if a word of the query matches nothing. */
export type Answers = { terms: Term[]; answers: Answer[]; next: string; corrected: string };

/** Match modes from strict to broad, in the order in which pages continue. */
const matchModes = ['exact', 'forms', ...expansionModes] as const;
type MatchMode = (typeof matchModes)[number];

type Found = { id: string; mode: MatchMode; tier: Tier; place: bigint };
type Listed = { terms: readonly Term[]; found: Found[]; corrected: string };

/** Public posts matching all terms: by tier, newest first, then other word forms, then expansions. Reads committed data. */
export async function searchPosts(question: string, after = ''): Promise<Answers> {
  const terms = termsOf(question);
  if (terms.length === 0) return { terms, answers: [], next: '', corrected: '' };
  await catchUpIndex();
  const from = parseCursor(after);
  const listed = await list(terms, question, from);
  const shown = listed.found.slice(0, MAX_RESULTS);
  const last = listed.found.length > MAX_RESULTS ? shown.at(-1) : undefined;
  const answers = await describe(shown, listed.terms);
  return { ...answers, next: last ? writeCursor(last) : '', corrected: listed.corrected };
}

async function list(terms: readonly Term[], question: string, from: Found | null): Promise<Listed> {
  if (from && from.mode !== 'exact' && from.mode !== 'forms') return listWidely(terms, { ...from, mode: from.mode });
  const isMore = from?.mode === 'forms';
  const found = isMore ? [] : await listTiers({ mode: 'exact', terms, from });
  if (found.length > MAX_RESULTS) return { terms, found, corrected: '' };
  const forms = await withForms(terms, question);
  if (forms) found.push(...(await listForms({ terms, forms: forms.terms, exact: found, from })));
  if (found.length > 0 || from) return { terms: forms?.terms ?? terms, found, corrected: '' };
  return listWidely(terms, null);
}

type Forms = { terms: readonly Term[]; forms: readonly Term[]; exact: Found[]; from: Found | null };

// A small result is ranked by exact words here: the index would have to be queried three times.
async function listForms({ terms, forms, exact, from }: Forms): Promise<Found[]> {
  const take = MAX_RESULTS + 1 - exact.length;
  const known = from ? null : [...exact];
  if (known) {
    const rows = await index().tiersOf(forms)({ tier: 3, from: null, take: MAX_RANKED, known });
    if (rows.length < MAX_RANKED) return (await ranked(rows, forms)).slice(0, take);
  }
  const after = from?.mode === 'forms' ? from : null;
  return listTiers({ mode: 'forms', terms: forms, from: after, without: terms, known, take });
}

async function ranked(rows: readonly SortedEntry[], forms: readonly Term[]): Promise<Found[]> {
  const posts = await listHeadings(rows.map(({ id }) => id));
  const found = rows.flatMap((row) => {
    const post = posts.get(row.id);
    return post ? [foundIn(row, { mode: 'forms', tier: tierOf(post, forms) })] : [];
  });
  return found.toSorted((a, b) => a.tier - b.tier);
}

async function listWidely(terms: readonly Term[], from: (Found & { mode: ExpansionMode }) | null): Promise<Listed> {
  for await (const { mode, terms: wider, corrected } of expansions(terms, index().isPublic, from?.mode)) {
    const found = await listTiers({ mode, terms: wider, from });
    if (found.length > 0) return { terms: wider, found, corrected };
  }
  return { terms, found: [], corrected: '' };
}

type Wanted = {
  mode: MatchMode;
  terms: readonly Term[];
  from: Found | null;
  without?: readonly Term[];
  known?: Found[] | null;
  take?: number;
};

async function listTiers({ mode, terms, from, without, known = from ? null : [], take = MAX_RESULTS + 1 }: Wanted) {
  const listTier = index().tiersOf(terms, without);
  const found: Found[] = [];
  for (const tier of [1, 2, 3] as const) {
    if (found.length === take || (from && tier < from.tier)) continue;
    const rows = await listTier({
      tier,
      from: from?.tier === tier ? from : null,
      take: take - found.length,
      known: known && [...known, ...found],
    });
    found.push(...rows.map((row) => foundIn(row, { mode, tier })));
  }
  return found;
}

function foundIn({ id, place }: SortedEntry, { mode, tier }: Pick<Found, 'mode' | 'tier'>): Found {
  return { id, mode, tier, place: BigInt(place) };
}

async function describe(found: Found[], terms: readonly Term[]): Promise<Pick<Answers, 'terms' | 'answers'>> {
  const ids = found.map(({ id }) => id);
  if (ids.length === 0) return { terms: [...terms], answers: [] };
  const [posts, texts] = await Promise.all([
    listTeasers({ where: { id: { in: ids }, ...publicWhere() }, take: MAX_RESULTS }),
    readDb.$queryRaw<{ id: string; text: string }[]>`
      SELECT "id", substr("bodyText", 1, ${MAX_SHOWN_LENGTH}) AS "text" FROM "Post" WHERE "id" IN (${Prisma.join(ids)})`,
  ]);
  const answers = ids.flatMap((id) => {
    const post = posts.find((each) => each.id === id);
    const text = withoutNotes(texts.find((each) => each.id === id)?.text ?? '');
    return post ? [{ post, text: text || post.excerpt || post.subtitle }] : [];
  });
  const marked = termsWithin(
    terms,
    answers.flatMap(({ post, text }) => [post.title, text]),
  );
  return { terms: marked, answers: answers.map(({ post, text }) => ({ post, snippet: snippetOf(text, marked) })) };
}

function writeCursor({ mode, tier, place, id }: Found) {
  return `${matchModes.indexOf(mode)}${tier}_${place}_${id}`;
}

function parseCursor(text: string): Found | null {
  const [, mode = '', tier, place, id] = /^([0-4]?)([123])_(\d{1,18})_([\w-]{1,40})$/.exec(text) ?? [];
  if (!tier || !place || !id) return null;
  return { mode: matchModes[Number(mode)] ?? 'exact', tier: Number(tier) as Tier, place: BigInt(place), id };
}
