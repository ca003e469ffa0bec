import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { StaticHtml } from '@/components/layout/static-html';
import { FormAnswer } from '@/components/ui/form-answer';
import { FieldsForm } from '@/components/ui/fields-form';
import { LeaveGuard } from '@/components/ui/leave-guard';
import { findAnswer } from '@/lib/actions/form-answer';
import { findActor } from '@/lib/auth/session';
import { findStatement, type Statement } from '@/lib/comments/statements/queries';
import { MAX_APPEAL } from '@/lib/comments/statements/lengths';
import { getSettings } from '@/lib/settings/queries';
import { translatorOf, type Translator } from '@/lib/i18n/translator';
import { sentenceIn } from '@/lib/i18n/sentences';
import { formatDay, type DateStyle } from '@/lib/time/dates';
import { paths } from '@/lib/web/paths';
import { readTranslator } from '@/app/(site)/reads';
import { appealAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())('decision.title') };
}

/** What was decided about a comment and why, for its author, who may appeal here. */
export default async function DecisionPage({ params }: PageProps<'/account/decisions/[id]'>) {
  const { id } = await params;
  const actor = await findActor();
  if (!actor) redirect(paths.signIn(paths.decision(id)));
  const [statement, dates, answer] = await Promise.all([findStatement(actor, id), getSettings(), findAnswer()]);
  if (!statement) notFound();
  const t = translatorOf(dates.language);
  return (
    <>
      <p className="auth__back">
        <a href={paths.decisions()}>{t('decision.listTitle')}</a>
      </p>
      <h1>{t('decision.title')}</h1>
      <FormAnswer state={answer} />
      <Decision {...{ statement, dates, t }} />
      <section className="auth__part" aria-labelledby="appeal-head">
        <h2 id="appeal-head">{t('decision.appeal')}</h2>
        <Appeal {...{ statement, dates, t }} />
      </section>
    </>
  );
}

type PartProps = { statement: Statement; dates: DateStyle; t: Translator };

function Decision({ statement, dates, t }: PartProps) {
  const { createdAt, reason, explanation, wasHeldBySoftware, isRemoved, slug, commentId, bodyHtml } = statement;
  return (
    <>
      <p>{t('decision.removedOn', { date: formatDay(createdAt, dates), reason: t(`reason.${reason}`) })}</p>
      {explanation && (
        <blockquote dir="auto">
          <p>{explanation}</p>
        </blockquote>
      )}
      <p className="auth__quiet">{t(wasHeldBySoftware ? 'decision.afterSoftware' : 'decision.byPerson')}</p>
      {!isRemoved && <p>{t('decision.restored')}</p>}
      <p>
        <a href={paths.comment(slug, commentId)}>{t('decision.comment')}</a>
      </p>
      <StaticHtml className="comment__body" html={bodyHtml} />
    </>
  );
}

function Appeal({ statement, dates, t }: PartProps) {
  const { id, appealedAt, appeal, appealStatus, appealAnswer, appealDecidedAt, appealsUntil, refusal } = statement;
  if (!appealedAt) {
    if (refusal) return <p>{sentenceIn(dates.language, refusal)}</p>;
    return (
      <LeaveGuard>
        <FieldsForm
          action={appealAction}
          hidden={{ statementId: id }}
          fields={[
            {
              name: 'appeal',
              label: t('decision.why'),
              kind: 'area',
              maxLength: MAX_APPEAL,
              hint: t('decision.appealHint', { date: formatDay(appealsUntil, dates) }),
            },
          ]}
          submit={t('decision.appealButton')}
        />
      </LeaveGuard>
    );
  }
  return (
    <>
      <p>{t('decision.appealedOn', { date: formatDay(appealedAt, dates) })}</p>
      <blockquote dir="auto">
        <p>{appeal}</p>
      </blockquote>
      <p>
        <strong>{t(outcomes[appealStatus] ?? 'decision.open')}</strong>
        {appealDecidedAt && <span>{` ${formatDay(appealDecidedAt, dates)}`}</span>}
      </p>
      {appealAnswer && (
        <blockquote dir="auto">
          <p>{appealAnswer}</p>
        </blockquote>
      )}
    </>
  );
}

const outcomes: Record<string, 'decision.upheld' | 'decision.rejected'> = {
  upheld: 'decision.upheld',
  rejected: 'decision.rejected',
};
