import { access } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { cropMedia, setFocus, uncropMedia } from '@/lib/media/framing';
import { getMedia } from '@/lib/media/library';
import { uploadsFolder } from '@/lib/media/storage';
import { uploadImage } from '@/lib/media/uploading';
import { renderFields } from '@/lib/posts/fields/rendered-fields';
import { createPost } from '../../factories/posts';
import { actorWith } from '../../factories/users';
import { madeStaleBy } from '../../factories/stale-tags';

const whole = { left: 0, top: 0, width: 100, height: 100 };
const right = { left: 50, top: 0, width: 50, height: 100 };
let shade = 10;

/** Red on the left, blue on the right, in a shade of its own. */
async function picture() {
  shade += 1;
  const half = (r: number, b: number) =>
    sharp({ create: { width: 400, height: 400, channels: 3, background: { r, g: shade, b } } })
      .png()
      .toBuffer();
  const [left, other] = await Promise.all([half(200, 0), half(0, 200)]);
  return sharp({ create: { width: 800, height: 400, channels: 3, background: '#000' } })
    .composite([
      { input: left, left: 0, top: 0 },
      { input: other, left: 400, top: 0 },
    ])
    .png()
    .toBuffer();
}

async function shownIn(body: string) {
  const { columns, mediaIds } = await renderFields(body);
  const { id } = await createPost({ bodyHtml: body, ...columns });
  await db.mediaUse.createMany({ data: mediaIds.map((mediaId) => ({ mediaId, postId: id })) });
  const html = async () => (await db.post.findUniqueOrThrow({ where: { id } })).renderedHtml;
  return { id, html };
}

let author: Awaited<ReturnType<typeof actorWith>>;

beforeAll(async () => {
  author = await actorWith('author');
});

const upload = async () => uploadImage(author, { bytes: await picture(), fileName: 'quay.png', alt: 'Quay' });

test('a focal point is where the edges of the image are cut, in stored texts too', async () => {
  const image = await upload();
  const post = await shownIn(`<div data-gallery=""><figure><img src="${image.url}" alt="Quay"></figure></div>`);

  const { tags } = await madeStaleBy(() => setFocus(author, { id: image.id, focus: { x: 30, y: 20 } }));

  expect((await getMedia(author, image.id)).focus).toBe('30 20');
  expect(tags).toContain(`post:${post.id}`);
  expect(await post.html()).toContain('style="object-position:30% 20%"');
  await setFocus(author, { id: image.id, focus: { x: 50, y: 50 } });
  expect(await post.html()).not.toContain('object-position');
});

test('a part is shown wherever the image is used, and the whole image comes back', async () => {
  const image = await upload();
  const body = `<figure><img src="${image.url}" alt="Quay"></figure>`;
  const post = await shownIn(body);
  await setFocus(author, { id: image.id, focus: { x: 10, y: 10 } });

  const { tags } = await madeStaleBy(() => cropMedia(author, { id: image.id, crop: right, ratio: 'free' }));

  expect(tags).toContain(`post:${post.id}`);
  const cropped = await getMedia(author, image.id);
  expect(cropped).toMatchObject({ width: 400, height: 400, focus: '', crop: '50 0 50 100' });
  expect(cropped.whole).toMatchObject({ url: image.url, width: 800, height: 400 });
  const file = join(uploadsFolder(), cropped.url.replace('/uploads/', ''));
  const { r, b } = await colourOf(file);
  expect([r < 60, b > 150]).toEqual([true, true]);
  expect(await post.html()).toContain(`src="${cropped.url}"`);
  expect(await post.html()).toContain('width="400" height="400"');
  expect(await post.html()).not.toContain(`${image.url}"`);
  // The text itself, which the editor and exports have, is as it was.
  expect((await db.post.findUniqueOrThrow({ where: { id: post.id } })).bodyHtml).toBe(body);
  // The same image in a text that is written now.
  expect((await renderFields(`<p><img src="${cropped.url}" alt=""></p>`)).mediaIds).toEqual([image.id]);

  await uncropMedia(author, image.id);
  expect(await getMedia(author, image.id)).toMatchObject({ url: image.url, width: 800, height: 400, crop: '' });
  expect(await post.html()).toContain(`src="${image.url}"`);
  await access(join(uploadsFolder(), image.url.replace('/uploads/', '')));
});

test('the focal point stays where it was chosen, as long as the part shows it', async () => {
  const image = await upload();
  await setFocus(author, { id: image.id, focus: { x: 90, y: 20 } });
  await cropMedia(author, { id: image.id, crop: right, ratio: 'free' });
  expect(await getMedia(author, image.id)).toMatchObject({ focus: '80 20' });
  await uncropMedia(author, image.id);
  expect(await getMedia(author, image.id)).toMatchObject({ focus: '90 20' });
});

test('another part is one of the whole image, in the shape that was asked for', async () => {
  const image = await upload();
  await cropMedia(author, { id: image.id, crop: right, ratio: 'free' });
  await cropMedia(author, { id: image.id, crop: whole, ratio: '1:1' });

  expect(await getMedia(author, image.id)).toMatchObject({ width: 400, height: 400, crop: '25 0 50 100' });
  await uncropMedia(author, image.id);
  await uncropMedia(author, image.id);
  expect(await getMedia(author, image.id)).toMatchObject({ width: 800, height: 400 });
});

test('nobody frames the image of somebody else, unless they edit everything', async () => {
  const image = await upload();
  const other = await actorWith('author');
  await shownIn(`<p><img src="${image.url}" alt=""></p>`);
  const attempts = [
    () => setFocus(other, { id: image.id, focus: { x: 1, y: 1 } }),
    () => cropMedia(other, { id: image.id, crop: right, ratio: 'free' }),
    () => uncropMedia(other, image.id),
  ];
  for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ code: 'not_found' });
  expect(await getMedia(author, image.id)).toMatchObject({ width: 800, focus: '', crop: '' });

  await cropMedia(await actorWith('editor'), { id: image.id, crop: right, ratio: 'free' });
  expect(await getMedia(author, image.id)).toMatchObject({ width: 400 });
});

test('an animation is not cropped, and says so', async () => {
  const frames = await Promise.all(
    ['#f00', '#00f'].map((background) =>
      sharp({ create: { width: 40, height: 40, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  );
  const bytes = await sharp(frames, { join: { animated: true } })
    .gif()
    .toBuffer();
  const image = await uploadImage(author, { bytes, fileName: 'lamp.gif' });

  await expect(cropMedia(author, { id: image.id, crop: right, ratio: 'free' })).rejects.toThrow(
    'An animated image cannot be cropped.',
  );
});

async function colourOf(file: string) {
  const [r = 0, g = 0, b = 0] = await sharp(file).resize(1, 1).removeAlpha().raw().toBuffer();
  return { r, g, b };
}
