'use client';

import { useText } from '#text';
import { useEffect, useRef, useState } from 'react';
import { addressFrom, webAddress } from '../document/addresses';
import { PostSearch } from './post-search';

type Props = {
  purpose: 'link' | 'embed';
  current: string;
  needsText: boolean;
  onDone: (address: string | null, text: string) => void;
  onClose: () => void;
};

/** Asks for the address of a link or embed. */
export function LinkDialog({ purpose, current, needsText, onDone, onClose }: Props) {
  const t = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  const [address, setAddress] = useState(current);
  const [text, setText] = useState('');
  const [error, setError] = useState('');
  useEffect(() => dialog.current?.showModal(), []);

  function submit() {
    const found = purpose === 'link' ? addressFrom(address) : webAddress(address);
    if (found) onDone(found, text);
    else
      setError(
        purpose === 'link'
          ? t('Enter a valid URL, such as example.org or /about.')
          : t('Paste a full URL that starts with https://'),
      );
  }

  return (
    <dialog ref={dialog} className="dialog" aria-labelledby="link-title" onClose={onClose}>
      <h2 id="link-title">{purpose === 'link' ? t('Link') : t('Embed')}</h2>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <div className="field">
          <label htmlFor="link-address">{purpose === 'link' ? t('URL, or words of a post') : t('URL')}</label>
          <input
            className="input"
            id="link-address"
            value={address}
            onChange={(event) => setAddress(event.target.value)}
            inputMode="url"
            autoComplete="off"
            aria-invalid={error ? true : undefined}
            aria-describedby={error ? 'link-error' : undefined}
          />
          {error && (
            <p className="field__error" id="link-error" role="alert">
              {error}
            </p>
          )}
        </div>
        {purpose === 'link' && (
          <PostSearch query={address} onChoose={({ path, title }) => onDone(path, text || title)} />
        )}
        {purpose === 'link' && needsText && (
          <div className="field">
            <label htmlFor="link-text">{t('Text')}</label>
            <input className="input" id="link-text" value={text} onChange={(event) => setText(event.target.value)} />
          </div>
        )}
        <div className="form-actions">
          <button className="button button--primary">{purpose === 'link' ? t('Apply') : t('Embed')}</button>
          {current && (
            <button className="button" type="button" onClick={() => onDone(null, '')}>
              {t('Remove link')}
            </button>
          )}
          <button className="button button--quiet" type="button" onClick={() => dialog.current?.close()}>
            {t('Cancel')}
          </button>
        </div>
      </form>
    </dialog>
  );
}
