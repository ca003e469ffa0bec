import sharp from 'sharp';
import { expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { runMediaBulk } from '@/lib/media/bulk-library';
import { deleteMedia, describeMedia, getMedia, listMedia, restoreMedia } from '@/lib/media/library';
import { uploadImage } from '@/lib/media/uploading';
import { storeSettings } from '@/lib/settings/queries';
import { createPost } from '../../factories/posts';
import { actorWith } from '../../factories/users';

let shade = 0;

/** An image that no other test made. */
function picture(width: number, height: number) {
  shade += 37;
  const background = { r: shade % 251, g: shade % 241, b: 60 };
  return sharp({ create: { width, height, channels: 3, background } });
}

test('images are found by their description, whatever its capitals', async () => {
  const author = await actorWith('author');
  const { id } = await uploadImage(author, { bytes: await picture(31, 30).png().toBuffer(), fileName: 'b.png' });
  await describeMedia(author, { id, alt: 'The Old LIGHTHOUSE, 100 %' });

  for (const query of ['lighthouse', 'OLD light', '100 %']) {
    expect((await listMedia(author, { query })).media.map((one) => one.id)).toContain(id);
  }
  expect((await listMedia(author, { query: 'l_ghthouse' })).media).toEqual([]);
});

test('the uploader of an image can describe it, an editor too, another author not', async () => {
  const [author, other, editor] = [await actorWith('author'), await actorWith('author'), await actorWith('editor')];
  const { id } = await uploadImage(author, { bytes: await picture(30, 30).png().toBuffer(), fileName: 'a.png' });

  await describeMedia(author, { id, alt: 'Nets  drying\non the quay' });
  expect(await getMedia(author, id)).toMatchObject({ alt: 'Nets drying on the quay' });
  await expect(getMedia(other, id)).rejects.toMatchObject({ code: 'not_found' });
  await describeMedia(editor, { id, credit: 'Ida Brandt' });

  await expect(describeMedia(other, { id, alt: 'x' })).rejects.toMatchObject({ code: 'not_found' });
  await expect(deleteMedia(other, id)).rejects.toMatchObject({ code: 'not_found' });
  expect(await getMedia(author, id)).toMatchObject({ alt: 'Nets drying on the quay', credit: 'Ida Brandt' });
});

test('the library lists each image once, newest first, and forgets none', async () => {
  const author = await actorWith('author');
  const made: string[] = [];
  for (let n = 0; n < 3; n += 1) {
    made.unshift(
      (
        await uploadImage(author, {
          bytes: await picture(10 + n, 10)
            .png()
            .toBuffer(),
          fileName: 'l.png',
        })
      ).id,
    );
  }
  await deleteMedia(author, made[1]!);

  const { media } = await listMedia(author);
  expect(media.map(({ id }) => id).filter((id) => made.includes(id))).toEqual([made[0], made[2]]);

  // As somebody does who presses the button twice.
  for (let press = 0; press < 2; press += 1) await restoreMedia(author, made[1]!);
  await expect(restoreMedia(author, 'none')).rejects.toThrow('This image is no longer in the library.');
  expect((await listMedia(author)).media.map(({ id }) => id).filter((id) => made.includes(id))).toEqual(made);
});

test('an image is found at the address of any of its files, by who may see it', async () => {
  const [author, other] = [await actorWith('author'), await actorWith('author')];
  const bytes = await picture(41, 20).png().toBuffer();
  const { id, url: src } = await uploadImage(author, { bytes, fileName: 'at.png' });
  const found = async (actor: typeof author, at: string) =>
    (await listMedia(actor, { src: at })).media.map((one) => one.id);
  expect(await found(author, src)).toEqual([id]);
  expect(await found(author, src.replace('.png', '-640w.webp'))).toEqual([id]);
  expect(await found(other, src)).toEqual([]);
  for (const at of ['', '/uploads/2020/01/none-123456.png', 'nonsense']) expect(await found(author, at)).toEqual([]);
});

test('images that nothing shows are found, oldest first on demand, removed together and restored', async () => {
  const [author, other] = [await actorWith('author'), await actorWith('author')];
  const made: string[] = [];
  for (let n = 0; n < 3; n += 1) {
    const bytes = await picture(20 + n, 20)
      .png()
      .toBuffer();
    made.push((await uploadImage(author, { bytes, fileName: `u${n}.png` })).id);
  }
  const [used, logo, unused] = made;
  const post = await createPost();
  await db.mediaUse.create({ data: { postId: post.id, mediaId: used! } });
  await storeSettings({ logoId: logo! });
  const ids = async (filter: Parameters<typeof listMedia>[1]) =>
    (await listMedia(author, filter)).media.map(({ id }) => id).filter((id) => made.includes(id));
  expect(await ids({ isUnused: true })).toEqual([unused]);
  expect(await ids({ isUnused: true, query: 'u2' })).toEqual([unused]);
  expect(await ids({ isOldestFirst: true })).toEqual(made);

  expect(await runMediaBulk(other, { action: 'delete', ids: made })).toMatchObject({ done: [], failed: { length: 3 } });
  const removed = await runMediaBulk(author, { action: 'delete', ids: [used!, unused!, 'gone'] });
  expect(removed).toMatchObject({ done: [used, unused], failed: { length: 1 }, shown: 1 });
  expect(await ids({})).toEqual([logo]);
  await runMediaBulk(author, { action: 'restore', ids: removed.done });
  expect(await ids({})).toEqual(made.toReversed());
  await storeSettings({ logoId: '' });
});
