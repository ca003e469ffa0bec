'use client';

import { useText } from '#text';
import { useId, useState, type ReactNode } from 'react';
import { acceptedImages } from '@/lib/media/accepted';
import { LibraryDialog } from '../body/library-dialog';
import { uploadImage } from '../body/upload-image';
import type { EditorCover } from '../editor-post';

export type PickedImage = EditorCover & { mediaId: string; alt: string };

type Props = {
  legend: string;
  hint?: string;
  image: EditorCover | null;
  alt: string;
  problem: string | undefined;
  onTake: (image: PickedImage) => void;
  onRemove: () => void;
  children?: ReactNode;
};

/** An image of a post, uploaded or from the library. */
export function ImagePicker({ legend, hint, image, alt, problem, onTake, onRemove, children }: Props) {
  const t = useText();
  const id = useId();
  const [part, setPart] = useState<number | null>(null);
  const [error, setError] = useState('');
  const [isChoosing, setIsChoosing] = useState(false);

  async function upload(file: File) {
    setError('');
    setPart(0);
    try {
      onTake(await uploadImage(file, { onProgress: setPart, signal: new AbortController().signal }));
    } catch (failure) {
      setError(failure instanceof Error ? t.said(failure.message) : t('The image could not be uploaded.'));
    }
    setPart(null);
  }

  return (
    <fieldset className="fieldset cover">
      <legend>{legend}</legend>
      {hint && <p className="field__hint">{hint}</p>}
      {image && <img src={image.src} alt={alt} width={image.width} height={image.height} />}
      <div className="form-actions">
        <label className="button" htmlFor={id}>
          {image ? t('Replace') : t('Upload')}
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
        {image && (
          <button type="button" className="button button--quiet" onClick={onRemove}>
            {t('Remove')}
          </button>
        )}
      </div>
      {isChoosing && (
        <LibraryDialog
          onChoose={({ id: mediaId, ...chosen }) => {
            setIsChoosing(false);
            setError('');
            onTake({ ...chosen, mediaId });
          }}
          onClose={() => setIsChoosing(false)}
        />
      )}
      {part !== null && (
        <progress className="meter" max={1} value={part} aria-label={t('Upload of “{image}”', { image: legend })} />
      )}
      {(error || problem) && (
        <p className="field__error" role="alert">
          {error || problem}
        </p>
      )}
      {children}
    </fieldset>
  );
}
