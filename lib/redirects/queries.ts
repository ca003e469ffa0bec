import 'server-only';
import { cacheTags } from '@/lib/caching/cache-tags';
import { readDb } from '@/lib/database/db';
import { percentDecoded } from '@/lib/web/percent-decoding';
import { paths } from '@/lib/web/paths';
import { nextScheduledTime } from '@/lib/posts/publishing/schedule';
import { isPublic, listedWhere, nextChangeOf, publicWhere } from '@/lib/posts/visibility';
import type { Prisma } from '@/prisma/generated/sqlite/client';
import { findDay } from './days';
import { withAppended, type CommentLocation, type LegacyQuery, type LegacySystems } from './legacy-systems';
import { findOldComments } from './old-comments';
import { withinOldFolder } from './old-folders';
import { findImageSize } from './image-sizes';
import { findPrefix } from './prefixes';

/** The stored rule that leads on, which counts it. */
export type FollowedRule = {
  id: string;
  /** It is a folder's: there is no end of addresses below. */
  isBelow: boolean;
};

export type Move = { to: string; status: number };

/** The target of an address, cache tags, and when it changes. `isKnown` may come without a target. */
export type Redirection = {
  move: Move | null;
  tags: string[];
  changesAt: Date | null;
  isKnown?: true;
  rule?: FollowedRule;
};

type Form = { append: string; comments: CommentLocation | null };

const nowhere: Redirection = { move: null, tags: [], changesAt: null };
const itself: Form = { append: '', comments: null };
/** Further pages of our own lists resemble other systems' forms. */
const ownPages = /^\/(?:(?:tag|author|series)\/[^/]+|\d{4}(?:\/\d\d)?)\/page\/\d+$/;
/** What stands below our own posts and lists, and moves with them. */
const below =
  /^(\/.+?)(\/(?:(?:feed|rss)\.xml|feed\.json|card\.png|comments\/page\/\d{1,6}|comments\/by\/.+)|(?<=^\/(?:tag|author|series)\/[^/]+)\/page\/\d{1,6})$/;
const isTime = /^\/\d{4}(?:\/(?:0[1-9]|1[0-2]))?$/;

/** The current target of a former address. Never a chain, and never an unpublished post: addresses leak nothing. */
export function findRedirect(from: string, legacy: LegacySystems): Promise<Redirection> {
  return new RedirectFinder(legacy).find(from);
}

class RedirectFinder {
  readonly #legacy: LegacySystems;

  constructor(legacy: LegacySystems) {
    this.#legacy = legacy;
  }

  async find(from: string): Promise<Redirection> {
    const [path = '', search = ''] = from.split(/(?=\?)/, 2);
    const spellings = this.#legacy.spellingsOf(path, search);
    const plain = spellings.at(-1) ?? path;
    const tags: string[] = [];
    for (const spelling of spellings) {
      const address = spelling + search;
      const found = (await findExact(address, itself)) ?? (await this.#findBelow(spelling, search));
      tags.push(...found.tags, cacheTags.address(address));
      if (found.move || found.isKnown) return { ...found, tags };
    }
    if (search) return { ...nowhere, tags };
    const found = plain === path ? await this.#findInFolder(plain) : await this.#findUnderProgram(plain);
    return { ...found, tags: [...tags, ...found.tags] };
  }

  async #findBelow(path: string, search: string): Promise<Redirection> {
    const above = search ? nowhere : await findPrefix(path);
    if (above.isKnown) return above;
    const found = await this.#findForm(path, search);
    return { ...found, tags: [...above.tags, ...found.tags] };
  }

  async #findUnderProgram(plain: string): Promise<Redirection> {
    if (/^\/(?:page\/\d{1,6})?$/.test(plain)) return { ...nowhere, move: movedForGood('/') };
    const found = await this.#findInFolder(plain);
    return found.move || isTime.test(plain) ? found : findSubject(plain, itself);
  }

  /** Site-wide addresses requested in an old site's folder; others were stored by the import. */
  async #findInFolder(plain: string): Promise<Redirection> {
    const inner = await withinOldFolder(plain, this.#legacy.folderMarks);
    return { ...nowhere, move: inner === null ? null : this.#moveOf(inner), tags: [cacheTags.site] };
  }

  async #findForm(path: string, search: string): Promise<Redirection> {
    const query = this.#legacy.readQuery(search);
    if (!query) return this.#findPath(path, itself);
    const { subject, feed, comments } = query;
    const form = { append: feed && this.#appendOf(feed), comments };
    const from = `${path}?${subject}`;
    const existing = subject ? await findExact(from, form) : null;
    const tags = [cacheTags.address(from)];
    if (existing) return { ...existing, tags: [...existing.tags, ...tags] };
    const whole = this.#legacy.replacementOf(path + query.canonical);
    if (whole) return { ...nowhere, move: movedForGood(whole), tags };
    const isHome = path === '/' || (await withinOldFolder(path, this.#legacy.folderMarks)) === '/';
    tags.push(cacheTags.site);
    if (!isHome && !feed && !comments) return { ...nowhere, tags };
    const found = await (isHome ? this.#findMeant(query) : this.#findPath(path, form));
    return { ...found, tags: [...found.tags, ...tags] };
  }

  async #findMeant({ subject, feed, comments }: LegacyQuery): Promise<Redirection> {
    if (!subject) return { ...nowhere, move: movedForGood(feed ? this.#legacy.feedNamed(feed) : null) };
    const form = { append: feed && this.#appendOf(feed), comments };
    const meant = this.#legacy.replacementOf(`/?${subject}`);
    if (meant) return { ...nowhere, move: movedForGood(withAppended(meant, form.append)) };
    const named = this.#legacy.pathOfSubject(subject);
    return named ? findSubject(named, form) : nowhere;
  }

  // Pages only have feeds of their comments, whatever the name.
  #appendOf(feed: string) {
    return this.#legacy.feedNamed(feed.replace(/^comments-/, '')) ?? '';
  }

  async #findPath(path: string, asked: Form): Promise<Redirection> {
    const whole = asked === itself ? null : await findExact(path, asked);
    if (whole) return { ...whole, tags: [...whole.tags, cacheTags.address(path)] };
    const [, above, rest = ''] = below.exec(path) ?? [];
    if (!above) return this.#findOther(path, asked);
    const moved = await findExact(above, { append: rest, comments: null });
    const found = moved ?? (await this.#findOther(path, asked));
    return { ...found, tags: [...found.tags, cacheTags.address(above)] };
  }

  async #findOther(path: string, asked: Form): Promise<Redirection> {
    const image = this.#legacy.imageAt(path);
    const ruled = image ? await findImageSize(path, image) : await findDay(path);
    if (ruled) return ruled;
    const known = this.#moveOf(path);
    if (known) return { ...nowhere, move: known };
    const suffixed = this.#legacy.withoutSuffix(path);
    if (!suffixed) return asked === itself ? nowhere : findSubject(path, asked);
    const { base, append, comments } = suffixed;
    const form = { append: append || asked.append, comments: asked.comments ?? comments };
    const existing = await findExact(base, form);
    if (existing) return { ...existing, tags: [...existing.tags, cacheTags.address(base)] };
    return ownPages.test(path) ? nowhere : findSubject(base, form);
  }

  #moveOf(path: string): Move | null {
    if (this.#legacy.isRetired(path)) return { to: '', status: 410 };
    return movedForGood(this.#legacy.replacementOf(path));
  }
}

function movedForGood(to: string | null): Move | null {
  return to ? { to, status: 301 } : null;
}

async function findExact(from: string, form: Form): Promise<Redirection | null> {
  const row = await readDb.redirect.findUnique({
    where: { from },
    select: { id: true, to: true, status: true, tag: { select: { slug: true } }, post: { select: target } },
  });
  if (!row) return null;
  const { id, status } = row;
  const rule = { id, isBelow: false };
  if (row.post) return { ...(await movedTo(row.post, form, status)), rule };
  const to = row.tag ? paths.tag(row.tag.slug) : row.to;
  return { move: { to: withAppended(to, form.append), status }, tags: [], changesAt: null, isKnown: true, rule };
}

const target = {
  id: true,
  slug: true,
  status: true,
  publishAt: true,
  unpublishAt: true,
  commentsMode: true,
} satisfies Prisma.PostSelect;

type Target = Prisma.PostGetPayload<{ select: typeof target }>;

// Without comments a post has no comment feed or pages: redirect to the post.
async function movedTo(post: Target, form: Form, status: number): Promise<Redirection> {
  const { append, comments } = post.commentsMode === 'off' ? itself : form;
  const tags = [cacheTags.post(post.id)];
  const now = new Date();
  const move = isPublic(post, now) ? { to: withAppended(paths.post(post.slug), append), status } : null;
  const found = { move, changesAt: nextChangeOf(post, now) };
  if (!found.move || append || !comments) return { ...found, tags, isKnown: true };
  const to = await findOldComments(post, comments);
  return { ...found, move: { to, status }, tags: [...tags, cacheTags.comments(post.id)], isKnown: true };
}

async function findSubject(base: string, form: Form): Promise<Redirection> {
  const [, kind, segment = ''] = /^\/(?:(tag|author|series)\/(?=[^/]+$))?(.+)$/.exec(base) ?? [];
  if (isTime.test(base)) return findList(base, form, true);
  const slug = percentDecoded(segment);
  if (!slug) return nowhere;
  if (!kind) return findPost(slug, form);
  return findList(base, form, (await countSubjects(kind, slug)) > 0);
}

function countSubjects(kind: string, slug: string) {
  const listed = { some: listedWhere() };
  if (kind === 'tag') return readDb.tag.count({ where: { slug, posts: listed } });
  if (kind === 'author') return readDb.user.count({ where: { slug, postAuthors: listed } });
  return readDb.series.count({ where: { slug, posts: { some: { type: 'post', ...publicWhere() } } } });
}

async function findList(base: string, { append }: Form, isThere: boolean): Promise<Redirection> {
  const move = isThere ? movedForGood(withAppended(base, append)) : null;
  return { move, tags: [cacheTags.list], changesAt: dateOf(await nextScheduledTime()) };
}

async function findPost(slug: string, form: Form): Promise<Redirection> {
  const post = await readDb.post.findFirst({ where: { slug, status: 'published' }, select: target });
  return post ? movedTo(post, form, 301) : { move: null, tags: [cacheTags.address(slug)], changesAt: null };
}

function dateOf(moment: number | null) {
  return moment === null ? null : new Date(moment);
}
