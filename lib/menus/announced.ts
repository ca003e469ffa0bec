import 'server-only';
import { readDb } from '@/lib/database/db';
import { env } from '@/lib/platform/env';
import type { PostState } from '@/lib/posts/post';
import { postStateOf } from '@/lib/posts/visibility';
import { readSettings } from '@/lib/settings/queries';

export type Announced = { link: string; postId: string; absence: Exclude<PostState, 'Published'> | null };

/** The post that the link of the announcement leads to, and why readers do not see it; null if it leads elsewhere. */
export async function findAnnounced(): Promise<Announced | null> {
  const { announcementLink: link } = await readSettings();
  const { origin } = new URL(env().siteUrl);
  const target = link === '' ? null : URL.parse(link, origin);
  if (target?.origin !== origin) return null;
  const post = await readDb.post.findFirst({
    where: { slug: slugIn(target.pathname) },
    select: { id: true, status: true, publishAt: true, unpublishAt: true },
  });
  if (!post) return null;
  const state = postStateOf(post, new Date());
  return { link, postId: post.id, absence: state === 'Published' ? null : state };
}

function slugIn(path: string) {
  const written = path.replace(/^\/|\/$/g, '');
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}
