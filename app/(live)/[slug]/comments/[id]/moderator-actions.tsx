import { ActionForm } from '@/components/comments/action-form';
import { LockForm } from '@/components/comments/lock-form';
import { FieldsForm } from '@/components/ui/fields-form';
import { offeredActions } from '@/lib/comments/policy';
import { reportReasonNames, reportReasons } from '@/lib/comments/reports/reasons';
import { MAX_EXPLANATION } from '@/lib/comments/statements/statement';
import { actionNames } from '@/lib/comments/queue-filter';
import type { CommentWithContext } from '@/lib/comments/viewer-state';
import { paths } from '@/lib/web/paths';
import {
  editHereAction,
  lockRepliesAction,
  lockThreadAction,
  moderateHereAction,
  removeWithReasonAction,
} from '@/app/(admin)/admin/comments/actions';

/** Moderation of a comment and its thread, as plain forms. */
export function ModeratorActions({ found }: { found: CommentWithContext }) {
  const { comment, post, status, body, can, lock, isOwn } = found;
  const canBeTold = comment.author.id !== null && !isOwn && status !== 'deleted' && status !== 'shadowed';
  return (
    <section className="comment-actions" aria-labelledby="moderate">
      <h2 id="moderate">Moderation</h2>
      <ActionForm action={moderateHereAction} fields={{ id: comment.id }} className="comment-actions__row">
        {offeredActions(status).map((action) => (
          <button key={action} className="button" name="intent" value={action}>
            {actionNames[action]}
          </button>
        ))}
      </ActionForm>
      {canBeTold && (
        <div id="remove-with-reason">
          <FieldsForm
            action={removeWithReasonAction}
            submit="Remove and tell its author"
            tone="plain"
            isOneOfSeveral
            hidden={{ id: comment.id }}
            fields={[
              {
                name: 'reason',
                label: 'Remove for a reason',
                kind: 'select',
                options: [
                  { value: '', label: 'Choose a reason' },
                  ...reportReasons.map((value) => ({ value, label: reportReasonNames[value] })),
                ],
              },
              {
                name: 'explanation',
                label: 'Explanation',
                kind: 'area',
                rows: 2,
                maxLength: MAX_EXPLANATION,
                hint: 'Its author reads it with the reason, and can appeal. Only needed for “Something else”.',
              },
            ]}
          />
        </div>
      )}
      {can.editAny && (
        <div id="edit-any">
          <FieldsForm
            action={editHereAction}
            submit="Save changes"
            tone="plain"
            isOneOfSeveral
            hidden={{ id: comment.id }}
            fields={[
              {
                name: 'body',
                label: 'Edit this comment',
                kind: 'area',
                value: body,
                hint: 'The comment will be marked as edited by a moderator, and everyone can read what it said before. Remove that in its edit history if nobody should.',
              },
            ]}
          />
        </div>
      )}
      {(!lock || lock.id === comment.id) && (
        <LockForm action={lockRepliesAction} what="replies" id={comment.id} reason={lock?.reason ?? ''} />
      )}
      <LockForm action={lockThreadAction} what="conversation" id={post.id} reason={post.commentsLockedReason} />
      <p>
        <a href={paths.admin.comments(`post=${post.id}&state=all`)}>Moderate all comments on this post</a>
      </p>
    </section>
  );
}
