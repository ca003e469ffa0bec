import { afterEach, describe, expect, test } from 'vitest';
import { readPost } from '@/app/(site)/reads';
import type { Role } from '@/lib/auth/actor';
import { cacheTags } from '@/lib/caching/cache-tags';
import { caches } from '@/lib/caching/process-caches';
import { storeDraft } from '@/lib/comments/drafts';
import { deleteOwnComment, editComment } from '@/lib/comments/editing';
import { getThreadPage } from '@/lib/comments/queries';
import { rerenderComments } from '@/lib/comments/rerendering';
import { submitComment } from '@/lib/comments/submission';
import { findCommentFor, findViewerOfThread } from '@/lib/comments/viewer-state';
import { findCorrectable } from '@/lib/corrections/suggesting';
import { db } from '@/lib/database/db';
import { readSettings, storeSettings } from '@/lib/settings/queries';
import { createComment, draftFor, knownReader, say } from '../../factories/comments';
import { createPost } from '../../factories/posts';
import { madeStaleBy } from '../../factories/stale-tags';
import { actorWith } from '../../factories/users';

const countOf = async (id: string) => (await db.post.findUniqueOrThrow({ where: { id } })).commentCount;

test('a known reader’s comment is in the thread at once and counted', async () => {
  const post = await createPost();
  const reader = await knownReader('Ida Brandt');

  const comment = await say(reader, post.id, { body: 'The *ferry* is late.' });

  expect(comment).toMatchObject({ status: 'approved', address: `/${post.slug}#comment-${comment.id}` });
  const thread = await getThreadPage(post.id, 1);
  expect(thread?.comments).toMatchObject([
    { id: comment.id, bodyHtml: '<p>The <em>ferry</em> is late.</p>', author: { name: 'Ida Brandt' } },
  ]);
  expect(await countOf(post.id)).toBe(1);
});

test('a newcomer’s first comment is pending: only its author sees it', async () => {
  const post = await createPost();
  const newcomer = await actorWith('reader');
  const other = await actorWith('reader');

  const comment = await say(newcomer, post.id);

  expect(comment).toMatchObject({ status: 'pending', address: `/${post.slug}/comments/${comment.id}` });
  expect((await getThreadPage(post.id, 1))?.comments).toEqual([]);
  expect(await countOf(post.id)).toBe(0);
  expect((await findViewerOfThread(newcomer, post.id)).own).toMatchObject([{ id: comment.id, pending: {} }]);
  expect((await findViewerOfThread(other, post.id)).own).toEqual([]);
});

test('three links wait even from a known reader, two do not', async () => {
  const post = await createPost();
  const reader = await knownReader();
  const links = (count: number) => Array.from({ length: count }, (_, n) => `https://example.com/${n}`).join(' ');

  expect((await say(reader, post.id, { body: links(2) })).status).toBe('approved');
  expect((await say(reader, post.id, { body: links(3) })).status).toBe('pending');
});

test('refuses an invisible text when it is posted, changed or stored', async () => {
  const post = await createPost();
  const reader = await knownReader();
  const comment = await say(reader, post.id);

  for (const body of ['[](https://example.test)', '\u2800', '```\n```', '>', '&nbsp;']) {
    const refusal = { code: 'invalid', fields: { body: expect.stringContaining('no visible text') } };
    await expect(say(reader, post.id, { body })).rejects.toMatchObject(refusal);
    await expect(editComment(reader, { id: comment.id, body })).rejects.toMatchObject(refusal);
    await expect(storeDraft(draftFor(post.id, { body }))).rejects.toMatchObject(refusal);
  }
  expect(await countOf(post.id)).toBe(1);
});

test('comments from an older renderer are rendered again', async () => {
  const post = await createPost();
  const { id } = await createComment(post.id, { body: '1986. What a year.' });
  await db.comment.update({
    where: { id },
    data: { bodyHtml: '<ol><li>What a year.</li></ol>', renderVersion: 1 },
  });

  const { tags } = await madeStaleBy(() => rerenderComments());

  expect(tags).toContain(cacheTags.comments(post.id));
  const { bodyHtml } = await db.comment.findUniqueOrThrow({ where: { id } });
  expect(bodyHtml).toBe('<p>1986. What a year.</p>');
  const again = await madeStaleBy(() => rerenderComments());
  expect(again).toEqual({ result: { rendered: 0 }, tags: [] });
});

test('the owner’s setting decides which comments are pending', async () => {
  const post = await createPost();
  try {
    await storeSettings({ commentModeration: 'none' });
    expect((await say(await actorWith('reader'), post.id)).status).toBe('approved');
    await storeSettings({ commentModeration: 'all' });
    expect((await say(await knownReader(), post.id)).status).toBe('pending');
    expect((await say(await actorWith('author'), post.id)).status).toBe('approved');
  } finally {
    await storeSettings({ commentModeration: 'first' });
  }
});

describe('comments on old posts', () => {
  const old = new Date(Date.now() - 31 * 86_400_000);
  afterEach(() => storeSettings({ commentsCloseAfter: 0, commentsCloseFrom: 'publication', commentsThen: 'close' }));

  test('are refused in a sentence, changed no more, and deleted still', async () => {
    const post = await createPost({ publishAt: old });
    const recent = await createPost();
    const reader = await knownReader();
    const { id } = await say(reader, post.id, { body: 'In time.' });

    await storeSettings({ commentsCloseAfter: 30 });

    const closed = { code: 'forbidden', message: 'Comments on this post are closed.' };
    await expect(say(reader, post.id, { body: 'Too late.' })).rejects.toMatchObject(closed);
    await expect(say(await actorWith('owner'), post.id)).rejects.toMatchObject(closed);
    await expect(editComment(reader, { id, body: 'Otherwise.' })).rejects.toMatchObject(closed);
    expect((await findViewerOfThread(reader, post.id)).own).toMatchObject([{ id, canEdit: false }]);
    const found = await findCommentFor(reader, { id, slug: post.slug, settings: await readSettings() });
    expect(found?.can).toMatchObject({ reply: false, edit: false, deleteOwn: true });
    expect(await findCorrectable(post.id)).toBeNull();
    expect((await say(reader, recent.id)).status).toBe('approved');
    expect((await findCorrectable(recent.id))?.id).toBe(recent.id);
    expect((await deleteOwnComment(reader, id)).id).toBe(id);
  });

  test('are closed on the page too, which expires at the moment they close', async () => {
    await storeSettings({ commentsCloseAfter: 30 });
    const post = await createPost({ publishAt: old });
    const recent = await createPost();
    expect((await pageOf(post.slug)).read?.commentsMode).toBe('closed');
    const { read, context } = await pageOf(recent.slug);
    expect(read?.commentsMode).toBe('open');
    expect(context.expiresAt).toBe(recent.publishAt!.getTime() + 30 * 86_400_000);
    expect(context.tags).toContain(cacheTags.site);
  });

  test('stay open while people write, where days are counted from the last comment', async () => {
    await storeSettings({ commentsCloseAfter: 30, commentsCloseFrom: 'comment' });
    const [post, silent] = [await createPost({ publishAt: old }), await createPost({ publishAt: old })];
    const yesterday = new Date(Date.now() - 86_400_000);
    const last = await createComment(post.id, { createdAt: yesterday });
    await createComment(silent.id, { status: 'pending', createdAt: yesterday });

    const { read, context } = await pageOf(post.slug);
    expect(read?.commentsMode).toBe('open');
    expect(context.expiresAt).toBe(yesterday.getTime() + 30 * 86_400_000);
    expect(context.tags).toContain(cacheTags.comments(post.id));
    expect((await pageOf(silent.slug)).read?.commentsMode).toBe('closed');
    await expect(say(await knownReader(), silent.id)).rejects.toMatchObject({ code: 'forbidden' });

    await db.comment.update({ where: { id: last.id }, data: { createdAt: old } });
    await expect(say(await knownReader(), post.id)).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('close as the post says, whatever the site does', async () => {
    await storeSettings({ commentsCloseAfter: 7 });
    const open = await createPost({ publishAt: old, commentsClosing: 'never' });
    const closed = await createPost({ publishAt: old, commentsClosing: 'publication-30' });
    const reader = await knownReader();

    expect((await say(reader, open.id)).status).toBe('approved');
    const { read, context } = await pageOf(open.slug);
    expect([read?.commentsMode, context.expiresAt]).toEqual(['open', Infinity]);

    await storeSettings({ commentsCloseAfter: 0 });
    expect((await pageOf(closed.slug)).read?.commentsMode).toBe('closed');
    await expect(say(reader, closed.id)).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('need approval where the site wants that, except those of staff', async () => {
    const post = await createPost({ publishAt: old });
    const reader = await knownReader();
    const { id } = await say(reader, post.id, { body: 'In time.' });

    await storeSettings({ commentsCloseAfter: 30, commentsThen: 'hold' });

    expect((await say(reader, post.id, { body: 'Late.' })).status).toBe('pending');
    expect((await editComment(reader, { id, body: 'Changed late.' })).status).toBe('pending');
    expect((await say(await actorWith('author'), post.id)).status).toBe('approved');
    expect((await say(reader, (await createPost()).id, { body: 'On a new one.' })).status).toBe('approved');
  });
});

test.each([
  ['a draft', { status: 'draft' }, 'not_found'],
  ['a post in the trash', { status: 'trashed' }, 'not_found'],
  ['a post that is not out yet', { publishAt: new Date(Date.now() + 60_000) }, 'not_found'],
  ['a post without comments', { commentsMode: 'off' }, 'not_found'],
  ['a closed post', { commentsMode: 'closed' }, 'forbidden'],
  ['a locked post', { commentsLockedReason: 'Enough said.' }, 'forbidden'],
] as const)('%s takes no comments, not even an owner’s', async (_, state, code) => {
  const post = await createPost({ ...state });
  const owner = await actorWith('owner');

  await expect(say(owner, post.id)).rejects.toMatchObject({ code });
  expect(await db.comment.count({ where: { postId: post.id } })).toBe(0);
});

test('a user who was just banned is refused, in any role', async () => {
  const post = await createPost();
  for (const role of ['reader', 'moderator', 'editor'] satisfies Role[]) {
    const actor = await actorWith(role);
    await db.user.update({ where: { id: actor.id }, data: { bannedAt: new Date() } });
    await expect(say(actor, post.id)).rejects.toMatchObject({ code: 'forbidden' });
  }
});

test('an unconfirmed address publishes nothing', async () => {
  const post = await createPost();
  const actor = await actorWith('reader');
  await db.user.update({ where: { id: actor.id }, data: { emailVerifiedAt: null } });

  await expect(say(actor, post.id)).rejects.toMatchObject({ code: 'forbidden' });
});

test('an answer needs a visible parent of the same post', async () => {
  const [here, elsewhere] = [await createPost(), await createPost()];
  const reader = await knownReader();
  const foreign = await createComment(elsewhere.id);
  const held = await createComment(here.id, { status: 'pending' });
  const mention = await createComment(here.id, { type: 'mention' });

  for (const parentId of [foreign.id, held.id, mention.id, 'nothing']) {
    await expect(say(reader, here.id, { parentId })).rejects.toMatchObject({ code: 'not_found' });
  }
});

test('a form sent twice with one key makes one comment, and other words under that key are a second one', async () => {
  const post = await createPost();
  const reader = await knownReader();
  const draft = draftFor(post.id, { idempotencyKey: 'form-1' });

  const [first, second] = await Promise.all([submitComment(reader, draft), submitComment(reader, draft)]);
  const third = await submitComment(reader, { ...draft, body: 'And another thing.' });

  expect(second.id).toBe(first.id);
  expect(third.id).not.toBe(first.id);
  expect(await countOf(post.id)).toBe(2);
});

test('the same text again refers to the first, but not for another user', async () => {
  const post = await createPost();
  const [reader, other] = [await knownReader(), await knownReader()];
  const first = await say(reader, post.id, { body: 'Well said.' });

  await expect(say(reader, post.id, { body: 'Well said.' })).rejects.toMatchObject({
    code: 'conflict',
    message: 'You have already posted this comment.',
    fields: { duplicate: `/${post.slug}/comments/${first.id}` },
  });
  expect((await say(other, post.id, { body: 'Well said.' })).status).toBe('approved');
});

test('fifty answers at once get fifty places, and every count is right', async () => {
  const post = await createPost();
  const root = await createComment(post.id);
  const readers = await Promise.all(Array.from({ length: 10 }, () => knownReader()));

  await Promise.all(
    Array.from({ length: 50 }, (_, index) =>
      say(readers[index % readers.length]!, post.id, { parentId: index % 5 === 0 ? null : root.id }),
    ),
  );

  const rows = await db.comment.findMany({ where: { postId: post.id } });
  expect(new Set(rows.map((row) => row.path)).size).toBe(51);
  expect(await countOf(post.id)).toBe(51);
  const parent = rows.find((row) => row.id === root.id);
  expect(parent).toMatchObject({ replyCount: 40, descendantCount: 40, childSeq: 40 });
});

test('a conversation deeper than 32 levels continues at the last level', async () => {
  const post = await createPost();
  let parent = await createComment(post.id);
  for (let depth = 1; depth < 34; depth += 1) parent = await createComment(post.id, { parentId: parent.id });

  const rows = await db.comment.findMany({ where: { postId: post.id }, orderBy: { path: 'asc' } });
  expect(Math.max(...rows.map((row) => row.depth))).toBe(31);
  expect(rows.at(-1)).toMatchObject({ depth: 31, parentId: rows.at(-2)?.id });
});

/** The post as a page reads it, and what that page depends on. */
function pageOf(slug: string) {
  const context = { tags: new Set<string>(), expiresAt: Infinity, startedAt: caches.clock.now };
  return caches.rendering.run(context, async () => ({ read: await readPost(slug), context }));
}
