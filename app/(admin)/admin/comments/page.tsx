import { adminText } from '@/components/text/server';
import { useText } from '#text';
import type { ReactNode } from 'react';
import { EmptyState } from '@/components/admin/empty-state';
import { PageHeader } from '@/components/admin/page-header';
import { SelectAll } from '@/components/admin/selection';
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
import { FiltersOf } from '../saved-filters/filters-of';
import { guardPage } from '../../guard';
import { pageTitle } from '../../page-title';
import { lockThreadAction, moderateAction, undoModerationAction } from './actions';
import { toolsOf } from './row-tools';
import './queue.css';

export const generateMetadata = pageTitle('Comments');

/** Where else comments are decided about. */
function Ways({ actor, reported, appeals }: { actor: Actor; reported: number; appeals: number }) {
  const t = useText();
  return (
    <>
      <a className="button" href={paths.admin.commentReports()}>
        {reported > 0 ? t('Reports ({count})', { count: countText(reported, t.language) }) : t('Reports##comments')}
      </a>
      <a className="button" href={paths.admin.appeals()}>
        {appeals > 0 ? t('Appeals ({count})', { count: countText(appeals, t.language) }) : t('Appeals')}
      </a>
      <a className="button" href={paths.admin.moderationRules()}>
        {t('Moderation rules')}
      </a>
      <a className="button" href={paths.admin.spamModel()}>
        {t('Spam model')}
      </a>
      {can(actor, 'posts.write') && (
        <a className="button" href={paths.admin.corrections()}>
          {t('Corrections')}
        </a>
      )}
    </>
  );
}

export default async function CommentQueuePage({ searchParams }: PageProps<'/admin/comments'>) {
  const t = await adminText();
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
      <PageHeader title={t('Comments')}>
        <Ways actor={actor} reported={reported} appeals={appeals} />
      </PageHeader>
      <ModerationNotice state={await findAnswer()} undo={undoModerationAction} back={back} />
      <QueueFilters filter={filter} counts={counts} names={names} />
      <FiltersOf actor={actor} list="comments" base={paths.admin.comments()} search={query} />
      {names.post && <LockPost post={names.post} />}
      {comments.length === 0 ? (
        <Nothing filter={filter} />
      ) : (
        <div className="queue">
          <div className="list-head">
            <SelectAll label={t('Select all')} form="bulk" />
            <OrderLink filter={filter} />
          </div>
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
            <span>{t.rich('Apply to <chosen>the selected comments</chosen>:', { chosen })}</span>
            {moderationActions
              .filter((action) => action !== 'restore' || filter.state !== 'pending')
              .map((action) => (
                <button key={action} className="button" name="intent" value={action}>
                  {t(actionNames[action])}
                </button>
              ))}
          </ActionForm>
        </div>
      )}
      <QueueIsland />
      <Pager
        first={filter.after ? paths.admin.comments(back) : undefined}
        next={next ? paths.admin.comments(queueQuery({ ...filter, after: next })) : undefined}
        label={t('Pages of comments')}
      />
      {comments.length > 0 && (
        <p className="quiet queue__keys">
          {t.rich(
            'Keyboard shortcuts: <kbd>j</kbd> and <kbd>k</kbd> move, <kbd>x</kbd> selects, <kbd>/</kbd> searches, <kbd>a</kbd> approves, <kbd>h</kbd> hides, <kbd>d</kbd> deletes, <kbd>s</kbd> marks as spam.',
            { kbd },
          )}
        </p>
      )}
    </LeaveGuard>
  );
}

const chosen = (words: ReactNode) => <span data-chosen>{words}</span>;
const kbd = (key: ReactNode) => <kbd>{key}</kbd>;

function OrderLink({ filter: { sort, ...filter } }: { filter: QueueFilter }) {
  const t = useText();
  const other = sort ? {} : ({ sort: 'oldest' } as const);
  return (
    <a href={paths.admin.comments(queueQuery({ ...filter, ...other, after: '' }))}>
      {sort ? t('Newest first') : t('Oldest first')}
    </a>
  );
}

type LockProps = { post: { id: string; commentsLockedReason: string } };

function LockPost({ post: { id, commentsLockedReason: reason } }: LockProps) {
  const t = useText();
  return (
    <details className="queue__lock">
      <summary>{reason ? t('Unlock this conversation') : t('Lock this conversation')}</summary>
      <LockForm action={lockThreadAction} kind="conversation" id={id} reason={reason} />
    </details>
  );
}

function Nothing({ filter }: { filter: QueueFilter }) {
  const t = useText();
  const isNarrow = Boolean(filter.search || filter.post || filter.user);
  if (isNarrow) {
    return (
      <EmptyState title={t('No comments found')}>
        <p>
          {t(
            'No comment matches this search and status. Search for whole words, or for the beginning of the last one.',
          )}
        </p>
        <p className="form-actions">
          <a className="button" href={paths.admin.comments(queueQuery({ state: 'all' }))}>
            {t('Show all comments')}
          </a>
        </p>
      </EmptyState>
    );
  }
  return (
    <EmptyState title={filter.state === 'pending' ? t('No comments to review') : t('No comments')}>
      <p>
        {filter.state === 'pending'
          ? t('Comments that need approval are listed here. Choose which ones do in the settings.')
          : t('There are no comments with this status.')}
      </p>
    </EmptyState>
  );
}
