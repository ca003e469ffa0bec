import 'server-only';
import type { Prisma } from '@/prisma/generated/sqlite/client';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { emitVisibility, positionSelect, type PositionedComment } from '@/lib/comments/thread-store';
import { readDb, transaction, db, type Tx } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import { emit } from '@/lib/events/emit';
import { detachImages } from '@/lib/media/forgetting';
import { setFileUses } from '@/lib/posts/post-relations';
import { getSettings } from '@/lib/settings/queries';
import { isAlive } from './batches';
import { revertChange, type RowBefore } from '../pipeline/changed-comments';
import type { Problem } from '../drafts';
import { inChunks } from '../pipeline/import-map';
import { recountThread } from '../pipeline/recounting';
import { removeDownloads } from './removing-files';
import { reopenPosts } from './reopening-posts';
import { undoPeriodOf } from './undo-period';

export type UndoReport = {
  batch: string;
  removed: {
    posts: number;
    pages: number;
    comments: number;
    authors: number;
    tags: number;
    media: number;
    files: number;
    redirects: number;
  };
  restored: number;
  /** Changed or built upon since, and therefore kept. */
  kept: Problem[];
};

/** Undoes an import of the last thirty days. What users edited or replied to stays and is reported; later imports go first. */
export async function undoImport(actor: Actor | 'operator', id: string, now = new Date()): Promise<UndoReport> {
  if (actor !== 'operator') requireCapability(actor, 'import.run');
  const batch = await readDb.importBatch.findUnique({
    where: { id },
    select: { id: true, status: true, report: true, createdAt: true, finishedAt: true, undoForgottenAt: true },
  });
  if (!batch) throw new AppError('not_found', `There is no import ${id}.`);
  if (batch.status === 'undone') throw new AppError('conflict', 'This import is undone already.');
  if (batch.status === 'running' && isAlive(batch.report))
    throw new AppError('conflict', 'This import is still running.');
  const { timeZone } = await getSettings();
  if (undoPeriodOf(batch, { timeZone, now }).isOver)
    throw new AppError('conflict', 'An import can be undone for 30 days, and these are over: nothing was changed.');
  await refuseIfBuiltUpon(batch);
  const report: UndoReport = {
    batch: id,
    removed: { posts: 0, pages: 0, comments: 0, authors: 0, tags: 0, media: 0, files: 0, redirects: 0 },
    restored: 0,
    kept: [],
  };
  await restoreUpdated(batch, report);
  await removePosts(id, report);
  await removeComments(id, report);
  await reopenPosts(id);
  await removeRest(id, report);
  const withUndo = JSON.stringify({ ...(JSON.parse(batch.report) as object), undo: report });
  const actorId = actor === 'operator' ? null : actor.id;
  await transaction(async (tx) => {
    const data = { status: 'undone', undoneAt: now, report: withUndo };
    await tx.importBatch.update({ where: { id }, data, select: { id: true } });
    emit(tx, { type: 'import.undone', actorId, batchId: id });
  });
  return report;
}

async function refuseIfBuiltUpon(batch: { id: string; createdAt: Date }) {
  const [own] = await readDb.importItem.findMany({ where: { batchId: batch.id }, take: 1, select: { source: true } });
  if (!own) return;
  const later = await readDb.importItem.findFirst({
    where: { source: own.source, batchId: { not: batch.id }, batch: { createdAt: { gt: batch.createdAt } } },
    select: { batchId: true },
  });
  if (later)
    throw new AppError(
      'conflict',
      `The import ${later.batchId} came after this one and builds upon it: undo that one first.`,
    );
}

const notRemoved =
  'The file storage could not delete it, and nothing on this site links to it: delete it there by hand.';

type ItemBefore = { batchId: string; hash: string; before: string };
type Before = {
  row: {
    post: Prisma.PostUncheckedCreateInput;
    postTags: Prisma.PostTagUncheckedCreateInput[];
    postAuthors: Prisma.PostAuthorUncheckedCreateInput[];
    mediaUses: Prisma.MediaUseUncheckedCreateInput[];
  };
  item: ItemBefore;
};
type CommentBefore = { row: { comment: RowBefore }; item: ItemBefore };

async function restoreUpdated(batch: { id: string; createdAt: Date }, report: UndoReport) {
  const updated = (kind: 'post' | 'comment') =>
    readDb.importItem.findMany({
      where: { batchId: batch.id, kind, before: { not: '' } },
      select: { id: true, targetId: true, before: true },
    });
  for (const item of await updated('post')) {
    const { row, item: former } = JSON.parse(item.before) as Before;
    const isEdited = await transaction(async (tx) => {
      const now = await tx.post.findUnique({ where: { id: item.targetId }, select: { version: true } });
      const isUntouched = now?.version === (row.post.version ?? 1);
      if (isUntouched) await restorePost(tx, item.targetId, row, batch.createdAt);
      await giveBack(tx, item.id, former);
      emit(tx, { type: 'import.post-reverted', actorId: null, postId: item.targetId });
      return now === null ? null : !isUntouched;
    });
    if (isEdited) report.kept.push(editedSince(`“${row.post.title}”`));
    else if (isEdited === false) report.restored += 1;
  }
  for (const item of await updated('comment')) {
    const { row, item: former } = JSON.parse(item.before) as CommentBefore;
    const isBack = await transaction(async (tx) => {
      await giveBack(tx, item.id, former);
      return revertChange(tx, row.comment);
    });
    if (isBack) report.restored += 1;
    else report.kept.push(editedSince(`a comment by ${row.comment.authorName}`));
  }
}

// The import before may be so long ago that its states are deleted: this one stays so.
async function giveBack(tx: Tx, id: string, former: ItemBefore) {
  const { batchId } = former;
  const isForgotten = await tx.importBatch.count({ where: { id: batchId, undoForgottenAt: { not: null } } });
  const data = isForgotten > 0 ? { ...former, before: '' } : former;
  await tx.importItem.update({ where: { id }, data, select: { id: true } });
}

function editedSince(where: string): Problem {
  return { where, why: 'It was edited here after the import, so it stays as it is.' };
}

async function restorePost(tx: Tx, id: string, { post, postTags, postAuthors, mediaUses }: Before['row'], since: Date) {
  // Counters have changed since.
  const { id: _, commentSeq: _seq, commentCount: _count, ...data } = post;
  await tx.post.update({ where: { id }, data });
  await tx.postRevision.deleteMany({ where: { postId: id, kind: 'import', createdAt: { gte: since } } });
  await tx.postTag.deleteMany({ where: { postId: id } });
  await tx.postAuthor.deleteMany({ where: { postId: id } });
  await tx.postTag.createMany({ data: postTags });
  await tx.postAuthor.createMany({ data: postAuthors });
  await tx.mediaUse.deleteMany({ where: { postId: id } });
  await tx.mediaUse.createMany({ data: mediaUses });
  await setFileUses(tx, { id, bodyHtml: post.bodyHtml }, true);
}

async function removePosts(batchId: string, report: UndoReport) {
  const posts = await readDb.post.findMany({
    where: { importBatchId: batchId },
    select: { id: true, type: true, title: true, slug: true, version: true },
  });
  const answered = await readDb.comment.findMany({
    where: { post: { importBatchId: batchId }, OR: [{ importBatchId: null }, { importBatchId: { not: batchId } }] },
    distinct: ['postId'],
    select: { postId: true },
  });
  const withAnswers = new Set(answered.map(({ postId }) => postId));
  const keptIds = new Set<string>();
  for (const post of posts) {
    const why =
      post.version > 1
        ? 'It was edited here since'
        : withAnswers.has(post.id)
          ? 'Readers have commented on it here'
          : '';
    if (!why) continue;
    keptIds.add(post.id);
    report.kept.push({ where: `“${post.title || post.slug}”`, why: `${why}, so it stays, with its comments.` });
  }
  await inChunks(
    posts.filter(({ id }) => !keptIds.has(id)),
    async (slice) => {
      const ids = slice.map(({ id }) => id);
      await transaction(async (tx) => {
        report.removed.comments += await tx.comment.count({ where: { postId: { in: ids } } });
        report.removed.redirects += await tx.redirect.count({ where: { postId: { in: ids } } });
        await tx.comment.deleteMany({ where: { postId: { in: ids } } });
        await tx.post.deleteMany({ where: { id: { in: ids } } });
        await tx.importItem.deleteMany({ where: { batchId, kind: 'post', targetId: { in: ids } } });
        emit(tx, { type: 'import.posts-removed', actorId: null, posts: slice.map(({ id, slug }) => ({ id, slug })) });
      });
      for (const { type } of slice) report.removed[type === 'page' ? 'pages' : 'posts'] += 1;
    },
    50,
  );
}

// What remains of the import is kept, with everything that depends on it.
function ofAnother(batchId: string): Prisma.PostWhereInput {
  return { OR: [{ importBatchId: null }, { importBatchId: { not: batchId } }] };
}

/** Removes comments added to existing threads, unless they have replies. */
async function removeComments(batchId: string, report: UndoReport) {
  const comments = await readDb.comment.findMany({
    where: { importBatchId: batchId, post: ofAnother(batchId) },
    // At the maximum depth a reply is a sibling of its parent, after it.
    orderBy: [{ depth: 'desc' }, { path: 'desc' }],
    select: { ...positionSelect, authorName: true },
  });
  const threads = new Set<string>();
  for (const comment of comments) {
    await transaction(async (tx) => {
      const { count } = await tx.comment.deleteMany({ where: { id: comment.id, answers: { none: {} } } });
      if (count === 0)
        report.kept.push({ where: `a comment by ${comment.authorName}`, why: 'It has replies here, so it was kept.' });
      else await forgetComment(tx, batchId, comment);
      report.removed.comments += count;
    });
    threads.add(comment.postId);
  }
  for (const postId of threads) {
    await transaction(async (tx) => {
      await recountThread(tx, postId);
      emit(tx, { type: 'import.comments-reverted', actorId: null, postId });
    });
  }
}

async function forgetComment(tx: Tx, batchId: string, comment: PositionedComment) {
  await tx.importItem.deleteMany({ where: { batchId, kind: 'comment', targetId: comment.id } });
  emitVisibility(tx, { ...comment, status: 'deleted' }, { from: comment.status, by: null });
}

async function removeRest(batchId: string, report: UndoReport) {
  const ownRedirects = { importBatchId: batchId, OR: [{ postId: null }, { post: ofAnother(batchId) }] };
  await removeRedirects(ownRedirects, report);
  const images = await detachImages({ importBatchId: batchId });
  report.removed.media = images.removed;
  for (const name of images.inUse) report.kept.push({ where: `the image ${name}`, why: 'It is used on this site.' });
  const files = await removeDownloads(batchId);
  report.removed.files = files.removed;
  for (const name of files.inUse)
    report.kept.push({ where: `the file ${name}`, why: 'A text on this site links to it.' });
  for (const path of [...images.left, ...files.left]) report.kept.push({ where: `uploads/${path}`, why: notRemoved });
  const pages = await pagesOfUsersAndTags(batchId);
  await transaction(async (tx) => {
    report.removed.tags = (await tx.tag.deleteMany({ where: { importBatchId: batchId, posts: { none: {} } } })).count;
    await tx.series.deleteMany({ where: { importBatchId: batchId, posts: { none: {} } } });
    const unused = {
      postAuthors: { none: {} },
      comments: { none: {} },
      media: { none: {} },
      revisions: { none: {} },
      accounts: { none: {} },
    };
    const strangers = { importBatchId: batchId, email: null, passwordHash: null };
    report.removed.authors = (await tx.user.deleteMany({ where: { ...strangers, ...unused } })).count;
    emit(tx, { type: 'import.rest-removed', actorId: null, ...pages, redirectedFrom: [] });
  });
  await forgetRemoved(batchId);
}

async function removeRedirects(loose: Prisma.RedirectWhereInput, report: UndoReport) {
  const gone = await readDb.redirect.findMany({ where: loose, select: { from: true } });
  const remove = (slice: { from: string }[]) =>
    transaction(async (tx) => {
      const redirectedFrom = slice.map(({ from }) => from);
      const { count } = await tx.redirect.deleteMany({ where: { ...loose, from: { in: redirectedFrom } } });
      report.removed.redirects += count;
      emit(tx, { type: 'import.rest-removed', actorId: null, tags: [], authors: [], redirectedFrom });
    });
  await inChunks(gone, remove, 500);
}

async function pagesOfUsersAndTags(importBatchId: string) {
  const select = { id: true, slug: true } as const;
  const tags = await readDb.tag.findMany({ where: { importBatchId }, select });
  const authors = await readDb.user.findMany({ where: { importBatchId }, select });
  return { tags, authors };
}

/** Deletes entries of removed rows; others stay, so that a new import recognises them. */
async function forgetRemoved(batchId: string) {
  const exists: Record<string, (ids: string[]) => Promise<{ id: string }[]>> = {
    user: (ids) => readDb.user.findMany({ where: { id: { in: ids } }, select: { id: true } }),
    tag: (ids) => readDb.tag.findMany({ where: { id: { in: ids }, importBatchId: batchId }, select: { id: true } }),
    media: (ids) => readDb.media.findMany({ where: { id: { in: ids }, importBatchId: batchId }, select: { id: true } }),
    comment: (ids) => readDb.comment.findMany({ where: { id: { in: ids } }, select: { id: true } }),
  };
  for (const [kind, find] of Object.entries(exists)) {
    const items = await readDb.importItem.findMany({ where: { batchId, kind }, select: { id: true, targetId: true } });
    await inChunks(items, async (slice) => {
      const here = new Set((await find(slice.map(({ targetId }) => targetId))).map(({ id }) => id));
      const gone = slice.filter(({ targetId }) => !here.has(targetId)).map(({ id }) => id);
      await db.importItem.deleteMany({ where: { id: { in: gone } } });
    });
  }
}
