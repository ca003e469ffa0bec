/** The type of a file by its first bytes: names and declared types are unreliable. */
export type FileKind = 'zip' | 'gzip' | 'tar' | 'other archive' | 'text' | 'binary';

/** Bytes needed to identify a type: a tar has its signature at the end of the first header. */
export const SNIFF_BYTES = 512;

const starts: [FileKind, number[]][] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['zip', [0x50, 0x4b, 0x07, 0x08]],
  ['gzip', [0x1f, 0x8b]],
  ['other archive', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['other archive', [0x52, 0x61, 0x72, 0x21]],
  ['other archive', [0x42, 0x5a, 0x68]],
  ['other archive', [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ['other archive', [0x28, 0xb5, 0x2f, 0xfd]],
  // UTF-16 text contains zero bytes.
  ['text', [0xff, 0xfe]],
  ['text', [0xfe, 0xff]],
];

export function kindOfFile(head: Uint8Array): FileKind {
  const known = starts.find(([, bytes]) => bytes.every((byte, at) => head[at] === byte));
  if (known) return known[0];
  if (Buffer.from(head.subarray(257, 262)).toString('latin1') === 'ustar') return 'tar';
  return head.includes(0) ? 'binary' : 'text';
}
