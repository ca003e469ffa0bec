'use client';

import { useText } from '#text';
import { ActionForm } from '@/components/comments/action-form';
import { StatusBadge } from '@/components/admin/status-badge';
import { FieldsForm } from '@/components/ui/fields-form';
import type { NoteActions, ShownNote, ShownThread } from './shown-notes';

type Props = {
  thread: ShownThread;
  actions: NoteActions;
  onShow: ((id: string) => void) | undefined;
  /** Whether an answer that was refused stands in its field. */
  isAnswered?: boolean;
};

/** A note with its answers, and what can be done about it. */
export function NoteThread({ thread, actions, onShow, isAnswered = false }: Props) {
  const t = useText();
  const { id, passage, kind, isResolved, version, answers } = thread;
  return (
    <article className="note" id={`note-${id}`} tabIndex={-1} aria-label={t('Note by {name}', { name: thread.author })}>
      {passage.quote && (
        <blockquote className="note__quote" dir="auto">
          {onShow && !passage.isGone ? (
            <button type="button" className="note__show" onClick={() => onShow(id)} title={t('Show in the text')}>
              {passage.quote}
            </button>
          ) : (
            passage.quote
          )}
        </blockquote>
      )}
      {passage.isGone && <p className="note__gone">{t('The text has changed')}</p>}
      {kind === 'returned' && <StatusBadge tone="waiting">{t('Returned')}</StatusBadge>}
      {kind === 'handed-in' && <StatusBadge tone="waiting">{t('Submitted for review')}</StatusBadge>}
      <Written note={thread} remove={actions.remove} />
      {answers.map((answer) => (
        <Written key={answer.id} note={answer} remove={actions.remove} isAnswer />
      ))}
      <div className="note__actions">
        {(!isResolved || isAnswered) && (
          <details className="note__answer">
            <summary className="button button--quiet">{t('Answer')}</summary>
            <FieldsForm
              action={actions.answer}
              isOneOfSeveral
              isForNext
              prefix={`answer-${id}-`}
              hidden={{ id }}
              fields={[{ name: 'body', label: t('Answer'), kind: 'area', rows: 3, maxLength: 4_000 }]}
              submit={t('Send answer')}
              tone="plain"
            />
          </details>
        )}
        <ActionForm action={actions.settle} fields={{ id, version: String(version) }} at={`#note-${id}`}>
          <button className="button button--quiet" name="intent" value={isResolved ? 'reopen' : 'resolve'}>
            {isResolved ? t('Reopen') : t('Resolve')}
          </button>
        </ActionForm>
      </div>
    </article>
  );
}

type WrittenProps = { note: ShownNote; remove: NoteActions['remove']; isAnswer?: boolean };

function Written({ note: { id, author, when, body, isOwn }, remove, isAnswer = false }: WrittenProps) {
  const t = useText();
  return (
    <div className={isAnswer ? 'note__said note__said--answer' : 'note__said'} id={isAnswer ? `note-${id}` : undefined}>
      <p className="note__who">
        <strong dir="auto">{author || t('Deleted account')}</strong> <span className="quiet">{when}</span>
      </p>
      {body && (
        <p className="note__body" dir="auto">
          {body}
        </p>
      )}
      {isOwn && (
        <FieldsForm
          action={remove}
          hidden={{ id }}
          fields={[]}
          submit={t('Delete')}
          question={{
            title: isAnswer ? t('Delete this answer?') : t('Delete this note?'),
            what: t('It is deleted permanently.'),
          }}
        />
      )}
    </div>
  );
}
