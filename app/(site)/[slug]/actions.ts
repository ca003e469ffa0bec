'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import {
  bodySchema,
  commentEditSchema,
  commentIdSchema,
  followField,
  draftSchema,
  newCommentSchema,
} from '@/lib/comments/comment';
import { discardDraft, storeDraft, listDrafts, publishDrafts } from '@/lib/comments/drafts';
import { deleteOwnComment, editComment, restoreOwnComment } from '@/lib/comments/editing';
import { renderMentions } from '@/lib/comments/mentions/rendering';
import { submitComment } from '@/lib/comments/submission';
import { renderVisible } from '@/lib/comments/visible';
import { followFrom } from '@/lib/notifications/following';
import { formAction, redirectTo } from '@/lib/actions/form-action';
import { HONEYPOT_FIELD } from '@/lib/forms/honeypot-name';
import { done, refused } from '@/lib/forms/form-state';
import { getSettings } from '@/lib/settings/queries';
import { offersWritingFirst, requestPublishing, writerFields } from '@/lib/users/publishing-by-mail';
import { paths } from '@/lib/web/paths';
import { addDraftSecret, draftSecrets, storeDraftSecrets } from './comments/draft-cookie';

const perMinute = { name: 'comment-minute', limit: 5, seconds: 60 };
const perHour = { name: 'comment-hour', limit: 30, seconds: 60 * 60 };
const submissionSchema = newCommentSchema.extend({ ...writerFields, follow: followField });
const previews = { name: 'comment-preview', limit: 30, seconds: 60 };
/** What is typed beside the text comes back with it. */
const typedBeside = {
  follow: z.string().max(10).default(''),
  name: z.string().max(1_000).default(''),
  email: z.string().max(1_000).default(''),
};
const changes = { name: 'comment-change', limit: 30, seconds: 10 * 60 };

/** Publishes a comment, or saves it until the author has signed in or confirmed their address. */
export const submitCommentAction = formAction(
  { name: 'comment.submit', who: 'anyone', schema: submissionSchema, rateLimit: [perMinute, perHour] },
  async ({ [HONEYPOT_FIELD]: _honeypot, name, email, ...draft }, { actor, client, hasScript }) => {
    if (!actor && (name || email) && offersWritingFirst(await getSettings())) {
      const { id } = await requestPublishing(draft, { name, email });
      return redirectTo(paths.sentComment(id));
    }
    if (!actor?.emailVerified) {
      const secret = await storeDraft(draft);
      await addDraftSecret(secret);
      return redirectTo(actor ? paths.pendingComments() : paths.signIn(await addressOfDraft(secret)));
    }
    const follow = draft.follow ? followFrom(actor) : null;
    const comment = await submitComment(actor, { ...draft, client, hasScript }, new Date(), {
      ...(follow && { after: (tx) => follow(tx, draft) }),
    });
    return redirectTo(comment.address);
  },
);

/** Shows how a comment will look; nothing is stored, and what was typed comes back. */
export const previewCommentAction = formAction(
  {
    name: 'comment.preview',
    who: 'anyone',
    schema: z.object({
      body: bodySchema,
      postId: z.string().max(40).default(''),
      idempotencyKey: z.string().max(100).default(''),
      ...typedBeside,
    }),
    rateLimit: previews,
  },
  async ({ postId, ...typed }, { actor }) => {
    const rendered = renderVisible(typed.body);
    const written = { postId, body: typed.body, rendered };
    const { html } = actor ? await renderMentions(actor, written) : rendered;
    const said = done('This is how your comment will look. It is not posted yet.');
    return { ...said, values: { ...typed, previewHtml: html }, isUnsaved: true };
  },
);

export const editCommentAction = formAction(
  { name: 'comment.edit', who: 'comments.write', schema: commentEditSchema, rateLimit: changes },
  async (input, { actor, client }) => {
    const comment = await editComment(actor, { ...input, client });
    redirect(comment.address);
  },
);

export const deleteCommentAction = formAction(
  { name: 'comment.delete-own', who: 'comments.write', schema: commentIdSchema, rateLimit: changes },
  async ({ id }, { actor }) => {
    const comment = await deleteOwnComment(actor, id);
    // The comment's own page shows the result and offers to undo it.
    redirect(paths.comment(comment.slug, comment.id));
  },
);

export const restoreCommentAction = formAction(
  { name: 'comment.restore-own', who: 'comments.write', schema: commentIdSchema, rateLimit: changes },
  async ({ id }, { actor }) => {
    const comment = await restoreOwnComment(actor, id);
    redirect(comment.address);
  },
);

/** Publishes a pending comment of this browser. */
export const publishDraftAction = formAction(
  { name: 'comment.publish-draft', who: 'comments.write', schema: draftSchema, rateLimit: perMinute },
  async ({ draft }, { actor, client }) => {
    const others = await draftSecretsBeside(draft);
    if (!others) return refused(notHere, {}, {});
    const { published, refused: refusals } = await publishDrafts(actor, [draft], {
      client,
      follow: followFrom(actor),
    });
    const [first] = published;
    if (!first) return refused(refusals[0]?.reason ?? notHere, {}, {});
    await storeDraftSecrets(others);
    redirect(first.address);
  },
);

/** Discards a pending comment of this browser. */
export const discardDraftAction = formAction(
  { name: 'comment.discard-draft', who: 'anyone', schema: draftSchema, rateLimit: changes },
  async ({ draft }) => {
    const others = await draftSecretsBeside(draft);
    if (!others) return refused(notHere, {}, {});
    await discardDraft(draft);
    await storeDraftSecrets(others);
    return done('The comment was deleted.');
  },
);

const notHere = 'This comment is no longer saved in this browser.';

/** Other pending comments of this browser; null if this one is not among them. */
async function draftSecretsBeside(draft: string) {
  const secrets = await draftSecrets();
  return secrets.includes(draft) ? secrets.filter((secret) => secret !== draft) : null;
}

async function addressOfDraft(secret: string) {
  const [draft] = await listDrafts([secret]);
  return draft?.postSlug ? paths.post(draft.postSlug) : '';
}
