import { expect, test } from 'vitest';
import { parseQueueFilter, queueQuery } from './queue-filter';

const read = (query: string) => parseQueueFilter(Object.fromEntries(new URLSearchParams(query)));

test('the query of a filter is read back as the same filter', () => {
  const filter = {
    state: 'spam',
    post: '0190-post',
    user: '0190-user',
    search: 'nets & ropes',
    sort: 'oldest',
    after: '17_0190f3c5-1111-7222-8333-444455556666',
  } as const;
  expect(read(queueQuery(filter))).toEqual(filter);
});

test('a link from before a renaming still names the user', () => {
  expect(read('state=all&person=0190-user')).toMatchObject({ state: 'all', user: '0190-user' });
  expect(read('user=0190-new&person=0190-user').user).toBe('0190-new');
});

test('ignores invalid values', () => {
  expect(read('state=gone&post=../x&user=a%20b&sort=random&after=1')).toEqual({
    state: 'pending',
    post: '',
    user: '',
    search: '',
    after: '',
  });
});
