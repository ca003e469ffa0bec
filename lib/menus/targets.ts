import 'server-only';
import { readDb, type Tx } from '@/lib/database/db';
import { env } from '@/lib/platform/env';
import { AppError } from '@/lib/platform/errors';
import { titleOf } from '@/lib/posts/title';
import { MAX_ADDRESS, targetOfChoice, type Target } from './menu';

/** What an entry leads to; the address of a post, tag or series of this site is kept as that, which may move. */
export async function targetOf({ target: choice, address: typed }: { target: string; address: string }) {
  const address = typed.trim();
  if (choice && address) throw wrong('Choose what it leads to or enter an address, not both.');
  if (choice) return chosen(choice);
  if (address === '') throw wrong('Choose what it leads to, or enter an address.');
  const own = addressOf(address);
  return (await subjectAt(own)) ?? { kind: 'address' as const, target: own };
}

/** The title of what an entry leads to; its address, if it has none. */
export async function nameOfTarget({ kind, target: id }: Target, tx: Tx = readDb) {
  if (kind === 'post') {
    const post = await tx.post.findUnique({ where: { id }, select: { title: true } });
    return post ? titleOf(post) : '…';
  }
  if (kind === 'address') return id;
  if (kind === 'series') {
    const series = await tx.series.findUnique({ where: { id }, select: { title: true } });
    return series?.title ?? '…';
  }
  const tag = await tx.tag.findUnique({ where: { id }, select: { name: true } });
  return tag?.name ?? '…';
}

async function chosen(choice: string): Promise<Target> {
  const target = targetOfChoice(choice);
  const where = { id: target?.target ?? '' };
  const counts = {
    post: () => readDb.post.count({ where }),
    tag: () => readDb.tag.count({ where }),
    series: () => readDb.series.count({ where }),
    address: () => 0,
  };
  if (!target || (await counts[target.kind]()) === 0) {
    const sentence = 'This no longer exists. Choose something else.';
    throw new AppError('invalid', sentence, { fields: { target: sentence } });
  }
  return target;
}

/** An address as it is kept: a path where it is of this site. */
function addressOf(typed: string) {
  const { siteUrl } = env();
  const sentence = 'Enter an address that starts with https:// or http://, or a path of this site that starts with /.';
  const isPath = /^\/(?![/\\])/.test(typed);
  if (!isPath && !/^https?:\/\//i.test(typed)) throw wrong(sentence);
  if (!URL.canParse(typed, siteUrl)) throw wrong(sentence);
  const url = new URL(typed, siteUrl);
  const address = url.origin === new URL(siteUrl).origin ? `${url.pathname}${url.search}${url.hash}` : url.href;
  if (address.length > MAX_ADDRESS) throw wrong(`Use at most ${MAX_ADDRESS} characters for the address.`);
  return address;
}

async function subjectAt(address: string): Promise<Target | null> {
  // The slug of a page below others, or of a post in a folder, has slashes.
  const [, list = 'post', part = ''] = /^\/(?:(tag|series)\/(?=[^/?#]+\/?$))?([^?#]+?)\/?$/.exec(address) ?? [];
  const slug = decoded(part);
  if (!slug) return null;
  const query = { where: { slug }, select: { id: true } } as const;
  if (list === 'tag') return asTarget('tag', await readDb.tag.findUnique(query));
  if (list === 'series') return asTarget('series', await readDb.series.findUnique(query));
  return asTarget('post', await readDb.post.findUnique(query));
}

function asTarget(kind: Target['kind'], found: { id: string } | null): Target | null {
  return found && { kind, target: found.id };
}

function decoded(part: string) {
  try {
    return decodeURIComponent(part).toLowerCase();
  } catch {
    return '';
  }
}

function wrong(sentence: string) {
  return new AppError('invalid', sentence, { fields: { address: sentence } });
}
