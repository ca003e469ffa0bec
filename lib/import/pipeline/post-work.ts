import 'server-only';
import { insertRows } from '@/lib/database/bulk-insert';
import type { Tx } from '@/lib/database/db';
import { filesAt } from '@/lib/posts/post-relations';
import { placeImported } from '@/lib/posts/series/joining';
import type { PostDraft } from '../drafts';
import type { ScratchMap } from '../reading/scratch';
import type { ImportReport } from '../report/report';
import type { Allocation } from './authors-and-tags';
import type { CommentContext } from './comments';
import { hashValue, type ImportMap, type KnownItem } from './import-map';
import { MIRRORED } from './mirrored';
import type { RedirectAllocator } from './redirect-allocator';

export type PostContext = CommentContext & {
  importMap: ImportMap;
  report: ImportReport;
  redirects: RedirectAllocator;
  tags: Map<string, Allocation>;
  allocations: ScratchMap<Allocation>;
};

export type PostRow = {
  id: string;
  slug: string;
  version: number;
  parentId: string | null;
  importBatchId: string | null;
  contentUpdatedAt: Date;
};

/** A draft of the batch, and what is known of it here. */
export type Work = {
  draft: PostDraft;
  hash: string;
  allocation: Allocation;
  item: KnownItem | undefined;
  row: PostRow | undefined;
};
export const UNRESOLVED = ':unplaced';

/** Must stay stable: a different hash marks a post as changed. */
export function hashOfDraft({ enclosures, series, mirrored, ...draft }: PostDraft) {
  const facts = Object.entries({ ...draft, where: '', comments: null });
  const rest = facts.map(([name, value]) => (name === 'body' ? ['bodyHtml', draft.body.html] : [name, value]));
  // A field added later is hashed only if set, so that earlier hashes stay valid.
  const hash = hashValue({
    ...Object.fromEntries(rest),
    ...(enclosures.length > 0 ? { enclosures } : {}),
    ...(series ? { series } : {}),
  });
  return mirrored ? `${MIRRORED}${hash}` : hash;
}

/** Marks a page as unfinished until setParents has run. */
export function itemHash(draft: PostDraft, hash: string) {
  return draft.parentSourceId ? `${hash}${UNRESOLVED}` : hash;
}

/** Writes a post's authors, tags, series, pictures and other files. */
export async function connect(
  tx: Tx,
  work: readonly (Work & { shown: string[]; linked: string[] })[],
  context: PostContext,
) {
  const { authors, tags, importMap } = context;
  const rowsFor = <T>(keys: string[], map: Map<string, Allocation>, make: (id: string, position: number) => T) =>
    [...new Set(keys.flatMap((key) => map.get(key)?.id ?? []))].map(make);
  const postAuthors = work.flatMap(({ draft, allocation }) =>
    rowsFor(draft.authorKeys, authors, (userId, position) => ({ postId: allocation.id, userId, position })),
  );
  const postTags = work.flatMap(({ draft, allocation }) =>
    rowsFor(draft.tagKeys, tags, (tagId, position) => ({ postId: allocation.id, tagId, position })),
  );
  await insertRows(tx, 'PostAuthor', postAuthors);
  await insertRows(tx, 'PostTag', postTags);
  const mediaUses = work.flatMap(({ shown, allocation }) =>
    shown.map((mediaId) => ({ mediaId, postId: allocation.id })),
  );
  await insertRows(tx, 'MediaUse', mediaUses);
  const files = await filesAt(
    tx,
    work.flatMap(({ linked }) => linked),
  );
  const fileIds = new Map(files.map(({ id, path }) => [path, id]));
  const fileUses = work.flatMap(({ linked, allocation }) =>
    linked.flatMap((path) => fileIds.get(path) ?? []).map((fileId) => ({ fileId, postId: allocation.id })),
  );
  await insertRows(tx, 'StoredFileUse', fileUses);
  for (const { draft, allocation } of work) {
    if (draft.series) await placeImported(tx, allocation.id, { ...draft.series, importBatchId: importMap.batchId });
  }
}
