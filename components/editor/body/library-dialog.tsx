'use client';

import { useEffect, useRef, useState } from 'react';
import { findPictures, type LibraryPicture } from './find-pictures';

type Props = { onChoose: (picture: LibraryPicture) => void; onClose: () => void };

/** Pictures that are there already, newest first, to be found by name and description. */
export function LibraryDialog({ onChoose, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [query, setQuery] = useState('');
  const [pictures, setPictures] = useState<LibraryPicture[] | null>(null);
  const [error, setError] = useState('');
  useEffect(() => dialog.current?.showModal(), []);
  useEffect(() => {
    const abort = new AbortController();
    async function look() {
      try {
        setPictures(await findPictures(query, abort.signal));
        setError('');
      } catch (failure) {
        if (!abort.signal.aborted)
          setError(failure instanceof Error ? failure.message : 'The library did not respond.');
      }
    }
    const waiting = setTimeout(() => void look(), 150);
    return () => {
      clearTimeout(waiting);
      abort.abort();
    };
  }, [query]);
  return (
    <dialog ref={dialog} className="dialog dialog--wide" aria-labelledby="library-title" onClose={onClose}>
      <h2 id="library-title">Choose from library</h2>
      <input
        className="input"
        type="search"
        aria-label="Search by name or alt text"
        placeholder="Search by name or alt text"
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      {error && (
        <p className="field__error" role="alert">
          {error}
        </p>
      )}
      {pictures === null && !error && <div className="shape library__shape" />}
      {pictures?.length === 0 && <p className="quiet">No images found. Upload one instead.</p>}
      <ul className="media-grid library">
        {pictures?.map((picture) => (
          <li key={picture.id}>
            <button type="button" onClick={() => onChoose(picture)}>
              <img src={picture.thumbnail} alt="" loading="lazy" width={picture.width} height={picture.height} />
              <span className="media-grid__name">{picture.fileName}</span>
              <span className="media-grid__alt">{picture.alt || 'No alt text'}</span>
            </button>
          </li>
        ))}
      </ul>
      <div className="form-actions">
        <button type="button" className="button button--quiet" onClick={() => dialog.current?.close()}>
          Cancel
        </button>
      </div>
    </dialog>
  );
}
