import { expect, test } from 'vitest';
import { ownPath } from './own-addresses';
import { sanitiseBody } from './sanitising';

const hosts = ['blog.example', 'localhost:3000'];

test.each([
  ['https://blog.example/about', '/about'],
  ['http://BLOG.example/about?a=1&b=2#c', '/about?a=1&b=2#c'],
  ['http://localhost:3000/uploads/a.jpg', '/uploads/a.jpg'],
  ['https://blog.example', '/'],
  ['https://blog.example/%C3%BCber', '/%C3%BCber'],
  ['http://localhost/about', 'http://localhost/about'],
  ['https://www.blog.example/about', 'https://www.blog.example/about'],
  ['https://blog.example.evil.test/', 'https://blog.example.evil.test/'],
  ['https://blog.example//evil.test', 'https://blog.example//evil.test'],
  ['https://blog.example/\\evil.test', 'https://blog.example/\\evil.test'],
  ['https://ann@blog.example/', 'https://ann@blog.example/'],
  ['mailto:ann@blog.example', 'mailto:ann@blog.example'],
  ['/about', '/about'],
  ['//blog.example/about', '//blog.example/about'],
])('%s is kept as %s', (address, expected) => {
  expect(ownPath(address, hosts)).toBe(expected);
});

test('stores the site’s own addresses as paths, and sanitising twice changes nothing', () => {
  const clean = sanitiseBody(
    '<p>https://blog.example/a <a href="https://blog.example/a">a</a> <a href="https://x.test/">x</a></p><figure><img src="//blog.example/uploads/a.jpg" alt="A"></figure><figure data-embed="https://blog.example/x"><a href="https://blog.example/x">x</a></figure>',
    hosts,
  );
  expect(clean).toBe(
    [
      '<p>https://blog.example/a <a href="/a">a</a> <a href="https://x.test/">x</a></p>',
      '<figure><img src="/uploads/a.jpg" alt="A"></figure>',
      '<figure data-embed="https://blog.example/x"><a href="https://blog.example/x">x</a></figure>',
    ].join('\n'),
  );
  expect(sanitiseBody(clean, hosts)).toBe(clean);
});
