import { expect, test } from 'vitest';
import { startProcessorTime } from '@/tests/setup/processor-time';
import { pathOfImage, fileAddressesIn, UploadFiles } from './upload-files';

const files = new UploadFiles(['https://www.old.example', 'https://cdn.old-files.example/2013/01/a.jpg']);

test.each([
  ['https://old.example/wp-content/uploads/2013/03/Mast.JPG', ['2013/03/Mast.JPG', '2013/03/Mast-scaled.JPG']],
  ['http://www.old.example/wp-content/uploads/x-300x200.png', ['x.png', 'x-scaled.png', 'x-300x200.png']],
  ['//old.example/blog/wp-content/uploads/sites/4/x-scaled.jpg?w=3', ['x-scaled.jpg', 'x.jpg']],
  ['https://old.example/wp-content/uploads/x-300x200.avif', ['x.avif', 'x-scaled.avif', 'x-300x200.avif']],
  ['https://i2.wp.com/old.example/wp-content/uploads/x.jpg?resize=3', ['x.jpg', 'x-scaled.jpg']],
  ['https://cdn.old-files.example/2013/03/x.jpg', ['2013/03/x.jpg', '2013/03/x-scaled.jpg']],
  ['https://old.example/wp-content/uploads/2013/03/%C3%A4.jpg', ['2013/03/ä.jpg', '2013/03/ä-scaled.jpg']],
  ['https://elsewhere.example/wp-content/uploads/x.jpg', []],
  ['https://old.example/wp-content/uploads/..%2f..%2fetc%2fx.jpg', []],
  ['https://old.example/wp-content/uploads/%2e%2e%5c%2e%2e%5cx.jpg', []],
  ['https://old.example/wp-content/uploads/%2fetc/x.jpg', []],
  ['https://old.example/wp-content/uploads/.hidden/x.jpg', []],
  ['https://old.example/wp-content/uploads/x%00.jpg', []],
  ['https://old.example/wp-content/uploads/x%.jpg', []],
  ['https://old.example/wp-content/uploads/x.svg', []],
  ['https://old.example/about/x.jpg', []],
  ['file:///wp-content/uploads/x.jpg', []],
  ['not an address', []],
])('%s', (address, names) => expect(files.imageNames(address)).toEqual(names));

test('finds addresses of images everywhere in a body', () => {
  const body = `<img src="https://a.example/x.jpg"> <!-- wp:image {"url":"https://a.example/y.png"} --> [x //a.example/z.gif]
https://a.example/bare.webp?w=2 <a href='https://a.example/page.html'>`;
  expect(fileAddressesIn(body)).toEqual([
    'https://a.example/x.jpg',
    'https://a.example/y.png',
    '//a.example/z.gif',
    'https://a.example/bare.webp',
  ]);
});

test('accepts every file in the uploads folder, whatever its type', () => {
  const uploads = 'https://a.example/wp-content/uploads';
  const names = [
    'map.svg',
    'game.swf',
    'page.html',
    'font.woff2',
    'data.json',
    'scan.tiff',
    'photo.heic',
    'photo.avif',
  ];
  const body = names.map((name) => `<a href="${uploads}/2024/${name}?x=1">${name}</a>`).join(' ');
  expect(
    fileAddressesIn(`${body} <a href="/wp-content/uploads/run.exe">run</a> <a href="${uploads}/2024/">all</a>`),
  ).toEqual([...names.map((name) => `${uploads}/2024/${name}`), '/wp-content/uploads/run.exe']);
});

test('finds addresses in a very long line in linear time', () => {
  const processorTime = startProcessorTime();
  for (const piece of ['//a.b', 'https://x/wp-content/uploads/a', '/wp-content/uploads/', '"/a'])
    expect(fileAddressesIn(piece.repeat(40_000))).toEqual([]);
  expect(processorTime()).toBeLessThan(2_000);
});

test('redirects only files that the old site itself served', () => {
  expect(pathOfImage('http://old.example/wp-content/uploads/A.jpg?x', 'https://old.example')).toBe(
    '/wp-content/uploads/a.jpg',
  );
  expect(pathOfImage('https://old.example/blog/wp-content/uploads/a.jpg', 'https://old.example/blog')).toBe(
    '/blog/wp-content/uploads/a.jpg',
  );
  expect(pathOfImage('https://old.example/a.jpg', 'https://old.example')).toBeNull();
  expect(pathOfImage('https://cdn.example/wp-content/uploads/a.jpg', 'https://old.example')).toBeNull();
});
