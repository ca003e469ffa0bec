import { useText } from '#text';
import type { Action } from '@/components/ui/action-errors';
import { reportReasonNames } from '@/lib/comments/reports/reasons';
import type { OpenAppeal } from '@/lib/comments/statements/queries';
import { MAX_EXPLANATION } from '@/lib/comments/statements/lengths';
import { shortMoment } from '@/lib/time/site-time';
import { paths } from '@/lib/web/paths';
import { AppealDecisionForm } from './appeal-decision-form';

type Props = { appeal: OpenAppeal; action: Action; timeZone: string };

/** An appeal with the comment, the reason that was given, and the buttons to decide. */
export function AppealRow({ appeal, action, timeZone }: Props) {
  const t = useText();
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
              {shortMoment(appeal.appealedAt, { timeZone, language: t.language })}
            </time>
          )}
          <a className="row__meta" href={paths.comment(appeal.slug, appeal.commentId)}>
            {t('Comment')}
          </a>
        </header>
        <div className="comment__body queue__body" dir="auto" dangerouslySetInnerHTML={{ __html: appeal.bodyHtml }} />
        <p className="queue__verdict">
          <span>
            {t('Removed {moment}: {reason}.', {
              moment: shortMoment(createdAt, { timeZone, language: t.language }),
              reason: t(reportReasonNames[reason]),
            })}
          </span>{' '}
          <bdi>{explanation}</bdi>
        </p>
        <blockquote dir="auto">
          <p>{appeal.appeal}</p>
        </blockquote>
        {isOwnDecision ? (
          <p className="row__meta">{t('You made this decision, so somebody else decides about the appeal.')}</p>
        ) : (
          <AppealDecisionForm
            action={action}
            statementId={appeal.id}
            authorName={author.name}
            maxLength={MAX_EXPLANATION}
          />
        )}
      </article>
    </li>
  );
}
