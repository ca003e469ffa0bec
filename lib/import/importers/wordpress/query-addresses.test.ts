import { expect, test } from 'vitest';
import { legacyAddresses } from '../legacy-addresses';

const canonical = (search: string) => legacyAddresses.canonicalQuery(search);

test.each([
  ['?p=3', '?p=3'],
  ['?p=3&utm_source=letter&preview=true', '?p=3'],
  ['?utm_source=letter&cpage=2&p=3', '?p=3&cpage=2'],
  ['?replytocom=20&cpage=2', '?replytocom=20'],
  ['?replytocom=20', '?replytocom=20'],
  ['?replytocom=01932f6e-8a5c-7000-8000-0123456789ab', '?replytocom=01932f6e-8a5c-7000-8000-0123456789ab'],
  ['?cat=3&feed=rss2&paged=2', '?cat=3&feed=rss2'],
  ['?s=blue+door', '?s=blue+door'],
  ['?tag=%ce%b8', '?tag=%ce%b8'],
  ['?p=1&p=2', '?p=1'],
])('%s asks for %s', (search, asked) => {
  expect(canonical(search)).toBe(asked);
  expect(canonical(asked)).toBe(asked);
});

test.each([
  '',
  '?',
  '?q=x',
  '?p=',
  '?p',
  '?cpage=0',
  '?cpage=x',
  '?replytocom=-1',
  '?replytocom=1e3',
  '?replytocom=01932f6e-8a5c',
  '?feed=../x',
  `?p=${'9'.repeat(201)}`,
  `${'?x=1'}${'&x=1'.repeat(30)}&p=3`,
])('%s asks for nothing', (search) => expect(canonical(search)).toBe(''));

test.each(['p=9', 'page_id=9', 'attachment_id=9', 'cat=9', 'author=9'])('%s names by number', (subject) =>
  expect(legacyAddresses.asksByNumber(`?${subject}`)).toBe(true),
);

test.each(['p=about', 'author=ada', 'name=9', 's=9', 'm=2014', 'paged=9'])('%s does not', (subject) =>
  expect(legacyAddresses.asksByNumber(`?${subject}`)).toBe(false),
);
