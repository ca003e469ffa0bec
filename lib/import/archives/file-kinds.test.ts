import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { kindOfFile } from './file-kinds';

const tarHead = Buffer.alloc(512);
tarHead.write('2024/03/a.jpg', 0);
tarHead.write('ustar', 257);

test.each([
  ['a zip', Buffer.from('PK\u0003\u0004rest'), 'zip'],
  ['an empty zip', Buffer.from('PK\u0005\u0006'), 'zip'],
  ['a gzip', gzipSync('x'), 'gzip'],
  ['a tar', tarHead, 'tar'],
  ['a 7z', Buffer.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]), 'other archive'],
  ['a rar', Buffer.from('Rar!\u001a'), 'other archive'],
  ['XML', Buffer.from('<?xml version="1.0"?>'), 'text'],
  ['XML after a warning', Buffer.from('Warning: x\n<?xml version="1.0"?>'), 'text'],
  ['XML in two bytes a letter', Buffer.from('\uFEFF<?xml', 'utf16le'), 'text'],
  ['a JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10]), 'binary'],
  ['nothing', Buffer.alloc(0), 'text'],
  ['the letters PK', Buffer.from('PK'), 'text'],
])('recognises %s by its bytes', (_, head, kind) => expect(kindOfFile(head)).toBe(kind));
