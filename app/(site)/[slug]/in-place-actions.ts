'use server';

import { singleCommentMarkup } from '@/components/comments/comment-markup';
import { formAction, redirectTo } from '@/lib/actions/form-action';
import { commentEditSchema, commentIdSchema } from '@/lib/comments/comment';
import { deleteOwnComment, editComment, restoreOwnComment } from '@/lib/comments/editing';
import { findShownComment } from '@/lib/comments/queries';
import { readSettings } from '@/lib/settings/queries';
import { paths } from '@/lib/web/paths';

const changes = { name: 'comment-change', limit: 30, seconds: 10 * 60 };

/** Edits a comment where it stands in its thread: answers with its HTML, or with its own page if it awaits approval. */
export const editInPlaceAction = formAction(
  { name: 'comment.edit-in-place', who: 'comments.write', schema: commentEditSchema, rateLimit: changes },
  async (input, { actor, client }) => {
    const { id, slug, address } = await editComment(actor, { ...input, client });
    const [comment, dates, answer] = await Promise.all([
      findShownComment(id, actor.id),
      readSettings(),
      redirectTo(address),
    ]);
    if (!comment) return answer;
    const { html } = singleCommentMarkup(comment, { slug, dates, canAnswer: false });
    return { ...answer, message: 'Your changes are saved.', values: { html } };
  },
);

/** Deletes a comment where it stands; its script shows that, and how to undo it. */
export const deleteInPlaceAction = formAction(
  { name: 'comment.delete-in-place', who: 'comments.write', schema: commentIdSchema, rateLimit: changes },
  async ({ id }, { actor }) => {
    const { slug } = await deleteOwnComment(actor, id);
    return redirectTo(paths.comment(slug, id));
  },
);

export const restoreInPlaceAction = formAction(
  { name: 'comment.restore-in-place', who: 'comments.write', schema: commentIdSchema, rateLimit: changes },
  async ({ id }, { actor }) => {
    const { address } = await restoreOwnComment(actor, id);
    return redirectTo(address);
  },
);
