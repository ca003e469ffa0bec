import 'server-only';
import { insertRows } from '@/lib/database/bulk-insert';
import { readDb, transaction, type Tx } from '@/lib/database/db';
import { emit } from '@/lib/events/emit';
import { storeImportedRevisions } from '@/lib/posts/editing/revisions';
import { paths } from '@/lib/web/paths';
import type { PostDraft } from '../drafts';
import { addProblem, type ImportReport } from '../report/report';
import { emitImported, Thread, type FirstComments } from './comments';
import { chunksOf, inChunks, type ImportMap } from './import-map';
import { hasComeDue, newRow } from './post-rows';
import { connect, itemHash, type PostContext, type Work } from './post-work';
import type { RedirectDraft } from './redirect-allocator';

type Made = Awaited<ReturnType<typeof newRow>>;

/** Limits the bodies parsed at a time. */
const TEXTS_AT_ONCE = 8;

/** Creates the posts that are new, with their comments and redirects. */
export async function createPosts(work: Work[], context: PostContext) {
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
  const ids = new Set(threads.flatMap((thread) => thread.firstIds()));
  const batch = { taken: new Set<string>(), known: await context.importMap.find('comment', [...ids]) };
  for (const thread of threads) first.push(await thread.first(batch));
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
      work.map((one, at) => ({ ...one, shown: made[at]?.shown ?? [], linked: made[at]?.linked ?? [] })),
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
    await insertRows(
      tx,
      'ImportedCommenter',
      first.flatMap(({ commenters }) => commenters),
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
