import { describe, expect, test } from 'vitest';
import type { Actor } from '@/lib/auth/actor';
import { db } from '@/lib/database/db';
import { readDashboardNotices } from '@/lib/dashboard/queries';
import { listNotes } from '@/lib/notes/queries';
import { handIn, returnPost, takeBack } from '@/lib/notes/reviewing';
import { listPosts } from '@/lib/post-lists/admin-queries';
import { createDraft, getEditable, saveDraft } from '@/lib/posts/editing/drafting';
import { runBulk } from '@/lib/posts/publishing/bulk';
import { publishPost } from '@/lib/posts/publishing/publishing';
import { restorePost, trashPost, unpublishPost } from '@/lib/posts/publishing/unpublishing';
import { paths } from '@/lib/web/paths';
import { createPost } from '../../factories/posts';
import { emailsTo } from '../../factories/queued-emails';
import { actorWith } from '../../factories/users';

const editor = await actorWith('editor', 'Ida Brandt');

async function aDraftOf(writer: Actor, title = 'Nets') {
  const { id, version } = await createDraft(writer, { type: 'post' });
  if (title) await saveDraft(writer, { id, version, fields: { title, bodyHtml: '<p>Dry.</p>' } });
  return id;
}

const versionOf = async (id: string) => (await db.post.findUniqueOrThrow({ where: { id } })).version;
const stateOf = async (id: string) => (await getEditable(editor, id)).state;

describe('a contributor', () => {
  test('writes a draft, hands it in, may still edit it, and takes it back', async () => {
    const writer = await actorWith('contributor');
    const id = await aDraftOf(writer);
    await handIn(writer, { id });
    expect(await stateOf(id)).toBe('In review');
    await saveDraft(writer, { id, version: await versionOf(id), fields: { title: 'Nets and knots' } });
    expect(await stateOf(id)).toBe('In review');
    await expect(handIn(writer, { id })).rejects.toThrow('Only a draft can be submitted for review.');
    await takeBack(writer, { id });
    expect(await stateOf(id)).toBe('Draft');
    await expect(takeBack(writer, { id })).rejects.toThrow('This post is not in review any more.');
  });

  test('hands in nothing without a title', async () => {
    const writer = await actorWith('contributor');
    const id = await aDraftOf(writer, '');
    await expect(handIn(writer, { id })).rejects.toThrow('Give it a title before you submit it for review.');
  });

  test('publishes nothing, by no way', async () => {
    const writer = await actorWith('contributor');
    const id = await aDraftOf(writer);
    const version = await versionOf(id);
    const sentence = 'Your role does not publish posts. Submit it for review instead.';
    const tomorrow = new Date(Date.now() + 86_400_000);
    await expect(publishPost(writer, { id, version })).rejects.toThrow(sentence);
    await expect(publishPost(writer, { id, version, publishAt: tomorrow })).rejects.toThrow(sentence);
    const bulk = await runBulk(writer, { action: 'publish', targets: [{ id }] });
    expect(bulk).toMatchObject({ done: [], failed: [{ why: sentence }] });
    expect(await stateOf(id)).toBe('Draft');
  });

  test('changes nothing that is published, and brings nothing published back from the trash', async () => {
    const writer = await actorWith('contributor');
    const id = await aDraftOf(writer);
    await publishPost(editor, { id, version: await versionOf(id) });
    for (const attempt of [
      async () => saveDraft(writer, { id, version: await versionOf(id), fields: { title: 'Mine' } }),
      () => unpublishPost(writer, { id }),
      () => trashPost(writer, { id }),
      () => getEditable(writer, id),
    ]) {
      await expect(attempt()).rejects.toThrow('This post no longer exists.');
    }
    expect((await listPosts(writer, { type: 'post' })).posts).toMatchObject([{ id, isEditable: false }]);
    expect((await listPosts(editor, { type: 'post' })).posts.find((post) => post.id === id)?.isEditable).toBe(true);
    await trashPost(editor, { id });
    await expect(restorePost(writer, { id })).rejects.toThrow('This post no longer exists.');
    const other = await aDraftOf(writer);
    await trashPost(writer, { id: other });
    await restorePost(writer, { id: other });
    expect(await stateOf(other)).toBe('Draft');
    expect((await listPosts(writer, { type: 'post' })).posts.map((post) => post.id)).toEqual([other]);
  });
});

describe('an editor', () => {
  test('sees what waits, in the list and on the dashboard', async () => {
    const writer = await actorWith('contributor');
    const id = await aDraftOf(writer);
    const before = (await readDashboardNotices(editor)).inReview;
    await handIn(writer, { id });
    expect((await readDashboardNotices(editor)).inReview).toBe(before + 1);
    expect((await readDashboardNotices(writer)).inReview).toBe(0);
    const { posts, counts } = await listPosts(editor, { type: 'post', state: 'In review' });
    expect(posts.map((post) => post.id)).toContain(id);
    expect(counts['In review']).toBe(before + 1);
  });

  test('is told by e-mail that a post was handed in, once each time; its author is not', async () => {
    const [writer, told] = [await actorWith('contributor', 'Cato Nilsen'), await actorWith('editor')];
    const id = await aDraftOf(writer, 'Pilots');
    await handIn(writer, { id });
    const [email, ...more] = await emailsTo(told);
    expect([email?.subject, more]).toEqual(['Cato Nilsen submitted “Pilots” for review', []]);
    expect(email?.text).toContain('Review the post');
    expect(email?.text).toContain(paths.admin.post(id));
    expect(email?.text).not.toContain('Read the note');
    expect(await emailsTo(writer)).toEqual([]);
    const { open, resolved } = await listNotes(told, id);
    expect(open).toEqual([]);
    expect(resolved).toMatchObject([{ kind: 'handed-in', body: '' }]);
    await takeBack(writer, { id });
    await handIn(writer, { id });
    expect(await emailsTo(told)).toHaveLength(2);
  });

  test('who hands in a post of their own is not told of it', async () => {
    const other = await actorWith('editor');
    const id = await aDraftOf(other);
    await handIn(other, { id });
    expect(await emailsTo(other)).toEqual([]);
  });

  test('sends it back with a reason, which its author reads in an e-mail and in the notes', async () => {
    const writer = await actorWith('contributor');
    const id = await aDraftOf(writer, 'Harbour');
    await handIn(writer, { id });
    await returnPost(editor, { id, body: 'Shorter, please.' });
    expect(await stateOf(id)).toBe('Draft');
    const [email] = await emailsTo(writer);
    expect(email?.subject).toBe('Ida Brandt returned “Harbour” to you');
    expect(email?.text).toContain('Shorter, please.');
    expect((await listNotes(writer, id)).open).toMatchObject([{ kind: 'returned', body: 'Shorter, please.' }]);
    await expect(returnPost(editor, { id, body: 'Again.' })).rejects.toThrow('This post is not in review any more.');
    expect((await listNotes(writer, id)).open).toHaveLength(1);
  });

  test('publishes what was handed in; authors return nothing', async () => {
    const writer = await actorWith('author');
    const id = await aDraftOf(writer);
    await handIn(writer, { id });
    await expect(returnPost(writer, { id, body: 'No.' })).rejects.toThrow('Your role does not allow this.');
    expect(await publishPost(editor, { id, version: await versionOf(id) })).toMatchObject({ state: 'Published' });
  });
});

test('what is in review is not public', async () => {
  const post = await createPost({ status: 'review' });
  const { publicWhere } = await import('@/lib/posts/visibility');
  expect(await db.post.findFirst({ where: { id: post.id, ...publicWhere() } })).toBeNull();
});
