import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { StatementList } from '@/components/comments/statement-list';
import { findActor } from '@/lib/auth/session';
import { listStatements } from '@/lib/comments/statements/queries';
import { getSettings } from '@/lib/settings/queries';
import { paths } from '@/lib/web/paths';
import { translatorOf } from '@/lib/i18n/translator';
import { readTranslator } from '@/app/(site)/reads';
import { openDecisionAction } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())('decision.listTitle') };
}

/** What moderators decided about the viewer's comments, and why. */
export default async function DecisionsPage() {
  const actor = await findActor();
  if (!actor) redirect(paths.signIn(paths.decisions()));
  const [statements, dates] = await Promise.all([listStatements(actor), getSettings()]);
  const t = translatorOf(dates.language);
  return (
    <>
      <p className="auth__back">
        <a href={paths.notifications()}>{t('account.notifications')}</a>
      </p>
      <h1>{t('decision.listTitle')}</h1>
      {statements.length === 0 ? (
        <p className="auth__quiet">{t('decision.none')}</p>
      ) : (
        <StatementList {...{ statements, dates, t }} open={openDecisionAction} />
      )}
    </>
  );
}
