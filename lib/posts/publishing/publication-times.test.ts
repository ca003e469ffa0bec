import { describe, expect, test } from 'vitest';
import { keptPublishDate, publicationTimes } from './publication-times';

const then = new Date('2019-01-01T09:00:00Z');
const now = new Date('2026-11-27T18:00:00Z');
const post = { publishAt: then, unpublishAt: null, firstPublishedAt: then };

describe('the date of a published post', () => {
  test('changes only if requested', () => {
    const live = { ...post, status: 'published' };
    expect(publicationTimes(live, { publishAt: null }, now)).toMatchObject({ publishAt: now, firstPublishedAt: then });
    expect(publicationTimes(live, {}, now)).toMatchObject({ publishAt: then });
  });

  test('stays when the post is published again', () => {
    expect(publicationTimes({ ...post, status: 'draft' }, { publishAt: null }, now)).toMatchObject({ publishAt: then });
  });
});

test.each([
  ['published', then, then],
  ['draft', then, then],
  ['private', null, null],
  ['draft', null, null],
])('a %s post first published at %s keeps the date %s', (status, firstPublishedAt, kept) => {
  expect(keptPublishDate({ publishAt: then, status, firstPublishedAt }, now)).toBe(kept);
});
