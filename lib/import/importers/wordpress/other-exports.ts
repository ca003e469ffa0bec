import 'server-only';
import { open } from 'node:fs/promises';
import { AppError } from '@/lib/errors';

const others: [RegExp, string][] = [
  [/^[{[]/, 'This is a JSON file, as Ghost and others export it'],
  [/<disqus[\s>]/i, 'This is an export of Disqus, which holds comments only'],
  [/<feed[\s>][^]*(?:blogger|blogspot)/i, 'This is an export of Blogger'],
  [/<feed[\s>]/i, 'This is an Atom feed'],
  [/^(?:<!doctype html|<html)/i, 'This is a web page; perhaps the download asked you to sign in'],
];

/** Refuses what other systems export by its name, before its first line is called wrong. */
export async function refuseOtherExports(file: string) {
  const beginning = (await readBeginning(file)).replace(/^\uFEFF?\s*/, '');
  if (/<rss[\s>]/i.test(beginning)) return;
  const what = others.find(([pattern]) => pattern.test(beginning))?.[1];
  if (what)
    throw new AppError('invalid', `${what}. Only the file that Tools → Export in WordPress writes can be imported.`);
}

async function readBeginning(file: string) {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4_096), 0, 4_096, 0);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await handle.close();
  }
}
