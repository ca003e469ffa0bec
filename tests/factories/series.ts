import { db } from '@/lib/database/db';
import { newId } from '@/lib/platform/ids';
import { tagKey } from '@/lib/posts/tagging/tag-names';

/** A series of these posts in this order. */
export async function createSeries(postIds: readonly string[] = [], title = 'Tides and boats') {
  const id = newId();
  const series = await db.series.create({
    data: { id, slug: `series-${id.slice(-8)}`, title, titleKey: tagKey(title), createdAt: new Date() },
  });
  for (const [seriesPosition, postId] of postIds.entries()) {
    await db.post.update({ where: { id: postId }, data: { seriesId: id, seriesPosition } });
  }
  return series;
}
