import { ActionForm } from '@/components/comments/action-form';
import { editWords } from '@/components/comments/comment-words';
import { EditForm } from '@/components/comments/edit-form';
import type { Actor } from '@/lib/auth/actor';
import { findStatementOn } from '@/lib/comments/statements/queries';
import type { Translator } from '@/lib/i18n/translator';
import type { CommentWithContext } from '@/lib/comments/viewer-state';
import { paths } from '@/lib/web/paths';
import { deleteCommentAction, editCommentAction, restoreCommentAction } from '@/app/(site)/[slug]/actions';

type Props = { found: CommentWithContext; actor: Actor; t: Translator };

/** Actions of a comment's author: edit, delete, restore. */
export async function OwnCommentActions({ found, actor, t }: Props) {
  const decision = found.status === 'deleted' ? await findStatementOn(actor, found.comment.id) : null;
  const { comment, body, can } = found;
  return (
    <section className="comment-actions" aria-labelledby="own-actions">
      <h2 id="own-actions">{t('single.own')}</h2>
      {decision && (
        <p>
          <a href={paths.decision(decision.id)}>{t('single.whyRemoved')}</a>
        </p>
      )}
      {can.edit && <EditForm action={editCommentAction} id={comment.id} body={body} words={editWords(t)} />}
      {can.deleteOwn && (
        <ActionForm action={deleteCommentAction} fields={{ id: comment.id }} id="delete">
          <button className="button button--danger">{t('single.delete')}</button>
          <p className="field__hint">{t('single.deleteHint')}</p>
        </ActionForm>
      )}
      {can.restoreOwn && (
        <ActionForm action={restoreCommentAction} fields={{ id: comment.id }} id="restore">
          <button className="button button--primary">{t('single.restore')}</button>
        </ActionForm>
      )}
    </section>
  );
}
