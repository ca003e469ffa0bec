import { expect, test } from 'vitest';
import { MergedTags } from './merged-tags';

const term = (key: string, name: string) => ({
  key,
  kind: key.startsWith('category:') ? 'category' : 'tag',
  slug: key.split(':')[1]!,
  name,
  description: '',
});
const linesOf = (merged: MergedTags) => [...merged.lines()].map(({ where, why }) => `${where}: ${why}`);

test('reports a category and a tag of the same name, and no single ones', () => {
  const merged = new MergedTags();
  merged.add(term('category:news', 'News'), { row: { id: '1', slug: 'news' }, wasHere: false });
  merged.add(term('post_tag:news', 'news'), { row: { id: '1', slug: 'news' }, wasHere: false });
  merged.add(term('post_tag:boats', 'Boats'), { row: { id: '2', slug: 'boats' }, wasHere: false });
  expect(linesOf(merged)).toEqual([
    'category “News” and tag “news”: They have the same name, so they are one tag here: /tag/news.',
  ]);
});

test('what joins an existing tag is reported', () => {
  const merged = new MergedTags();
  merged.add(term('category:news', 'News'), { row: { id: '1', slug: 'news' }, wasHere: true });
  merged.add(term('post_tag:sea', ''), { row: { id: '2', slug: 'sea' }, wasHere: true });
  merged.add(term('category:sea', 'Sea'), { row: { id: '2', slug: 'sea' }, wasHere: false });
  expect(linesOf(merged)).toEqual([
    'category “News”: A tag of this name was here before, so its posts are in that one too: /tag/news.',
    'tag “sea” and category “Sea”: They have the same name, so they are one tag here, which was here before: /tag/sea.',
  ]);
});
