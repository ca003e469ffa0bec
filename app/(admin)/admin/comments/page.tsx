import type { Metadata } from 'next';
import { EmptyState } from '@/components/admin/empty-state';
import { PageHeader } from '@/components/admin/page-header';
import { Pager } from '@/components/admin/pager';
import { ActionForm } from '@/components/comments/action-form';
import { LockForm } from '@/components/comments/lock-form';
import { ModerationNotice } from '@/components/comments/moderation-notice';
import { QueueFilters } from '@/components/comments/queue-filters';
import { QueueIsland } from '@/components/comments/queue-island';
import { QueueRow } from '@/components/comments/queue-row';
import { can, type Actor } from '@/lib/auth/actor';
import { findAnswer } from '@/lib/actions/form-answer';
import { moderationActions } from '@/lib/comments/policy';
import { countQueue, findFilterNames, listQueue } from '@/lib/comments/queue';
import { actionNames, parseQueueFilter, queueQuery, type QueueFilter } from '@/lib/comments/queue-filter';
import { countReported } from '@/lib/comments/reports/queries';
import { countAppeals } from '@/lib/comments/statements/queries';
import { countText } from '@/lib/text/capped-count';
import { LeaveGuard } from '@/components/ui/leave-guard';
import { paths } from '@/lib/web/paths';
import { getSettings } from '@/lib/settings/queries';
import { guardPage } from '../../guard';
import { lockThreadAction, moderateAction, undoModerationAction } from './actions';
import { toolsOf } from './row-tools';
import './queue.css';

export const metadata: Metadata = { title: 'Comments' };

/** Where else comments are decided about. */
function Ways({ actor, reported, appeals }: { actor: Actor; reported: number; appeals: number }) {
  return (
    <>
      <a className="button" href={paths.admin.commentReports()}>
        {reported > 0 ? `Reports (${countText(reported)})` : 'Reports'}
      </a>
      <a className="button" href={paths.admin.appeals()}>
        {appeals > 0 ? `Appeals (${countText(appeals)})` : 'Appeals'}
      </a>
      <a className="button" href={paths.admin.moderationRules()}>
        Moderation rules
      </a>
      <a className="button" href={paths.admin.spamModel()}>
        Spam model
      </a>
      {can(actor, 'posts.write') && (
        <a className="button" href={paths.admin.corrections()}>
          Corrections
        </a>
      )}
    </>
  );
}

export default async function CommentQueuePage({ searchParams }: PageProps<'/admin/comments'>) {
  const query = await searchParams;
  const filter = parseQueueFilter(query);
  const back = queueQuery({ ...filter, after: '' });
  const actor = await guardPage('comments.moderate', paths.admin.comments(back));
  const [{ comments, next }, counts, names, { timeZone }, reported, appeals] = await Promise.all([
    listQueue(actor, filter),
    countQueue(actor),
    findFilterNames(actor, filter),
    getSettings(),
    countReported(actor),
    countAppeals(actor),
  ]);
  const tools = {
    ...toolsOf(actor, query.open),
    list: 'queue' as const,
    at: paths.admin.comments(queueQuery(filter)),
  };
  return (
    <LeaveGuard>
      <PageHeader title="Comments">
        <Ways actor={actor} reported={reported} appeals={appeals} />
      </PageHeader>
      <ModerationNotice state={await findAnswer()} undo={undoModerationAction} back={back} />
      <QueueFilters filter={filter} counts={counts} names={names} />
      {names.post && <LockPost post={names.post} />}
      {comments.length === 0 ? (
        <Nothing filter={filter} />
      ) : (
        <div className="queue">
          <ol className="rows" data-queue>
            {comments.map((comment) => (
              <QueueRow
                key={`${comment.id} ${comment.status}`}
                comment={comment}
                action={moderateAction}
                back={back}
                timeZone={timeZone}
                isMixed={filter.state === 'all'}
                tools={tools}
              />
            ))}
          </ol>
          <ActionForm action={moderateAction} fields={{ back }} className="bulk" id="bulk">
            <span>
              Apply to <span data-chosen>the selected comments</span>:
            </span>
            {moderationActions
              .filter((action) => action !== 'restore' || filter.state !== 'pending')
              .map((action) => (
                <button key={action} className="button" name="intent" value={action}>
                  {actionNames[action]}
                </button>
              ))}
          </ActionForm>
        </div>
      )}
      <QueueIsland />
      <Pager
        first={filter.after ? paths.admin.comments(back) : undefined}
        next={next ? paths.admin.comments(queueQuery({ ...filter, after: next })) : undefined}
        label="Pages of comments"
      />
      {comments.length > 0 && (
        <p className="quiet queue__keys">
          Keyboard shortcuts: <kbd>j</kbd> and <kbd>k</kbd> move, <kbd>a</kbd> approves, <kbd>h</kbd> hides,{' '}
          <kbd>d</kbd> deletes, <kbd>s</kbd> marks as spam.
        </p>
      )}
    </LeaveGuard>
  );
}

type LockProps = { post: { id: string; commentsLockedReason: string } };

function LockPost({ post: { id, commentsLockedReason: reason } }: LockProps) {
  return (
    <details className="queue__lock">
      <summary>{reason ? 'Unlock this conversation' : 'Lock this conversation'}</summary>
      <LockForm action={lockThreadAction} what="conversation" id={id} reason={reason} />
    </details>
  );
}

function Nothing({ filter }: { filter: QueueFilter }) {
  const isNarrow = Boolean(filter.search || filter.post || filter.user);
  if (isNarrow) {
    return (
      <EmptyState title="No comments found">
        <p>No comment matches this search and status. Search for whole words, or for the beginning of the last one.</p>
        <p className="form-actions">
          <a className="button" href={paths.admin.comments(queueQuery({ state: 'all' }))}>
            Show all comments
          </a>
        </p>
      </EmptyState>
    );
  }
  return (
    <EmptyState title={filter.state === 'pending' ? 'No comments to review' : 'No comments'}>
      <p>
        {filter.state === 'pending'
          ? 'Comments that need approval are listed here. Choose which ones do in the settings.'
          : 'There are no comments with this status.'}
      </p>
    </EmptyState>
  );
}
