'use client';

import { useText } from '#text';
import { useId, useState, type ReactNode } from 'react';
import { acceptedImages } from '@/lib/media/accepted';
import { paths } from '@/lib/web/paths';
import type { EditorCover } from '../editor-post';
import type { EditorFields } from '../fields';
import { LibraryDialog } from '../body/library-dialog';
import { uploadImage } from '../body/upload-image';

type Props = {
  fields: EditorFields;
  problems: Record<string, string>;
  cover: EditorCover | null;
  onCover: (cover: EditorCover | null) => void;
  onChange: (changes: Partial<EditorFields>) => void;
  /** Alt text, caption and credit. */
  children: ReactNode;
};

/** The featured image, uploaded or from the library, with its texts. */
export function CoverField({ fields, problems, cover, onCover, onChange, children }: Props) {
  const t = useText();
  const id = useId();
  const [part, setPart] = useState<number | null>(null);
  const [error, setError] = useState('');
  const [isChoosing, setIsChoosing] = useState(false);

  function take(image: EditorCover & { mediaId: string; alt: string }) {
    onCover(image);
    onChange({ coverId: image.mediaId, ...(fields.coverAlt ? {} : { coverAlt: image.alt }) });
  }

  async function upload(file: File) {
    setError('');
    setPart(0);
    try {
      take(await uploadImage(file, { onProgress: setPart, signal: new AbortController().signal }));
    } catch (failure) {
      setError(failure instanceof Error ? t.said(failure.message) : t('The image could not be uploaded.'));
    }
    setPart(null);
  }

  return (
    <fieldset className="fieldset cover">
      <legend>{t('Featured image')}</legend>
      {cover && <img src={cover.src} alt={fields.coverAlt} width={cover.width} height={cover.height} />}
      <div className="form-actions">
        <label className="button" htmlFor={id}>
          {cover ? t('Replace') : t('Upload')}
        </label>
        <input
          className="hidden-visually"
          id={id}
          type="file"
          accept={acceptedImages}
          onChange={(event) => {
            const file = event.target.files?.[0];
            event.target.value = '';
            if (file) void upload(file);
          }}
        />
        <button type="button" className="button" onClick={() => setIsChoosing(true)}>
          {t('Choose from library')}
        </button>
        {cover && (
          <button
            type="button"
            className="button button--quiet"
            onClick={() => {
              onCover(null);
              onChange({ coverId: '' });
            }}
          >
            {t('Remove')}
          </button>
        )}
      </div>
      {cover && fields.coverId && (
        <p>
          {/* In a tab of its own: what is written stays open. */}
          <a href={paths.admin.image(fields.coverId)} target="_blank">
            {t('Crop and focal point')}
          </a>
        </p>
      )}
      {isChoosing && (
        <LibraryDialog
          onChoose={({ id: mediaId, ...image }) => {
            setIsChoosing(false);
            setError('');
            take({ ...image, mediaId });
          }}
          onClose={() => setIsChoosing(false)}
        />
      )}
      {part !== null && (
        <progress className="meter" max={1} value={part} aria-label={t('Upload of the featured image')} />
      )}
      {(error || problems.coverId) && (
        <p className="field__error" role="alert">
          {error || problems.coverId}
        </p>
      )}
      {cover && children}
    </fieldset>
  );
}
