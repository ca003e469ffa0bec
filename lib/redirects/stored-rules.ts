import 'server-only';
import { isPostgres, type Tx } from '@/lib/database/db';
import { paths } from '@/lib/web/paths';
import type { Prisma } from '@/prisma/generated/sqlite/client';
import type { Owner } from './own-addresses';
import type { Rule, RuleBook } from './rule-book';

/** As many as both databases take in one statement. */
const SLICE = 500;
/** As far as a rule is followed. */
const ROUNDS = 6;
/** Any number that nothing else of this database locks. */
const ADVISORY_LOCK = 5_031_981;

export const targetSelect = {
  to: true,
  post: { select: { slug: true } },
  tag: { select: { slug: true } },
} as const satisfies Prisma.RedirectSelect;

const ruleSelect = { id: true, from: true, status: true, kind: true, ...targetSelect } as const;

type Target = { to: string; post: { slug: string } | null; tag: { slug: string } | null };

/** Where a stored rule leads now. */
export function targetOf({ to, post, tag }: Target) {
  if (post) return paths.post(post.slug);
  return tag ? paths.tag(tag.slug) : to;
}

/** One writer of rules after the other, so that two of them never make a circle together. */
export async function lockRules(tx: Tx) {
  if (isPostgres()) await tx.$executeRaw`SELECT pg_advisory_xact_lock(${ADVISORY_LOCK})`;
}

/** Enters what rules may meet on their way into a book, step by step. */
export async function loadWay(tx: Tx, book: RuleBook, rules: readonly Pick<Rule, 'to'>[]) {
  const known = new Set<string>();
  let sources = rules.flatMap(({ to }) => book.sourcesOf(to));
  for (let round = 0; round < ROUNDS; round += 1) {
    const wanted = [...new Set(sources)].filter((from) => !known.has(from));
    const found = await readRules(tx, wanted);
    for (const from of wanted) known.add(from);
    for (const rule of found) if (!book.at(rule.from)) book.put(rule);
    sources = [...found, ...wanted.flatMap((from) => book.at(from) ?? [])].flatMap(({ to }) => book.sourcesOf(to));
  }
}

export async function readRules(tx: Tx, from: readonly string[]): Promise<Rule[]> {
  return inSlices(from, (slice) => tx.redirect.findMany({ where: { from: { in: slice } }, select: ruleSelect }));
}

/** The stored rules that lead to one of these, or below one whose kind is a prefix. */
export async function readRulesTo(tx: Tx, rules: readonly Pick<Rule, 'from' | 'kind'>[]): Promise<Rule[]> {
  const exact = await inSlices(
    rules.map(({ from }) => from),
    (slice) => tx.redirect.findMany({ where: { to: { in: slice } }, select: ruleSelect }),
  );
  const folders = rules.filter(({ kind }) => kind === 'prefix').map(({ from }) => `${from}/`);
  const below = await inSlices(
    folders,
    (slice) =>
      tx.redirect.findMany({
        where: { OR: slice.map((folder) => ({ to: { startsWith: folder } })) },
        select: ruleSelect,
      }),
    50,
  );
  return [...new Map([...exact, ...below].map((rule) => [rule.id, rule])).values()];
}

/** Those of the owners that are there: a redirect would hide them. */
export async function presentOwners(tx: Tx, owners: readonly Owner[]) {
  const slugsOf = (of: Owner['of']) =>
    owners.flatMap((owner) => (owner.of !== 'site' && owner.of === of ? owner.slug : []));
  const named = { slug: true } as const;
  const found = {
    // Scheduled ones too: the redirect would hide them once they are due.
    post: await slices(slugsOf('post'), (slug) =>
      tx.post.findMany({ where: { slug: { in: slug }, status: 'published' }, select: named }),
    ),
    tag: await slices(slugsOf('tag'), (slug) => tx.tag.findMany({ where: { slug: { in: slug } }, select: named })),
    author: await slices(slugsOf('author'), (slug) =>
      tx.user.findMany({ where: { slug: { in: slug } }, select: named }),
    ),
    series: await slices(slugsOf('series'), (slug) =>
      tx.series.findMany({ where: { slug: { in: slug } }, select: named }),
    ),
  };
  return (owner: Owner) => owner.of === 'site' || found[owner.of].some(({ slug }) => slug === owner.slug);
}

type RuleRow = Prisma.RedirectGetPayload<{ select: typeof ruleSelect }>;

async function inSlices(list: readonly string[], read: (slice: string[]) => Promise<RuleRow[]>, size = SLICE) {
  const rows = await slices(list, read, size);
  return rows.map((row) => ({ id: row.id, from: row.from, status: row.status, kind: row.kind, to: targetOf(row) }));
}

async function slices<Row>(list: readonly string[], read: (slice: string[]) => Promise<Row[]>, size = SLICE) {
  const rows: Row[] = [];
  for (let at = 0; at < list.length; at += size) rows.push(...(await read(list.slice(at, at + size))));
  return rows;
}
