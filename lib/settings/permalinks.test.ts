import { expect, test } from 'vitest';
import { folderOfPost } from './permalinks';

const moment = new Date('2026-03-31T22:30:00Z');

test('the folder of a post follows from the form, and its month from the clock of the site', () => {
  const of = (permalinks: 'slug' | 'month' | 'blog', timeZone = 'UTC') =>
    folderOfPost(moment, { permalinks, timeZone });
  expect(of('slug')).toBe('');
  expect(of('blog')).toBe('blog');
  expect(of('month')).toBe('2026/03');
  expect(of('month', 'Europe/Vienna')).toBe('2026/04');
});
