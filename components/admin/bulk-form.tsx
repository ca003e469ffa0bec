'use client';

import { useText } from '#text';
import type { ReactNode } from 'react';
import type { Action } from '@/components/ui/action-errors';
import { useFormAction } from '@/components/ui/use-form-action';
import type { FormState } from '@/lib/forms/form-state';
import { SelectAll, SelectedCount } from './selection';
import { UndoNotice } from './undo-notice';

type Props = {
  action: Action;
  /** What was done before this page was opened. */
  answer?: FormState;
  /** The rows, each with a checkbox named `id`; none if the list is empty. */
  children: ReactNode;
  /** Beside "Select all": what else is said or chosen above the list. */
  head?: ReactNode;
  /** What is done with the selected rows, shown with the first selection, even without JavaScript. */
  buttons: ReactNode;
};

/** A list whose rows are selected, and what is done with all of them at once, with its undo. */
export function BulkForm({ action, answer, children, head, buttons }: Props) {
  const t = useText();
  const [state, formAction] = useFormAction(action);
  return (
    <>
      <UndoNotice state={state.status === 'idle' && answer ? answer : state} action={formAction} />
      {children && (
        <form action={formAction}>
          <div className="list-head">
            <SelectAll label={t('Select all')} />
            <div>{head}</div>
          </div>
          {children}
          <div className="bulk" role="group" aria-label={t('Bulk actions')}>
            <SelectedCount />
            <div className="bulk__buttons">{buttons}</div>
          </div>
        </form>
      )}
    </>
  );
}

/** The checkbox of a row. */
export function RowCheck({ id, name }: { id: string; name: string }) {
  const t = useText();
  return (
    <label className="row__check">
      <input type="checkbox" name="id" value={id} aria-label={t('Select “{title}”', { title: name })} />
    </label>
  );
}
