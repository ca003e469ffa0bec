import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { readDb, transaction, db, type Tx } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import { emit } from '@/lib/events/emit';
import {
  columnsOf,
  fieldsOfPost,
  fieldsOfRevision,
  hashOfFields,
  newestFields,
  requireEditable,
  revisionSelect,
  typeOf,
  type EditablePost,
} from './post-record';
import { mergeFields, type Problems } from './merging';
import { insertDraft } from './new-drafts';
import { chosenImagesOf, type PostFields } from '../fields/fields';
import type { PostType } from '../post';
import { movePagesBelow, storedSlug } from '../publishing/page-tree';
import { setAuthors, setFileUses, setMediaUses } from '../post-relations';
import { mediaIdsIn } from '../fields/rendered-fields';
import { storeRevision, type RevisionKind } from './revisions';
import { PostInTrash, SaveConflict, SavedMeanwhile, type Publication } from './save-conflict';
import { readMarks, withSaveMark, type SaveMark } from './save-marks';
import { joinSeries } from '../series/joining';
import { findOrCreateTags, isSameTags, setTags } from '../tagging/tagging';
import { retryOnUniqueViolation } from '../unique-violation';
import { postStateOf } from '../visibility';

type Save = {
  id: string;
  version: number;
  fields: Partial<PostFields>;
  kind?: 'autosave' | 'save';
  /** Saves the others where a field cannot be taken, and reports it; an autosave always does. */
  isLenient?: boolean;
  mark?: SaveMark | undefined;
};

type Written = { version: number; savedAt: Date; publication: Publication };
/** `isRepeated`: the same was sent before, and nothing was written. */
export type Saved = Written & { problems: Problems; isRepeated: boolean };

/** Creates a draft of a post or page, visible to staff only. */
export async function createDraft(actor: Actor, { type }: { type: PostType }) {
  requireCapability(actor, 'posts.write');
  return transaction((tx) => insertDraft(tx, actor, type));
}

/** Everything the editor shows: newest fields, published version, state. */
export async function getEditable(actor: Actor, id: string) {
  const post = await requireEditable(actor, id);
  return {
    id: post.id,
    type: typeOf(post),
    version: post.version,
    saveMarks: readMarks(post.saveMarks),
    status: post.status,
    state: postStateOf(post, new Date()),
    slug: post.slug,
    fields: newestFields(post),
    hasPendingChange: post.pendingRevisionId !== null,
    publishAt: post.publishAt,
    unpublishAt: post.unpublishAt,
    firstPublishedAt: post.firstPublishedAt,
    createdAt: post.createdAt,
    savedAt: post.pendingRevision?.updatedAt ?? post.updatedAt,
  };
}

/** Saves a draft or the pending change of a published post. Throws SaveConflict on a concurrent save of another text. */
export async function saveDraft(actor: Actor, save: Save): Promise<Saved> {
  const post = await requireEditable(actor, save.id);
  requireWritable(post);
  const kind = save.kind ?? 'save';
  const isLenient = save.isLenient ?? kind === 'autosave';
  const { fields, problems } = await mergeFields(actor, post, { given: save.fields, isLenient });
  const isStale = post.version !== save.version;
  if (await isNewest(post, fields, isStale)) return { ...unchanged(post), problems, isRepeated: isStale };
  if (isStale) throw await conflictOn(post);
  try {
    return { ...(await write({ actor, post, fields, kind, mark: save.mark })), problems, isRepeated: false };
  } catch (error) {
    if (!(error instanceof SaveConflict)) throw error;
    const now = await requireEditable(actor, save.id);
    if (!(await isNewest(now, fields, true))) throw error;
    return { ...unchanged(now), problems, isRepeated: true };
  }
}

/** Why some of these fields could not be saved; saves nothing. */
export async function findProblems(actor: Actor, id: string, given: Partial<PostFields>): Promise<Problems> {
  const { problems } = await mergeFields(actor, await requireEditable(actor, id), { given, isLenient: true });
  return problems;
}

/** Restores an earlier revision as the newest one; the previous state stays in the history. */
export async function restoreRevision(
  actor: Actor,
  input: { id: string; revisionId: string },
): Promise<Written & { problems: Problems }> {
  const post = await requireEditable(actor, input.id);
  requireWritable(post);
  const row = await readDb.postRevision.findFirst({
    where: { id: input.revisionId, postId: post.id },
    select: revisionSelect,
  });
  if (!row) throw new AppError('not_found', 'This version no longer exists.');
  const { fields, problems } = await mergeFields(actor, post, { given: fieldsOfRevision(row), isLenient: true });
  return { ...(await write({ actor, post, fields, kind: 'restore' })), problems };
}

/** Discards the pending change of a post; it stays in the history. */
export async function discardPending(actor: Actor, id: string) {
  const post = await requireEditable(actor, id);
  if (!post.pendingRevisionId) return { version: post.version };
  await transaction(async (tx) => {
    await tx.post.update({ where: { id }, data: { pendingRevisionId: null, version: { increment: 1 } } });
    emit(tx, { type: 'post.change-discarded', actorId: actor.id, postId: id });
  });
  return { version: post.version + 1 };
}

type Write = { actor: Actor; post: EditablePost; fields: PostFields; kind: RevisionKind; mark?: SaveMark | undefined };

async function write(save: Write): Promise<Written> {
  const mediaIds = [...(await mediaIdsIn(save.fields.bodyHtml)), ...chosenImagesOf(save.fields)];
  try {
    const savedAt = await retryOnUniqueViolation(() => transaction((tx) => writeWithin(tx, save, mediaIds)));
    return { version: save.post.version + 1, savedAt, publication: publicationOf(save.post) };
  } catch (error) {
    if (error instanceof SavedMeanwhile) throw await conflictOn(await requireEditable(save.actor, save.post.id));
    throw error;
  }
}

async function writeWithin(tx: Tx, { actor, post, fields, kind, mark }: Write, mediaIds: string[]) {
  const isOut = post.status === 'published';
  // A text without any revision (after an import or a first restore) must not be lost.
  if (kind === 'restore')
    await storeRevision(tx, { postId: post.id, authorId: null, kind: 'autosave', fields: newestFields(post) });
  const revisionId = await storeRevision(tx, { postId: post.id, authorId: actor.id, kind, fields });
  const isAsReadersHaveIt = isOut && hashOfFields(fields) === hashOfFields(fieldsOfPost(post));
  const slug = isOut ? post.slug : await storedSlug(tx, post, fields);
  const { count } = await tx.post.updateMany({
    where: { id: post.id, version: post.version },
    data: {
      version: { increment: 1 },
      ...(mark ? { saveMarks: withSaveMark(post.saveMarks, mark) } : {}),
      ...(isOut ? { pendingRevisionId: isAsReadersHaveIt ? null : revisionId } : draftColumns(post, { fields, slug })),
    },
  });
  if (count === 0) throw new SavedMeanwhile();
  if (!isOut) {
    await movePagesBelow(tx, { before: post.slug, after: slug }, actor.id);
    await setTags(tx, post.id, await findOrCreateTags(tx, fields.tags));
    await joinSeries(tx, post.id, fields.series);
    await setAuthors(tx, post.id, fields.authorIds);
  }
  await setMediaUses(tx, post.id, mediaIds, false);
  await setFileUses(tx, { id: post.id, bodyHtml: fields.bodyHtml }, false);
  if (kind !== 'autosave') emit(tx, { type: 'post.saved', actorId: actor.id, postId: post.id, kind });
  return new Date();
}

// Version 0 marks the stored HTML as outdated: previews and publishing render it.
function draftColumns(post: EditablePost, { fields, slug }: { fields: PostFields; slug: string }) {
  return {
    ...columnsOf(fields, post),
    slug,
    renderVersion: 0,
    pendingRevisionId: null,
  };
}

function requireWritable(post: EditablePost) {
  if (post.status === 'trashed') throw new PostInTrash(post.version);
}

async function conflictOn(post: EditablePost) {
  const last = await db.postRevision.findFirst({
    where: { postId: post.id },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { author: { select: { name: true } } },
  });
  return new SaveConflict({
    by: last?.author?.name ?? 'Someone else',
    at: savedAtOf(post),
    version: post.version,
    fields: newestFields(post),
    publication: publicationOf(post),
  });
}

// What was saved before stands under the tags' own names.
async function isNewest(post: EditablePost, fields: PostFields, isStale: boolean) {
  const newest = newestFields(post);
  if (hashOfFields(fields) === hashOfFields(newest)) return true;
  if (!isStale || hashOfFields({ ...fields, tags: newest.tags }) !== hashOfFields(newest)) return false;
  return transaction((tx) => isSameTags(tx, fields.tags, newest.tags));
}

function unchanged(post: EditablePost): Written {
  return { version: post.version, savedAt: savedAtOf(post), publication: publicationOf(post) };
}

function publicationOf(post: EditablePost): Publication {
  return { state: postStateOf(post, new Date()), publishAt: post.publishAt };
}

function savedAtOf(post: EditablePost) {
  return post.pendingRevision?.updatedAt ?? post.updatedAt;
}
