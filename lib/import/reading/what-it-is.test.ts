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
  ['Dear diary', 'it is of no known format'],
])('%j', (text, what) => expect(whatItIs(Buffer.from(text))).toBe(what));
