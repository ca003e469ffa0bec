import { afterEach, expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { noteForm } from '@/lib/notes/note';
import { settleNote, writeNote } from '@/lib/notes/writing';
import { getEditable, saveDraft } from '@/lib/posts/editing/drafting';
import { runBulk } from '@/lib/posts/publishing/bulk';
import { publishPost } from '@/lib/posts/publishing/publishing';
import { usualPublishRules, type PublishRules } from '@/lib/settings/publish-rules';
import { storeSettings } from '@/lib/settings/queries';
import { createPost } from '../../factories/posts';
import { actorWith } from '../../factories/users';

const owner = await actorWith('owner');
const setRules = (rules: Partial<PublishRules>) => storeSettings({ publishRules: { ...usualPublishRules, ...rules } });
const asks = 'Not published: the check list of this site asks for more.';

afterEach(() => setRules({}));

async function aDraft() {
  const { id } = await createPost({ status: 'draft', publishAt: null, firstPublishedAt: null });
  return id;
}

const versionOf = async (id: string) => (await db.post.findUniqueOrThrow({ where: { id } })).version;
const publish = async (id: string, publishAt?: Date) =>
  publishPost(owner, { id, version: await versionOf(id), ...(publishAt ? { publishAt } : {}) });

test('what blocks is asked of everybody, now, ahead and in bulk; the sentence names it', async () => {
  await setRules({ tag: 'block', description: 'block', cover: 'warn' });
  const id = await aDraft();
  const sentence = `${asks} It has no tag. It has no meta description.`;
  await expect(publish(id)).rejects.toThrow(sentence);
  await expect(publish(id, new Date(Date.now() + 86_400_000))).rejects.toThrow(sentence);
  expect(await runBulk(owner, { action: 'publish', targets: [{ id }] })).toMatchObject({ failed: [{ why: sentence }] });
  expect((await getEditable(owner, id)).state).toBe('Draft');

  const version = await versionOf(id);
  await saveDraft(owner, { id, version, fields: { tags: ['Harbour'], seoDescription: 'Of nets.' } });
  expect(await publish(id)).toMatchObject({ state: 'Published' });
});

test('a published post is updated only if it keeps the rules', async () => {
  const id = await aDraft();
  await publish(id);
  await setRules({ fewWords: 'block', least: 50 });
  await saveDraft(owner, { id, version: await versionOf(id), fields: { title: 'Other' } });
  await expect(publish(id)).rejects.toThrow(`${asks} It has 5 words; at least 50 are wanted.`);
});

test('an open note blocks until it is resolved', async () => {
  await setRules({ notes: 'block' });
  const id = await aDraft();
  const note = await writeNote(owner, noteForm.parse({ postId: id, body: 'Is that so?' }));
  await expect(publish(id)).rejects.toThrow(`${asks} 1 note is not resolved.`);
  await settleNote(owner, { id: note.id, version: 1, intent: 'resolve' });
  expect(await publish(id)).toMatchObject({ state: 'Published' });
});
