import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { StaticHtml } from '@/components/layout/static-html';
import { FieldsForm } from '@/components/ui/fields-form';
import { LeaveGuard } from '@/components/ui/leave-guard';
import { findActor } from '@/lib/auth/session';
import { findStatement, type Statement } from '@/lib/comments/statements/queries';
import { MAX_APPEAL } from '@/lib/comments/statements/lengths';
import { getSettings } from '@/lib/settings/queries';
import { shortDay } from '@/lib/time/site-time';
import { paths } from '@/lib/web/paths';
import { appealAction } from '../actions';

export const metadata: Metadata = { title: 'A decision about your comment' };

/** What was decided about a comment and why, for its author, who may appeal here. */
export default async function DecisionPage({ params }: PageProps<'/account/decisions/[id]'>) {
  const { id } = await params;
  const actor = await findActor();
  if (!actor) redirect(paths.signIn(paths.decision(id)));
  const [statement, { timeZone }] = await Promise.all([findStatement(actor, id), getSettings()]);
  if (!statement) notFound();
  return (
    <>
      <p className="auth__back">
        <a href={paths.decisions()}>Decisions about your comments</a>
      </p>
      <h1>A decision about your comment</h1>
      <Decision statement={statement} timeZone={timeZone} />
      <section className="auth__part" aria-labelledby="appeal-head">
        <h2 id="appeal-head">Appeal</h2>
        <Appeal statement={statement} timeZone={timeZone} />
      </section>
    </>
  );
}

type PartProps = { statement: Statement; timeZone: string };

function Decision({ statement, timeZone }: PartProps) {
  const { createdAt, reason, explanation, wasHeldBySoftware, isRemoved, slug, commentId, bodyHtml } = statement;
  return (
    <>
      <p>{`On ${shortDay(createdAt, timeZone)} a moderator removed your comment. Reason: ${reason}.`}</p>
      {explanation && (
        <blockquote dir="auto">
          <p>{explanation}</p>
        </blockquote>
      )}
      <p className="auth__quiet">
        {wasHeldBySoftware
          ? 'Software had kept it for a moderator to look at. A person decided.'
          : 'A person decided, without software.'}
      </p>
      {!isRemoved && <p>It is no longer removed.</p>}
      <p>
        <a href={paths.comment(slug, commentId)}>Your comment</a>
      </p>
      <StaticHtml className="comment__body" html={bodyHtml} />
    </>
  );
}

function Appeal({ statement, timeZone }: PartProps) {
  const { id, appealedAt, appeal, appealStatus, appealAnswer, appealDecidedAt, appealsUntil, refusal } = statement;
  if (!appealedAt) {
    if (refusal) return <p>{refusal}</p>;
    return (
      <LeaveGuard>
        <FieldsForm
          action={appealAction}
          hidden={{ statementId: id }}
          fields={[
            {
              name: 'appeal',
              label: 'Why is the decision wrong?',
              kind: 'area',
              maxLength: MAX_APPEAL,
              hint: `You can appeal once, until ${shortDay(appealsUntil, timeZone)}. If there is another moderator, they decide.`,
            },
          ]}
          submit="Appeal"
        />
      </LeaveGuard>
    );
  }
  return (
    <>
      <p>{`You appealed on ${shortDay(appealedAt, timeZone)}:`}</p>
      <blockquote dir="auto">
        <p>{appeal}</p>
      </blockquote>
      <p>
        <strong>{outcomeNames[appealStatus] ?? 'Nobody has decided yet.'}</strong>
        {appealDecidedAt && <span>{` ${shortDay(appealDecidedAt, timeZone)}`}</span>}
      </p>
      {appealAnswer && (
        <blockquote dir="auto">
          <p>{appealAnswer}</p>
        </blockquote>
      )}
    </>
  );
}

const outcomeNames: Record<string, string> = {
  upheld: 'Your appeal was upheld: your comment is shown again.',
  rejected: 'Your appeal was rejected: your comment stays removed.',
};
