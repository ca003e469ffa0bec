import 'server-only';
import { cacheTags } from '@/lib/cache-tags';
import { reader } from '@/lib/db';
import { paths } from '@/lib/paths';
import { isPublicNow } from '@/lib/posts/queries';
import { withoutForeignShape, withoutForeignSuffix } from './foreign-suffixes';

export type Move = { to: string; status: number };

/** Where an address leads, what that depends on, and when time alone changes it. */
export type Redirection = { move: Move | null; tags: string[]; changesAt: Date | null };

/**
 * Where a former address leads now. A redirect to a post or tag follows its present slug, so chains cannot form; one to a
 * post that readers may not see leads nowhere until they may, so that no address tells what is hidden.
 */
export async function findRedirect(from: string): Promise<Redirection> {
  const kept = await findExact(from);
  if (kept) return kept;
  const suffixed = withoutForeignSuffix(from);
  const base = suffixed && (await findExact(suffixed.base));
  if (suffixed && base) {
    const move = base.move && { ...base.move, to: base.move.to + suffixed.append };
    return { ...base, move, tags: [...base.tags, cacheTags.address(suffixed.base)] };
  }
  if (suffixed) return (await findFormOfListing(suffixed)) ?? findFormOfPost(suffixed);
  const to = withoutForeignShape(from);
  return { move: to ? { to, status: 301 } : null, tags: [], changesAt: null };
}

async function findExact(from: string): Promise<Redirection | null> {
  const row = await reader.redirect.findUnique({
    where: { from },
    select: {
      to: true,
      status: true,
      tag: { select: { slug: true } },
      post: { select: { id: true, slug: true, status: true, publishAt: true, unpublishAt: true } },
    },
  });
  if (!row) return null;
  const { status } = row;
  if (row.tag) return { move: { to: paths.tag(row.tag.slug), status }, tags: [], changesAt: null };
  if (!row.post) return { move: { to: row.to, status }, tags: [], changesAt: null };
  return { ...visibility(row.post, { to: paths.post(row.post.slug), status }), tags: [cacheTags.post(row.post.id)] };
}

type Timed = { status: string; publishAt: Date | null; unpublishAt: Date | null };

function visibility({ status, publishAt, unpublishAt }: Timed, move: Move) {
  const now = new Date();
  const isOver = unpublishAt !== null && unpublishAt <= now;
  if (status !== 'published' || publishAt === null || isOver) return { move: null, changesAt: null };
  return publishAt > now ? { move: null, changesAt: publishAt } : { move, changesAt: unpublishAt };
}

/** A post whose address stayed the same: its foreign forms (feed, amp, a page of comments) still lead to it. */
async function findFormOfPost({ base, append }: { base: string; append: string }): Promise<Redirection> {
  const slug = base.lastIndexOf('/') === 0 && append !== '' ? decoded(base.slice(1)) : null;
  const post = slug && (await reader.post.findFirst({ where: { slug, ...isPublicNow() }, select: { id: true } }));
  if (!post) return { move: null, tags: slug ? [cacheTags.address(slug)] : [], changesAt: null };
  return { move: { to: base + append, status: 301 }, tags: [cacheTags.post(post.id)], changesAt: null };
}

/** A tag or author whose address stayed the same: other systems' feed of it still leads to ours. */
async function findFormOfListing({ base, append }: { base: string; append: string }): Promise<Redirection | null> {
  const [, kind, segment = ''] = /^\/(tag|author)\/([^/]+)$/.exec(base) ?? [];
  const slug = decoded(segment);
  if (!kind || !slug || append === '') return null;
  const found =
    kind === 'tag' ? await reader.tag.count({ where: { slug } }) : await reader.user.count({ where: { slug } });
  return { move: found ? { to: base + append, status: 301 } : null, tags: [cacheTags.list], changesAt: null };
}

function decoded(segment: string) {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}
