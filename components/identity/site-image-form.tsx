'use client';

import { useText } from '#text';
import { useState } from 'react';
import { LibraryDialog } from '@/components/editor/body/library-dialog';
import type { Action } from '@/components/ui/action-errors';
import { Field } from '@/components/ui/field';
import { FormAnswer, useFirstWrong } from '@/components/ui/form-answer';
import { useHasScript } from '@/components/ui/has-script';
import { ShownValues } from '@/components/ui/shown-values';
import { useFormSubmission } from '@/components/ui/use-form-submission';
import type { ChosenImage } from '@/lib/identity/queries';
import { acceptedImages } from '@/lib/media/accepted';
import type { SiteImageRole } from '@/lib/settings/site-images';
import { paths } from '@/lib/web/paths';
import { siteImageTexts } from './site-image-texts';

type Props = { action: Action; role: SiteImageRole; chosen: ChosenImage | null; shown: string };

/** One image of the site: uploaded here or taken from the library. */
export function SiteImageForm({ action, role, chosen, shown }: Props) {
  const t = useText();
  const { state, isSending, form } = useFormSubmission(action, { permalink: `#image-${role}` });
  useFirstWrong(form.ref, state);
  return (
    <form {...form} id={`image-${role}`} className="fields-form" noValidate>
      <FormAnswer state={state} labels={{ file: t('Image') }} prefix={role} />
      <input type="hidden" name="role" value={role} />
      <ShownValues shown={shown} state={state} />
      <Present role={role} chosen={chosen} />
      <Field
        id={`${role}file`}
        name="file"
        type="file"
        accept={acceptedImages}
        label={chosen ? t('Replace image') : t('Image')}
        hint={t('JPEG, PNG, WebP, GIF or AVIF.')}
        error={state.fields.file}
      />
      <FromLibrary key={`${chosen?.id} ${state.status === 'done'}`} />
      <div className="form-actions">
        <button className="button button--primary" name="intent" value="save" aria-disabled={isSending}>
          {t('Save changes')}
        </button>
        {chosen && (
          <button className="button" name="intent" value="remove" aria-disabled={isSending}>
            {t('Remove')}
          </button>
        )}
      </div>
    </form>
  );
}

function Present({ role, chosen }: Pick<Props, 'role' | 'chosen'>) {
  const t = useText();
  const { without } = siteImageTexts[role];
  if (!chosen) return <p className="quiet site-image__none">{t(without)}</p>;
  if (chosen.isRemoved) {
    return (
      <p className="notice notice--warning">
        <span>{t('This image was removed from the library.')}</span> <span>{t(without)}</span>{' '}
        {chosen.id && <a href={paths.admin.image(chosen.id)}>{t('Restore it')}</a>}
      </p>
    );
  }
  return (
    <p>
      <a href={paths.admin.image(chosen.id)}>
        <img
          className={`site-image site-image--${role}`}
          src={chosen.src}
          alt={chosen.fileName}
          width={chosen.width}
          height={chosen.height}
        />
      </a>
    </p>
  );
}

/** Without JavaScript, an image of the library is chosen on its own page. */
function FromLibrary() {
  const t = useText();
  const hasScript = useHasScript();
  const [isChoosing, setIsChoosing] = useState(false);
  const [image, setImage] = useState<{ id: string; thumbnail: string; fileName: string } | null>(null);
  if (!hasScript) {
    return (
      <p>
        <a href={paths.admin.media()}>{t('Or use an image of the library: open it there.')}</a>
      </p>
    );
  }
  return (
    <div className="field">
      <input type="hidden" name="mediaId" value={image?.id ?? ''} />
      {image && (
        <p>
          <img className="site-image" src={image.thumbnail} alt={image.fileName} />
        </p>
      )}
      <div>
        <button type="button" className="button" onClick={() => setIsChoosing(true)}>
          {t('Choose from library')}
        </button>
      </div>
      {isChoosing && (
        <LibraryDialog
          onChoose={(found) => {
            setIsChoosing(false);
            setImage(found);
          }}
          onClose={() => setIsChoosing(false)}
        />
      )}
    </div>
  );
}
