import { expect, test } from 'vitest';
import { fileExtensionOf } from './file-format';

const bytes = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));

test.each([
  ['%PDF-1.7', 'plan.html', 'pdf'],
  ['PK\x03\x04', 'box.exe', 'zip'],
  ['PK\x03\x04', 'letter.docx', 'docx'],
  ['ID3\x04', 'talk', 'mp3'],
  ['\xff\xfb\x90\x64', 'talk.mp3', 'mp3'],
  ['OggS', 'song.svg', 'ogg'],
  ['OggS', 'film.ogv', 'ogv'],
  ['\0\0\0\x20ftypM4A ', 'x', 'm4a'],
  ['\0\0\0\x20ftypisom', 'x.html', 'mp4'],
  ['\x1aE\xdf\xa3\x01\x42\x82\x84webm', 'x', 'webm'],
  ['RIFF\0\0\0\0WAVE', 'x', 'wav'],
  ['fLaC', 'x', 'flac'],
])('a file that begins with %j and is called %s is stored as %s', (begin, name, extension) => {
  expect(fileExtensionOf(bytes(begin), name)).toBe(extension);
});

test.each([
  ['<html><script>alert(1)</script>', 'plan.pdf'],
  ['<svg xmlns="http://www.w3.org/2000/svg">', 'song.mp3'],
  ['MZ\x90\0', 'setup.zip'],
  ['\x1aE\xdf\xa3matroska', 'film.webm'],
  ['\0\0\0\x20ftypheic', 'film.mp4'],
  ['\xff\xd8\xff\xe0', 'photo.mp3'],
  ['\xff\xff\xff\xff', 'noise.mp3'],
  ['', 'empty.pdf'],
])('a file that begins with %j is refused, whatever it is called', (begin, name) => {
  expect(fileExtensionOf(bytes(begin), name)).toBeNull();
});
