import { expect, test } from 'vitest';
import { importerWith } from '../defaults';
import type { ImportSource } from '../importer';
import { takesMedia, uploadWords } from './upload-words';
import { wordpress } from './wordpress/importer';

const open = () => Promise.reject<ImportSource>(new Error('not read'));
const list = importerWith({
  id: 'list',
  label: 'List',
  words: { export: 'list of posts', wanted: 'the JSON file of posts' },
  files: { accept: '.json', recognise: () => false },
  open,
});

test('the form has the words of each system, and media files only for those that take them', () => {
  const words = uploadWords([wordpress, list]);
  expect(words.formats).toEqual([
    { id: 'wordpress', label: 'WordPress', ...wordpress.words.form, media: wordpress.media?.words.form },
    { id: 'list', label: 'List', ...list.words.form, media: '' },
  ]);
  expect(words.accept.split(',')).toEqual(expect.arrayContaining(['.xml', '.zip', '.json']));
  expect(takesMedia(words, [])).toBe(true);
  expect(takesMedia(words, ['posts.json'])).toBe(false);
  expect(takesMedia(words, ['posts.json', 'Export.XML'])).toBe(true);
  expect(takesMedia(uploadWords([list]), [])).toBe(false);
});

test('entries of an archive are exports by their extension, and files otherwise', () => {
  expect(list.files.placeOf('a/Posts.JSON')).toEqual({ as: 'export' });
  expect(list.files.placeOf('a/boat.jpg')).toEqual({ as: 'file', name: 'a/boat.jpg' });
});
