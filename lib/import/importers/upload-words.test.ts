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

test('shows the words of a single importer', () => {
  const words = uploadWords([wordpress]);
  expect(words).toMatchObject({ label: 'WordPress export', file: wordpress.words.form.file });
  expect(words.media?.hint).toBe(wordpress.media?.words.form);
  expect(uploadWords([list])).toEqual({
    label: 'list of posts',
    file: 'The JSON file of posts.',
    accept: '.json',
    media: null,
  });
});

test('of several importers, the form names each, and media files only for those that take them', () => {
  const words = uploadWords([wordpress, list]);
  expect(words.label).toBe('Export');
  expect(words.file).toBe(`WordPress: ${wordpress.words.form.file} List: The JSON file of posts.`);
  expect(words.media?.hint).toBe(`WordPress: ${wordpress.media?.words.form}`);
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
