import 'server-only';
import { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { readDb, transaction, type Tx } from '@/lib/database/db';
import { emit } from '@/lib/events/emit';
import { AppError } from '@/lib/platform/errors';
import { newId } from '@/lib/platform/ids';
import { clearAddress, storeRedirect } from '@/lib/posts/publishing/address-moves';
import { nameOf } from '@/lib/text/visible-text';
import { paths } from '@/lib/web/paths';
import { addressesLedTo } from './author-addresses';
import { findAppearances } from './cache-tags';
import { requireManageable } from './guards';

export const givingForm = z.object({ id: z.string(), into: z.string().max(300) });

type Given = [postId: string, position: number, wasShared: 0 | 1];
type Author = { id: string; name: string; slug: string };

const author = { id: true, name: true, slug: true } as const;
/** Below the number of values that SQLite takes in a statement. */
const AT_ONCE = 500;

/** Gives all posts and pages of an author to another; the author's page redirects. Accounts and comments stay. */
export async function givePosts(actor: Actor, { id, into }: z.output<typeof givingForm>) {
  requireCapability(actor, 'users.manage');
  requireCapability(actor, 'posts.edit-any');
  return transaction(async (tx) => {
    await requireManageable(actor, id, tx);
    const from = await tx.user.findUniqueOrThrow({ where: { id }, select: author });
    const other = await requireAuthor(tx, into, id);
    const count = await moveTo(tx, from, other, actor.id);
    if (count === 0) throw wrongAuthor(`${from.name} has no posts and no pages.`);
    return { count, name: other.name };
  });
}

/** Undoes the last such gift: posts that the other has kept are the author's again. */
export async function takePostsBack(actor: Actor, id: string) {
  requireCapability(actor, 'users.manage');
  requireCapability(actor, 'posts.edit-any');
  return transaction(async (tx) => {
    await requireManageable(actor, id, tx);
    const transfer = await tx.postTransfer.findFirst({
      where: { fromId: id },
      orderBy: { createdAt: 'desc' },
      select: { id: true, posts: true, addresses: true, from: { select: author }, into: { select: author } },
    });
    if (!transfer) throw new AppError('conflict', 'There is nothing to take back.');
    const { from, into } = transfer;
    await giveBack(tx, JSON.parse(transfer.posts) as Given[], { from, into });
    await tx.postTransfer.delete({ where: { id: transfer.id } });
    await clearAddress(tx, paths.author(from.slug));
    const leftAddresses = JSON.parse(transfer.addresses) as string[];
    await tx.redirect.updateMany({
      where: { from: { in: leftAddresses }, to: paths.author(into.slug) },
      data: { to: paths.author(from.slug) },
    });
    await tellOf(tx, { from, into, actorId: actor.id, change: 'taken-back', leftAddresses });
    return from;
  });
}

/** To whom an author's posts were given last; null for nobody. */
export async function findLastGift(actor: Actor, id: string) {
  requireCapability(actor, 'users.manage');
  return readDb.postTransfer.findFirst({
    where: { fromId: id },
    orderBy: { createdAt: 'desc' },
    select: { createdAt: true, into: { select: { id: true, name: true } } },
  });
}

export async function moveTo(tx: Tx, from: Author, into: Author, actorId: string) {
  const rows = await tx.postAuthor.findMany({
    where: { userId: from.id },
    select: {
      postId: true,
      position: true,
      post: { select: { authors: { where: { userId: into.id }, select: { userId: true } } } },
    },
  });
  if (rows.length === 0) return 0;
  const posts = rows.map(({ postId, position, post }): Given => [postId, position, post.authors.length > 0 ? 1 : 0]);
  const leftAddresses = await addressesLedTo(tx, from.slug);
  await tx.postAuthor.deleteMany({ where: { userId: from.id, post: { authors: { some: { userId: into.id } } } } });
  await tx.postAuthor.updateMany({ where: { userId: from.id }, data: { userId: into.id } });
  await storeRedirect(tx, { from: paths.author(from.slug), to: paths.author(into.slug), postId: null, tagId: null });
  const transfer = { id: newId(), fromId: from.id, intoId: into.id, posts: JSON.stringify(posts) };
  const addresses = JSON.stringify(leftAddresses);
  await tx.postTransfer.create({ data: { ...transfer, addresses, createdAt: new Date() } });
  await tellOf(tx, { from, into, actorId, change: 'given', leftAddresses });
  return rows.length;
}

async function giveBack(tx: Tx, posts: Given[], { from, into }: { from: Author; into: Author }) {
  for (let at = 0; at < posts.length; at += AT_ONCE) {
    const some = posts.slice(at, at + AT_ONCE);
    const ids = (shared: 0 | 1) => some.filter(([, , wasShared]) => wasShared === shared).map(([postId]) => postId);
    const missing = { none: { userId: from.id } };
    await tx.postAuthor.updateMany({
      where: { userId: into.id, postId: { in: ids(0) }, post: { authors: missing } },
      data: { userId: from.id },
    });
    const shared = await tx.post.findMany({ where: { id: { in: ids(1) }, authors: missing }, select: { id: true } });
    const positions = new Map(some.map(([postId, position]) => [postId, position]));
    const again = shared.map(({ id }) => ({ postId: id, userId: from.id, position: positions.get(id) ?? 0 }));
    if (again.length > 0) await tx.postAuthor.createMany({ data: again });
  }
}

type Told = {
  from: Author;
  into: Author;
  actorId: string;
  change: 'given' | 'taken-back';
  leftAddresses: string[];
};

async function tellOf(tx: Tx, { from, into, leftAddresses, ...told }: Told) {
  const appearances = [await findAppearances(from.id, tx), await findAppearances(into.id, tx)] as const;
  const [own, others] = appearances;
  emit(tx, {
    type: 'user.posts-moved',
    ...told,
    userId: from.id,
    into: { id: into.id, name: into.name },
    slug: from.slug,
    leftAddresses,
    postIds: own && others ? [...new Set([...own.postIds, ...others.postIds])] : null,
  });
}

/** Named by the slug of their page, their e-mail address, or a name that nobody else has. */
export async function requireAuthor(tx: Tx, given: string, ownId: string): Promise<Author> {
  const wanted = given.trim();
  if (wanted === '') throw wrongAuthor('Enter who gets the posts.');
  const one = await tx.user.findFirst({
    where: { deletedAt: null, OR: [{ slug: wanted }, { email: wanted.toLowerCase() }] },
    select: author,
  });
  const named = one
    ? [one]
    : await tx.user.findMany({ where: { deletedAt: null, name: nameOf(wanted) }, take: 2, select: author });
  const [found] = named;
  if (!found) throw wrongAuthor('Nobody has this name, e-mail address or URL slug.');
  if (named.length > 1) throw wrongAuthor('Several people have this name. Enter the e-mail address or the URL slug.');
  if (found.id === ownId) throw wrongAuthor('These are their own posts. Choose somebody else.');
  return found;
}

function wrongAuthor(sentence: string) {
  return new AppError('invalid', sentence, { fields: { into: sentence } });
}
