import 'server-only';
import { reader } from '@/lib/db';
import { isPublicNow, listTeasers, type PostTeaser } from '@/lib/posts/queries';
import { withoutNotes } from '@/lib/posts/footnotes';
import { Prisma } from '@/prisma/generated/sqlite/client';
import type { Tier } from './entry';
import { catchUp, index } from './indexing';
import { snippetOf, type Snippet } from './search';
import { termsOf, type Term } from './words';

/** How many answers a page shows. */
export const ANSWERS = 20;
/** Of a long text so much is looked through for the place to show, in characters. */
const SHOWN = 60_000;

export type Answer = { post: PostTeaser; snippet: Snippet };
/** `next` continues; it is "" at the end. */
export type Answers = { terms: Term[]; answers: Answer[]; next: string };

type Found = { id: string; tier: Tier; place: bigint };

/**
 * Public posts and pages in which all that the question asks for occurs. Those that have it in their title come first,
 * then those that have it in title, subtitle, tags and authors, then the others; of equals the newer. What was committed
 * before the call is found. The cost depends on the answers shown, not on how many there are.
 */
export async function searchPosts(question: string, after = ''): Promise<Answers> {
  const terms = termsOf(question);
  if (terms.length === 0) return { terms, answers: [], next: '' };
  await catchUp();
  const found = await listFound(terms, parseCursor(after));
  const shown = found.slice(0, ANSWERS);
  const last = found.length > ANSWERS ? shown.at(-1) : undefined;
  return { terms, answers: await describe(shown, terms), next: last ? writeCursor(last) : '' };
}

async function listFound(terms: Term[], after: Found | null) {
  const listTier = index().tiersOf(terms);
  const found: Found[] = [];
  for (const tier of [1, 2, 3] as const) {
    if (found.length > ANSWERS || (after && tier < after.tier)) continue;
    const from = after?.tier === tier ? after : null;
    const rows = await listTier({ tier, from, take: ANSWERS + 1 - found.length });
    found.push(...rows.map((row): Found => ({ id: row.id, tier, place: BigInt(row.place) })));
  }
  return found;
}

async function describe(found: Found[], terms: Term[]): Promise<Answer[]> {
  const ids = found.map(({ id }) => id);
  if (ids.length === 0) return [];
  const [posts, texts] = await Promise.all([
    listTeasers({ where: { id: { in: ids }, ...isPublicNow() }, take: ANSWERS }),
    reader.$queryRaw<{ id: string; text: string }[]>`
      SELECT "id", substr("bodyText", 1, ${SHOWN}) AS "text" FROM "Post" WHERE "id" IN (${Prisma.join(ids)})`,
  ]);
  return ids.flatMap((id) => {
    const post = posts.find((each) => each.id === id);
    const text = texts.find((each) => each.id === id)?.text ?? '';
    return post ? [{ post, snippet: snippetOf(withoutNotes(text) || post.excerpt || post.subtitle, terms) }] : [];
  });
}

function writeCursor({ tier, place, id }: Found) {
  return `${tier}_${place}_${id}`;
}

/** Where a page begins; an unreadable cursor begins at the start. */
function parseCursor(text: string): Found | null {
  const [, tier, place, id] = /^([123])_(\d{1,18})_([\w-]{1,40})$/.exec(text) ?? [];
  return tier && place && id ? { tier: Number(tier) as Tier, place: BigInt(place), id } : null;
}
