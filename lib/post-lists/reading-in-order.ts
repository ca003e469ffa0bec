import 'server-only';
import { readDb } from '@/lib/database/db';
import type { PostType } from '@/lib/posts/post';
import type { Part } from '@/lib/posts/post-sorts';
import type { Prisma } from '@/prisma/generated/sqlite/client';
import { inState } from './post-states';

type Keyed = {
  id: string;
  updatedAt: Date;
  publishAt: Date | null;
  unpublishAt: Date | null;
  commentCount: number;
  viewCount: { count: number } | null;
};
type Selected<Select extends Prisma.PostSelect> = Prisma.PostGetPayload<{ select: Select }> & Keyed;

type Wanted<Select extends Prisma.PostSelect> = {
  parts: readonly Part[];
  where: Prisma.PostWhereInput;
  type: PostType;
  /** Of which state, by the columns that lists by views have copies of. */
  state: ReturnType<typeof inState>;
  /** With all that a list can be sorted by. */
  select: Select;
  take: number;
  /** From the page before; an unreadable one begins at the start. */
  cursor: string;
  now: Date;
};

/** One page of a list of several parts. `next` continues it; null at its end. */
export async function readInOrder<Select extends Prisma.PostSelect>(wanted: Wanted<Select>) {
  const { parts, take } = wanted;
  const start = await readCursor(wanted);
  const rows: { row: Selected<Select>; at: number }[] = [];
  for (let at = start.at; at < parts.length && rows.length <= take; at += 1) {
    const part = parts[at]!;
    const slice = { part, beyond: at === start.at ? start.beyond : {}, take: take + 1 - rows.length };
    const found = await (part.by === 'viewCount' ? readByViews(wanted, slice) : readByColumn(wanted, slice));
    rows.push(...found.map((row) => ({ row, at })));
  }
  const page = rows.slice(0, take);
  const last = page.at(-1);
  return { rows: page.map(({ row }) => row), next: rows.length > take && last ? cursorAt(last, parts) : null };
}

type Slice = { part: Part; beyond: object; take: number };

async function readByColumn<Select extends Prisma.PostSelect>(wanted: Wanted<Select>, { part, beyond, take }: Slice) {
  const { where, state, select, now } = wanted;
  const rows = await readDb.post.findMany({
    where: { AND: [where, state, onlyOf(part, now), beyond] },
    orderBy: part.by === 'id' ? { id: part.direction } : [{ [part.by]: part.direction }, { id: part.direction }],
    take,
    select,
  });
  return rows as Selected<Select>[];
}

// Another table has the order, and a copy of what a list chooses by, so that its index is walked and no post is sorted.
async function readByViews<Select extends Prisma.PostSelect>(wanted: Wanted<Select>, { part, beyond, take }: Slice) {
  const { where, type, state, select } = wanted;
  const rows = await readDb.postViewCount.findMany({
    where: { AND: [{ type }, state, { post: where }, beyond] },
    orderBy: [{ count: part.direction }, { postId: part.direction }],
    take,
    select: { post: { select } },
  });
  return rows.map(({ post }) => post as unknown as Selected<Select>);
}

function onlyOf({ only }: Part, now: Date): Prisma.PostWhereInput {
  if (!only) return {};
  if ('state' in only) return inState(only.state, now);
  return only.isDated ? { publishAt: { not: null } } : { publishAt: null };
}

function cursorAt({ row, at }: { row: Keyed; at: number }, parts: readonly Part[]) {
  const { by } = parts[at]!;
  if (by === 'title' || by === 'id') return `${at}.${row.id}`;
  return `${at}.${row.id}.${numberOf(row, by)}`;
}

function numberOf(row: Keyed, by: Exclude<Part['by'], 'title' | 'id'>) {
  if (by === 'commentCount') return row.commentCount;
  return by === 'viewCount' ? (row.viewCount?.count ?? 0) : (row[by]?.getTime() ?? 0);
}

async function readCursor({ parts, cursor }: Pick<Wanted<Prisma.PostSelect>, 'parts' | 'cursor'>) {
  const none = { at: 0, beyond: {} };
  const [, first, id, number] = /^(\d)\.([\w-]{1,40})(?:\.(\d{1,16}))?$/.exec(cursor) ?? [];
  const at = Number(first);
  const part = parts[at];
  if (!part || !id) return none;
  const beyond = part.direction === 'asc' ? 'gt' : 'lt';
  if (part.by === 'id') return { at, beyond: { id: { [beyond]: id } } };
  const value = part.by === 'title' ? await titleNow(id) : valueOf(part, Number(number));
  if (value === null) return none;
  const [column, key] = part.by === 'viewCount' ? ['count', 'postId'] : [part.by, 'id'];
  return {
    at,
    beyond: {
      [column]: { [`${beyond}e`]: value },
      OR: [{ [column]: { [beyond]: value } }, { [key]: { [beyond]: id } }],
    },
  };
}

function valueOf({ by }: Part, number: number) {
  if (Number.isNaN(number)) return null;
  return by === 'commentCount' || by === 'viewCount'
    ? Math.min(number, MAX_COUNT)
    : new Date(Math.min(number, MAX_DATE_MS));
}

/** The largest number of the columns, and the largest valid Date. */
const MAX_COUNT = 2_147_483_647;
const MAX_DATE_MS = 8.64e15;

// A title is too long for an address.
async function titleNow(id: string) {
  return (await readDb.post.findUnique({ where: { id }, select: { title: true } }))?.title ?? null;
}
