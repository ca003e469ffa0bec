import 'server-only';
import { can, type Actor } from '@/lib/auth/actor';
import { readDb, transaction, type Tx } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import { emit } from '@/lib/events/emit';
import { folderOfPost } from '@/lib/settings/permalinks';
import { getSettings } from '@/lib/settings/queries';
import { paths } from '@/lib/web/paths';
import { clearAddress, storeRedirect } from './address-moves';
import { checksOf } from './checklist';
import { followByAuthors } from './author-follows';
import { findFreeSlug, requireUsableSlug } from './addresses';
import {
  columnsOf,
  fieldsOfPost,
  newestFields,
  provisionalSlug,
  requireEditable,
  typeOf,
  type EditablePost,
} from '../editing/post-record';
import { chosenImagesOf, type PostFields } from '../fields/fields';
import { canTransition, wasEverPublic, type PostState } from '../post';
import { movePagesBelow, requireParent, withParent } from './page-tree';
import { publicationTimes, type WantedTimes } from './publication-times';
import { policyPostFields } from '../listing/post-facts';
import { ownSlugOf } from './slugs';
import { isVisibleChange } from '../editing/change-detection';
import { setAuthors, setFileUses, setMediaUses } from '../post-relations';
import { renderFields } from '../fields/rendered-fields';
import { storeRevision } from '../editing/revisions';
import { joinSeries } from '../series/joining';
import { findOrCreateTags, setTags } from '../tagging/tagging';
import { retryOnUniqueViolation } from '../unique-violation';
import { postStateOf } from '../visibility';

export type Changed = { id: string; slug: string };
export type Published = Changed & { version: number; state: PostState; publishAt: Date };

/** Absent: unchanged (or now). Null: now, or never. A future date schedules; a past one becomes the post's date. */
type Publication = { id: string; version: number; publishAt?: Date | null; unpublishAt?: Date | null };

/** Publishes the newest text, now or at a date, and keeps former URLs. Throws a conflict on a concurrent save. */
export async function publishPost(actor: Actor, input: Publication): Promise<Published> {
  requirePublisher(actor);
  const post = await requireEditable(actor, input.id);
  const now = new Date();
  requireTransition(post, now);
  requireVersion(post, input.version);
  const fields = newestFields(post);
  requireTitle(fields);
  const times = publicationTimes(post, wantedTimes(input), now);
  const rendered = await renderFields(fields.bodyHtml);
  await requireChecked(post, fields, rendered.columns.wordCount);
  const view = await isVisibleChange(post, fields);
  return retryOnUniqueViolation(async () => {
    const slug = await slugFor(actor, post, { fields, publishAt: times.publishAt });
    return transaction((tx) =>
      writePublication(tx, {
        actor,
        post,
        fields: { ...fields, slug: ownSlugOf(slug) },
        slug,
        times,
        rendered,
        isVisiblyNew: view.isNew,
        now,
      }),
    );
  });
}

type Publishing = {
  actor: Actor;
  post: EditablePost;
  fields: PostFields;
  /** With that of its parent. */
  slug: string;
  times: ReturnType<typeof publicationTimes>;
  rendered: Awaited<ReturnType<typeof renderFields>>;
  isVisiblyNew: boolean;
  now: Date;
};

async function writePublication(tx: Tx, publishing: Publishing): Promise<Published> {
  const { actor, post, fields, slug, times, rendered, now } = publishing;
  const before = await policyPostFields(tx, post);
  const { count } = await tx.post.updateMany({
    where: { id: post.id, version: post.version },
    data: {
      ...columnsOf(fields, post),
      ...rendered.columns,
      ...times,
      contentUpdatedAt: contentUpdatedAt(publishing),
      slug,
      status: 'published',
      pendingRevisionId: null,
      version: { increment: 1 },
    },
  });
  if (count === 0) throw savedMeanwhile();
  await moveAddress(tx, post, slug, now);
  await movePagesBelow(tx, { before: post.slug, after: slug }, actor.id);
  await setTags(tx, post.id, await findOrCreateTags(tx, fields.tags));
  await joinSeries(tx, post.id, fields.series);
  await setAuthors(tx, post.id, fields.authorIds);
  await followByAuthors(tx, post, fields, now);
  await setMediaUses(tx, post.id, [...rendered.mediaIds, ...chosenImagesOf(fields)], true);
  await setFileUses(tx, { id: post.id, bodyHtml: fields.bodyHtml }, true);
  await storeRevision(tx, { postId: post.id, authorId: actor.id, kind: 'publish', fields });
  const after = await requireEditable(actor, post.id, tx);
  const state = postStateOf(after, now);
  const wasLive = postStateOf(post, now) === 'Published';
  emit(tx, {
    type: state === 'Scheduled' ? 'post.scheduled' : wasLive ? 'post.updated' : 'post.published',
    actorId: actor.id,
    title: after.title,
    publishAt: times.publishAt.toISOString(),
    before,
    after: await policyPostFields(tx, after),
  });
  return { id: post.id, slug: after.slug, version: after.version, state, publishAt: times.publishAt };
}

// A URL that was public keeps working; the current owner of a URL has priority over redirects.
async function moveAddress(tx: Tx, post: EditablePost, slug: string, now: Date) {
  const to = paths.post(slug);
  if (slug !== post.slug && wasEverPublic(post, now)) {
    await storeRedirect(tx, { from: paths.post(post.slug), to, postId: post.id, tagId: null });
  } else {
    await clearAddress(tx, to);
  }
}

function contentUpdatedAt({ post, times, isVisiblyNew, now }: Publishing) {
  if (!wasEverPublic(post, now)) return times.firstPublishedAt;
  return isVisiblyNew ? now : post.contentUpdatedAt;
}

type Placing = { fields: PostFields; publishAt: Date };

async function slugFor(actor: Actor, post: EditablePost, { fields, publishAt }: Placing) {
  const present = fieldsOfPost(post);
  const isKept = fields.slug !== '' && fields.slug === present.slug && fields.parentId === present.parentId;
  if (isKept && post.type === 'page') return post.slug;
  const parent =
    post.type === 'page' ? await requireParent(post, fields.parentId) : folderOfPost(publishAt, await getSettings());
  if (isKept) {
    if (withParent(parent, fields.slug) === post.slug) return post.slug;
    // Its own slug was not changed here: a post with the same one in that folder is no fault of this one.
    return withParent(parent, await findFreeSlug(fields.slug, post.id, parent));
  }
  if (fields.slug === '' || fields.slug === provisionalSlug(post.id))
    return withParent(parent, await findFreeSlug(fields.title, post.id, parent));
  const slug = withParent(parent, fields.slug);
  if (slug !== post.slug) await requireUsableSlug(actor, { slug: fields.slug, postId: post.id, parent });
  return slug;
}

function wantedTimes(input: Publication): WantedTimes {
  return {
    ...(input.publishAt === undefined ? {} : { publishAt: input.publishAt }),
    ...(input.unpublishAt === undefined ? {} : { unpublishAt: input.unpublishAt }),
  };
}

// What blocks is read from the settings themselves: a rule that was just set holds for the next post.
async function requireChecked(post: EditablePost, fields: PostFields, words: number) {
  const [{ publishRules }, openNotes] = await Promise.all([
    getSettings(),
    readDb.editorNote.count({ where: { postId: post.id, parentId: null, resolvedAt: null } }),
  ]);
  const checked = { ...fields, type: typeOf(post), coverId: fields.coverId ?? '', words, openNotes };
  const blocking = checksOf(checked, publishRules).filter(({ level }) => level === 'block');
  if (blocking.length === 0) return;
  const sentences = blocking.map(({ sentence }) => sentence).join(' ');
  throw new AppError('invalid', `Not published: the check list of this site asks for more. ${sentences}`);
}

function requirePublisher(actor: Actor) {
  if (can(actor, 'posts.publish')) return;
  throw new AppError('forbidden', 'Your role does not publish posts. Submit it for review instead.');
}

function requireTransition(post: EditablePost, now: Date) {
  if (canTransition(postStateOf(post, now), 'publish')) return;
  throw new AppError('conflict', 'This post is in the trash. Restore it first, then publish it.');
}

function requireVersion(post: EditablePost, version: number) {
  if (post.version !== version) throw savedMeanwhile();
}

function savedMeanwhile() {
  return new AppError(
    'conflict',
    'This post was saved somewhere else in the meantime. Look at what changed, then publish.',
  );
}

function requireTitle(fields: PostFields) {
  if (fields.title !== '') return;
  const sentence = 'Give it a title before you publish it.';
  throw new AppError('invalid', sentence, { fields: { title: sentence } });
}
