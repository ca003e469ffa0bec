import 'server-only';
import { reader } from '@/lib/db';
import { paths } from '@/lib/paths';

/** Where a former address leads now, or null. A redirect to a post or tag follows its present slug, so chains cannot form. */
export async function findRedirect(from: string) {
  const row = await reader.redirect.findUnique({
    where: { from },
    select: { to: true, status: true, post: { select: { slug: true } }, tag: { select: { slug: true } } },
  });
  if (!row) return null;
  if (row.post) return { to: paths.post(row.post.slug), status: row.status };
  if (row.tag) return { to: paths.tag(row.tag.slug), status: row.status };
  return { to: row.to, status: row.status };
}
