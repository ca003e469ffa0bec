const kinds: [RegExp, string][] = [
  [/^$/, 'it is empty'],
  [/^\uFFFDPNG\r\n|^GIF8[79]a|^\uFFFD{2,4}.{0,12}(?:JFIF|Exif)|^RIFF.{1,8}WEBP/s, 'it is an image'],
  [/^%PDF-/, 'it is a PDF document'],
  [/^SQLite format 3/, 'it is a database of another kind'],
  [/^[{[]/, 'it is a JSON file of another kind'],
  [/<rss[\s>]/i, 'it is an RSS feed'],
  [/<feed[\s>]/i, 'it is an Atom feed'],
  [
    /^<(?:!doctype html|html|head|body|div|p|br|b|h[1-6]|font|table|center|script|style|meta)\b/i,
    'it is a web page; perhaps the download asked you to sign in',
  ],
  [/^<\?xml\b|^<\w/i, 'it is another kind of XML'],
];

/** What a file is by its beginning, if it is nothing that can be imported: the end of a sentence. */
export function whatItIs(head: Uint8Array) {
  const beginning = Buffer.from(head)
    .toString('utf8')
    .replaceAll('\0', '')
    .replace(/^\uFEFF?\s*/, '');
  return kinds.find(([pattern]) => pattern.test(beginning))?.[1] ?? 'it is of no known format';
}
