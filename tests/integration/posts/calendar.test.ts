import { describe, expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { listCalendar } from '@/lib/post-lists/calendar';
import { saveDraft } from '@/lib/posts/editing/drafting';
import { runBulk } from '@/lib/posts/publishing/bulk';
import { withDates } from '@/lib/posts/publishing/bulk-schedule';
import { movePublication, moveToDay } from '@/lib/posts/publishing/moving';
import { createPost } from '../../factories/posts';
import { actorWith } from '../../factories/users';

const owner = await actorWith('owner');
const DAY_MS = 86_400_000;
const ahead = (days: number) => new Date(Date.now() + days * DAY_MS);
const draft = { status: 'draft', publishAt: null, firstPublishedAt: null };

async function scheduled(more: object = {}) {
  return createPost({ publishAt: ahead(3), firstPublishedAt: ahead(3), ...more });
}

const postOf = (id: string) => db.post.findUniqueOrThrow({ where: { id } });
const monthOf = (date: Date) => ({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1 });

describe('the calendar', () => {
  test('has what is published, scheduled and expires, and drafts with a date, by time in the site’s zone', async () => {
    const at = (day: string) => new Date(`2031-05-${day}`);
    await createPost({ title: 'Scheduled', publishAt: at('10T09:00Z'), unpublishAt: at('20T09:00Z') });
    await createPost({ title: 'Planned', ...draft, publishAt: at('11T09:00Z') });
    await createPost({ title: 'Undated', ...draft });
    await createPost({ title: 'In the trash', status: 'trashed', publishAt: at('12T09:00Z') });
    // Midnight in Vienna is 22:00 the day before in UTC.
    await createPost({ title: 'First', type: 'page', publishAt: new Date('2031-04-30T22:00Z') });
    await createPost({ title: 'Next month', publishAt: new Date('2031-05-31T22:00Z') });

    const entries = await listCalendar(owner, { year: 2031, month: 5 }, 'Europe/Vienna');
    expect(entries.map(({ title, kind, state, isMovable }) => [title, kind, state, isMovable])).toEqual([
      ['First', 'publishes', 'Scheduled', true],
      ['Scheduled', 'publishes', 'Scheduled', true],
      ['Planned', 'publishes', 'Draft', true],
      ['Scheduled', 'expires', 'Scheduled', false],
    ]);
  });

  test('shows authors their own posts', async () => {
    const author = await actorWith('author');
    const post = await scheduled();
    const month = monthOf(post.publishAt!);
    expect(await listCalendar(author, month, 'UTC')).toEqual([]);
    await db.postAuthor.create({ data: { postId: post.id, userId: author.id, position: 0 } });
    expect(await listCalendar(author, month, 'UTC')).toMatchObject([{ id: post.id, isMovable: true }]);
  });
});

describe('another moment', () => {
  test('is set for a scheduled post, unless somebody was faster', async () => {
    const { id, version } = await scheduled();
    const to = ahead(5);
    await movePublication(owner, { id, version, publishAt: to });
    expect((await postOf(id)).publishAt).toEqual(to);
    await expect(movePublication(owner, { id, version, publishAt: ahead(6) })).rejects.toThrow(/saved somewhere else/);
  });

  test('does not hide a published post, publish what waits, or publish a draft', async () => {
    const published = await createPost();
    const { id, version } = published;
    await expect(movePublication(owner, { id, version, publishAt: ahead(1) })).rejects.toThrow(/published already/);
    await movePublication(owner, { id, version, publishAt: new Date('2026-01-01T09:00Z') });
    await saveDraft(owner, { id, version: version + 1, fields: { title: 'Changed' } });
    const move = { id, version: version + 2, publishAt: new Date('2026-01-02T09:00Z') };
    await expect(movePublication(owner, move)).rejects.toThrow(/has unpublished changes/);
    const other = await createPost(draft);
    const wanted = { id: other.id, version: 1, publishAt: ahead(1) };
    await expect(movePublication(owner, wanted)).rejects.toThrow(/neither scheduled nor published/);
  });
});

describe('another day', () => {
  const toDay = (post: { id: string; version: number }, day: string, timeZone = 'Europe/Vienna') =>
    moveToDay(owner, { id: post.id, version: post.version, day, timeZone });

  test('keeps the time of day in the site’s zone, also when the clocks change in between', async () => {
    // Summer time ends in Vienna on 26 October 2031.
    const post = await scheduled({ publishAt: new Date('2031-10-24T07:00Z') });
    const moved = await toDay(post, '2031-10-28');
    expect(moved).toMatchObject({ former: post.publishAt, note: '' });
    expect((await postOf(post.id)).publishAt?.toISOString()).toBe('2031-10-28T08:00:00.000Z');
    const back = { id: post.id, version: moved.version, publishAt: moved.former };
    await movePublication(owner, back);
    expect((await postOf(post.id)).publishAt).toEqual(post.publishAt);
  });

  test('says so where the clocks skip the hour, or have it twice', async () => {
    // 02:30 does not exist on 30 March 2031, and exists twice on 26 October.
    const post = await scheduled({ publishAt: new Date('2031-02-10T01:30Z') });
    const skipped = await toDay(post, '2031-03-30');
    expect(skipped).toMatchObject({ note: 'skipped', publishAt: new Date('2031-03-30T01:30Z') });
    const other = await scheduled({ publishAt: new Date('2031-02-10T01:30Z') });
    expect((await toDay(other, '2031-10-26')).note).toBe('repeated');
  });

  test('is given to a draft with a date, which stays a draft', async () => {
    const post = await createPost({ ...draft, publishAt: new Date('2031-05-10T09:00Z') });
    const moved = await toDay(post, '2031-05-12', 'UTC');
    expect(await postOf(post.id)).toMatchObject({ status: 'draft', publishAt: new Date('2031-05-12T09:00Z') });
    await movePublication(owner, { id: post.id, version: moved.version, publishAt: moved.former });
    expect((await postOf(post.id)).publishAt).toEqual(post.publishAt);
    await expect(toDay(post, '2031-05-13')).rejects.toMatchObject({ code: 'conflict' });
  });

  test('is refused in the past, for what is published, and for who does not publish', async () => {
    const post = await scheduled();
    await expect(toDay(post, '2020-01-01')).rejects.toThrow('That is in the past');
    await expect(toDay(post, '2031-02-30')).rejects.toThrow('Choose a day of the calendar');
    expect((await postOf(post.id)).publishAt).toEqual(post.publishAt);
    await expect(toDay(await createPost(), '2031-05-12')).rejects.toThrow('is published already');
    const contributor = await actorWith('contributor');
    const own = await createPost({ ...draft, publishAt: ahead(3) });
    await db.postAuthor.create({ data: { postId: own.id, userId: contributor.id, position: 0 } });
    const wanted = { id: own.id, version: 1, day: '2031-05-12', timeZone: 'UTC' };
    await expect(moveToDay(contributor, wanted)).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('several posts', () => {
  test('get dates one after the other, and undo gives back what was', async () => {
    const [first, second, live] = [await createPost(draft), await scheduled(), await createPost()];
    const wanted = { start: '2031-06-01T09:00', every: 2, unit: 'days' } as const;
    const targets = await withDates([first, second, live], wanted);
    const result = await runBulk(owner, { action: 'schedule', targets });
    expect(result.done).toEqual([first.id, second.id]);
    expect(result.failed).toMatchObject([
      { id: live.id, why: expect.stringMatching(/^It is published already/) as string },
    ]);
    expect((await postOf(first.id)).publishAt?.toISOString()).toBe('2031-06-01T09:00:00.000Z');
    expect((await postOf(second.id)).publishAt?.toISOString()).toBe('2031-06-03T09:00:00.000Z');

    await runBulk(owner, { ...result.undo! });
    expect(await postOf(first.id)).toMatchObject({ status: 'draft', publishAt: null });
    expect(await postOf(second.id)).toMatchObject({ status: 'published', publishAt: second.publishAt });
  });

  test('need a start', async () => {
    await expect(withDates([{ id: 'x' }], { start: '', every: 1, unit: 'days' })).rejects.toThrow(
      'Choose when the first one is published.',
    );
  });

  test('are scheduled by nobody who may not publish', async () => {
    const contributor = await actorWith('contributor');
    const post = await createPost(draft);
    await db.postAuthor.create({ data: { postId: post.id, userId: contributor.id, position: 0 } });
    const result = await runBulk(contributor, { action: 'schedule', targets: [{ id: post.id, at: ahead(2) }] });
    expect(result.done).toEqual([]);
    expect(await postOf(post.id)).toMatchObject({ status: 'draft' });
  });
});
