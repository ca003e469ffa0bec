'use client';

import { useText } from '#text';
import { useEffect, useRef, useState } from 'react';
import { findImages, type LibraryImage } from './find-images';

type Props = { onChoose: (image: LibraryImage) => void; onClose: () => void };

/** Images of the library, newest first, with a search. */
export function LibraryDialog({ onChoose, onClose }: Props) {
  const t = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  const [query, setQuery] = useState('');
  const [images, setImages] = useState<LibraryImage[] | null>(null);
  const [error, setError] = useState('');
  useEffect(() => dialog.current?.showModal(), []);
  useEffect(() => {
    const abort = new AbortController();
    async function look() {
      try {
        setImages(await findImages(query, abort.signal));
        setError('');
      } catch (failure) {
        if (!abort.signal.aborted)
          setError(failure instanceof Error ? t.said(failure.message) : t('The library did not respond.'));
      }
    }
    const waiting = setTimeout(() => void look(), 150);
    return () => {
      clearTimeout(waiting);
      abort.abort();
    };
  }, [query, t]);
  return (
    <dialog ref={dialog} className="dialog dialog--wide" aria-labelledby="library-title" onClose={onClose}>
      <h2 id="library-title">{t('Choose from library')}</h2>
      <input
        className="input"
        type="search"
        aria-label={t('Search by name or alt text')}
        placeholder={t('Search by name or alt text')}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      {error && (
        <p className="field__error" role="alert">
          {error}
        </p>
      )}
      {images === null && !error && <div className="shape library__shape" />}
      {images?.length === 0 && <p className="quiet">{t('No images found. Upload one instead.')}</p>}
      <ul className="media-grid library">
        {images?.map((image) => (
          <li key={image.id}>
            <button type="button" onClick={() => onChoose(image)}>
              <img src={image.thumbnail} alt="" loading="lazy" width={image.width} height={image.height} />
              <span className="media-grid__name">{image.fileName}</span>
              <span className="media-grid__alt">{image.alt || t('No alt text')}</span>
            </button>
          </li>
        ))}
      </ul>
      <div className="form-actions">
        <button type="button" className="button button--quiet" onClick={() => dialog.current?.close()}>
          {t('Cancel')}
        </button>
      </div>
    </dialog>
  );
}
