'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { adminText } from '@/components/text/server';
import { formAction } from '@/lib/actions/form-action';
import type { Actor } from '@/lib/auth/actor';
import { done, refused } from '@/lib/forms/form-state';
import { followText } from '@/lib/notes/anchors';
import { handIn, takeBack } from '@/lib/notes/reviewing';
import { env } from '@/lib/platform/env';
import { createDraft, discardPending, restoreRevision, saveDraft } from '@/lib/posts/editing/drafting';
import { duplicatePost } from '@/lib/posts/editing/duplicating';
import { openEmptyDraft } from '@/lib/posts/editing/new-drafts';
import { postFields } from '@/lib/posts/fields/post-fields';
import { postTypes } from '@/lib/posts/post';
import { createPreviewLink, revokePreviewLinks } from '@/lib/posts/previews/preview-links';
import { runBulk, scheduleOf } from '@/lib/posts/publishing/bulk';
import { withDates } from '@/lib/posts/publishing/bulk-schedule';
import { trashPost, unpublishPost } from '@/lib/posts/publishing/unpublishing';
import { getSettings } from '@/lib/settings/queries';
import { toWallClock } from '@/lib/time/site-time';
import { paths } from '@/lib/web/paths';
import { moved, restoreFromTrash, withText } from './action-answers';
import { bulkSentence } from './bulk-sentence';
import { bulkForm, readTarget, writeTarget } from './bulk-targets';
import { plainForm, savePlainForm } from './plain-form';
import { quickForm, saveQuickForm } from './quick-edit';
import { publicationAsTyped, publishAsTyped, target } from './publication';

const often = { name: 'post.write', limit: 300, seconds: 600 };
export const createDraftAction = formAction(
  {
    name: 'post.create',
    who: 'posts.write',
    rateLimit: { name: 'post.create', limit: 60, seconds: 3600 },
    schema: z.object({ type: z.enum(postTypes), title: postFields.shape.title.default('') }),
  },
  async ({ type, title }, { actor }) => {
    if (title === '') redirect(paths.admin.post((await openEmptyDraft(actor, { type })).id));
    const { id, version } = await createDraft(actor, { type });
    await saveDraft(actor, { id, version, fields: { title }, kind: 'autosave' });
    redirect(paths.admin.post(id));
  },
);

export const publishAction = formAction(
  { name: 'post.publish', who: 'posts.write', rateLimit: often, schema: publicationAsTyped },
  async (input, { actor }) => publishAsTyped(actor, input),
);

export const handInAction = formAction(
  { name: 'post.hand-in', who: 'posts.write', rateLimit: often, schema: target },
  async ({ id }, { actor }) => {
    await handIn(actor, { id });
    return moved(actor, { id, message: 'Submitted for review.', undo: 'takeBack' });
  },
);

export const takeBackAction = formAction(
  { name: 'post.take-back', who: 'posts.write', rateLimit: often, schema: target },
  async ({ id }, { actor }) => {
    await takeBack(actor, { id });
    return moved(actor, { id, message: 'Withdrawn. It is a draft again.', undo: 'handIn' });
  },
);

export const unpublishAction = formAction(
  { name: 'post.unpublish', who: 'posts.write', rateLimit: often, schema: target },
  async ({ id }, { actor }) => {
    const schedule = await scheduleOf(actor, id);
    await unpublishPost(actor, { id });
    const message = 'Reverted to draft. Readers no longer see it.';
    const state = await moved(actor, { id, message, undo: 'publish' });
    if (!schedule) return state;
    const { timeZone } = await getSettings();
    return { ...state, values: { ...state.values, undoAt: toWallClock(schedule, timeZone) } };
  },
);

export const trashAction = formAction(
  { name: 'post.trash', who: 'posts.write', rateLimit: often, schema: target },
  async ({ id }, { actor }) => {
    await trashPost(actor, { id });
    return moved(actor, { id, message: 'Moved to trash.', undo: 'restore' });
  },
);

export const restoreAction = formAction(
  { name: 'post.restore', who: 'posts.write', rateLimit: often, schema: target },
  async ({ id }, { actor }) => restoreFromTrash(actor, id),
);

export const discardAction = formAction(
  { name: 'post.discard-change', who: 'posts.write', rateLimit: often, schema: target },
  async ({ id }, { actor }) => {
    await discardPending(actor, id);
    return withText(actor, id, 'The changes were discarded. You can restore them from “Revision history”.');
  },
);

export const restoreRevisionAction = formAction(
  {
    name: 'post.restore-revision',
    who: 'posts.write',
    rateLimit: often,
    schema: target.extend({ revisionId: z.string().min(1).max(64) }),
  },
  async (input, { actor }) => {
    await restoreRevision(actor, input);
    await followText(input.id);
    return withText(actor, input.id, 'That version was restored. The one before it is in “Revision history”.');
  },
);

export const createPreviewAction = formAction(
  {
    name: 'post.preview-link',
    who: 'posts.write',
    rateLimit: { name: 'post.preview-link', limit: 120, seconds: 3600 },
    schema: target,
  },
  async ({ id }, { actor }) => {
    const { secret } = await createPreviewLink(actor, id);
    refresh();
    return {
      ...done('The preview link was created.'),
      values: { url: new URL(paths.postPreview(secret), env().siteUrl).href },
    };
  },
);

export const revokePreviewsAction = formAction(
  { name: 'post.revoke-preview-links', who: 'posts.write', rateLimit: often, schema: target },
  async ({ id }, { actor }) => {
    const count = await revokePreviewLinks(actor, id);
    refresh();
    return done(count === 1 ? 'The preview link was revoked.' : 'The preview links were revoked.');
  },
);

export const runBulkAction = formAction(
  {
    name: 'post.bulk',
    isBulk: true,
    who: 'posts.write',
    rateLimit: { name: 'post.bulk', limit: 120, seconds: 600 },
    schema: bulkForm,
  },
  async ({ intent: action, id: ids, tag, ...wanted }, { actor }) => {
    if (action === 'duplicate') redirect(paths.admin.post((await duplicate(actor, ids[0]!)).id));
    const chosen = ids.map(readTarget);
    const targets = action === 'schedule' ? await withDates(chosen, wanted) : chosen;
    const result = await runBulk(actor, { action, targets, tag });
    refresh();
    const message = bulkSentence(action, result);
    if (result.done.length === 0) return refused(message, {}, { tag });
    const undoIds = result.undo?.targets.map(writeTarget).join(',') ?? '';
    return { ...done(message), values: result.undo ? { undo: result.undo.action, undoIds, undoTag: tag } : {} };
  },
);

async function duplicate(actor: Actor, id: string) {
  const t = await adminText();
  return duplicatePost(actor, id, (title) => t('Copy of {title}', { title }));
}

/** A row of the list of posts, edited in its place. */
export const quickEditAction = formAction(
  { name: 'post.quick-edit', who: 'posts.write', rateLimit: often, schema: quickForm },
  async (form, { actor }) => saveQuickForm(actor, form),
);

/** The whole form of the editor without a script; `intent` is the button that was pressed. */
export const savePlainAction = formAction(
  { name: 'post.save', who: 'posts.write', rateLimit: often, schema: plainForm },
  async (form, { actor }) => savePlainForm(actor, form),
);
