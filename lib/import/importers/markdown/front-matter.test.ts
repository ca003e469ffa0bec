import { expect, test } from 'vitest';
import { readFrontMatter } from './front-matter';
import { isExport, placeOf } from './recognising';

const fieldsOf = (text: string): Record<string, unknown> => {
  const read = readFrontMatter(text);
  if (!read || 'fault' in read) throw new Error(JSON.stringify(read));
  return { ...Object.fromEntries(read.fields), body: read.body };
};

test.each([
  ['YAML', '---\ntitle: A boat\npublish_date: 2021-03-04\ntags: [a, b]\n---\nText'],
  [
    'YAML with a byte order mark and Windows lines',
    '\uFEFF---\r\ntitle: A boat\r\npublish_date: 2021-03-04\r\ntags:\r\n  - a\r\n  - b\r\n---\r\nText',
  ],
  ['TOML', '+++\ntitle = "A boat"\npublish_date = "2021-03-04"\ntags = ["a", "b"]\n+++\nText'],
  ['JSON', '{\n"title": "A boat",\n"publish_date": "2021-03-04",\n"tags": ["a", "b"]\n}Text'],
])('fields in %s are read', (_, text) =>
  expect(fieldsOf(text)).toEqual({ title: 'A boat', publishdate: '2021-03-04', tags: ['a', 'b'], body: 'Text' }),
);

test('a header of lines, taxonomies and empty fields are read too', () => {
  expect(fieldsOf('Title: A boat\nDate: 2021-03-04\n\nText')).toMatchObject({ title: 'A boat', body: 'Text' });
  expect(fieldsOf('+++\n[taxonomies]\ntags = ["a"]\n+++\n')).toMatchObject({ tags: ['a'] });
  expect(fieldsOf('---\n---\nText')).toEqual({ body: 'Text' });
  expect(readFrontMatter('Text\n---\nmore')).toBeNull();
});

test.each([
  ['---\ntitle: a\ntags: [x\n---\nText', 3],
  ['---\ntitle: a: b\n---\n', 2],
  ['+++\ntitle = "a"\ndate = soon\n+++\n', 3],
])('a fault has its line', (text, line) => expect(readFrontMatter(text)).toMatchObject({ fault: { line } }));

test('anchors that multiply are refused, and own names are only data', () => {
  const levels = 'bcdefghij'.split('').map((name, at) => `${name}: [${`*${'abcdefghij'[at]},`.repeat(9)}]`);
  expect(
    readFrontMatter(
      `---\na: &a [x]\n${levels.map((line, at) => line.replace(': ', `: &${'bcdefghij'[at]} `)).join('\n')}\n---\n`,
    ),
  ).toHaveProperty('fault');
  expect(fieldsOf('---\n__proto__: {a: 1}\ntitle: b\n---\n').title).toBe('b');
  expect(({} as { a?: number }).a).toBeUndefined();
});

test.each([
  ['a/post.md', '---\ntitle: x\n---\nText', true],
  ['a/post.md', '+++\ntitle = "x"\n+++\n', true],
  ['page.html', '---\nlayout: page\n---\n<p>', true],
  ['post.md', '{ "title": "x" }\nText', true],
  ['post.md', 'Title: x\nDate: 2020-01-01\n\nText', true],
  ['readme.md', '# Read me\n\n---\n\nText', false],
  ['page.html', '<!doctype html><p>---\na: b\n---', false],
  ['export.json', '{ "title": "x" }', false],
  ['_config.yml', 'plugins: []', true],
  ['config.toml', 'baseURL = "https://x.example"', true],
  ['config.yml', 'services: {}', false],
])('%s with %j is %s', (name, text, is) => expect(isExport({ name, bytes: Buffer.from(text) })).toBe(is));

test.each([
  ['content/posts/a.md', 'export'],
  ['content/posts/a/boat.jpg', 'file'],
  ['themes/x/exampleSite/content/a.md', 'file'],
  ['public/index.html', 'file'],
  ['about.html', 'export'],
  ['hugo.toml', 'export'],
])('%s is taken as %s', (name, as) => expect(placeOf(name).as).toBe(as));
