'use client';

import { useText } from '#text';
import type { Action } from '@/components/ui/action-errors';
import { ConfirmedAction } from '@/components/ui/confirmed-action';
import { Field } from '@/components/ui/field';
import { FormNotice } from '@/components/ui/form-notice';
import { useFormAction } from '@/components/ui/use-form-action';
import { useFormSubmission } from '@/components/ui/use-form-submission';
import { UndoNotice } from './undo-notice';

type Props = {
  file: { id: string; fileName: string; isRemoved: boolean };
  rename: Action;
  setDeleted: Action;
};

/** Renames a file, and removes it from the library or restores it. */
export function FileForm({ file, rename, setDeleted }: Props) {
  const t = useText();
  const { state, form } = useFormSubmission(rename);
  const [shelf, move] = useFormAction(setDeleted);
  const isOut = shelf.values.shelf ? shelf.values.shelf === 'out' : file.isRemoved;
  return (
    <>
      <UndoNotice state={shelf} action={move} />
      {file.isRemoved && shelf.status === 'idle' && (
        <form action={move} className="notice">
          <span>{t('This file was removed from the library.')}</span>
          <input type="hidden" name="id" value={file.id} />
          <button className="notice__action" name="intent" value="restore">
            {t('Restore')}
          </button>
        </form>
      )}
      {!file.isRemoved && (
        <>
          <FormNotice state={state} />
          <form {...form}>
            <input type="hidden" name="id" value={file.id} />
            <Field
              name="fileName"
              label={t('Name')}
              hint={t('Shown in the library. The address does not change.')}
              error={state.fields.fileName}
              defaultValue={state.values.fileName ?? file.fileName}
            />
            <button className="button button--primary">{t('Save')}</button>
          </form>
        </>
      )}
      {!isOut && (
        <form action={move} className="media-page__remove">
          <input type="hidden" name="id" value={file.id} />
          <ConfirmedAction
            label={t('Remove from library')}
            question={t('Remove “{name}” from the library?', { name: file.fileName })}
            name="intent"
            value="delete"
          >
            <p>
              {t(
                'It stays at its address, and posts still link to it. The library lists it under “Removed”, where it can be restored.',
              )}
            </p>
          </ConfirmedAction>
        </form>
      )}
    </>
  );
}
