import { AppError } from '@/lib/platform/errors';
import { headOf } from '../../archives/bytes';
import { EntryReading } from '../../entries/entry-reading';
import { sourceOfEntries } from '../../entries/entry-source';
import { OldSite } from '../../entries/old-site';
import type { ExportFile, ImportSource, OpenRequest } from '../../importer';
import type { Scratch } from '../../reading/scratch';
import { readJsonFeed } from './json-feeds';
import { readXmlFeed, Damaged } from './xml-feeds';

/** What a feed says of its site. */
export type FeedFacts = { link: string; title: string; tagline: string };

const HEAD_BYTES = 4_096;

/** Reads the entries of feeds of one site. */
export async function openFeeds(files: readonly ExportFile[], { oldUrl, scratch }: OpenRequest): Promise<ImportSource> {
  const { reading, facts } = await readAll(files, scratch);
  const address = new OldSite(oldUrl ?? facts.link);
  reading.remarks.push('A feed often holds only the latest posts, and sometimes only their beginnings.');
  return sourceOfEntries(reading, {
    site: { title: facts.title, tagline: facts.tagline },
    address,
    format: { hasLines: true },
  });
}

/** What is not well-formed is read once more, with repairs. */
async function readAll(files: readonly ExportFile[], scratch: Scratch) {
  const damaged = new Set<string>();
  for (;;) {
    const reading = new EntryReading(scratch);
    const facts: FeedFacts = { link: '', title: '', tagline: '' };
    try {
      for (const file of files) await readOne(file, { reading, facts, repair: damaged.has(file.path) });
      return { reading, facts };
    } catch (error) {
      if (!(error instanceof Damaged)) throw error;
      damaged.add(error.path);
      scratch.clear();
    }
  }
}

type Reading = { reading: EntryReading; facts: FeedFacts; repair: boolean };

async function readOne(file: ExportFile, context: Reading) {
  const head = Buffer.from(await headOf(file.path, HEAD_BYTES))
    .toString('utf8')
    .replaceAll('\0', '')
    .replace(/^\uFEFF?\s*/, '');
  if (head === '') throw new AppError('invalid', `${file.name} is empty. Choose a file of RSS, Atom or JSON Feed.`);
  return head.startsWith('{') ? readJsonFeed(file, context) : readXmlFeed(file, { ...context, head });
}
