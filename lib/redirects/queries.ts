import 'server-only';
import { cacheTags } from '@/lib/cache-tags';
import { reader } from '@/lib/db';
import { paths } from '@/lib/paths';
import { nextDueMoment } from '@/lib/posts/due';
import { isListedNow } from '@/lib/posts/queries';
import type { Prisma } from '@/prisma/generated/sqlite/client';
import { findDay } from './days';
import {
  isForeignMachinery,
  ofForeignQuery,
  withAppended,
  withoutForeignShape,
  withoutForeignSuffix,
} from './foreign-suffixes';
import { findPictureSize } from './picture-sizes';

export type Move = { to: string; status: number };

/** Where an address leads, what that depends on, and when time alone changes it. */
export type Redirection = { move: Move | null; tags: string[]; changesAt: Date | null };

const nowhere: Redirection = { move: null, tags: [], changesAt: null };
/** The further pages of our own lists look like other systems' and are none of their forms. */
const ownPages = /^\/(?:(?:tag|author)\/[^/]+|\d{4}(?:\/\d\d)?)\/page\/\d+$/;

/**
 * Where a former address leads now. A redirect to a post or tag follows its present slug, so chains cannot form; one to a
 * post that readers may not see leads nowhere until they may, so that no address tells what is hidden.
 */
export async function findRedirect(from: string): Promise<Redirection> {
  const kept = await findExact(from, '');
  if (kept) return kept;
  const ruled = (await findPictureSize(from)) ?? (await findDay(from));
  if (ruled) return ruled;
  const known = foreignMove(from);
  if (known) return { ...nowhere, move: known };
  const suffixed = withoutForeignSuffix(from);
  if (suffixed) {
    const base = await findExact(suffixed.base, suffixed.append);
    if (base) return { ...base, tags: [...base.tags, cacheTags.address(suffixed.base)] };
    if (ownPages.test(from)) return nowhere;
    return findSubject(suffixed.base, suffixed.append);
  }
  const named = ofForeignQuery(from);
  return named ? findSubject(named, '') : nowhere;
}

function foreignMove(from: string): Move | null {
  if (isForeignMachinery(from)) return { to: '', status: 410 };
  const to = withoutForeignShape(from);
  return to ? { to, status: 301 } : null;
}

async function findExact(from: string, append: string): Promise<Redirection | null> {
  const row = await reader.redirect.findUnique({
    where: { from },
    select: { to: true, status: true, tag: { select: { slug: true } }, post: { select: target } },
  });
  if (!row) return null;
  const { status } = row;
  if (row.post) return movedTo(row.post, append, status);
  const to = row.tag ? paths.tag(row.tag.slug) : row.to;
  return { move: { to: withAppended(to, append), status }, tags: [], changesAt: null };
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

// A post without comments has no feed: who asks for it is led to the post.
function movedTo(post: Target, append: string, status: number): Redirection {
  const to = withAppended(paths.post(post.slug), post.commentsMode === 'off' ? '' : append);
  return { ...visibility(post, { to, status }), tags: [cacheTags.post(post.id)] };
}

type Timed = { status: string; publishAt: Date | null; unpublishAt: Date | null };

function visibility({ status, publishAt, unpublishAt }: Timed, move: Move) {
  const now = new Date();
  const isOver = unpublishAt !== null && unpublishAt <= now;
  if (status !== 'published' || publishAt === null || isOver) return { move: null, changesAt: null };
  return publishAt > now ? { move: null, changesAt: publishAt } : { move, changesAt: unpublishAt };
}

/** What kept its address here and is asked for in another system's form: a post or page, a tag, an author, a year or month. */
async function findSubject(base: string, append: string): Promise<Redirection> {
  const [, kind, segment = ''] = /^\/(?:(tag|author)\/)?([^/]+)$/.exec(base) ?? [];
  if (/^\/\d{4}(?:\/(?:0[1-9]|1[0-2]))?$/.test(base)) return findForm(base, append, true);
  const slug = decoded(segment);
  if (!slug) return nowhere;
  if (!kind) return findFormOfPost(slug, append);
  const listed = { some: isListedNow() };
  const found =
    kind === 'tag'
      ? await reader.tag.count({ where: { slug, posts: listed } })
      : await reader.user.count({ where: { slug, postAuthors: listed } });
  return findForm(base, append, found > 0);
}

// Lists come and go with the posts in them, and with time alone.
async function findForm(base: string, append: string, isThere: boolean): Promise<Redirection> {
  const move = isThere ? { to: withAppended(base, append), status: 301 } : null;
  return { move, tags: [cacheTags.list], changesAt: dateOf(await nextDueMoment()) };
}

async function findFormOfPost(slug: string, append: string): Promise<Redirection> {
  const post = await reader.post.findFirst({ where: { slug, status: 'published' }, select: target });
  return post ? movedTo(post, append, 301) : { move: null, tags: [cacheTags.address(slug)], changesAt: null };
}

function dateOf(moment: number | null) {
  return moment === null ? null : new Date(moment);
}

function decoded(segment: string) {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}
