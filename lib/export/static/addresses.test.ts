import { describe, expect, test } from 'vitest';
import { fileOf, relativeTo, targetOf } from './addresses';

describe('files of the copy', () => {
  test.each([
    ['/', 'index.html'],
    ['/2024/03/nets', '2024/03/nets/index.html'],
    ['/tag/caf%C3%A9/page/2', 'tag/café/page/2/index.html'],
    ['/tag/50%', 'tag/50%/index.html'],
    ['/feed.xml', 'feed.xml'],
    ['/nets/card.png', 'nets/card.png'],
    ['/manifest.webmanifest', 'manifest.webmanifest'],
    ['/_next/static/chunks/a-1.css', 'assets/chunks/a-1.css'],
  ])('%s is %s', (address, file) => {
    expect(fileOf(address)).toBe(file);
  });

  test.each([
    ['index.html', 'index.html', 'index.html'],
    ['index.html', 'tag/ropes/index.html', 'tag/ropes/index.html'],
    ['2024/03/nets/index.html', '2024/03/quay/index.html', '../quay/index.html'],
    ['2024/03/nets/index.html', 'index.html', '../../../index.html'],
    ['tag/a/page/2/index.html', 'tag/a/index.html', '../../index.html'],
    ['a/index.html', 'tag/50%/café & co/index.html', '../tag/50%25/caf%C3%A9%20%26%20co/index.html'],
  ])('from %s to %s: %s', (from, to, address) => {
    expect(relativeTo(from, to)).toBe(address);
  });
});

describe('addresses at the site', () => {
  const at = { siteUrl: 'https://blog.example', page: '/2024/nets' };

  test.each([
    ['/about?x=1#top', { pathname: '/about', search: '?x=1', hash: '#top' }],
    ['https://blog.example/about', { pathname: '/about', search: '', hash: '' }],
    ['quay', { pathname: '/2024/quay', search: '', hash: '' }],
    ['//blog.example/a', { pathname: '/a', search: '', hash: '' }],
  ])('%s is one', (address, target) => {
    expect(targetOf(address, at)).toEqual(target);
  });

  test.each([
    'https://other.example/about',
    '#top',
    'mailto:a@b.example',
    'data:text/plain,x',
    'javascript:x',
    'http://[',
  ])('%s is none', (address) => {
    expect(targetOf(address, at)).toBeNull();
  });
});
