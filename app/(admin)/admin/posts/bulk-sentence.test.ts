import { expect, test } from 'vitest';
import { adminTextOf } from '@/lib/i18n/admin/texts';
import { bulkSentence } from './bulk-sentence';

const none = { pages: 0, failed: [] };

test.each([
  [{ done: ['a', 'b'], ...none }, '2 posts scheduled.', '2 Beiträge geplant.'],
  [{ done: ['a'], ...none }, '1 post scheduled.', '1 Beitrag geplant.'],
  [{ done: ['a'], failed: [], pages: 1 }, '1 page scheduled.', '1 Seite geplant.'],
  [{ done: ['a', 'b'], failed: [], pages: 2 }, '2 pages scheduled.', '2 Seiten geplant.'],
])('what got a date is a post or a page, one or several', (result, sentence, german) => {
  expect(bulkSentence('schedule', result)).toBe(sentence);
  expect(adminTextOf('de').said(sentence)).toBe(german);
});

test('an undo of dates says so, and what did not change stands behind', () => {
  const failed = [{ id: 'c', why: 'This post no longer exists.' }];
  const sentence = bulkSentence('unschedule', { done: ['a'], pages: 0, failed });
  expect(sentence).toBe('Scheduling of 1 post undone. 1 item not changed: This post no longer exists.');
  expect(adminTextOf('de').said('Scheduling of 2 pages undone.')).toBe('Planung von 2 Seiten rückgängig gemacht.');
  expect(bulkSentence('trash', { done: ['a'], pages: 0, failed: [] })).toBe('1 item moved to trash.');
});
