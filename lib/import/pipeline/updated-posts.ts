import 'server-only';
import { transaction } from '@/lib/database/db';
import { emit } from '@/lib/events/emit';
import { storeImportedRevisions } from '@/lib/posts/editing/revisions';
import type { PostDraft } from '../drafts';
import { addProblem } from '../report/report';
import { Thread } from './comments';
import type { KnownItem } from './import-map';
import { MIRRORED } from './mirrored';
import { hasComeDue, newRow, withKnownMoment, withoutMoment } from './post-rows';
import { connect, itemHash, UNRESOLVED, type PostContext, type PostRow, type Work } from './post-work';

/** Updates a post that is here, unless it was edited here; new comments come in either way. */
export async function updateExisting(one: Work, context: PostContext) {
  const { draft, hash, item, row } = one;
  if (!item || !row) return;
  const { report, importMap, write } = context;
  const kind = draft.type === 'page' ? 'pages' : 'posts';
  const isUnchanged = item.hash === hash || item.hash === hash + UNRESOLVED || isSameOtherwise(one);
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
    if (write) await updatePost(one as Work & { item: KnownItem; row: PostRow }, context);
  }
  const thread = new Thread(draft, { id: row.id, isNew: false }, context);
  await thread.rest();
}

// An export has texts as they are stored, a mirror as they are shown: only the time says whether they are the same.
function isSameOtherwise({ draft, item, row }: Work) {
  if (!item || !row || item.hash.startsWith(MIRRORED) === (draft.mirrored !== undefined)) return false;
  if (draft.mirrored && !draft.mirrored.isDated) return true;
  return draft.changedAt !== null && draft.changedAt <= row.contentUpdatedAt;
}

// Authors may not be told to everyone; those of an export stay.
function isUnsigned({ mirrored, authorKeys }: PostDraft) {
  return mirrored !== undefined && authorKeys.length === 0;
}

type Unseen =
  'seoTitle' | 'seoDescription' | 'socialTitle' | 'socialDescription' | 'canonicalUrl' | 'noindex' | 'enclosures';

/** Without what the old site does not show, which an export may have brought. */
function withoutUnseen<T extends Record<Unseen, unknown>>(row: T) {
  const { seoTitle: _, seoDescription: _description, socialTitle: _social, ...others } = row;
  const { socialDescription: _words, canonicalUrl: _url, noindex: _noindex, enclosures: _files, ...seen } = others;
  return seen;
}

async function updatePost(one: Work & { item: KnownItem; row: PostRow }, context: PostContext) {
  const { item, row, hash, draft } = one;
  const { row: made, shown, linked } = await newRow(one, context);
  const { id: _, slug: _slug, feedId: _feedId, createdAt: _createdAt, importBatchId: _batch, ...all } = made;
  const data = draft.mirrored ? withoutUnseen(all) : all;
  await transaction(async (tx) => {
    const before = await tx.post.findUniqueOrThrow({ where: { id: row.id } });
    const postTags = await tx.postTag.findMany({ where: { postId: row.id } });
    const postAuthors = await tx.postAuthor.findMany({ where: { postId: row.id } });
    const mediaUses = await tx.mediaUse.findMany({ where: { postId: row.id } });
    await tx.post.update({
      where: { id: row.id },
      data: hasComeDue(draft, context.now) ? withoutMoment(data) : withKnownMoment(data, draft, before),
    });
    await tx.postTag.deleteMany({ where: { postId: row.id } });
    if (!isUnsigned(draft)) await tx.postAuthor.deleteMany({ where: { postId: row.id } });
    await tx.mediaUse.deleteMany({ where: { postId: row.id } });
    await tx.storedFileUse.deleteMany({ where: { postId: row.id } });
    await connect(tx, [{ ...one, shown, linked }], context);
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
