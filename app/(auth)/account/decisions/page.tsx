import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { StatementList } from '@/components/comments/statement-list';
import { findActor } from '@/lib/auth/session';
import { listStatements } from '@/lib/comments/statements/queries';
import { getSettings } from '@/lib/settings/queries';
import { paths } from '@/lib/web/paths';
import { openDecisionAction } from './actions';

export const metadata: Metadata = { title: 'Decisions about your comments' };

/** What moderators decided about somebody's comments, and why. */
export default async function DecisionsPage() {
  const actor = await findActor();
  if (!actor) redirect(paths.signIn(paths.decisions()));
  const [statements, { timeZone }] = await Promise.all([listStatements(actor), getSettings()]);
  return (
    <>
      <p className="auth__back">
        <a href={paths.notifications()}>Notifications</a>
      </p>
      <h1>Decisions about your comments</h1>
      {statements.length === 0 ? (
        <p className="auth__quiet">When a moderator removes a comment of yours for a reason, it is listed here.</p>
      ) : (
        <StatementList statements={statements} timeZone={timeZone} open={openDecisionAction} />
      )}
    </>
  );
}
