import 'server-only';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '@/lib/platform/errors';
import type { ExportFile } from '../../importer';
import { MAX_STRAY_LENGTH } from '../../reading/xml/repair';
import type { OtherXml } from '../../reading/xml/records';
import { errorMessageIn } from './stray-output';

export const chooseAnExport = 'Choose the XML file from Tools → Export in WordPress.';

const others: [RegExp, string][] = [
  [/^[{[]/, 'it is a JSON file, as Ghost and others export it'],
  [/<feed[\s>]/i, 'it is an Atom feed'],
  [
    /^<(?:!doctype html|html|head|body|div|p|br|b|h[1-6]|font|table|center|script|style|meta)\b/i,
    'it is a web page; perhaps the download asked you to sign in',
  ],
];

/** How messages name a file. */
export function nameOf({ path, label }: ExportFile) {
  return label || basename(path);
}

/** Rejects empty files, error messages and exports of other systems by name. True if other output precedes the export. */
export async function requireExport(file: ExportFile) {
  const beginning = await readBeginning(file);
  if (beginning === '') throw new AppError('invalid', `${nameOf(file)} is empty. ${chooseAnExport}`);
  if (isRss(beginning)) return hasOtherOutput(beginning);
  const message = errorMessageIn(beginning);
  if (message && !/^(?:\{|\[[^\d]|<(?:feed|disqus)\b)/i.test(beginning)) throw onlyMessage(file, message);
  const what = others.find(([pattern]) => pattern.test(beginning))?.[1];
  if (what) throw notAnExport(file, what);
  return false;
}

// A document type before the export is left to the reader, which refuses it.
function hasOtherOutput(beginning: string) {
  const before = withoutComments(beginning.slice(0, beginning.search(/<\?xml\b|<rss[\s>]/i))).trim();
  return before !== '' && !/^<!doctype(?!\s+html)/i.test(before);
}

function withoutComments(text: string) {
  const parts: string[] = [];
  for (let at = 0; ;) {
    const begin = text.indexOf('<!--', at);
    const end = begin < 0 ? -1 : text.indexOf('-->', begin);
    if (end < 0) return [...parts, text.slice(at)].join('');
    parts.push(text.slice(at, begin));
    at = end + 3;
  }
}

/** The error for a file that is not XML, or is beyond repair. */
export async function unreadable(file: ExportFile, line: number) {
  const beginning = await readBeginning(file);
  if (!isRss(beginning) && !beginning.includes('<?xml')) return notAnExport(file);
  return new AppError(
    'invalid',
    `${nameOf(file)} is damaged or incomplete at line ${line}, and cannot be repaired: nothing was imported. Export again in WordPress (Tools → Export) and choose the new XML file.`,
  );
}

export function otherXml(file: ExportFile, { tag, line }: OtherXml) {
  return notAnExport(file, `it is another kind of XML (line ${line} begins with <${tag}>)`);
}

export function noVersion(file: ExportFile) {
  return notAnExport(file, 'it may be a feed, because it has no <wp:wxr_version>');
}

export function cutOff(file: ExportFile) {
  return new AppError(
    'invalid',
    `${nameOf(file)} is incomplete: it breaks off before its first entry. Export again in WordPress (Tools → Export) and choose the new XML file.`,
  );
}

function notAnExport(file: ExportFile, why = '') {
  const reason = why ? `: ${why}` : '';
  return new AppError('invalid', `${nameOf(file)} is not a WordPress export${reason}. ${chooseAnExport}`);
}

function onlyMessage(file: ExportFile, message: string) {
  return new AppError(
    'invalid',
    `${nameOf(file)} is not a WordPress export: the old site answered with an error message, ${message}. Once that is mended there, export again in WordPress (Tools → Export) and choose the new XML file.`,
  );
}

function isRss(beginning: string) {
  return /<rss[\s>]/i.test(beginning);
}

// UTF-16 text contains zero bytes.
async function readBeginning({ path }: ExportFile) {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(MAX_STRAY_LENGTH), 0, MAX_STRAY_LENGTH, 0);
    const text = buffer.toString('utf8', 0, bytesRead).replaceAll('\0', '');
    return text.replace(/^\uFEFF?\s*/, '');
  } finally {
    await handle.close();
  }
}
