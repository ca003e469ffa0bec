import 'server-only';
import { cacheTags } from '@/lib/cache-tags';
import { reader } from '@/lib/db';

/** Beyond this many pages it is kinder to the machine to let everything go. */
const MANY = 200;

/** What must be drawn anew when a person's name or picture changes: wherever they wrote or answered. */
export async function tagsShowing(userId: string): Promise<string[]> {
  const [written, answered] = await Promise.all([
    reader.postAuthor.findMany({ where: { userId }, select: { postId: true }, take: MANY }),
    reader.comment.findMany({
      where: { authorId: userId },
      distinct: ['postId'],
      select: { postId: true },
      take: MANY,
    }),
  ]);
  if (written.length + answered.length >= MANY) return [cacheTags.site, cacheTags.list];
  return [
    cacheTags.author(userId),
    ...(written.length > 0 ? [cacheTags.list] : []),
    ...written.map(({ postId }) => cacheTags.post(postId)),
    ...answered.map(({ postId }) => cacheTags.comments(postId)),
  ];
}
