import { expect, test } from 'vitest';
import { filesIn } from '@/lib/posts/linked-files';
import { downloadPath, downloadTypeOf, isPlayable, isUploadName } from './downloads';

const hash = '0123456789abcdef'.repeat(4);

test.each([
  ['Annual report (2024).PDF', 'annual-report-2024.pdf'],
  ['Übung.mp3', 'ubung.mp3'],
  ['日本.zip', 'file.zip'],
  ['a.tar.gz', 'a-tar.gz'],
])('%s is kept as %s', (name, kept) => {
  const path = downloadPath(name, hash);
  expect(path).toBe(`files/${hash.slice(0, 24)}/${kept}`);
  expect(isUploadName(path)).toBe(true);
  expect(filesIn(`<a href="/uploads/${path}">it</a>`)).toEqual([path]);
});

test.each(['page.html', 'drawing.svg', 'code.js', 'feed.xml', 'page.xhtml', 'a.php', 'none', 'x.constructor'])(
  '%s is never kept',
  (name) => {
    expect(downloadTypeOf(name)).toBeNull();
    expect(isUploadName(`files/${hash.slice(0, 24)}/${name}`)).toBe(false);
  },
);

test.each([`files/${'0'.repeat(24)}/../secrets.zip`, 'files/x/a.pdf', '2024/03/a.pdf', 'secrets.json', 'files/a.pdf'])(
  'refuses %s as the name of an upload',
  (path) => expect(isUploadName(path)).toBe(false),
);

test('plays audio and video in the page', () => {
  expect(['a.mp3', 'a.webm', 'a.pdf', 'a.txt'].map((name) => isPlayable(downloadTypeOf(name)!))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
