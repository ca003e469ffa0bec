// Database cost of each kind of read, cold; run by growth.ts in a separate process. Prints JSON: p95 in ms and the most
// statements per kind.
import type { Actor } from '@/lib/auth/actor';
import { listQueue } from '@/lib/comments/queue';
import { getThreadPage } from '@/lib/comments/queries';
import { findCommentFor } from '@/lib/comments/viewer-state';
import { onStatement } from '@/lib/database/query-events';
import { disconnect, readDb } from '@/lib/database/db';
import { listPosts } from '@/lib/post-lists/admin-queries';
import { findPostPage, listNewestIds, outlineOf, type Scope } from '@/lib/posts/listing/listing-queries';
import { findNeighbours, findPublicPost, listWholePosts } from '@/lib/posts/listing/queries';
import { searchPosts } from '@/lib/search/queries';
import { percentile } from './table';

const ROUNDS = 150;
const PER_PAGE = 10;

type Read = (round: number) => Promise<unknown>;
export type Cost = { p95: number; statements: number };

const editor: Actor = { id: 'bench', name: 'Bench', role: 'owner', sessionId: 'bench', emailVerified: true };
const posts = await somePosts();
const scopes = await someScopes();
const outlines = new Map(await Promise.all(scopes.map(async (scope) => [scope, await outlineOf(scope)] as const)));
const busy = await readDb.post.findFirstOrThrow({
  where: { type: 'post', status: 'published' },
  orderBy: { commentCount: 'desc' },
  select: { id: true, slug: true, commentCount: true },
});
const spoken = await readDb.comment.findMany({
  where: { postId: busy.id, status: 'approved', type: 'comment' },
  take: ROUNDS,
  select: { id: true },
});
const words = ['harbour', 'tide', 'boat', 'market', 'light', 'gull', 'quay', 'fog'];
const approved = { state: 'approved', post: '', user: '', search: '', after: '' } as const;
const threadPages = Math.max(1, Math.floor(busy.commentCount / 50));

const reads: Record<string, Read> = {
  article: (round) => findPublicPost(at(posts, round).slug),
  'previous and next': (round) => findNeighbours(at(posts, round)),
  'list, first page': () => page(scopes[0]!, 1),
  'list, page 500 or last': (round) => page(scopes[0]!, Math.max(1, Math.min(500, pagesOf(scopes[0]!)) - (round % 5))),
  'tag and author lists, deep': (round) => {
    const scope = scopes[1 + (round % (scopes.length - 1))]!;
    return page(scope, Math.max(1, Math.min(400, pagesOf(scope))));
  },
  search: (round) => searchPosts(`${at(words, round)} ${at(words, round * 3 + 1).slice(0, 3)}`),
  feed: async () => listWholePosts(await listNewestIds(scopes[0]!, 25)),
  'admin, posts': () => listPosts(editor, { type: 'post' }),
  'admin, comments': () => listQueue(editor, approved),
  'admin, comments searched': (round) => listQueue(editor, { ...approved, search: at(words, round) }),
  'thread, any page': (round) => getThreadPage(busy.id, 1 + (round % threadPages)),
  'comment by itself': (round) => findCommentFor(null, { id: at(spoken, round).id, slug: busy.slug }),
};

const costs: Record<string, Cost> = {};
for (const [name, read] of Object.entries(reads)) costs[name] = await costOf(read);
process.stdout.write(JSON.stringify(costs));
await disconnect();

async function costOf(read: Read): Promise<Cost> {
  let statements = 0;
  const stop = onStatement(() => (statements += 1));
  const times: number[] = [];
  let most = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    statements = 0;
    const began = performance.now();
    await read(round);
    times.push(performance.now() - began);
    most = Math.max(most, statements);
  }
  stop();
  // The first rounds warm up the compiler.
  return { p95: percentile(times.slice(20), 0.95), statements: most };
}

function page(scope: Scope, number: number) {
  return findPostPage(scope, number, { outline: outlines.get(scope)!, perPage: PER_PAGE });
}

function pagesOf(scope: Scope) {
  return Math.ceil((outlines.get(scope)?.total ?? 0) / PER_PAGE);
}

async function somePosts() {
  const rows = await readDb.post.findMany({
    where: { type: 'post', status: 'published' },
    orderBy: { id: 'asc' },
    take: 2_000,
    select: { id: true, slug: true, publishAt: true },
  });
  return rows.map((row) => ({ ...row, publishAt: row.publishAt ?? new Date(0) }));
}

async function someScopes(): Promise<Scope[]> {
  const [tags, users] = await Promise.all([
    readDb.tag.findMany({ take: 4, select: { id: true } }),
    readDb.user.findMany({ where: { role: 'author' }, take: 4, select: { id: true } }),
  ]);
  return [
    { kind: 'site' },
    ...tags.map(({ id }): Scope => ({ kind: 'tag', tagId: id })),
    ...users.map(({ id }): Scope => ({ kind: 'author', userId: id })),
  ];
}

function at<T>(list: T[], round: number) {
  return list[(round * 7) % list.length]!;
}
