import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, expect, test, vi } from 'vitest';
import { env } from '@/lib/platform/env';
import { beganReport, isAlive } from '@/lib/import/running/batches';
import { findReceived, receiveExport, removeExport } from '@/lib/import/running/receiving';
import { MAX_UPLOAD_BYTES, MAX_FILES } from '@/lib/import/running/upload-bounds';

const stored = () => (existsSync(join(env().dataDir, 'imports')) ? readdirSync(join(env().dataDir, 'imports')) : []);

async function requestOf(
  files: [string, string, string][],
  fields: Record<string, string> = {},
  more: HeadersInit = {},
) {
  const form = new FormData();
  for (const [field, name, content] of files) form.append(field, new File([content], name));
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  const request = new Request('http://localhost/', { method: 'POST', body: form });
  const headers = new Headers([...request.headers, ...new Headers(more)]);
  return { headers, body: streamOf(Buffer.from(await request.arrayBuffer())) };
}

afterEach(() => expect(stored()).toEqual([]));

test('several exports, a media library and a list of addresses are kept apart, under names that are no paths', async () => {
  const request = await requestOf(
    [
      ['file', 'part.001.xml', 'second'],
      ['file', 'part.000.xml', 'first'],
      ['media', '../../Üploads <1>.zip', 'media'],
      ['addresses', '...', 'list'],
      ['unknown', 'x.xml', 'dropped'],
      ['media', '', ''],
    ],
    { oldUrl: ' https://old.example ', intent: 'dry-run' },
  );
  const { id, fileName, fields } = await receiveExport(request);
  const { files, addresses, oldUrl } = (await findReceived(id))!;

  expect(fileName).toBe('part.001.xml, part.000.xml, Üploads <1>.zip');
  expect(fields.intent).toBe('dry-run');
  expect(oldUrl).toBe('https://old.example');
  expect(files.map((file) => [basename(file), readFileSync(file, 'utf8')])).toEqual([
    ['part.001.xml', 'second'],
    ['part.000.xml', 'first'],
    ['Üploads _1_.zip', 'media'],
  ]);
  expect(addresses.map((file) => [basename(file), readFileSync(file, 'utf8')])).toEqual([['file', 'list']]);
  for (const file of [...files, ...addresses]) expect(file.startsWith(join(env().dataDir, 'imports', id))).toBe(true);
  await removeExport(id);
  expect(await findReceived(id)).toBeNull();
});

function streamOf(bytes: Buffer) {
  return Readable.toWeb(Readable.from([bytes]));
}

function halfAForm(field: string) {
  const half = `--x\r\nContent-Disposition: form-data; name="${field}"; filename="a.xml"\r\n\r\nhalf`;
  const headers = new Headers({ 'content-type': 'multipart/form-data; boundary=x' });
  return { headers, body: streamOf(Buffer.from(half)) };
}

type Sent = Parameters<typeof receiveExport>[0];

test.each<[string, () => Sent | Promise<Sent>, RegExp]>([
  ['no file', () => requestOf([['file', '', '']]), /No file was received/],
  ['a list alone', () => requestOf([['addresses', 'list.txt', '/a']]), /No file was received/],
  [
    'too many files',
    () => requestOf(Array.from({ length: MAX_FILES + 1 }, (_, i) => ['file', `${i}.xml`, 'x'])),
    /At most 100 files are accepted at once\. Put them into one zip\./,
  ],
  [
    'more than fits',
    () => requestOf([['file', 'a.xml', 'x']], {}, { 'content-length': String(2 * MAX_UPLOAD_BYTES) }),
    /larger than 4 GB in total, and nothing was saved/,
  ],
  ['what is no form', () => ({ headers: new Headers(), body: null }), /No file was received/],
  ['half a form', () => halfAForm('file'), /Not all of the files were received, and nothing was saved/],
  ['half a form in a field that is not known', () => halfAForm('unknown'), /Not all of the files were received/],
])('%s is refused in a sentence, and nothing stays', async (_, make, sentence) => {
  await expect(receiveExport(await make())).rejects.toThrow(sentence);
});

test('an import whose process is slow to start is not called cut off, and one that never starts is', () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  try {
    const report = beganReport({ dryRun: true });
    vi.setSystemTime(Date.now() + 100_000);
    expect(isAlive(report)).toBe(true);
    vi.setSystemTime(Date.now() + 30_000);
    expect(isAlive(report)).toBe(false);
  } finally {
    vi.useRealTimers();
  }
});
