import sharp from 'sharp';
import { expect, test } from 'vitest';
import { readDb } from '@/lib/database/db';
import { deleteMedia } from '@/lib/media/library';
import { storeImage } from '@/lib/media/uploading';
import { saveDraft } from '@/lib/posts/editing/drafting';
import { findPublicPost } from '@/lib/posts/listing/queries';
import { findOwnPreview } from '@/lib/posts/previews/preview-links';
import { createPost } from '../../factories/posts';
import { publishedPost, savedDraft } from '../../factories/published-posts';
import { actorWith } from '../../factories/users';

let shade = 0;

async function image() {
  shade += 37;
  const create = { width: 60, height: 40, channels: 3 as const, background: { r: shade % 251, g: 80, b: 9 } };
  return storeImage(null, { bytes: await sharp({ create }).png().toBuffer(), fileName: 'Card.png' });
}

test('a post has a title, a text and an image for where it is shared, which the library counts as a use', async () => {
  const author = await actorWith('author');
  const { id: socialImageId } = await image();

  const social = { socialTitle: 'Nobody saw it go', socialDescription: 'The last ferry.', socialImageId };
  const { id, slug } = await publishedPost(author, { title: 'Night ferry', ...social });

  expect(await findPublicPost(slug)).toMatchObject({ ...social, socialImage: { id: socialImageId, width: 60 } });
  expect(await readDb.mediaUse.count({ where: { postId: id, mediaId: socialImageId } })).toBe(1);
  const plain = await publishedPost(author, { title: 'Day ferry' });
  expect(await findPublicPost(plain.slug)).toMatchObject({ socialTitle: '', socialImage: null });
});

test('an image that is not in the library, and a text that is too long, are refused in their fields', async () => {
  const author = await actorWith('author');
  const owner = await actorWith('owner');
  const { id: socialImageId } = await image();
  await deleteMedia(owner, socialImageId);
  const { id, version } = await savedDraft(author, { title: 'Refused' });

  const fields = { socialImageId, socialTitle: 'x'.repeat(201), excerpt: 'Kept.' };
  await expect(saveDraft(author, { id, version, fields })).rejects.toMatchObject({
    fields: { socialTitle: 'The social title can have at most 200 characters.' },
  });
  await expect(saveDraft(author, { id, version, fields: { socialImageId } })).rejects.toMatchObject({
    fields: { socialImageId: 'That image is no longer in the library. Please choose another one.' },
  });
  expect(await readDb.post.findUnique({ where: { id }, select: { socialImageId: true } })).toEqual({
    socialImageId: null,
  });
});

test('the newest text is shown without a link to those who may edit it, and to nobody else', async () => {
  const [author, other, editor] = [await actorWith('author'), await actorWith('author'), await actorWith('editor')];
  const { id } = await savedDraft(author, { title: 'Looked at' });

  expect(await findOwnPreview(author, id)).toMatchObject({ title: 'Looked at' });
  expect(await findOwnPreview(editor, id)).toMatchObject({ title: 'Looked at' });
  expect(await findOwnPreview(other, id)).toBeNull();
  const trashed = await createPost({ status: 'trashed' });
  expect(await findOwnPreview(editor, trashed.id)).toBeNull();
  await expect(findOwnPreview(await actorWith('reader'), id)).rejects.toMatchObject({ code: 'forbidden' });
  expect(await readDb.previewLink.count({ where: { postId: id } })).toBe(0);
});
