import 'server-only';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '@/lib/platform/errors';
import type { OtherXml } from '../../reading/xml/records';

/** Bytes needed to identify a file: some start with plug-in warnings. */
const BEGINNING = 64 * 1024;

export const chooseAnExport = 'Choose the XML file from Tools → Export in WordPress.';

const others: [RegExp, string][] = [
  [/^[{[]/, 'it is a JSON file, as Ghost and others export it'],
  [/<disqus[\s>]/i, 'it is an export of Disqus, which holds comments only'],
  [/<feed[\s>][^]*(?:blogger|blogspot)/i, 'it is an export of Blogger'],
  [/<feed[\s>]/i, 'it is an Atom feed'],
  [/^(?:<!doctype html|<html)/i, 'it is a web page; perhaps the download asked you to sign in'],
];

/** Rejects empty files and exports of other systems by name. */
export async function refuseOtherExports(file: string) {
  const beginning = await readBeginning(file);
  if (beginning === '') throw new AppError('invalid', `${basename(file)} is empty. ${chooseAnExport}`);
  if (isRss(beginning)) return;
  const what = others.find(([pattern]) => pattern.test(beginning))?.[1];
  if (what) throw notAnExport(file, what);
}

/** The error for a file that is not XML, or is beyond repair. */
export async function unreadable(file: string, line: number) {
  const beginning = await readBeginning(file);
  if (!isRss(beginning) && !beginning.includes('<?xml')) return notAnExport(file);
  return new AppError(
    'invalid',
    `${basename(file)} is damaged or incomplete at line ${line}, and cannot be repaired: nothing was imported. Export again in WordPress (Tools → Export) and choose the new XML file.`,
  );
}

export function otherXml(file: string, { tag, line }: OtherXml) {
  return notAnExport(file, `it is another kind of XML (line ${line} begins with <${tag}>)`);
}

export function noVersion(file: string) {
  return notAnExport(file, 'it may be a feed, because it has no <wp:wxr_version>');
}

export function cutOff(file: string) {
  return new AppError(
    'invalid',
    `${basename(file)} is incomplete: it breaks off before its first entry. Export again in WordPress (Tools → Export) and choose the new XML file.`,
  );
}

function notAnExport(file: string, why = '') {
  const reason = why ? `: ${why}` : '';
  return new AppError('invalid', `${basename(file)} is not a WordPress export${reason}. ${chooseAnExport}`);
}

function isRss(beginning: string) {
  return /<rss[\s>]/i.test(beginning);
}

// UTF-16 text contains zero bytes.
async function readBeginning(file: string) {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(BEGINNING), 0, BEGINNING, 0);
    const text = buffer.toString('utf8', 0, bytesRead).replaceAll('\0', '');
    return text.replace(/^\uFEFF?\s*/, '');
  } finally {
    await handle.close();
  }
}
