import 'server-only';
import { readDb } from '@/lib/database/db';
import { paths } from '@/lib/web/paths';
import { plainTextOf } from '../bodies';
import { chunksOf, ImportMap } from '../../../pipeline/import-map';
import type { Pulled } from './pulled';
import type { Difference, Differences } from '../../../mirrors';

const SLICE = 500;

/** Compares all that was pulled with what is here, and changes nothing. */
export async function compareSites(source: string, pulled: Pulled): Promise<Differences> {
  const map = new ImportMap(source, '');
  const found: Differences = { missing: await missingPosts(map, pulled), gone: [], own: [], edited: [], comments: [] };
  await lookThrough(map, pulled, found);
  found.comments = await missingComments(map, pulled);
  return found;
}

async function missingPosts(map: ImportMap, { items }: Pulled) {
  const missing: Difference[] = [];
  for (const some of chunksOf(items, SLICE)) {
    const known = await map.find(
      'post',
      some.map(([id]) => id),
    );
    const ids = [...known.values()].map(({ targetId }) => targetId);
    const rows = await readDb.post.findMany({ where: { id: { in: ids } }, select: { id: true, status: true } });
    const statuses = new Map(rows.map(({ id, status }) => [id, status]));
    for (const [id, { link, title }] of some) {
      const status = statuses.get(known.get(id)?.targetId ?? '');
      const why = status === undefined ? 'It is not here.' : hidden[status];
      if (status !== 'published')
        missing.push({ address: link, title: plainTextOf(title), why: why ?? 'It is hidden here.' });
    }
  }
  return missing;
}

const hidden: Record<string, string> = {
  draft: 'It is a draft here.',
  private: 'It is private here.',
  trashed: 'It is in the trash here.',
};

async function lookThrough({ source }: ImportMap, pulled: Pulled, found: Differences) {
  for (let after = ''; ;) {
    const posts = await readDb.post.findMany({
      where: { id: { gt: after }, status: 'published' },
      orderBy: { id: 'asc' },
      take: SLICE,
      select: { id: true, slug: true, title: true, version: true },
    });
    const items = await readDb.importItem.findMany({
      where: { source, kind: 'post', targetId: { in: posts.map(({ id }) => id) } },
      select: { sourceId: true, targetId: true },
    });
    const sourceIds = new Map(items.map(({ sourceId, targetId }) => [targetId, sourceId]));
    for (const { id, slug, title, version } of posts) {
      const sourceId = sourceIds.get(id);
      const line = { address: paths.post(slug), title };
      if (sourceId === undefined) found.own.push({ ...line, why: 'It did not come from there.' });
      else if (!pulled.items.has(sourceId) && !pulled.locked.has(sourceId))
        found.gone.push({ ...line, why: 'It is not there any more, or not shown to everyone.' });
      if (sourceId !== undefined && version > 1)
        found.edited.push({ ...line, why: 'It was edited here, and the version here was kept.' });
    }
    const last = posts.at(-1);
    if (!last || posts.length < SLICE) return;
    after = last.id;
  }
}

async function missingComments(map: ImportMap, { postOf, items }: Pulled) {
  const missing = new Map<string, number>();
  for (const some of chunksOf(postOf, SLICE)) {
    // Of ids that two merged exports share, the second has its post beside it.
    const ids = some.flatMap(([id, postId]) => [id, `${id} of ${postId}`]);
    const known = await map.find('comment', ids);
    const targets = [...known.values()].map(({ targetId }) => targetId);
    const rows = await readDb.comment.findMany({ where: { id: { in: targets } }, select: { id: true } });
    const here = new Set(rows.map(({ id }) => id));
    const isHere = (key: string) => here.has(known.get(key)?.targetId ?? '');
    for (const [id, postId] of some) {
      if (!isHere(id) && !isHere(`${id} of ${postId}`)) missing.set(postId, (missing.get(postId) ?? 0) + 1);
    }
  }
  return [...missing].map(([postId, count]) => ({ address: items.get(postId)?.link ?? `?p=${postId}`, count }));
}
