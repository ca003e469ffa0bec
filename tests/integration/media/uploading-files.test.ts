import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReadableStream } from 'node:stream/web';
import { expect, test } from 'vitest';
import { env } from '@/lib/platform/env';
import { uploadFile } from '@/lib/media/uploading-files';
import { sentFile } from '../../factories/files';
import { actorWith } from '../../factories/users';

test.each([
  ['%PDF-1.7 a plan', 'The Plan.html', { type: 'pdf', kind: 'file', name: 'The Plan' }, /the-plan\.pdf$/],
  ['ID3 a talk', '../../talk', { type: 'mp3', kind: 'audio', name: 'talk' }, /talk\.mp3$/],
  ['\0\0\0\x20ftypisom a film', 'film.mov', { type: 'mp4', kind: 'video', name: 'film' }, /film\.mp4$/],
])('a file that begins with %j is stored as what it is', async (content, fileName, facts, address) => {
  const stored = await uploadFile(await actorWith('author'), sentFile(content, fileName));
  expect(stored).toMatchObject(facts);
  expect(stored.url).toMatch(/^\/uploads\/files\/[0-9a-f]{24}\//);
  expect(stored.url).toMatch(address);
  const path = join(env().dataDir, stored.url.slice(1));
  expect(readFileSync(path, 'latin1')).toBe(content);
});

test.each([
  ['<script>alert(1)</script>', 'plan.pdf', 'This file cannot be added.'],
  ['', 'plan.pdf', 'This file cannot be added.'],
  ['MZ a program', 'setup.zip', 'This file cannot be added.'],
])('a file that is %j is refused with a sentence, and nothing of it stays', async (content, fileName, sentence) => {
  await expect(uploadFile(await actorWith('author'), sentFile(content, fileName))).rejects.toThrow(sentence);
  expect(existsSync(join(env().dataDir, 'uploads', 'plan.pdf'))).toBe(false);
});

test('readers may not upload, and a form without a file is refused', async () => {
  await expect(uploadFile(await actorWith('reader'), sentFile('%PDF-', 'a.pdf'))).rejects.toMatchObject({
    code: 'forbidden',
  });
  const { headers, body } = new Request('http://blog.test/', { method: 'POST', body: new FormData() });
  const empty = { headers, body: body as ReadableStream<Uint8Array> };
  await expect(uploadFile(await actorWith('author'), empty)).rejects.toThrow('No file was received.');
});
