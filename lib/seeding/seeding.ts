import 'server-only';
import { insertRows } from '@/lib/database/bulk-insert';
import { readDb, transaction } from '@/lib/database/db';
import { vacuumDatabase } from '@/lib/database/vacuum';
import { publish } from '@/lib/events/emit';
import { newId } from '@/lib/platform/ids';
import { SlugAllocator } from '@/lib/import/pipeline/slug-allocator';
import { RENDER_VERSION, renderBody } from '@/lib/posts/rendering/rendering';
import { indexChanges, mergePieces } from '@/lib/search/indexing';
import { indexAdminRows } from '@/lib/search/admin-indexing';
import { ThreadWriter } from './conversations';
import { randomFrom, generateBody, generateSubtitle, generateTitle, type Random } from './generated-text';
import { userNames, sections } from './word-lists';

export type SeedInput = {
  posts: number;
  comments: number;
  /** Comments on the newest post, half of them in one deep thread. */
  thread: number;
  seed: number;
};

export type SeedReport = { posts: number; comments: number; authors: number; tags: number };

const DAY_MS = 86_400_000;
const POSTS_PER_TRANSACTION = 500;
/** Bodies are generated once and reused. */
const DISTINCT_BODIES = 1_000;

/** Adds generated posts and comments for trials and measurements; deterministic per seed. */
export async function seedSite(
  input: SeedInput,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<SeedReport> {
  const random = randomFrom(input.seed);
  const authors = await seedUsers();
  const tags = await seedTags();
  const total = input.posts + input.comments + input.thread;
  const posts = await seedPosts(input, { random, authors, tags, onProgress: (done) => onProgress(done, total) });
  const discussed = await postsToDiscuss(posts, input);
  const sizes = distribute(input, discussed.length, random);
  const threads = new ThreadWriter();
  let done = 0;
  for (const [at, post] of discussed.entries()) {
    const count = sizes[at] ?? 0;
    if (count === 0) continue;
    await threads.add(post, { count, random, authors, isDeep: at === 0 && input.thread > 0 });
    done += count;
    onProgress(input.posts + done, total);
  }
  await threads.flush();
  await indexChanges();
  await indexAdminRows();
  await mergePieces(() => Promise.resolve(true));
  await vacuumDatabase();
  const authorIds = authors.map(({ id }) => id);
  await publish({ type: 'site.seeded', actorId: null, tagIds: tags, authorIds });
  return { posts: input.posts, comments: done, authors: authors.length, tags: tags.length };
}

export type SeededPost = { id: string; publishAt: Date };
export type SeededUser = { id: string; name: string };

async function seedUsers(): Promise<SeededUser[]> {
  const users = await readDb.user.findMany({ select: { id: true, slug: true, name: true, email: true } });
  const slugs = new SlugAllocator(users.map(({ slug }) => slug));
  const here = new Map(users.filter(({ email }) => email === null).map((user) => [user.name, user]));
  const createdAt = new Date();
  const missing = userNames
    .filter((name) => !here.has(name))
    .map((name) => ({ id: newId(), name, slug: slugs.take(name), role: 'author', avatarSeed: name, createdAt }));
  if (missing.length > 0) await transaction((tx) => tx.user.createMany({ data: missing }));
  return userNames.map((name) => ({ name, id: here.get(name)?.id ?? missing.find((user) => user.name === name)!.id }));
}

async function seedTags() {
  const here = await readDb.tag.findMany({ select: { id: true, name: true, slug: true } });
  const slugs = new SlugAllocator(here.map(({ slug }) => slug));
  const idByName = new Map(here.map(({ id, name }) => [name, id]));
  const createdAt = new Date();
  const missing = sections
    .filter(([name]) => !idByName.has(name))
    .map(([name, description]) => ({ id: newId(), name, description, slug: slugs.take(name), createdAt }));
  if (missing.length > 0) await transaction((tx) => tx.tag.createMany({ data: missing }));
  return sections.map(([name]) => idByName.get(name) ?? missing.find((tag) => tag.name === name)!.id);
}

type PostContext = { random: Random; authors: SeededUser[]; tags: string[]; onProgress: (done: number) => void };

async function seedPosts({ posts: count }: SeedInput, { random, authors, tags, onProgress }: PostContext) {
  const taken = await readDb.post.findMany({ select: { slug: true } });
  const slugs = new SlugAllocator(taken.map(({ slug }) => slug));
  const bodies = Array.from({ length: Math.min(count, DISTINCT_BODIES) }, () => renderedBody(generateBody(random)));
  const newest = Date.now() - 60_000;
  // A busy publication publishes several times a day; a small one every other day.
  const pause = Math.min(2 * DAY_MS, (5 * 365 * DAY_MS) / Math.max(count, 1));
  const seeded: SeededPost[] = [];
  for (let begin = 0; begin < count; begin += POSTS_PER_TRANSACTION) {
    const rows = Array.from({ length: Math.min(POSTS_PER_TRANSACTION, count - begin) }, (_, at) => {
      const publishAt = new Date(Math.round(newest - (begin + at) * pause - random.number() * pause * 0.8));
      return newPost({ random, slugs, publishAt, body: bodies[(begin + at) % bodies.length]! });
    });
    await transaction(async (tx) => {
      await insertRows(tx, 'Post', rows);
      const postAuthors = rows.map(({ id }) => ({ postId: id, userId: random.pick(authors).id, position: 0 }));
      await insertRows(tx, 'PostAuthor', postAuthors);
      const postTags = rows.flatMap(({ id }) =>
        someTags(tags, random).map((tagId, position) => ({ postId: id, tagId, position })),
      );
      await insertRows(tx, 'PostTag', postTags);
    });
    for (const { id, publishAt } of rows) seeded.push({ id, publishAt });
    onProgress(seeded.length);
  }
  return seeded;
}

function renderedBody(bodyHtml: string) {
  const rendered = renderBody(bodyHtml);
  return {
    bodyHtml,
    renderedHtml: rendered.html,
    renderVersion: RENDER_VERSION,
    blocks: JSON.stringify(rendered.blocks),
    bodyText: rendered.text,
    lead: rendered.lead,
    wordCount: rendered.wordCount,
    readingMinutes: rendered.readingMinutes,
  };
}

type NewPost = { random: Random; slugs: SlugAllocator; publishAt: Date; body: ReturnType<typeof renderedBody> };

function newPost({ random, slugs, publishAt, body }: NewPost) {
  const id = newId();
  const title = generateTitle(random);
  return {
    ...body,
    id,
    type: 'post',
    status: 'published',
    slug: slugs.take(title),
    title,
    subtitle: generateSubtitle(random),
    publishAt,
    firstPublishedAt: publishAt,
    contentUpdatedAt: publishAt,
    feedId: `urn:uuid:${id}`,
    createdAt: publishAt,
    updatedAt: publishAt,
  };
}

function someTags(tags: string[], random: Random) {
  return [...new Set(Array.from({ length: 1 + random.below(3) }, () => random.pick(tags)))];
}

/** The seeded posts, or existing ones if there are none. */
async function postsToDiscuss(seeded: SeededPost[], { comments, thread }: SeedInput): Promise<SeededPost[]> {
  if (comments + thread === 0) return [];
  if (seeded.length > 0) return seeded;
  const here = await readDb.post.findMany({
    where: { type: 'post', status: 'published', commentSeq: 0 },
    orderBy: [{ publishAt: 'desc' }, { id: 'desc' }],
    take: 1_000,
    select: { id: true, publishAt: true },
  });
  return here.flatMap(({ id, publishAt }) => (publishAt ? [{ id, publishAt }] : []));
}

/** Comments per post: many for a few posts, few for most. */
function distribute({ comments, thread }: SeedInput, posts: number, random: Random) {
  const sizes = Array.from({ length: posts }, () => 0);
  if (posts === 0) return sizes;
  for (let at = 0; at < comments; at += 1) sizes[Math.floor(posts * random.number() ** 2)]! += 1;
  sizes[0]! += thread;
  return sizes;
}
