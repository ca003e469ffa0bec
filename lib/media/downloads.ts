/** File types stored unchanged: none that a browser would execute or render as a document. */
export const downloadTypes: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  epub: 'application/epub+zip',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ppt: 'application/vnd.ms-powerpoint',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odp: 'application/vnd.oasis.opendocument.presentation',
  rtf: 'application/rtf',
  txt: 'text/plain; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  ics: 'text/calendar; charset=utf-8',
  zip: 'application/zip',
  gz: 'application/gzip',
  tar: 'application/x-tar',
  '7z': 'application/x-7z-compressed',
  rar: 'application/vnd.rar',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  aac: 'audio/aac',
  ogg: 'audio/ogg',
  oga: 'audio/ogg',
  opus: 'audio/ogg',
  wav: 'audio/wav',
  flac: 'audio/flac',
  mp4: 'video/mp4',
  m4v: 'video/mp4',
  mov: 'video/quicktime',
  webm: 'video/webm',
  ogv: 'video/ogg',
};

export const MAX_DOWNLOAD_BYTES = 1024 ** 3;

const extensions = Object.keys(downloadTypes).join('|');
/** Valid names below the uploads; nothing else exists. */
const uploadName = new RegExp(
  String.raw`^(?:[a-z0-9][a-z0-9-]*\/)*[a-z0-9][a-z0-9-]*\.(?:avif|webp|jpg|png|gif)$|^files\/[0-9a-f]{24}\/[a-z0-9][a-z0-9-]*\.(?:${extensions})$`,
);

/** Whether a path below the uploads is a valid image or download name. */
export function isUploadName(path: string) {
  return uploadName.test(path);
}

/** The lower-case extension, without its dot. */
export function extensionOf(name: string) {
  return /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** The media type of a download by name; null if not allowed. */
export function downloadTypeOf(name: string) {
  const extension = extensionOf(name);
  return Object.hasOwn(downloadTypes, extension) ? (downloadTypes[extension] ?? null) : null;
}

/** Audio and video play inline; other files are downloaded. */
export function isPlayable(type: string) {
  return type.startsWith('audio/') || type.startsWith('video/');
}

/** "files/1f3a9c0b22d4…/annual-report.pdf": by content hash, with a readable name. */
export function downloadPath(fileName: string, hash: string) {
  const name = fileName
    .replace(/\.[^.]*$/, '')
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
    .replace(/^-+|-+$/g, '');
  return `files/${hash.slice(0, 24)}/${name || 'file'}.${extensionOf(fileName)}`;
}
