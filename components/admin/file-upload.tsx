'use client';

import { useText } from '#text';
import { send } from '@/components/editor/body/upload-image';
import { acceptedFiles } from '@/lib/media/accepted';
import { UploadArea } from './media-upload';

/** Uploads files that are no images, by button or drop, with progress. */
export function FileUpload() {
  const t = useText();
  return (
    <>
      <UploadArea
        accept={acceptedFiles}
        label={t('Upload files')}
        hint={t('or drop them here. PDF, ZIP and office documents, audio and video, each of at most 200 MB.')}
        failed={t('The file could not be uploaded.')}
        upload={(file, options) => send({ to: '/api/media/files', file, ...options })}
      />
      <p className="quiet needs-no-script">{t('Uploading these files needs JavaScript.')}</p>
    </>
  );
}
