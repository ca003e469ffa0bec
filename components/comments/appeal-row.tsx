import type { Action } from '@/components/ui/action-errors';
import { FieldsForm } from '@/components/ui/fields-form';
import type { OpenAppeal } from '@/lib/comments/statements/queries';
import { MAX_EXPLANATION } from '@/lib/comments/statements/statement';
import { shortMoment } from '@/lib/time/site-time';
import { paths } from '@/lib/web/paths';

type Props = { appeal: OpenAppeal; action: Action; timeZone: string };

/** An appeal with the comment, the reason that was given, and the buttons to decide. */
export function AppealRow({ appeal, action, timeZone }: Props) {
  const { author, createdAt, reason, explanation, isOwnDecision } = appeal;
  return (
    <li className="row queue__row">
      <article className="row__main">
        <header className="queue__header">
          <h2 className="queue__name">
            <a className="row__title" href={paths.admin.commentAuthor(author.id)}>
              <bdi>{author.name}</bdi>
            </a>
          </h2>
          {appeal.appealedAt && (
            <time className="row__meta" dateTime={appeal.appealedAt.toISOString()}>
              {shortMoment(appeal.appealedAt, { timeZone })}
            </time>
          )}
          <a className="row__meta" href={paths.comment(appeal.slug, appeal.commentId)}>
            Comment
          </a>
        </header>
        <div className="comment__body queue__body" dir="auto" dangerouslySetInnerHTML={{ __html: appeal.bodyHtml }} />
        <p className="queue__verdict">
          <span>{`Removed ${shortMoment(createdAt, { timeZone })}: ${reason}. `}</span>
          <bdi>{explanation}</bdi>
        </p>
        <blockquote dir="auto">
          <p>{appeal.appeal}</p>
        </blockquote>
        {isOwnDecision ? (
          <p className="row__meta">You made this decision, so somebody else decides about the appeal.</p>
        ) : (
          <Decide appeal={appeal} action={action} />
        )}
      </article>
    </li>
  );
}

function Decide({ appeal: { id }, action }: Pick<Props, 'appeal' | 'action'>) {
  return (
    <FieldsForm
      action={action}
      hidden={{ statementId: id }}
      fields={[
        {
          name: 'intent',
          label: 'Decision',
          kind: 'select',
          options: [
            { value: '', label: 'Choose' },
            { value: 'upheld', label: 'Uphold: show the comment again' },
            { value: 'rejected', label: 'Reject: it stays removed' },
          ],
        },
        {
          name: 'answer',
          label: 'Answer',
          kind: 'area',
          rows: 2,
          maxLength: MAX_EXPLANATION,
          hint: 'Optional. Its author reads it.',
        },
      ]}
      submit="Decide"
      tone="plain"
    />
  );
}
