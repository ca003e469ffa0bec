import { expect, test } from 'vitest';
import { deleteOldAddressHashes } from '@/lib/comments/address-hash';
import { submitComment } from '@/lib/comments/submission';
import { db } from '@/lib/database/db';
import { draftFor, knownReader } from '../../factories/comments';
import { createPost } from '../../factories/posts';

const DAY_MS = 24 * 60 * 60 * 1000;

test('stores a hash of an address, the same within a month and deleted after one', async () => {
  const post = await createPost();
  const reader = await knownReader();
  const address = '192.0.2.77';
  const send = async (from: string, now = new Date('2026-11-10T12:00:00Z')) => {
    const { id } = await submitComment(
      reader,
      { ...draftFor(post.id), client: { address: from, userAgent: '', referrer: '' } },
      now,
    );
    return id;
  };
  const hashOf = async (id: string) => (await db.comment.findUniqueOrThrow({ where: { id } })).ipHash;
  await db.post.update({ where: { id: post.id }, data: { publishAt: new Date('2026-01-01T00:00:00Z') } });
  const [first, again, other] = [await send(address), await send(address), await send('192.0.2.78')];
  const later = await send(address, new Date('2026-12-10T12:00:00Z'));

  expect(await hashOf(first)).toMatch(/^[0-9a-f]{32}$/);
  expect(await hashOf(again)).toBe(await hashOf(first));
  expect(await hashOf(other)).not.toBe(await hashOf(first));
  expect(await hashOf(later)).not.toBe(await hashOf(first));

  await deleteOldAddressHashes(new Date(Date.parse('2026-11-10T12:00:00Z') + 31 * DAY_MS));
  expect([await hashOf(first), await hashOf(again)]).toEqual(['', '']);
  expect(await hashOf(later)).not.toBe('');
});
