'use client';

import { useText } from '#text';
import { useFormAction } from '@/components/ui/use-form-action';
import { ConfirmedAction } from '@/components/ui/confirmed-action';
import { Field, TextArea } from '@/components/ui/field';
import { useFormSubmission } from '@/components/ui/use-form-submission';
import { FormNotice } from '@/components/ui/form-notice';
import type { Action } from '@/components/ui/action-errors';
import { UndoNotice } from './undo-notice';

type Props = {
  media: { id: string; fileName: string; alt: string; caption: string; credit: string; isRemoved: boolean };
  describe: Action;
  setDeleted: Action;
};

export function MediaForm({ media, describe, setDeleted }: Props) {
  const t = useText();
  const { state, form } = useFormSubmission(describe);
  const [shelf, move] = useFormAction(setDeleted);
  const isOut = shelf.values.shelf ? shelf.values.shelf === 'out' : media.isRemoved;
  const value = (name: 'alt' | 'caption' | 'credit') => state.values[name] ?? media[name];
  return (
    <>
      <UndoNotice state={shelf} action={move} />
      {media.isRemoved && shelf.status === 'idle' && <Removed id={media.id} action={move} />}
      {!media.isRemoved && (
        <>
          <FormNotice state={state} />
          <form {...form}>
            <input type="hidden" name="id" value={media.id} />
            <TextArea
              name="alt"
              label={t('Alt text')}
              hint={t('Describes the image for people who cannot see it. Used when the image is added to a post.')}
              rows={3}
              error={state.fields.alt}
              defaultValue={value('alt')}
            />
            <Field name="caption" label={t('Caption')} error={state.fields.caption} defaultValue={value('caption')} />
            <Field name="credit" label={t('Credit')} error={state.fields.credit} defaultValue={value('credit')} />
            <button className="button button--primary">{t('Save')}</button>
          </form>
        </>
      )}
      {!isOut && (
        <form action={move} className="media-page__remove">
          <input type="hidden" name="id" value={media.id} />
          <ConfirmedAction
            label={t('Remove from library')}
            question={
              media.fileName
                ? t('Remove “{name}” from the library?', { name: media.fileName })
                : t('Remove this image from the library?')
            }
            name="intent"
            value="delete"
          >
            <p>
              {t('Posts that use it still show it. The library lists it under “Removed”, where it can be restored.')}
            </p>
          </ConfirmedAction>
        </form>
      )}
    </>
  );
}

function Removed({ id, action }: { id: string; action: (form: FormData) => void }) {
  const t = useText();
  return (
    <form action={action} className="notice">
      <span>{t('This image was removed from the library.')}</span>
      <input type="hidden" name="id" value={id} />
      <button className="notice__action" name="intent" value="restore">
        {t('Restore')}
      </button>
    </form>
  );
}
