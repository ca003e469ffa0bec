'use client';

import { useText } from '#text';
import { useFormAction } from '@/components/ui/use-form-action';
import type { Action } from '@/components/ui/action-errors';
import { EmptyState } from './empty-state';
import { MediaLink, type GridImage } from './media-grid';
import { UndoNotice } from './undo-notice';

type Props = { media: GridImage[]; setDeleted: Action };

/** The images that were removed from the library, each with a button that restores it. */
export function RemovedMedia({ media, setDeleted }: Props) {
  const t = useText();
  const [state, restore] = useFormAction(setDeleted);
  return (
    <>
      <UndoNotice state={state} action={restore} />
      {media.length === 0 ? (
        <EmptyState title={t('No removed images')}>
          <p>{t('Images that you remove from the library are listed here, and can be restored.')}</p>
        </EmptyState>
      ) : (
        <ul className="media-grid">
          {media.map((image) => (
            <li key={image.id}>
              <MediaLink image={image} />
              <form action={restore} className="media-grid__action">
                <input type="hidden" name="id" value={image.id} />
                <button
                  className="button"
                  name="intent"
                  value="restore"
                  aria-label={image.fileName ? t('Restore {name}', { name: image.fileName }) : t('Restore this image')}
                >
                  {t('Restore')}
                </button>
              </form>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
