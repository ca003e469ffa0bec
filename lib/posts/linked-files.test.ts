import { expect, test } from 'vitest';
import { filesIn, filesOfPost } from './linked-files';

const path = 'files/0123456789abcdef01234567/annual-report.pdf';
const other = 'files/89abcdef0123456701234567/talk.mp3';

test('the files that a text links to are found, each once', () => {
  const link = `<a href="/uploads/${path}">it</a>`;
  expect(filesIn(`${link}${link}<audio src="/uploads/${other}"></audio>`)).toEqual([path, other]);
  expect(filesIn('<img src="/uploads/2026/11/quay-0123456789ab.png"><a href="/files/x.pdf">no</a>')).toEqual([]);
});

test('those of a post are also what its feeds carry', () => {
  const enclosures = JSON.stringify([{ url: `/uploads/${other}` }]);
  expect(filesOfPost({ bodyHtml: `<a href="/uploads/${path}">it</a>`, enclosures })).toEqual([path, other]);
  expect(filesOfPost({ bodyHtml: '', enclosures: null })).toEqual([]);
});
