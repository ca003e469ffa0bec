import sharp from 'sharp';
import { expect, test } from 'vitest';
import { addressTags, cacheTags } from '@/lib/caching/cache-tags';
import { publishDrafts, storeDraft } from '@/lib/comments/drafts';
import { deleteOwnComment, editComment, restoreOwnComment } from '@/lib/comments/editing';
import { likeComment } from '@/lib/comments/liking';
import { lockConversation, moderateComments, undoModeration } from '@/lib/comments/moderation';
import { db } from '@/lib/database/db';
import { undoImport } from '@/lib/import/running/undoing';
import { describeMedia } from '@/lib/media/library';
import { uploadImage } from '@/lib/media/uploading';
import { deleteAccount } from '../../factories/deleted-accounts';
import { createUserByHand, setRoleByHand } from '@/lib/users/admin-cli';
import { changeRole } from '@/lib/users/roles';
import { paths } from '@/lib/web/paths';
import { tagPost } from '@/lib/posts/tagging/bulk-tagging';
import { saveCampaign } from '@/lib/campaigns/editing';
import { saveMediaKit } from '@/lib/media-kit/editing';
import { describeTag, deleteTag, mergeTags } from '@/lib/posts/tagging/tag-changes';
import { deletePost, restorePost, trashPost } from '@/lib/posts/publishing/unpublishing';
import { react } from '@/lib/reactions/reacting';
import { applySettings } from '@/lib/settings/updating';
import { switchLineItem } from '@/lib/slots/line-items';
import { createSlot, deleteSlot, moveSlot, renameSlot } from '@/lib/slots/own-slots';
import { switchSlot } from '@/lib/slots/saving';
import { restoreVersion } from '@/lib/slots/versions';
import { createComment, draftFor, knownReader, say } from '../../factories/comments';
import { eventsOf } from '../../factories/emitted-events';
import { importWordPress } from '../../factories/imports';
import { createPost } from '../../factories/posts';
import { filledSettingsForm } from '../../factories/settings';
import { addLineItem, codeDraft, fillSlot } from '../../factories/slots';
import { madeStaleBy } from '../../factories/stale-tags';
import { actorWith, createUser } from '../../factories/users';
import { wxr, wxrComment, wxrFile, wxrItem } from '../../factories/wxr';

const tagsOf = async (work: () => Promise<unknown>) => (await madeStaleBy(work)).tags;

test('a thread is stale as soon as a comment in it is published, changed, hidden or restored, by anyone', async () => {
  const post = await createPost();
  const thread = [cacheTags.comments(post.id)];
  const [reader, moderator] = [await knownReader(), await actorWith('moderator')];
  let id = '';
  expect(await tagsOf(async () => ({ id } = await say(reader, post.id)))).toEqual(thread);
  expect(await tagsOf(() => editComment(reader, { id, body: 'In other words.' }))).toEqual(thread);
  expect(await tagsOf(() => deleteOwnComment(reader, id))).toEqual(thread);
  expect(await tagsOf(() => restoreOwnComment(reader, id))).toEqual(thread);
  let batch = '';
  expect(await tagsOf(async () => ({ batch } = await moderateComments(moderator, [id], 'hide')))).toEqual(thread);
  expect(await tagsOf(() => undoModeration(moderator, batch))).toEqual(thread);
  const whole = [cacheTags.comments(post.id), cacheTags.post(post.id)];
  expect(await tagsOf(() => lockConversation(moderator, post.id, 'Enough.'))).toEqual(whole);
  expect(await tagsOf(() => lockConversation(moderator, post.id, ''))).toEqual(whole);
  const secret = await storeDraft(draftFor(post.id));
  expect(await tagsOf(() => publishDrafts(reader, [secret]))).toEqual(thread);
  expect(await tagsOf(() => createComment(post.id))).toEqual(thread);
});

test('a comment that waits, is sent twice or changes nothing makes no page stale', async () => {
  const post = await createPost();
  const [newcomer, known] = [await actorWith('reader'), await knownReader()];
  expect(await tagsOf(() => say(newcomer, post.id))).toEqual([]);
  const draft = { body: 'Once.', idempotencyKey: `key-${post.id}` };
  const { id } = await say(known, post.id, draft);
  expect(await tagsOf(() => say(known, post.id, draft))).toEqual([]);
  expect(await tagsOf(() => editComment(known, { id, body: 'Once.' }))).toEqual([]);
  const refused = say(known, post.id, { body: 'Once.' }).catch(() => null);
  expect(await tagsOf(() => refused)).toEqual([]);
});

test('a published reply names its parent and the parent’s author, however it is published', async () => {
  const post = await createPost();
  const [parent, newcomer] = [await knownReader(), await actorWith('reader')];
  const { id: parentId } = await say(parent, post.id);
  const published = async (work: () => Promise<unknown>) =>
    (await eventsOf(work)).flatMap((event) => (event.type === 'comment.published' ? event.comments : []));
  let id = '';
  const waiting = await published(async () => ({ id } = await say(newcomer, post.id, { parentId })));
  const moderator = await actorWith('moderator');
  const reply = { id, authorId: newcomer.id, parentId, parentAuthorId: parent.id };
  expect(waiting).toEqual([]);
  expect(await published(() => moderateComments(moderator, [id], 'approve'))).toEqual([reply]);
  await moderateComments(moderator, [id], 'hide');
  expect(await published(() => moderateComments(moderator, [id], 'approve'))).toEqual([reply]);
  await deleteOwnComment(newcomer, id);
  expect(await published(() => restoreOwnComment(newcomer, id))).toEqual([reply]);
  const [direct] = await published(() => say(parent, post.id, { parentId: id }));
  expect(direct).toMatchObject({ authorId: parent.id, parentId: id, parentAuthorId: newcomer.id });
  const [imported] = await published(() => createComment(post.id, { parentId }));
  expect(imported).toMatchObject({ authorId: null, parentId, parentAuthorId: parent.id });
});

test('one action on comments of two posts makes both threads stale at once', async () => {
  const posts = [await createPost(), await createPost()];
  const ids = await Promise.all(posts.map(async (post) => (await createComment(post.id)).id));
  const tags = await tagsOf(async () => moderateComments(await actorWith('editor'), ids, 'spam'));
  expect(tags.toSorted()).toEqual(posts.map((post) => cacheTags.comments(post.id)).toSorted());
});

test('posts and tags: makes their neighbourhood stale, before and after', async () => {
  const editor = await actorWith('editor');
  const post = await createPost({ publishAt: new Date('2003-03-03T00:00:00Z') });
  const around = [cacheTags.post(post.id), cacheTags.list, ...addressTags(post.slug, paths.post(post.slug))];
  const has = (tags: readonly string[]) => expect.arrayContaining([...tags]) as unknown;
  expect(await tagsOf(() => trashPost(editor, post))).toEqual(has(around));
  expect(await tagsOf(() => restorePost(editor, post))).toEqual(has(around));
  const added = await tagsOf(() => tagPost(editor, { id: post.id, tag: 'Dories', adds: true }));
  const dories = await db.tag.findFirstOrThrow({ where: { name: 'Dories' } });
  expect(added).toEqual(has([...around, cacheTags.tag(dories.id)]));
  expect(await tagsOf(() => describeTag(editor, { id: dories.id, description: 'Flat.' }))).toEqual([
    `tag:${dories.id}`,
  ]);
  await tagPost(editor, { id: post.id, tag: 'Punts', adds: true });
  const merging = () => mergeTags(editor, { id: dories.id, into: 'Punts' });
  const punts = await db.tag.findFirstOrThrow({ where: { name: 'Punts' } });
  expect(await tagsOf(merging)).toEqual(
    has([cacheTags.tag(dories.id), cacheTags.tag(punts.id), cacheTags.post(post.id)]),
  );
  await trashPost(editor, post);
  expect(await tagsOf(() => deletePost(editor, post))).toEqual(has([...around, cacheTags.tag(punts.id)]));
  expect(await tagsOf(() => deleteTag(editor, punts.id))).toEqual(has([cacheTags.tag(punts.id), 'address:punts']));
});

test('a like and a reaction are told, and make nothing stale that a page shows', async () => {
  const post = await createPost();
  const reader = await actorWith('reader');
  const { id } = await createComment(post.id);
  const told = [cacheTags.likes(post.id)];
  expect(await tagsOf(() => likeComment(reader, { id, isLiked: true }))).toEqual(told);
  expect(await tagsOf(() => likeComment(reader, { id, isLiked: true }))).toEqual([]);
  expect(await tagsOf(() => likeComment(reader, { id, isLiked: false }))).toEqual(told);
  expect(await tagsOf(() => react(reader, { postId: post.id, kind: 'sad', isAdded: true }))).toEqual(told);
});

test('slots, settings and images', async () => {
  const actor = await actorWith('ads');
  const { id, creativeId } = await fillSlot('header', codeDraft('<b>1</b>'), { actor });
  expect(await tagsOf(() => fillSlot('header', codeDraft('<b>2</b>'), { actor }))).toEqual(['slots']);
  expect(await tagsOf(() => restoreVersion(actor, { slotId: id, creativeId: creativeId ?? '' }))).toEqual(['slots']);
  expect(await tagsOf(() => switchSlot(actor, { slotId: id, enabled: false }))).toEqual(['slots']);
  expect(await tagsOf(() => addLineItem('header', null, { actor }))).toEqual(['slots']);
  const off = { slotId: id, lineItemId: id, enabled: false };
  expect(await tagsOf(() => switchLineItem(actor, off))).toEqual(['slots']);
  expect(await tagsOf(() => createSlot(actor, { name: 'Quay', placement: 'header' }))).toEqual(['slots']);
  const { id: slotId } = await db.slot.findFirstOrThrow({ where: { name: 'Quay' }, select: { id: true } });
  expect(await tagsOf(() => moveSlot(actor, { slotId, way: 'up' }))).toEqual(['slots']);
  expect(await tagsOf(() => renameSlot(actor, { slotId, name: 'Pier' }))).toEqual(['slots']);
  expect(await tagsOf(() => renameSlot(actor, { slotId, name: 'Pier' }))).toEqual([]);
  expect(await tagsOf(() => deleteSlot(actor, slotId))).toEqual(['slots']);
  const campaign = { id: null, name: 'Autumn', advertiser: 'Chandler', contactEmail: '' };
  expect(await tagsOf(() => saveCampaign(actor, campaign))).toEqual([]);
  const kit = { mediaKit: true, mediaKitText: '', mediaKitContact: 'ida@example.org', slotIds: [id] };
  expect(await tagsOf(() => saveMediaKit(actor, kit))).toEqual(['site', 'list', 'slots']);
  expect(await tagsOf(() => saveMediaKit(actor, { ...kit, slotIds: [] }))).toEqual(['slots']);

  const admin = await actorWith('admin');
  const form = await filledSettingsForm({ tagline: 'Wind and water', signUpOpen: 'on' });
  expect(await tagsOf(() => applySettings(admin, form))).toEqual(['site', 'list', 'slots']);
  expect(await tagsOf(() => applySettings(admin, form))).toEqual([]);

  const bytes = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#852' } })
    .png()
    .toBuffer();
  const { id: mediaId } = await uploadImage(admin, { bytes, fileName: 'tern.png' });
  const post = await createPost({ coverId: mediaId });
  expect(await tagsOf(() => describeMedia(admin, { id: mediaId, alt: 'A tern', caption: '', credit: '' }))).toEqual([]);
  await db.mediaUse.create({ data: { mediaId, postId: post.id } });
  const describing = () => describeMedia(admin, { id: mediaId, alt: 'Two terns', caption: '', credit: '' });
  expect(await tagsOf(describing)).toEqual(['list', `post:${post.id}`]);
});

test('users: makes the pages with their name stale', async () => {
  const owner = await actorWith('owner');
  const { id, email } = await createUser();
  expect(await tagsOf(() => changeRole(owner, { id, role: 'author' }))).toEqual([`author:${id}`]);
  expect(await tagsOf(() => changeRole(owner, { id, role: 'author' }))).toEqual([]);
  expect(await tagsOf(() => setRoleByHand(email ?? '', 'editor'))).toEqual([`author:${id}`]);

  const password = 'gulls above the pier';
  const user = { name: 'Nils Aas', email: 'nils@example.test', role: 'author' as const };
  const nils = await createUserByHand(user, password);
  const [written, answered] = [await createPost(), await createPost()];
  await db.postAuthor.create({ data: { postId: written.id, userId: nils.id, position: 0 } });
  await createComment(answered.id, { authorId: nils.id });
  const actor = { ...(await actorWith('author')), id: nils.id };
  const tags = await tagsOf(() => deleteAccount(actor, { ownPassword: password }));
  expect(tags).toEqual([`author:${nils.id}`, 'list', `post:${written.id}`, `comments:${answered.id}`]);
});

test('an import and its undo: makes each batch of posts with its addresses and threads stale, and finally every page', async () => {
  const item = wxrItem({ id: '951', name: 'brought-over', comments: wxrComment('9511') });
  const input = { files: [wxrFile(wxr(item))], oldUrl: null };
  const dry = await tagsOf(() => importWordPress('operator', { ...input, dryRun: true }));
  expect(dry).toEqual([]);

  const { result, tags } = await madeStaleBy(() => importWordPress('operator', { ...input, dryRun: false }));
  const post = await db.post.findUniqueOrThrow({ where: { slug: 'brought-over' } });
  const own = [cacheTags.post(post.id), ...addressTags(post.slug, paths.post(post.slug))];
  const wide = [cacheTags.site, cacheTags.list, cacheTags.menu];
  expect(tags).toEqual(expect.arrayContaining([...own, cacheTags.comments(post.id), ...wide]));
  expect(await tagsOf(() => importWordPress('operator', { ...input, dryRun: false }))).not.toContain(own[0]);

  const changed = wxrItem({ id: '951', name: 'brought-over', content: 'New.', comments: wxrComment('9511') });
  const again = { ...input, files: [wxrFile(wxr(changed))], dryRun: false };
  const second = await madeStaleBy(() => importWordPress('operator', again));
  expect(second.tags).toContain(cacheTags.post(post.id));
  expect(await tagsOf(() => undoImport('operator', second.result.batch ?? ''))).toContain(cacheTags.post(post.id));
  expect(await tagsOf(() => undoImport('operator', result.batch ?? ''))).toEqual(
    expect.arrayContaining([...own, ...wide]),
  );
});
