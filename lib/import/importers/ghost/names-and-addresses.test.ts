import { expect, test } from 'vitest';
import { placeOf, wholeFileOf } from './entry-names';
import { ghostAddresses } from './legacy-system';
import { isExport } from './recognising';
import { plainPathsOf } from './redirects';
import { GhostSite } from './site';

const head = (text: string, name = 'export.json') => ({ name, bytes: Buffer.from(text) });

test.each([
  '{"db":[{"meta":{"exported_on":1},"data":{',
  '\uFEFF{ "db" : [ { "data": {',
  '{"meta":{"exported_on":1,"version":"003"},"data":{"posts":[{"uuid":"x"',
  '{"data":{"posts":[{"id":1,"uuid":"x"',
  '{"posts":[{"id":"x","comment_id":"x"',
])('%s is an export', (text) => expect(isExport(head(text))).toBe(true));

test.each([
  '{"posts":[{"title":"x"}]}',
  '[{"db":1}]',
  '{"version":1,"comments":[]}',
  '<rss>',
  '{"data":{"comments":[{"id":1}]}}',
])('%s is none', (text) => expect(isExport(head(text))).toBe(false));

test('redirects are known by their name and how they begin', () => {
  expect(isExport(head('[{"from":"/a","to":"/b"}]', 'redirects.json'))).toBe(true);
  expect(isExport(head('301:\n  /a: /b', 'x/redirects.yaml'))).toBe(true);
  expect(isExport(head('[{"from":"/a","to":"/b"}]', 'list.json'))).toBe(false);
  expect(isExport(head('{"name":"x"}', 'redirects.json'))).toBe(false);
});

test.each([
  ['a/export.json', { as: 'export' }],
  ['content/data/redirects.yaml', { as: 'export' }],
  ['content/themes/casper/package.json', { as: 'file', name: 'content/themes/casper/package.json' }],
  ['site/content/images/2024/03/a.jpg', { as: 'file', name: 'images/2024/03/a.jpg' }],
  ['images/2024/03/a.jpg', { as: 'file', name: 'images/2024/03/a.jpg' }],
  ['2024/03/a.jpg', { as: 'file', name: 'images/2024/03/a.jpg' }],
  ['content/files/2024/03/a.pdf', { as: 'file', name: 'files/2024/03/a.pdf' }],
])('%s in an archive', (name, place) => expect(placeOf(name)).toEqual(place));

test('resized and reduced copies are their original', () => {
  expect(wholeFileOf('images/size/w600/format/webp/2024/03/a.jpg')).toBe('images/2024/03/a.jpg');
  expect(wholeFileOf('images/2024/03/a_o.jpg')).toBe('images/2024/03/a.jpg');
  expect(ghostAddresses.imageAt('/content/images/size/w600/2024/03/a.jpg')).toEqual({
    wholes: ['/content/images/2024/03/a.jpg'],
    width: 600,
  });
  expect(ghostAddresses.imageAt('/content/images/2024/03/a_o.jpg')).toMatchObject({ width: 0 });
  expect(ghostAddresses.imageAt('/content/images/2024/03/a.jpg')).toBeNull();
});

test.each([
  ['/rss/2', '/rss.xml'],
  ['/rss/x', null],
])('%s means %s', (path, to) => expect(ghostAddresses.replacementOf(path)).toBe(to));

test('what belongs to the program is gone for good, and a post may still be called ghost', () => {
  expect(ghostAddresses.isRetired('/ghost/api/content/posts')).toBe(true);
  expect(ghostAddresses.isRetired('/ghost')).toBe(false);
});

test.each([
  ['^\\/old\\/?$', ['/old/']],
  ['/a/b.html', ['/a/b.html']],
  ['^/a(?:/)?$', ['/a/']],
  ['/(a|b)/', []],
  ['/a/.*', []],
  ['old', []],
])('the paths of the redirect %s', (from, paths) => expect(plainPathsOf(from)).toEqual(paths));

test('addresses of the site, with and without a host that is known', () => {
  const known = new GhostSite('https://old.example/blog', ['https://cdn.example/c']);
  expect(known.pathOf('__GHOST_URL__/a/#x')).toBe('/blog/a');
  expect(known.within('/blog/a')).toBe('/a');
  expect(known.files.fileName('https://cdn.example/c/content/files/a%20b.pdf')).toBe('files/a b.pdf');
  expect(known.files.fileName('https://other.example/content/files/a.pdf')).toBeNull();
  expect(known.files.fileName('/content/files/..%2f..%2fa.pdf')).toBeNull();
  const unknown = new GhostSite('', []);
  expect(unknown.absolute('__GHOST_URL__/a/')).toBe('/a/');
  expect(unknown.absolute('https://x.example/a')).toBe('https://x.example/a');
  expect(unknown.pathOf('https://x.example/a')).toBeNull();
});
