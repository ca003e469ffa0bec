import 'server-only';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fetchPublic, type FetchOptions } from '@/lib/fetching/fetching';
import { AppError } from '@/lib/platform/errors';
import { listIn, type Stray } from '../report/address-lists';

/** A sitemap has at most 50 MB; packed ones are unpacked from the disk. */
const MAX_SITEMAP_BYTES = 50 * 1024 ** 2;
const MAX_SITEMAPS = 1_000;

/** The old addresses of a sitemap: of a file, or of a web address, which is fetched, as are the sitemaps of an index there. */
export async function* oldAddresses(
  sitemap: string,
  mayDial?: FetchOptions['mayDial'],
  onStray: (stray: Stray) => void = () => {},
): AsyncGenerator<string> {
  if (!/^https?:\/\//i.test(sitemap)) {
    for await (const entry of listIn(sitemap))
      if ('address' in entry) yield entry.address;
      else if ('line' in entry) onStray(entry);
    return;
  }
  const folder = await mkdtemp(join(tmpdir(), 'masthead-sitemaps-'));
  const waiting = [sitemap];
  const host = new URL(sitemap).hostname;
  try {
    for (let number = 0; waiting.length > 0; number += 1) {
      const address = waiting.shift()!;
      if (number >= MAX_SITEMAPS)
        throw new AppError('too_large', `The index names more than ${MAX_SITEMAPS.toLocaleString('en')} sitemaps.`);
      const file = await fetched(address, { folder, number, mayDial });
      for await (const entry of listIn(file, { takesIndex: number === 0 })) {
        if ('address' in entry) yield entry.address;
        else if ('line' in entry) onStray(entry);
        else if (URL.parse(entry.sitemap)?.hostname === host) waiting.push(entry.sitemap);
        else throw new AppError('invalid', `The index names a sitemap of another site: ${entry.sitemap.slice(0, 300)}`);
      }
      await rm(file, { force: true });
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type Place = { folder: string; number: number; mayDial: FetchOptions['mayDial'] };

async function fetched(address: string, { folder, number, mayDial }: Place) {
  const { bytes } = await fetchPublic(address, {
    accept: 'application/xml, text/xml, application/gzip, text/plain',
    largest: MAX_SITEMAP_BYTES,
    within: 60_000,
    ...(mayDial ? { mayDial } : {}),
  });
  const name = basename(new URL(address).pathname)
    .replace(/[^\w.-]/g, '_')
    .slice(-80);
  const file = join(folder, `${number}-${name || 'sitemap.xml'}`);
  await writeFile(file, bytes);
  return file;
}
