'use client';

import { useText } from '#text';
import { useFormAction } from '@/components/ui/use-form-action';
import { FormNotice } from '@/components/ui/form-notice';
import type { FormState } from '@/lib/forms/form-state';
import { acceptedImages } from '@/lib/media/accepted';

type Props = { action: (state: FormState, form: FormData) => Promise<FormState> };

/** Upload without JavaScript. */
export function MediaPlainUpload({ action }: Props) {
  const t = useText();
  const [state, send] = useFormAction(action);
  return (
    <form action={send} className="drop needs-no-script">
      <FormNotice state={state} />
      <div className="field">
        <label htmlFor="plain-file">{t('Images to upload')}</label>
        <input className="input" id="plain-file" type="file" name="file" multiple accept={acceptedImages} />
      </div>
      <button className="button button--primary">{t('Upload images')}</button>
      <span className="quiet">{t('JPEG, PNG, WebP, GIF or AVIF.')}</span>
    </form>
  );
}
