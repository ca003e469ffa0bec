import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { hashPassword } from '@/lib/auth/passwords';
import { createSession, findActorByToken } from '@/lib/auth/session-records';
import { db } from '@/lib/database/db';
import { uploadsFolder } from '@/lib/media/storage';
import { isPicture } from '@/lib/users/avatar';
import { storeSettings } from '@/lib/settings/queries';
import { copyGravatar } from '@/lib/users/gravatar';
import { removePicture, setPicture } from '@/lib/users/pictures';
import { createComment } from '../../factories/comments';
import { createPost } from '../../factories/posts';
import { deleteAccount } from '../../factories/deleted-accounts';
import { madeStaleBy } from '../../factories/stale-tags';
import { createUser } from '../../factories/users';

const password = 'nets dry on the quay';
const passwordHash = await hashPassword(password);
const photo = (background: string) =>
  sharp({ create: { width: 300, height: 200, channels: 3, background } })
    .withExif({ IFD0: { Copyright: 'trace-camera' } })
    .jpeg()
    .toBuffer();

async function reader(emailVerifiedAt: Date | null = new Date()) {
  const user = await createUser({ passwordHash, emailVerifiedAt });
  const actor = await findActorByToken(await createSession(user, 'here'));
  if (!actor) throw new Error('not signed in');
  const shown = async () => (await db.user.findUniqueOrThrow({ where: { id: user.id } })).avatarSeed;
  return { user, actor, shown };
}

const fileOf = (path: string) => join(uploadsFolder(), path);

test('a picture is cut square, without what its file told, and drawn wherever they have written', async () => {
  const { user, actor, shown } = await reader();
  const post = await createPost();
  await createComment(post.id, { authorId: user.id });

  const { tags } = await madeStaleBy(async () => setPicture(actor, await photo('#1f6f8b')));

  expect(tags).toContain(`comments:${post.id}`);
  const first = await shown();
  expect(isPicture(first)).toBe(true);
  const stored = await sharp(fileOf(first)).metadata();
  expect(stored).toMatchObject({ format: 'webp', width: 144, height: 144 });
  expect(stored.exif).toBeUndefined();

  await setPicture(actor, await photo('#99154e'));
  const second = await shown();
  expect(second).not.toBe(first);
  expect(existsSync(fileOf(first))).toBe(false);
  await removePicture(actor);
  expect(await shown()).toMatch(/^[\w-]{16}$/);
  expect(existsSync(fileOf(second))).toBe(false);
});

test('the same picture of two people is two files, and goes with the account', async () => {
  const [one, other] = [await reader(), await reader()];
  const same = await photo('#ffd56b');
  await setPicture(one.actor, same);
  await setPicture(one.actor, same);
  await setPicture(other.actor, same);
  const [path, kept] = [await one.shown(), await other.shown()];
  expect(path).not.toBe(kept);

  await deleteAccount(one.actor, { ownPassword: password });

  expect(existsSync(fileOf(path))).toBe(false);
  expect(existsSync(fileOf(kept))).toBe(true);
  expect(isPicture(await one.shown())).toBe(false);
});

test('what is no picture is refused in a sentence, and the old one stays', async () => {
  const { actor, shown } = await reader();
  await setPicture(actor, await photo('#1f6f8b'));
  const before = await shown();
  const bad: [Uint8Array, RegExp][] = [
    [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"></svg>'), /SVG/],
    [Buffer.from('not an image'), /./],
    [new Uint8Array(0), /empty/],
    [new Uint8Array(5 * 1024 * 1024 + 1), /at most 5 MB/],
    [(await photo('#1f6f8b')).subarray(0, 100), /./],
  ];
  for (const [bytes, sentence] of bad) {
    const attempt = setPicture(actor, bytes);
    await expect(attempt).rejects.toMatchObject({ fields: { file: expect.stringMatching(sentence) as string } });
  }
  expect(await shown()).toBe(before);
  const unconfirmed = await reader(null);
  await expect(setPicture(unconfirmed.actor, await photo('#1f6f8b'))).rejects.toThrow('Confirm your e-mail address');
});

test('a picture at Gravatar is copied by this server alone, where the owner wants it', async () => {
  const { user, actor, shown } = await reader();
  const other = await reader();
  const hashOf = (email: string | null) =>
    createHash('sha256')
      .update(email ?? '')
      .digest('hex');
  const bytes = await photo('#7a4');
  const asked: string[] = [];
  const server = createServer(({ url = '' }, response) => {
    asked.push(url);
    if (url.includes(hashOf(user.email))) response.end(bytes);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const source = { address: `http://127.0.0.1:${port}/avatar/`, mayDial: () => true };
  const before = await shown();

  await storeSettings({ gravatar: false });
  await expect(copyGravatar(actor, source)).rejects.toThrow('This site does not use Gravatar.');
  await storeSettings({ gravatar: true });
  await expect(copyGravatar(other.actor, source)).rejects.toThrow('There is no picture for your address at Gravatar.');
  expect(await shown()).toBe(before);
  await copyGravatar(actor, source);

  expect(isPicture(await shown())).toBe(true);
  expect(asked).toEqual([
    `/avatar/${hashOf(other.user.email)}?s=144&d=404`,
    `/avatar/${hashOf(user.email)}?s=144&d=404`,
  ]);
  server.close();
  await expect(copyGravatar(actor, source)).rejects.toThrow('could not be reached');
  const unconfirmed = await reader(null);
  await expect(copyGravatar(unconfirmed.actor, source)).rejects.toThrow('Confirm your e-mail address first.');
  await storeSettings({ gravatar: false });
});
