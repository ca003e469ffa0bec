import 'server-only';
import { readDb } from '@/lib/database/db';
import { findRedirect } from '@/lib/redirects/queries';
import { percentDecoded } from '@/lib/web/percent-decoding';
import type { ThreadDraft } from '../drafts';
import { legacyAddresses } from '../importers/legacy-addresses';
import { comparableTitles } from '../reading/comparable-titles';
import type { Scratch, ScratchMap } from '../reading/scratch';

export type FoundPost = { id: string; slug: string; commentsMode: string; by: 'path' | 'id' | 'title' };
type Wanted = Pick<ThreadDraft, 'address' | 'paths' | 'postIds' | 'title'>;
type Post = Omit<FoundPost, 'by'>;

const select = { id: true, slug: true, commentsMode: true } as const;
const kept = { status: { not: 'trashed' } } as const;
const PAGE = 1_000;

/** Finds the post that comments were written on: by where it is or was, by its old id, and by a title that only it has. */
export class PostFinder {
  readonly #scratch: Scratch;
  #titles: ScratchMap<string[]> | null = null;

  constructor(scratch: Scratch) {
    this.#scratch = scratch;
  }

  /** The post, or why there is none: the beginning of a sentence. */
  async find(wanted: Wanted): Promise<FoundPost | { why: string }> {
    for (const path of wanted.paths) {
      const post = await findAtPath(path);
      if (post) return { ...post, by: 'path' };
    }
    const known = await findByIds(wanted.postIds);
    if (known) return { ...known, by: 'id' };
    const titled = await this.#findByTitle(wanted.title);
    const [only] = titled;
    if (only && titled.length === 1) return { ...only, by: 'title' };
    const address = wanted.address.slice(0, 300);
    if (only) return { why: `No post here has the address ${address}, and ${titled.length} have its title` };
    return { why: address ? `No post here has the address ${address}` : 'Its address is not in the file' };
  }

  async #findByTitle(title: string): Promise<Post[]> {
    const titles = (this.#titles ??= await readTitles(this.#scratch));
    for (const comparable of comparableTitles(title)) {
      const ids = titles.get(comparable);
      if (ids) return readDb.post.findMany({ where: { id: { in: ids }, ...kept }, select });
    }
    return [];
  }
}

async function findAtPath(path: string): Promise<Post | null> {
  const redirect = await readDb.redirect.findUnique({ where: { from: path }, select: { post: { select } } });
  if (redirect?.post) return redirect.post;
  const direct = await findAtSlug(path);
  if (direct) return direct;
  const { move } = await findRedirect(path, legacyAddresses);
  return move ? findAtSlug(move.to.replace(/[?#].*$/, '')) : null;
}

async function findAtSlug(path: string): Promise<Post | null> {
  // The folder of a post is part of its slug.
  const slug = /^\/[^/?][^?]*$/.test(path) ? percentDecoded(path.slice(1)) : null;
  return slug === null ? null : readDb.post.findFirst({ where: { slug, ...kept }, select });
}

async function findByIds(sourceIds: readonly string[]): Promise<Post | null> {
  if (sourceIds.length === 0) return null;
  const items = await readDb.importItem.findMany({
    where: { kind: 'post', sourceId: { in: [...sourceIds] } },
    select: { targetId: true },
  });
  const ids = [...new Set(items.map(({ targetId }) => targetId))];
  const posts = ids.length > 0 ? await readDb.post.findMany({ where: { id: { in: ids }, ...kept }, select }) : [];
  return posts.length === 1 ? (posts[0] ?? null) : null;
}

/** At most two posts for each title: more say no more. */
async function readTitles(scratch: Scratch) {
  const titles = scratch.map<string[]>();
  for (let after = ''; ;) {
    const posts = await readDb.post.findMany({
      where: { id: { gt: after }, ...kept },
      orderBy: { id: 'asc' },
      take: PAGE,
      select: { id: true, title: true },
    });
    for (const { id, title } of posts) {
      const [comparable] = comparableTitles(title);
      const ids = comparable ? (titles.get(comparable) ?? []) : [];
      if (comparable && ids.length < 2) titles.set(comparable, [...ids, id]);
    }
    const last = posts.at(-1);
    if (!last || posts.length < PAGE) return titles;
    after = last.id;
  }
}
