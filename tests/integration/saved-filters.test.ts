import { expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { exportSavedFilters, listSavedFilters } from '@/lib/saved-filters/queries';
import { MAX_FILTERS } from '@/lib/saved-filters/saved-filter';
import { deleteFilter, renameFilter, saveFilter } from '@/lib/saved-filters/saving';
import { actorWith } from '../factories/users';

const drafts = { list: 'posts', name: 'My drafts', query: 'after=9&state=draft&q=tide' } as const;

test('a filter is saved for one person and one list, without the page it was saved from', async () => {
  const [ida, jon] = [await actorWith('author'), await actorWith('author')];
  const { id } = await saveFilter(ida, { ...drafts, name: '  My  drafts ' });
  expect(await listSavedFilters(ida, 'posts')).toEqual([{ id, name: 'My drafts', query: 'state=draft&q=tide' }]);
  expect(await listSavedFilters(ida, 'pages')).toEqual([]);
  expect(await listSavedFilters(jon, 'posts')).toEqual([]);
  expect(await exportSavedFilters(ida)).toMatchObject([{ list: 'posts', name: 'My drafts' }]);
});

test('a name that is missing, too long or taken is refused, and so is a list without a filter', async () => {
  const ida = await actorWith('author');
  await saveFilter(ida, drafts);
  const saving = (change: Partial<Parameters<typeof saveFilter>[1]>) => saveFilter(ida, { ...drafts, ...change });
  await expect(saving({ name: ' \u200b ' })).rejects.toMatchObject({ fields: { name: 'Give the filter a name.' } });
  await expect(saving({ name: 'x'.repeat(61) })).rejects.toMatchObject({ code: 'invalid' });
  await expect(saving({})).rejects.toMatchObject({ message: expect.stringContaining('“My drafts”') as string });
  await expect(saving({ name: 'All', query: 'after=9' })).rejects.toMatchObject({ code: 'invalid' });
  await saving({ list: 'pages' });
  expect(await db.savedFilter.count({ where: { userId: ida.id } })).toBe(2);
});

test('no more filters are saved for a list than can be shown', async () => {
  const ida = await actorWith('author');
  for (let at = 0; at < MAX_FILTERS; at += 1) await saveFilter(ida, { ...drafts, name: `Filter ${at}` });
  await expect(saveFilter(ida, drafts)).rejects.toMatchObject({ code: 'conflict' });
  await saveFilter(ida, { ...drafts, list: 'media' });
});

test('a filter is renamed and deleted by whose it is alone, and what was deleted can be saved again', async () => {
  const [ida, jon] = [await actorWith('author'), await actorWith('author')];
  const { id } = await saveFilter(ida, drafts);
  const other = await saveFilter(ida, { ...drafts, name: 'Others' });
  await expect(renameFilter(jon, { id, name: 'Mine' })).rejects.toMatchObject({ code: 'not_found' });
  await expect(deleteFilter(jon, id)).rejects.toMatchObject({ code: 'not_found' });
  await expect(renameFilter(ida, { id, name: 'Others' })).rejects.toMatchObject({ code: 'invalid' });
  await renameFilter(ida, { id, name: 'Tides' });
  expect((await listSavedFilters(ida, 'posts')).map(({ name }) => name)).toEqual(['Others', 'Tides']);
  const deleted = await deleteFilter(ida, id);
  expect(deleted).toEqual({ name: 'Tides', query: 'state=draft&q=tide' });
  expect((await listSavedFilters(ida, 'posts')).map((filter) => filter.id)).toEqual([other.id]);
  await saveFilter(ida, { list: 'posts', ...deleted });
});

test('a filter is only saved for a list that the role opens', async () => {
  const mod = await actorWith('moderator');
  await expect(saveFilter(mod, drafts)).rejects.toMatchObject({ code: 'forbidden' });
  await saveFilter(mod, { list: 'comments', name: 'Spam', query: 'state=spam' });
});
