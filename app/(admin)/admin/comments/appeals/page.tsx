import type { Metadata } from 'next';
import { EmptyState } from '@/components/admin/empty-state';
import { PageHeader } from '@/components/admin/page-header';
import { AppealRow } from '@/components/comments/appeal-row';
import { FormAnswer } from '@/components/ui/form-answer';
import { findAnswer } from '@/lib/actions/form-answer';
import { listAppeals } from '@/lib/comments/statements/queries';
import { getSettings } from '@/lib/settings/queries';
import { paths } from '@/lib/web/paths';
import { guardPage } from '../../../guard';
import { decideAppealAction } from './actions';
import '../queue.css';

export const metadata: Metadata = { title: 'Appeals' };

/** What authors say against the removal of their comments, to be decided. */
export default async function AppealsPage() {
  const actor = await guardPage('comments.moderate', paths.admin.appeals());
  const [appeals, { timeZone }] = await Promise.all([listAppeals(actor), getSettings()]);
  return (
    <>
      <PageHeader title="Appeals" lead="Authors are told what you decide, and not who you are.">
        <a className="button" href={paths.admin.comments()}>
          All comments
        </a>
      </PageHeader>
      <FormAnswer state={await findAnswer()} />
      {appeals.length === 0 ? (
        <EmptyState title="No appeals to decide">
          <p>When an author appeals against the removal of a comment, it is listed here, the oldest first.</p>
        </EmptyState>
      ) : (
        <ol className="rows">
          {appeals.map((appeal) => (
            <AppealRow key={appeal.id} appeal={appeal} action={decideAppealAction} timeZone={timeZone} />
          ))}
        </ol>
      )}
    </>
  );
}
