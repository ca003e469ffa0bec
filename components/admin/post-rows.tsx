'use client';

import { useText } from '#text';
import { Fragment, useRef, useState, type ReactNode } from 'react';
import type { Action } from '@/components/ui/action-errors';
import { NamesInput } from '@/components/ui/names-input';
import { LeaveGuard } from '@/components/ui/leave-guard';
import { useFormAction } from '@/components/ui/use-form-action';
import { ConfirmedAction } from '@/components/ui/confirmed-action';
import type { FormState } from '@/lib/forms/form-state';
import type { Text } from '@/components/text/text';
import type { PostType } from '@/lib/posts/post';
import type { PostColumn } from '@/lib/posts/post-sorts';
import { PostRow, type ListedPost } from './post-row';
import { QuickEditForm, QuickEditRow, type QuickPost, type QuickSite } from './quick-edit';
import { SelectAll, SelectedCount } from './selection';
import { SortedColumn, type Sorting } from './sorted-column';
import { TrashSelected } from './trash-action';
import { UndoNotice } from './undo-notice';

type Props = {
  rows: ListedPost[];
  action: (state: FormState, form: FormData) => Promise<FormState>;
  isTrash: boolean;
  type: PostType;
  label: string;
  sorting: Record<PostColumn, Sorting>;
  /** Names to choose from when posts are tagged; null where there are no tags. */
  tags: string[] | null;
  mayPublish: boolean;
  /** The row that is a form, and where it is saved. */
  quick: { post: QuickPost; site: QuickSite; action: Action } | null;
  /** What was done before this page was opened. */
  answer: FormState;
  /** The empty state; the notice of the action that emptied the list stays above it. */
  children: ReactNode;
};

/** A list of posts with bulk actions, shown with the first selection, even without JavaScript. */
export function PostRows({ rows, action, isTrash, type, label, sorting, tags, mayPublish, ...more }: Props) {
  const t = useText();
  const { quick, answer, children } = more;
  const [state, formAction] = useFormAction(action);
  const [quickState, quickAction] = useFormAction(quick?.action ?? action, '#quick-edit');
  const said = state.status === 'idle' ? answer : state;
  if (rows.length === 0) {
    return (
      <>
        <UndoNotice state={said} action={formAction} />
        {children}
      </>
    );
  }
  return (
    <LeaveGuard>
      <UndoNotice state={said} action={formAction} />
      <form action={formAction}>
        {/* The default button, for Enter. */}
        <button className="hidden-visually" name="intent" value="tag" tabIndex={-1} aria-hidden disabled={isTrash} />
        <table className="post-table" aria-label={label}>
          <thead>
            <tr>
              <th scope="col" className="post-table__check">
                <SelectAll />
              </th>
              <SortedColumn name={t('Title')} {...sorting.title} />
              <SortedColumn name={t('Status')} {...sorting.status} />
              <SortedColumn name={t('Published')} {...sorting.published} />
              <SortedColumn name={t('Updated')} {...sorting.updated} />
              <SortedColumn name={t('Comments')} className="post-table__number" {...sorting.comments} />
              <SortedColumn name={t('Views')} className="post-table__number" {...sorting.views} />
              <th scope="col">
                <span className="hidden-visually">{t('Actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody className="rows">
            {rows.map((row) => (
              <Fragment key={row.id}>
                <PostRow row={row} isTrash={isTrash} />
                {quick?.post.id === row.id && <QuickEditRow post={quick.post} site={quick.site} state={quickState} />}
              </Fragment>
            ))}
          </tbody>
        </table>
        <div className="bulk" role="group" aria-label={t('Bulk actions')}>
          <SelectedCount />
          {isTrash ? (
            <>
              <BulkButton action="restore" label={t('Restore')} />
              <DeleteButton rows={rows} type={type} />
            </>
          ) : (
            <>
              {mayPublish && <PublishActions values={state.values} />}
              <TrashSelected rows={rows} type={type} />
              {tags && <TagActions names={tags} typed={state.values.tag ?? ''} />}
            </>
          )}
        </div>
      </form>
      {quick && <QuickEditForm post={quick.post} back={quick.site.back} state={quickState} action={quickAction} />}
    </LeaveGuard>
  );
}

function TagActions({ names, typed }: { names: string[]; typed: string }) {
  const t = useText();
  return (
    <span className="bulk__tag">
      <NamesInput names={names} name="tag" aria-label={t('Tag')} placeholder={t('Tag')} defaultValue={typed} />
      <BulkButton action="tag" label={t('Add tag')} />
      <BulkButton action="untag" label={t('Remove tag')} />
    </span>
  );
}

function PublishActions({ values }: { values: Record<string, string> }) {
  const t = useText();
  return (
    <>
      <BulkButton action="publish" label={t('Publish')} />
      <BulkButton action="unpublish" label={t('Unpublish')} />
      <ScheduleActions values={values} />
    </>
  );
}

/** A publish date for each of those selected, one after the other. */
function ScheduleActions({ values }: { values: Record<string, string> }) {
  const t = useText();
  return (
    <details className="bulk__schedule">
      <summary className="button">{t('Set publish date…')}</summary>
      <div className="bulk__tag">
        <label>
          <span>{t('First one on')}</span>
          <input className="input" name="start" type="datetime-local" defaultValue={values.start ?? ''} />
        </label>
        <label>
          <span>{t('Then every')}</span>
          <input className="input" name="every" type="number" min={0} max={1_000} defaultValue={values.every ?? '1'} />
        </label>
        <select className="select" name="unit" aria-label={t('Unit')} defaultValue={values.unit ?? 'days'}>
          <option value="hours">{t('hours')}</option>
          <option value="days">{t('days')}</option>
          <option value="weeks">{t('weeks')}</option>
        </select>
        <BulkButton action="schedule" label={t('Schedule')} />
      </div>
    </details>
  );
}

/** Without JavaScript the number of selected posts is unknown, so the question names none. */
function DeleteButton({ rows, type }: { rows: ListedPost[]; type: PostType }) {
  const t = useText();
  const marker = useRef<HTMLSpanElement>(null);
  const [chosen, setChosen] = useState<string[]>([]);
  const look = () => {
    const ids = new FormData(marker.current?.closest('form') ?? undefined).getAll('id');
    setChosen(rows.filter(({ id }) => ids.includes(id)).map(({ title }) => title));
  };
  const [first] = chosen;
  const question = () => {
    const count = chosen.length;
    if (count > 1 && type === 'page') return t('Delete {count} pages permanently?', { count });
    if (count > 1) return t('Delete {count} posts permanently?', { count });
    if (first) return t('Delete “{title}” permanently?', { title: first });
    return type === 'page' ? t('Delete the selected pages permanently?') : t('Delete the selected posts permanently?');
  };
  return (
    <>
      <span ref={marker} hidden />
      <ConfirmedAction label={t('Delete permanently')} question={question()} name="intent" value="delete" onOpen={look}>
        {chosen.length > 1 && <p>{named(chosen, t)}</p>}
        <p>{t('Comments and earlier versions are deleted too. This cannot be undone.')}</p>
      </ConfirmedAction>
    </>
  );
}

function named(chosen: string[], t: Text) {
  const most = chosen.slice(0, 5).map((title) => t('“{title}”', { title }));
  const more = chosen.length - most.length;
  const titles = most.join(', ');
  return more > 0 ? t('{titles} and {count} more.', { titles, count: more }) : `${titles}.`;
}

function BulkButton({ action, label }: { action: string; label: string }) {
  return (
    <button className="button" name="intent" value={action}>
      {label}
    </button>
  );
}
