import { expect, test } from 'vitest';
import { ownerOf } from './own-addresses';

test.each([
  '/',
  '/admin',
  '/admin/anything',
  '/search/old',
  '/signin/old',
  '/archive',
  '/feed.xml',
  '/uploads/2019/gull.jpg',
  '/comments/feed.xml',
  '/corrections/page/2',
  '/corrections/suggest/p1',
  '/tag',
  '/2019',
  '/2019/05',
  '/2019/05/page/2',
  '/2019/feed.xml',
])('%s is the site’s own', (from) => expect(ownerOf(from, 'exact')).toEqual({ of: 'site' }));

test.each([
  ['/hello-world', { of: 'post', slug: 'hello-world' }],
  ['/hello-world/comments/page/2', { of: 'post', slug: 'hello-world' }],
  ['/hello-world/feed.xml', { of: 'post', slug: 'hello-world' }],
  ['/about/team', { of: 'post', slug: 'about/team' }],
  ['/about/team/feed.xml', { of: 'post', slug: 'about/team' }],
  ['/about/team/comments/7', { of: 'post', slug: 'about/team' }],
  ['/2019/05/hello-world', { of: 'post', slug: '2019/05/hello-world' }],
  ['/2019/05/hello-world/comments/7', { of: 'post', slug: '2019/05/hello-world' }],
  ['/caf%C3%A9', { of: 'post', slug: 'café' }],
  ['/tag/ships', { of: 'tag', slug: 'ships' }],
  ['/tag/ships/page/2', { of: 'tag', slug: 'ships' }],
  ['/author/ada', { of: 'author', slug: 'ada' }],
])('%s is taken only while something has this name', (from, owner) => expect(ownerOf(from, 'exact')).toEqual(owner));

test.each([
  '/?p=12',
  '/2019/hello-world',
  '/one/two/three/four/five',
  '/comments',
  '/archive/2009',
  '/wp-content/uploads/gull.jpg',
])('%s is free', (from) => expect(ownerOf(from, 'exact')).toBeNull());

test.each(['/tag/ships', '/comments', '/archive/2009', '/feeds', '/2019'])('nothing below %s is redirected', (from) => {
  expect(ownerOf(from, 'prefix')).toEqual({ of: 'site' });
});

test('all below a folder that the site does not use is free', () => {
  expect(ownerOf('/one/two/three/four/five', 'prefix')).toBeNull();
  expect(ownerOf('/2019/may/17', 'prefix')).toBeNull();
  expect(ownerOf('/2019/05/17', 'prefix')).toEqual({ of: 'post', slug: '2019/05/17' });
  expect(ownerOf('/blog', 'prefix')).toEqual({ of: 'post', slug: 'blog' });
});
