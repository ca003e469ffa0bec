import { buffer } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { fromBuffer, type ZipFile } from 'yauzl';
import { ZipWriter } from './zip';

async function written(fill: (zip: ZipWriter) => Promise<unknown>) {
  const zip = new ZipWriter();
  const [bytes] = await Promise.all([buffer(zip.stream), fill(zip).then(() => zip.end())]);
  return bytes;
}

async function* pieces(...texts: string[]) {
  for (const text of texts) yield Buffer.from(text);
}

function opened(bytes: Buffer) {
  return new Promise<ZipFile>((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true }, (error, zip) => (error ? reject(error) : resolve(zip)));
  });
}

async function readBack(bytes: Buffer) {
  const zip = await opened(bytes);
  const read: [name: string, text: string][] = [];
  await new Promise<void>((resolve, reject) => {
    zip.on('entry', (entry) => {
      zip
        .openReadStreamPromise(entry)
        .then(buffer)
        .then((content) => read.push([entry.fileName, content.toString()]))
        .then(() => zip.readEntry(), reject);
    });
    zip.on('end', resolve).on('error', reject);
    zip.readEntry();
  });
  return read;
}

test('texts and streams are read back as they were added', async () => {
  const bytes = await written(async (zip) => {
    await zip.add('a.txt', 'one');
    await zip.add('Größe/ü.txt', pieces('two', '', 'three'));
    await zip.add('empty.txt', '');
    await zip.add('nothing.txt', pieces());
  });
  expect(await readBack(bytes)).toEqual([
    ['a.txt', 'one'],
    ['Größe/ü.txt', 'twothree'],
    ['empty.txt', ''],
    ['nothing.txt', ''],
  ]);
});

test('the sum of an entry is that of its bytes', async () => {
  const sums: string[] = [];
  await written(async (zip) => {
    sums.push(await zip.add('a.txt', 'abc'), await zip.add('b.txt', pieces('a', 'bc')));
  });
  const abc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
  expect(sums).toEqual([abc, abc]);
});

test('equal content makes equal bytes', async () => {
  const fill = async (zip: ZipWriter) => {
    await zip.add('a.txt', 'one');
    await zip.add('b.txt', pieces('two'));
  };
  const first = await written(fill);
  expect(await written(fill)).toEqual(first);
});

test('more entries than a plain zip can count', async () => {
  const count = 65_540;
  const bytes = await written(async (zip) => {
    for (let at = 0; at < count; at += 1) await zip.add(`${at}.txt`, 'x');
  });
  expect((await opened(bytes)).entryCount).toBe(count);
});

test('memory does not grow with the number of entries', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const held = () => {
    collect();
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  };
  const zip = new ZipWriter();
  zip.stream.resume();
  const add = async (from: number, to: number) => {
    for (let at = from; at < to; at += 1) await zip.add(`posts/an-address-of-some-length-${at}.md`, 'text');
  };
  await add(0, 5_000);
  const before = held();
  await add(5_000, 65_000);
  expect(held() - before).toBeLessThan(4_000_000);
  await zip.end();
});

test('the failure of a stream stops the archive', async () => {
  const zip = new ZipWriter();
  // eslint-disable-next-line require-yield -- It fails before its first byte.
  const failing = (async function* (): AsyncGenerator<Uint8Array> {
    await setTimeout(0);
    throw new Error('The file is gone.');
  })();
  await expect(zip.add('a.txt', failing)).rejects.toThrow('The file is gone.');
});

test('what is added for a reader who went away is refused', async () => {
  const zip = new ZipWriter();
  const adding = (async () => {
    for (;;) await zip.add('a.txt', 'x'.repeat(100_000));
  })();
  zip.stream.destroy();
  await expect(adding).rejects.toThrow('Nobody reads the archive any more.');
});
