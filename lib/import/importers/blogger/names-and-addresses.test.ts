import { expect, test } from 'vitest';
import { placeOf } from './entry-names';
import { files, originalOf } from './images';
import { bloggerAddresses } from './legacy-system';
import { isExport } from './recognising';

const head = (text: string, name = 'feed.atom') => ({ name, bytes: Buffer.from(text) });

test.each([
  "<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'><id>tag:blogger.com,1999:blog-1.archive</id>",
  "<feed xmlns:blogger='http://schemas.google.com/blogger/2018'><entry>",
  '<feed><generator version="7.00">Blogger</generator>',
])('%s is an export', (text) => expect(isExport(head(text))).toBe(true));

test.each(['<feed><title>Another</title></feed>', '<rss><channel>', '{"db":[]}', 'blog_name,blog_description'])(
  '%s is none',
  (text) => expect(isExport(head(text))).toBe(false),
);

test('the settings of a Takeout are known by their columns', () => {
  expect(isExport(head('blog_name,blog_locale\nx,y', 'settings.csv'))).toBe(true);
  expect(isExport(head('email,name\nx,y', 'settings.csv'))).toBe(false);
});

test.each([
  ['Takeout/Blogger/Blogs/News/feed.atom', { as: 'export' }],
  ['blog-01-02-2020.xml', { as: 'export' }],
  ['Takeout/Blogger/Blogs/News/theme-layouts.xml', { as: 'file', name: 'theme-layouts.xml' }],
  ['Takeout/Blogger/Albums/News/A boat.jpg', { as: 'file', name: 'A boat.jpg' }],
])('%s in an archive', (name, place) => expect(placeOf(name)).toEqual(place));

test.each([
  ['http://1.bp.blogspot.com/-a/b/c/d/s320/a.jpg', 'http://1.bp.blogspot.com/-a/b/c/d/s0/a.jpg'],
  ['//lh3.googleusercontent.com/x=s400', 'https://lh3.googleusercontent.com/x=s0'],
  [
    'https://blogger.googleusercontent.com/img/b/x/w320-h214-p-k-no-nu/a.jpg',
    'https://blogger.googleusercontent.com/img/b/x/s0/a.jpg',
  ],
  ['https://x.example/s320/a.jpg', 'https://x.example/s320/a.jpg'],
])('the original of %s', (address, original) => expect(originalOf(address)).toBe(original));

test('files are found by their names alone, and none outside the folder', () => {
  expect(files.imageNames('http://1.bp.blogspot.com/-a/b/s320/My%20boat.jpg')).toEqual(['My boat.jpg', 'My_boat.jpg']);
  expect(files.imageNames('https://x.example/..%2f..%2fa.jpg')).toEqual([]);
  expect(files.imageNames('https://x.example/a.pdf')).toEqual([]);
});

test.each([
  ['/2014_05_06_archive.html', '/2014/05'],
  ['/2014_05_archive.html', '/2014/05'],
  ['/feeds/posts/default', '/feed.xml'],
  ['/feeds/posts/summary?alt=rss', '/rss.xml'],
  ['/feeds/posts/full?alt=json', '/feed.json'],
  ['/feeds/comments/default?alt=rss', '/comments/rss.xml'],
  ['/feeds/posts/default/-/x', null],
  ['/2014/05/x.html', null],
])('%s means %s', (path, to) => expect(bloggerAddresses.replacementOf(path)).toBe(to));

test.each([
  ['?showComment=1399464000456', '?showComment=1399464000456'],
  ['?m=1&alt=rss&max-results=5', '?alt=rss'],
])('%s is %s', (search, canonical) => expect(bloggerAddresses.readQuery(search)?.canonical).toBe(canonical));

test.each(['?m=1', '?showComment=now', '?alt=html', ''])('%s is no query of it', (search) =>
  expect(bloggerAddresses.readQuery(search)).toBeNull(),
);
