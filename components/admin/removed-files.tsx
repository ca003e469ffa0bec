'use client';

import { useText } from '#text';
import type { Action } from '@/components/ui/action-errors';
import { useFormAction } from '@/components/ui/use-form-action';
import { FileRow, type ListedFile } from './file-row';
import { UndoNotice } from './undo-notice';

type Props = { files: ListedFile[]; setDeleted: Action };

/** The files, other than images, that were removed from the library, each with a button that restores it. */
export function RemovedFiles({ files, setDeleted }: Props) {
  const t = useText();
  const [state, restore] = useFormAction(setDeleted);
  return (
    <>
      <UndoNotice state={state} action={restore} />
      {files.length === 0 && <p className="quiet">{t('No other files were removed.')}</p>}
      <ul className="rows">
        {files.map((file) => (
          <FileRow key={file.id} file={file}>
            <form action={restore}>
              <input type="hidden" name="id" value={file.id} />
              <button
                className="button"
                name="intent"
                value="restore"
                aria-label={t('Restore {name}', { name: file.fileName })}
              >
                {t('Restore')}
              </button>
            </form>
          </FileRow>
        ))}
      </ul>
    </>
  );
}
