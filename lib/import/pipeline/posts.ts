import 'server-only';
import { insertRows } from '@/lib/database/bulk-insert';
import { readDb, transaction, type Tx } from '@/lib/database/db';
import { emit } from '@/lib/events/emit';
import { newId } from '@/lib/platform/ids';
import { paths } from '@/lib/web/paths';
import { storeImportedRevisions } from '@/lib/posts/editing/revisions';
import type { Allocation } from './authors-and-tags';
import { emitImported, Thread, type CommentContext, type FirstComments } from './comments';
import type { PostDraft } from '../drafts';
import { hashValue, inChunks, chunksOf, type KnownItem, type ImportMap } from './import-map';
import { hasComeDue, newRow, withoutMoment } from './post-rows';
import type { RedirectDraft, RedirectAllocator } from './redirect-allocator';
import { addProblem, type ImportReport } from '../report/report';
import type { ScratchMap } from '../reading/scratch';

export type PostContext = CommentContext & {
  importMap: ImportMap;
  report: ImportReport;
  redirects: RedirectAllocator;
  tags: Map<string, Allocation>;
  allocations: ScratchMap<Allocation>;
};

type Row = Awaited<ReturnType<typeof readRows>>[number];
type Work = {
  draft: PostDraft;
  hash: string;
  allocation: Allocation;
  item: KnownItem | undefined;
  row: Row | undefined;
};
type Made = Awaited<ReturnType<typeof newRow>>;

/** Limits the bodies parsed at a time. */
const TEXTS_AT_ONCE = 8;

/** Writes a batch in one transaction: creates new posts, updates changed ones, skips the others. */
export async function writePosts(drafts: readonly PostDraft[], context: PostContext) {
  const { importMap } = context;
  const known = await importMap.find(
    'post',
    drafts.map(({ sourceId }) => sourceId),
  );
  const rows = await readRows([...known.values()].map(({ targetId }) => targetId));
  const byId = new Map(rows.map((row) => [row.id, row]));
  const work = drafts.map((draft): Work => {
    const item = known.get(draft.sourceId);
    const row = item && byId.get(item.targetId);
    const allocation = context.allocations.get(draft.sourceId)!;
    const hash = hashOfDraft(draft);
    return { draft, hash, allocation, item, row };
  });
  await createPosts(
    work.filter(({ row }) => !row),
    context,
  );
  for (const one of work) if (one.row) await updateExisting(one, context);
}

/** Must stay stable: a different hash marks a post as changed. */
function hashOfDraft({ enclosures, ...draft }: PostDraft) {
  const facts = Object.entries({ ...draft, where: '', comments: null });
  const rest = facts.map(([name, value]) => (name === 'body' ? ['bodyHtml', draft.body.html] : [name, value]));
  // A field added later is hashed only if set, so that earlier hashes stay valid.
  return hashValue({ ...Object.fromEntries(rest), ...(enclosures.length > 0 ? { enclosures } : {}) });
}

function readRows(ids: string[]) {
  return readDb.post.findMany({
    where: { id: { in: ids } },
    select: { id: true, slug: true, version: true, parentId: true, importBatchId: true },
  });
}

async function createPosts(work: Work[], context: PostContext) {
  const { report, redirects, write } = context;
  for (const { draft } of work) countCreated(draft, report, context.now);
  for (const one of work) reportLostAddresses(one, context);
  const addresses = await redirects.free(work.flatMap(oldAddresses));
  report.redirects += addresses.length;
  if (work.length === 0) return;
  const made: Made[] = [];
  for (const some of chunksOf(work, TEXTS_AT_ONCE))
    made.push(...(await Promise.all(some.map((one) => newRow(one, context)))));
  const threads = work.map(({ draft, allocation }) => new Thread(draft, { id: allocation.id, isNew: true }, context));
  const first: FirstComments[] = [];
  const taken = new Set<string>();
  for (const thread of threads) first.push(await thread.first(taken));
  if (write) await insertPosts(work, { made, first, addresses }, context);
  for (const thread of threads) await thread.rest();
}

type NewPosts = {
  made: Made[];
  first: FirstComments[];
  addresses: RedirectDraft[];
};

async function insertPosts(work: Work[], { made, first, addresses }: NewPosts, context: PostContext) {
  const { importMap, redirects, now } = context;
  const rows = made.map(({ row }) => row);
  const feedIds = await takenFeedIds(rows.map(({ feedId }) => feedId));
  for (const row of rows) if (feedIds.has(row.feedId)) row.feedId = `urn:uuid:${row.id}`;
  await transaction(async (tx) => {
    await forget(tx, importMap, { work, stale: first.flatMap(({ stale }) => stale) });
    await insertRows(
      tx,
      'Post',
      rows.map((row, at) => ({ ...row, ...first[at]!.counts, updatedAt: now })),
    );
    await connect(
      tx,
      work.map((one, at) => ({ ...one, shown: made[at]?.shown ?? [] })),
      context,
    );
    await storeImportedRevisions(
      tx,
      rows.map(({ id }) => id),
    );
    await redirects.add(tx, addresses);
    await importMap.add(
      tx,
      work.map(({ draft, allocation, hash }) => ({
        kind: 'post',
        sourceId: draft.sourceId,
        targetId: allocation.id,
        hash: itemHash(draft, hash),
      })),
    );
    await insertRows(
      tx,
      'Comment',
      first.flatMap(({ rows: comments }) => comments),
    );
    await importMap.add(
      tx,
      first.flatMap(({ items }) => items),
    );
    const redirectedFrom = addresses.map(({ from }) => from);
    emit(tx, {
      type: 'import.posts-written',
      actorId: null,
      posts: work.map(({ allocation }) => allocation),
      redirectedFrom,
    });
    for (const { published } of first) emitImported(tx, published);
  });
}

/** Marks a page as unfinished until setParents has run. */
function itemHash(draft: PostDraft, hash: string) {
  return draft.parentSourceId ? `${hash}${UNRESOLVED}` : hash;
}

const UNRESOLVED = ':unplaced';

async function updateExisting(one: Work, context: PostContext) {
  const { draft, hash, item, row } = one;
  if (!item || !row) return;
  const { report, importMap, write } = context;
  const kind = draft.type === 'page' ? 'pages' : 'posts';
  const isUnchanged = item.hash === hash || item.hash === hash + UNRESOLVED;
  if (isUnchanged && item.batchId === importMap.batchId) report.created[kind] += 1;
  else if (isUnchanged) report.skipped[kind] += 1;
  else if (row.version > 1) {
    report.skipped[kind] += 1;
    addProblem(report.notes, {
      where: draft.where,
      why: 'It changed on the old site, but was edited here since: the version here was kept.',
    });
  } else {
    report.updated[kind] += 1;
    if (write) await updatePost(one as Work & { item: KnownItem; row: Row }, context);
  }
  const thread = new Thread(draft, { id: row.id, isNew: false }, context);
  await thread.rest();
}

async function updatePost(one: Work & { item: KnownItem; row: Row }, context: PostContext) {
  const { item, row, hash, draft } = one;
  const { row: made, shown } = await newRow(one, context);
  const { id: _, slug: _slug, feedId: _feedId, createdAt: _createdAt, importBatchId: _batch, ...data } = made;
  await transaction(async (tx) => {
    const before = await tx.post.findUniqueOrThrow({ where: { id: row.id } });
    const postTags = await tx.postTag.findMany({ where: { postId: row.id } });
    const postAuthors = await tx.postAuthor.findMany({ where: { postId: row.id } });
    const mediaUses = await tx.mediaUse.findMany({ where: { postId: row.id } });
    await tx.post.update({
      where: { id: row.id },
      data: hasComeDue(draft, context.now) ? withoutMoment(data) : data,
    });
    await tx.postTag.deleteMany({ where: { postId: row.id } });
    await tx.postAuthor.deleteMany({ where: { postId: row.id } });
    await tx.mediaUse.deleteMany({ where: { postId: row.id } });
    await connect(tx, [{ ...one, shown }], context);
    await storeImportedRevisions(tx, [row.id]);
    await context.importMap.change(tx, item, itemHash(draft, hash), {
      post: before,
      postTags,
      postAuthors,
      mediaUses,
    });
    emit(tx, { type: 'import.post-updated', actorId: null, postId: row.id });
  });
}

async function connect(tx: Tx, work: readonly (Work & { shown: string[] })[], { authors, tags }: PostContext) {
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
}

// A post deleted here comes back with the file that contains it: its old entry is removed.
async function forget(tx: Tx, importMap: ImportMap, { work, stale }: { work: readonly Work[]; stale: string[] }) {
  const ids = work.flatMap(({ item }) => (item ? [item.id] : []));
  if (ids.length > 0) await tx.importItem.deleteMany({ where: { id: { in: ids } } });
  await inChunks(stale, (slice) =>
    tx.importItem.deleteMany({ where: { source: importMap.source, kind: 'comment', sourceId: { in: slice } } }),
  );
}

// Readers of such an address would get other content, or none.
function reportLostAddresses({ draft, allocation }: Work, { redirects, report }: PostContext) {
  const own = paths.post(allocation.slug);
  for (const from of draft.oldPaths) {
    if (from === own || !redirects.isOurs(from) || !isSeen(draft)) continue;
    const why = redirects.isNeeded(from) ? 'this site needs it itself' : 'something else stands there';
    addProblem(report.notes, {
      where: draft.where,
      why: `Its old address ${from} could not be kept, because ${why}: it is at ${own} here.`,
    });
  }
}

function isSeen({ status }: PostDraft) {
  return status === 'published' || status === 'scheduled';
}

function oldAddresses({ draft, allocation }: Work): RedirectDraft[] {
  const own = paths.post(allocation.slug);
  return draft.oldPaths.filter((from) => from !== own).map((from) => ({ from, postId: allocation.id }));
}

async function takenFeedIds(feedIds: string[]) {
  const rows = await readDb.post.findMany({ where: { feedId: { in: feedIds } }, select: { feedId: true } });
  const taken = new Set(rows.map(({ feedId }) => feedId));
  for (const [at, feedId] of feedIds.entries()) if (feedIds.indexOf(feedId) !== at) taken.add(feedId);
  return taken;
}

function countCreated(draft: PostDraft, report: ImportReport, now: Date) {
  report.created[draft.type === 'page' ? 'pages' : 'posts'] += 1;
  if (draft.status === 'draft') report.hidden.drafts += 1;
  else if (draft.status === 'private') report.hidden.private += 1;
  else if (draft.status === 'trashed') report.hidden.trashed += 1;
  else if (draft.publishAt && draft.publishAt > now) report.hidden.scheduled += 1;
  else if (hasComeDue(draft, now)) {
    report.hidden.drafts += 1;
    addProblem(report.notes, {
      where: draft.where,
      why: 'It was scheduled for a time that has passed; it was imported as a draft for you to publish.',
    });
  }
}

/** Sets the parents of pages once all exist; also completes an interrupted import. */
export async function setParents(all: Iterable<[string, string]>, context: PostContext) {
  for (const some of chunksOf(all, 500)) await setSomeParents(new Map(some), context);
}

async function setSomeParents(parents: Map<string, string>, { importMap, allocations }: PostContext) {
  const known = await importMap.find('post', [...parents.keys()]);
  const unplaced = [...known.values()].filter(({ hash }) => hash.endsWith(UNRESOLVED));
  await inChunks(
    unplaced,
    (slice) =>
      transaction(async (tx) => {
        for (const item of slice) {
          const parent = allocations.get(parents.get(item.sourceId) ?? '');
          if (parent) await tx.post.updateMany({ where: { id: item.targetId }, data: { parentId: parent.id } });
          await tx.importItem.update({
            where: { id: item.id },
            data: { hash: item.hash.slice(0, -UNRESOLVED.length) },
          });
        }
      }),
    50,
  );
}

/** The id and slug of each item: kept from an earlier import, or newly allocated. */
export function newAllocation(slug: string): Allocation {
  return { id: newId(), slug };
}
