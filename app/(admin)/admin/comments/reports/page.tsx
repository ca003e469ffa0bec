import { adminText } from '@/components/text/server';
import type { ReactNode } from 'react';
import { EmptyState } from '@/components/admin/empty-state';
import { PageHeader } from '@/components/admin/page-header';
import { Pager } from '@/components/admin/pager';
import { ActionForm } from '@/components/comments/action-form';
import { ModerationNotice } from '@/components/comments/moderation-notice';
import { QueueIsland } from '@/components/comments/queue-island';
import { ReportedRow } from '@/components/comments/reported-row';
import { LeaveGuard } from '@/components/ui/leave-guard';
import { findAnswer } from '@/lib/actions/form-answer';
import { reportDecisions } from '@/lib/comments/policy';
import { decisionNames } from '@/lib/comments/queue-filter';
import { listReported } from '@/lib/comments/reports/queries';
import { getSettings } from '@/lib/settings/queries';
import { paths } from '@/lib/web/paths';
import { guardPage } from '../../../guard';
import { pageTitle } from '../../../page-title';
import { toolsOf } from '../row-tools';
import { decideReportsAction, undoReportsAction } from './actions';
import '../queue.css';

export const generateMetadata = pageTitle('Reported comments');

const chosen = (words: ReactNode) => <span data-chosen>{words}</span>;

/** The comments that readers reported, to be decided. */
export default async function ReportsPage({ searchParams }: PageProps<'/admin/comments/reports'>) {
  const t = await adminText();
  const { after: from, open } = await searchParams;
  const after = [from].flat()[0] ?? '';
  const actor = await guardPage('comments.moderate', paths.admin.commentReports());
  const [{ reported, next }, { timeZone }, answer] = await Promise.all([
    listReported(actor, after),
    getSettings(),
    findAnswer(),
  ]);
  const tools = { ...toolsOf(actor, open), list: 'reports' as const, at: paths.admin.commentReports(after) };
  return (
    <LeaveGuard>
      <PageHeader
        title={t('Reported comments')}
        lead={t('Reporters read on their receipt what you decide, and not who you are.')}
      >
        <a className="button" href={paths.admin.comments()}>
          {t('All comments')}
        </a>
      </PageHeader>
      <ModerationNotice state={answer} undo={undoReportsAction} back="" />
      {reported.length === 0 ? (
        <EmptyState title={t('No reports to decide')}>
          <p>{t('Comments that readers report are listed here, the most pressing first.')}</p>
        </EmptyState>
      ) : (
        <div className="queue">
          <ol className="rows" data-queue>
            {reported.map((each) => (
              <ReportedRow
                key={each.comment.id}
                reported={each}
                action={decideReportsAction}
                timeZone={timeZone}
                tools={tools}
              />
            ))}
          </ol>
          <ActionForm action={decideReportsAction} className="bulk" id="bulk">
            <span>{t.rich('Apply to <chosen>the selected comments</chosen>:', { chosen })}</span>
            {reportDecisions.map((decision) => (
              <button key={decision} className="button" name="intent" value={decision}>
                {t(decisionNames[decision])}
              </button>
            ))}
          </ActionForm>
        </div>
      )}
      <QueueIsland />
      <Pager
        first={after ? paths.admin.commentReports() : undefined}
        next={next ? paths.admin.commentReports(next) : undefined}
        label={t('Pages of reported comments')}
      />
    </LeaveGuard>
  );
}
