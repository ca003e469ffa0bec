import { expect, test } from 'vitest';
import { adminTextIn } from '@/lib/i18n/admin/admin-text';
import { noCounts } from './counts';
import { undoneLines } from './undone';

const nothing = { ...noCounts(), redirects: 0 };

test('what an undone import removed is counted in words, and nothing that is zero is named', () => {
  const t = adminTextIn('en', {});
  expect(undoneLines({ removed: { ...nothing, posts: 1, comments: 2, redirects: 1 }, restored: 0 }, t)).toEqual([
    'Removed 1 post and 2 comments.',
    '1 old address is no longer redirected.',
  ]);
  expect(undoneLines({ removed: { ...nothing, media: 1, files: 3, tags: 1, redirects: 2 }, restored: 1 }, t)).toEqual([
    'Removed 1 tag, 1 image and 3 files.',
    '2 old addresses are no longer redirected.',
    '1 updated entry is back to the earlier version.',
  ]);
  expect(undoneLines({ removed: nothing, restored: 2 }, t)).toEqual([
    'Removed nothing.',
    '2 updated entries are back to the earlier version.',
  ]);
});
