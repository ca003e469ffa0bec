import 'server-only';
import { chunksOf } from '../../../pipeline/import-map';
import type { LooseFields } from '../../../threads/loose-fields';
import type { ItemTypes } from '../outline';
import { Refused } from './old-site';
import type { Pulled, PulledTerm } from './pulled';
import { findOwnTypes, leftOutTypes } from './own-types';
import { pagesOf, PER_PAGE, type Query, type RestSite } from './rest-pages';
import { commentOf, itemOf, mediaOf } from './rest-records';

export type PullOptions = {
  /** Changes after these times alone are asked for; "" for everything. */
  since: { posts: string; comments: string };
  /** The login of an author with this name or part of an address, if it is known; else the same. */
  loginOf: (shown: string) => string;
  /** Types of plug-ins and themes that are pulled too, and what they become here. */
  types: ItemTypes;
  onProgress: (done: number, total: number) => void;
};

/** Old sites that are asked in another time zone than they mean, and their editors' clocks. */
const OVERLAP_MS = 24 * 60 * 60 * 1000;
/** How long a comment may have waited for its moderator: the API finds comments by when they were written. */
const MODERATION_MS = 14 * 24 * 60 * 60 * 1000;

/** Pulls what is public of an old site through its REST API. Nothing of what did not change is asked for, but its pages and lists. */
export async function pullRest(site: RestSite, pulled: Pulled, { since, loginOf, types, onProgress }: PullOptions) {
  const done = { pages: 0, total: 0 };
  const read = async (route: string, query: Query, take: (row: LooseFields) => void) => {
    const before = done.total;
    for await (const { rows, total } of pagesOf(site, route, query)) {
      for (const row of rows) take(row);
      done.total = before + total;
      onProgress((done.pages += 1), done.total);
    }
  };
  const readIfShown = async (what: string, ...[route, query, take]: Parameters<typeof read>) => {
    try {
      await read(route, query, take);
    } catch (error) {
      const isHidden = error instanceof Refused && [401, 403, 404].includes(error.answered ?? 0);
      if (!isHidden) throw error;
      pulled.notes.push({ where: what, why: `The old site does not show them to everyone: ${error.why}.` });
    }
  };
  await readIfShown('authors', 'users', {}, (row) => takeAuthor(row, pulled, loginOf));
  await readIfShown('categories', 'categories', {}, (row) => takeTerm(row, 'category', pulled));
  await readIfShown('tags', 'tags', {}, (row) => takeTerm(row, 'post_tag', pulled));
  const inOrder = { orderby: 'id', order: 'asc' };
  // All of them: a page is placed below another one.
  await readIfShown('pages', 'pages', inOrder, (row) => takeEntry(row, 'page', pulled));
  const changed = { ...inOrder, ...after('modified_after', since.posts, OVERLAP_MS) };
  await read('posts', changed, (row) => takeEntry(row, 'post', pulled));
  // Going out at its time does not change a post.
  const published = { ...inOrder, ...after('after', since.posts, OVERLAP_MS) };
  if (since.posts) await read('posts', published, (row) => takeEntry(row, 'post', pulled));
  const { posts: pulledUntil } = pulled.until;
  const own = await findOwnTypes(site, types, pulled);
  // All of them: which are wanted may have been another choice at the last pull.
  for (const { type, route, as } of own.wanted)
    await readIfShown(`type ${type}`, route, inOrder, (row) => takeEntry(row, as, pulled));
  pulled.until.posts = pulledUntil;
  pulled.leftOut.push(...(await leftOutTypes(site, own.others)));
  const written = { ...inOrder, ...after('after', since.comments, MODERATION_MS) };
  await readIfShown('comments', 'comments', written, (row) => pulled.takeComment(row.text('post'), commentOf(row)));
  await readCommented(pulled, (query) => read('posts', query, (row) => takeEntry(row, 'post', pulled)));
  await readIfShown('media', 'media', changed, (row) => pulled.media.set(row.text('id'), mediaOf(row)));
  for (const include of chunksOf(missingCovers(pulled), PER_PAGE)) {
    const query = { include: include.join(',') };
    await readIfShown('covers', 'media', query, (row) => pulled.media.set(row.text('id'), mediaOf(row)));
  }
}

function missingCovers({ items, media }: Pulled) {
  const missing = new Set<string>();
  for (const { cover } of items.values()) if (cover && !media.has(cover)) missing.add(cover);
  return missing;
}

function after(name: string, since: string, overlap: number): Query {
  if (since === '') return {};
  return { [name]: new Date(Date.parse(`${since}Z`) - overlap).toISOString().replace(/\.\d+Z$/, 'Z') };
}

/** Posts with new comments, whose own text did not change. */
async function readCommented(pulled: Pulled, read: (query: Query) => Promise<void>) {
  const wanted = new Set<string>();
  for (const [, postId] of pulled.postOf) {
    if (!pulled.items.has(postId) && !pulled.locked.has(postId)) wanted.add(postId);
  }
  const { posts } = pulled.until;
  for (const include of chunksOf(wanted, PER_PAGE)) await read({ include: include.join(',') });
  pulled.until.posts = posts;
  const without = [...wanted].filter((id) => !pulled.items.has(id) && !pulled.locked.has(id));
  if (without.length === 0) return;
  const number = without.reduce((sum, id) => sum + pulled.comments.lengthOf(id), 0);
  pulled.leftOut.push({
    where: 'comments',
    why: `${number} of them stand on what is neither a post nor a page that everyone can read.`,
  });
}

function takeAuthor(row: LooseFields, { authors }: Pulled, loginOf: PullOptions['loginOf']) {
  const slug = row.text('slug');
  if (slug) authors.set(row.text('id'), { id: row.text('id'), login: loginOf(slug), name: row.text('name') || slug });
}

function takeTerm(row: LooseFields, taxonomy: PulledTerm['taxonomy'], { terms }: Pulled) {
  const [id, slug, name, about, parent] = ['id', 'slug', 'name', 'description', 'parent'].map((field) =>
    row.text(field),
  );
  if (!id || !slug) return;
  terms.set(id, { id, taxonomy, slug, name: name || slug, about: about ?? '', parent: parent ?? '' });
}

function takeEntry(row: LooseFields, type: 'post' | 'page', pulled: Pulled) {
  const id = row.text('id');
  if (!row.below('content').isTrue('protected')) return pulled.takeItem(itemOf(row, type, pulled));
  if (pulled.locked.has(id)) return;
  pulled.locked.add(id);
  pulled.leftOut.push({
    where: `${type} ${id} “${row.below('title').text('rendered').slice(0, 80)}”`,
    why: 'It is protected by a password, so its text cannot be pulled: an export has it.',
  });
}
