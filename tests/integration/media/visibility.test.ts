import sharp from 'sharp';
import { expect, test } from 'vitest';
import { listQueue } from '@/lib/comments/queue';
import { parseQueueFilter } from '@/lib/comments/queue-filter';
import { findCommentFor } from '@/lib/comments/viewer-state';
import { db } from '@/lib/database/db';
import { listImageNames, listTagNames, listTagsInUse } from '@/lib/editor/queries';
import { newId } from '@/lib/platform/ids';
import { deleteMedia, getMedia, listMedia, listRemovedMedia, restoreMedia } from '@/lib/media/library';
import { uploadImage } from '@/lib/media/uploading';
import { createComment } from '../../factories/comments';
import { createPost } from '../../factories/posts';
import { always, fillSlot } from '../../factories/slots';
import { actorWith } from '../../factories/users';

let shade = 0;

function picture() {
  shade += 41;
  return sharp({ create: { width: 40, height: 30, channels: 3, background: { r: shade % 251, g: 9, b: 90 } } })
    .png()
    .toBuffer();
}

const draft = { status: 'draft', publishAt: null, firstPublishedAt: null } as const;

/** A picture of an owner, in a draft that announces layoffs and in a public post. */
async function hiddenImage() {
  const owner = await actorWith('owner');
  const bytes = await picture();
  const media = await uploadImage(owner, { bytes, fileName: 'Merger with Initech.png' });
  const hidden = await createPost({ ...draft, title: 'SECRET: layoffs on Monday' });
  await db.mediaUse.create({ data: { mediaId: media.id, postId: hidden.id } });
  return { owner, bytes, media, hidden };
}

test('an image lists the posts that show it only for users who may open them', async () => {
  const { owner, media, hidden } = await hiddenImage();
  const shown = await createPost({ title: 'A public tide' });
  await db.mediaUse.create({ data: { mediaId: media.id, postId: shown.id } });

  for (const role of ['author', 'ads'] as const) {
    expect(await getMedia(await actorWith(role), media.id)).toMatchObject({
      usedIn: [{ title: 'A public tide', isEditable: false }],
      usedElsewhere: 1,
    });
  }
  const author = await actorWith('author');
  await db.postAuthor.create({ data: { postId: hidden.id, userId: author.id, position: 0 } });
  expect(await getMedia(author, media.id)).toMatchObject({ usedIn: { length: 2 }, usedElsewhere: 0 });
  expect(await getMedia(owner, media.id)).toMatchObject({ usedIn: { length: 2 }, usedElsewhere: 0 });
});

test('the library shows authors and ad managers their own images and those that are in public', async () => {
  const { owner, media, hidden } = await hiddenImage();
  const seenBy = async (role: 'author' | 'ads') => {
    const actor = await actorWith(role);
    const [all, found] = [await listMedia(actor), await listMedia(actor, { query: 'Initech' })];
    const names = await listImageNames(actor, []);
    return [...all.media, ...found.media, ...names].filter(({ id }) => id === media.id).length;
  };
  expect([await seenBy('author'), await seenBy('ads')]).toEqual([0, 0]);
  await expect(getMedia(await actorWith('ads'), media.id)).rejects.toMatchObject({ code: 'not_found' });
  expect((await listMedia(owner)).media.map(({ id }) => id)).toContain(media.id);

  await db.post.update({ where: { id: hidden.id }, data: { status: 'published', publishAt: new Date(0) } });
  expect(await seenBy('author')).toBeGreaterThan(0);
  expect(await seenBy('ads')).toBeGreaterThan(0);

  const ads = await actorWith('ads');
  const own = await uploadImage(ads, { bytes: await picture(), fileName: 'Own.png' });
  expect(await getMedia(ads, own.id)).toMatchObject({ fileName: 'Own.png' });
});

test('the same bytes neither reveal a hidden image nor restore a deleted one', async () => {
  const { owner, bytes, media } = await hiddenImage();
  const author = await actorWith('author');
  const own = await uploadImage(author, { bytes, fileName: 'mine.png' });
  expect(own).toMatchObject({ fileName: 'mine.png' });
  expect(own.id).not.toBe(media.id);
  expect(await uploadImage(author, { bytes, fileName: 'again.png' })).toMatchObject({ id: own.id });

  await deleteMedia(owner, media.id);
  await uploadImage(await actorWith('author'), { bytes, fileName: 'other.png' });
  expect(await db.media.findUniqueOrThrow({ where: { id: media.id } })).toMatchObject({
    deletedAt: expect.any(Date),
  });
  await uploadImage(owner, { bytes, fileName: 'back.png' });
  expect(await db.media.findUniqueOrThrow({ where: { id: media.id } })).toMatchObject({ deletedAt: null });
});

test('a featured image is as hidden as its post', async () => {
  const media = await uploadImage(await actorWith('owner'), { bytes: await picture(), fileName: 'Cover.png' });
  const hidden = await createPost({ ...draft, coverId: media.id });
  const seenBy = async (role: 'author' | 'ads') =>
    (await listMedia(await actorWith(role))).media.some(({ id }) => id === media.id);
  expect([await seenBy('author'), await seenBy('ads')]).toEqual([false, false]);

  await db.post.update({ where: { id: hidden.id }, data: { status: 'published', publishAt: new Date(0) } });
  expect([await seenBy('author'), await seenBy('ads')]).toEqual([true, true]);
});

test('images of slots are shown to ad managers, and to no author', async () => {
  const media = await uploadImage(await actorWith('owner'), { bytes: await picture(), fileName: 'Chandler.png' });
  const seenBy = async (role: 'author' | 'ads') =>
    (await listMedia(await actorWith(role))).media.some(({ id }) => id === media.id);
  expect([await seenBy('author'), await seenBy('ads')]).toEqual([false, false]);

  await fillSlot('header', {
    kind: 'image',
    mediaId: media.id,
    alt: 'Ropes',
    linkUrl: 'https://chandler.example/',
    ...always,
  });
  expect([await seenBy('author'), await seenBy('ads')]).toEqual([false, true]);
});

test('a removed image that a public post still shows is restored by its bytes only for those who may', async () => {
  const uploader = await actorWith('author');
  const bytes = await picture();
  const media = await uploadImage(uploader, { bytes, fileName: 'Mast.png' });
  const shown = await createPost();
  await db.mediaUse.create({ data: { mediaId: media.id, postId: shown.id } });
  await deleteMedia(await actorWith('editor'), media.id);
  const isRemoved = async () => (await db.media.findUniqueOrThrow({ where: { id: media.id } })).deletedAt !== null;

  expect((await uploadImage(await actorWith('author'), { bytes, fileName: 'other.png' })).id).not.toBe(media.id);
  expect(await isRemoved()).toBe(true);
  expect((await uploadImage(uploader, { bytes, fileName: 'mine.png' })).id).toBe(media.id);
  expect(await isRemoved()).toBe(false);
});

test('removed images are listed for whoever may restore them, and for nobody else', async () => {
  const [editor, author, other] = [await actorWith('editor'), await actorWith('author'), await actorWith('author')];
  const own = await uploadImage(author, { bytes: await picture(), fileName: 'own.png' });
  const shown = await createPost();
  await db.mediaUse.create({ data: { mediaId: own.id, postId: shown.id } });
  const seenBy = async (actor: typeof author) =>
    (await listRemovedMedia(actor)).media.filter(({ id }) => id === own.id).map(({ uses }) => uses);
  expect(await seenBy(editor)).toEqual([]);

  await deleteMedia(editor, own.id);
  expect([await seenBy(editor), await seenBy(author), await seenBy(other)]).toEqual([[1], [1], []]);
  expect((await listMedia(editor)).media.map(({ id }) => id)).not.toContain(own.id);
  await expect(restoreMedia(other, own.id)).rejects.toMatchObject({ code: 'not_found' });
  await expect(listRemovedMedia(await actorWith('reader'))).rejects.toMatchObject({ code: 'forbidden' });

  await restoreMedia(author, own.id);
  expect(await seenBy(editor)).toEqual([]);
});

test('removed images come by pages, the last removed first', async () => {
  const editor = await actorWith('editor');
  const ids = Array.from({ length: 50 }, () => newId());
  const facts = { mime: 'image/png', width: 8, height: 6, bytes: 9, createdAt: new Date() };
  const at = (position: number) => new Date(Date.now() + 60_000 - position * 1_000);
  await db.media.createMany({
    data: ids.map((id, position) => ({ ...facts, id, hash: id, key: id, fileName: id, deletedAt: at(position) })),
  });
  const first = await listRemovedMedia(editor);
  expect(first.media.map(({ id }) => id)).toEqual(ids.slice(0, 48));
  const second = await listRemovedMedia(editor, first.nextCursor);
  expect(second.media.map(({ id }) => id).slice(0, 2)).toEqual(ids.slice(48));
});

test('tags that only others’ drafts have are not offered', async () => {
  const hidden = await createPost({ ...draft });
  const tag = await db.tag.create({
    data: { id: newId(), slug: `layoffs-${newId()}`, name: `Layoffs ${newId()}`, createdAt: new Date() },
  });
  await db.postTag.create({ data: { postId: hidden.id, tagId: tag.id, position: 0 } });
  const [author, editor] = [await actorWith('author'), await actorWith('editor')];
  const namesFor = async (actor: typeof author) => [
    ...(await listTagNames(actor)),
    ...(await listTagsInUse(actor)).map(({ name }) => name),
  ];
  expect(await namesFor(author)).not.toContain(tag.name);
  expect(await namesFor(editor)).toContain(tag.name);
  await db.postAuthor.create({ data: { postId: hidden.id, userId: author.id, position: 0 } });
  expect(await namesFor(author)).toContain(tag.name);
});

test('a comment moderator sees no title of a hidden post', async () => {
  const hidden = await createPost({ ...draft, title: 'SECRET: layoffs on Monday', slug: `secret-${newId()}` });
  const comment = await createComment(hidden.id);
  const titleOn = async (role: 'moderator' | 'editor') =>
    (await findCommentFor(await actorWith(role), { id: comment.id, slug: hidden.slug }))?.post.title;
  expect(await titleOn('moderator')).toBe('A post that is not public');
  expect(await titleOn('editor')).toBe(hidden.title);
  const queueOf = async (role: 'moderator' | 'editor') => {
    const { comments } = await listQueue(await actorWith(role), parseQueueFilter({ state: 'all', post: hidden.id }));
    return comments.find(({ id }) => id === comment.id)?.post;
  };
  expect(await queueOf('moderator')).toMatchObject({ title: 'A post that is not public', slug: hidden.id });
  expect(await queueOf('editor')).toMatchObject({ title: hidden.title, slug: hidden.slug });
});
