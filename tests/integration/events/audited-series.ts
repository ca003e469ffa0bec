import { createSeries, deleteSeries, describeSeries, movePart, renameSeries } from '@/lib/posts/series/series-changes';
import { restoreSeries } from '@/lib/posts/series/series-undo';
import { createPost } from '../../factories/posts';
import { actorWith } from '../../factories/users';

export async function changeSeries(secret: string) {
  const editor = await actorWith('editor');
  const { id } = await createSeries(editor, { title: 'Knots' });
  await renameSeries(editor, { id, title: 'Splices' });
  await describeSeries(editor, { id, description: `Rope by rope, ${secret}.` });
  const first = await createPost({ seriesId: id });
  await createPost({ seriesId: id, seriesPosition: 1 });
  await movePart(editor, id, { id: first.id, way: 'down' });
  const { undo } = await deleteSeries(editor, id);
  await restoreSeries(editor, undo);
}
