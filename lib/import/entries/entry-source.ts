import { sourceWith } from '../defaults';
import type { CommentDraft, LegacyUrl } from '../drafts';
import type { ImportItem, ImportSource, SourceLinks, SourceSite } from '../importer';
import { CommentList } from '../reading/comment-list';
import { AppError } from '@/lib/platform/errors';
import { draftOfEntry } from './entry-drafts';
import type { EntryFormat } from './entry-format';
import type { EntryReading } from './entry-reading';
import { filesOfSite } from './site-files';
import type { OldSite } from './old-site';

type EntryContext = {
  site: Partial<Omit<SourceSite, 'baseUrl'>>;
  address: OldSite;
  format: EntryFormat;
};

/** The source of what an EntryReading has taken. */
export function sourceOfEntries(reading: EntryReading, context: EntryContext): ImportSource {
  const { site, address, format } = context;
  if (reading.size === 0) reading.remarks.push('The files hold no posts or pages.');
  return sourceWith({
    site: { ...site, baseUrl: address.baseUrl },
    total: reading.size,
    authors: reading.authors.values(),
    tags: reading.tags.values(),
    posts: function* () {
      for (const [sourceId, { title, slug, link, isHidden }] of reading.outlines)
        yield { sourceId, title, slug, link: link && address.absolute(link), isHidden };
    },
    files: { ...(format.files ?? filesOfSite(address)), mayBeElsewhere: true },
    links: linksOf(reading, context),
    notes: reading.notes,
    leftOut: reading.failed,
    remarks: reading.remarks,
    items: (target) => itemsOf(reading, { ...context, target }),
    legacyUrls: () => listsOf(reading, context),
  });
}

function linksOf(reading: EntryReading, context: EntryContext): SourceLinks {
  const { address } = context;
  const byPath = reading.scratch.map<string>();
  const months = new Set<string>();
  for (const [sourceId, { link, isHidden }] of reading.outlines) {
    const path = isHidden ? null : address.pathOf(link);
    if (path && path !== '/' && !byPath.has(path)) byPath.set(path, sourceId);
    const month = /^\/(\d{4}\/\d\d)\//.exec(path ? address.within(path) : '')?.[1];
    if (month) months.add(month);
  }
  return {
    pathOf: (given) => address.pathOf(given),
    postAt: (given) => byPath.get(address.pathOf(given) ?? '') ?? null,
    within: (path) => address.within(path),
    months,
    lists: () => listsOf(reading, context),
  };
}

function* listsOf({ tags }: EntryReading, { address, format }: EntryContext): Generator<LegacyUrl> {
  const at = (path: string) => address.pathOf(path) ?? path;
  if (address.folder) yield { from: address.folder, to: { path: '/' } };
  for (const tag of tags.values())
    for (const path of format.tagPaths?.(tag) ?? []) yield { from: at(path), to: { tag: tag.key } };
  for (const { from, to } of format.lists?.() ?? []) yield { from: at(from), to };
}

type ItemContext = EntryContext & { target: Parameters<ImportSource['items']>[0] };

async function* itemsOf(reading: EntryReading, context: ItemContext): AsyncGenerator<ImportItem> {
  const spare = reading.scratch.lists<CommentDraft>();
  let done = 0;
  for (const entry of reading.entries()) {
    done += 1;
    const comments = new CommentList(spare, entry.sourceId);
    for (const comment of reading.commentsOf(entry.sourceId)) comments.add(comment);
    try {
      yield { post: await draftOfEntry(entry, comments, context), done, original: entry.text };
    } catch (error) {
      // A post that cannot be stored (e.g. too long) does not stop the others.
      if (!(error instanceof AppError)) throw error;
      context.target.onFailed({ where: entry.where, why: error.message });
      comments.clear();
    }
  }
}
