import 'server-only';
import { readDb } from '@/lib/database/db';
import { publicWhere } from '@/lib/posts/visibility';
import { paths } from '@/lib/web/paths';
import { ownerOf } from './own-addresses';

/** Which of these addresses lead to something by now: a post, a tag, an author or a series that readers see. */
export async function workingAmong(addresses: readonly string[], now = new Date()): Promise<Set<string>> {
  const slugs = (kind: 'post' | 'tag' | 'author' | 'series') =>
    addresses.flatMap((address) => {
      const owner = ownerOf(address, 'exact');
      return owner?.of === kind && address === paths[kind](owner.slug) ? [owner.slug] : [];
    });
  const where = (kind: Parameters<typeof slugs>[0]) => ({ slug: { in: slugs(kind) } });
  const select = { slug: true } as const;
  const [posts, tags, authors, series] = await Promise.all([
    readDb.post.findMany({ where: { AND: [where('post'), publicWhere(now)] }, select }),
    readDb.tag.findMany({ where: { ...where('tag'), posts: { some: { post: publicWhere(now) } } }, select }),
    readDb.user.findMany({ where: { ...where('author'), postAuthors: { some: { post: publicWhere(now) } } }, select }),
    readDb.series.findMany({ where: { ...where('series'), posts: { some: publicWhere(now) } }, select }),
  ]);
  return new Set([
    ...posts.map(({ slug }) => paths.post(slug)),
    ...tags.map(({ slug }) => paths.tag(slug)),
    ...authors.map(({ slug }) => paths.author(slug)),
    ...series.map(({ slug }) => paths.series(slug)),
  ]);
}
