import { expect, test } from 'vitest';
import { whatItIs } from './what-it-is';

test.each([
  ['', 'it is empty'],
  ['\uFEFF  \n', 'it is empty'],
  ['{"a":1}', 'it is a JSON file of another kind'],
  ['<?xml version="1.0"?><rss version="2.0">', 'it is an RSS feed'],
  ['<feed xmlns="x">', 'it is an Atom feed'],
  ['<!DOCTYPE html><p>', 'it is a web page; perhaps the download asked you to sign in'],
  ['<?xml version="1.0"?><opml>', 'it is another kind of XML'],
  ['%PDF-1.7', 'it is a PDF document'],
  ['SQLite format 3\0', 'it is a database of another kind'],
  ['Dear diary', 'it is of no known format'],
])('%j', (text, what) => expect(whatItIs(Buffer.from(text))).toBe(what));

test.each([
  ['PNG', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['GIF', [...Buffer.from('GIF89a')]],
  ['JPEG', [0xff, 0xd8, 0xff, 0xe0, 0, 0x10, ...Buffer.from('JFIF')]],
  ['JPEG of a camera', [0xff, 0xd8, 0xff, 0xe1, 0x3a, 0x10, ...Buffer.from('Exif')]],
  ['WebP', [...Buffer.from('RIFF'), 0x24, 0x1a, 0, 0, ...Buffer.from('WEBP')]],
])('a %s is an image', (_, bytes) => expect(whatItIs(Buffer.from(bytes))).toBe('it is an image'));
