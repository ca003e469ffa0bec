'use client';

import { useState } from 'react';
import type { EditorPost } from './editor-post';

type Props = { previews: EditorPost['previews']; link: string; onCreate: () => void; onRevoke: () => void };

/** Secret links to what is not out yet: made, copied, taken back. */
export function PreviewLinks({ previews, link, onCreate, onRevoke }: Props) {
  const [isCopied, setIsCopied] = useState(false);
  return (
    <section aria-labelledby="previews-title" className="drawer__part">
      <h3 id="previews-title">Secret links</h3>
      <p className="quiet">Whoever has one sees this text before readers do. You can take it back.</p>
      {link && (
        <div className="field">
          <label htmlFor="preview-link">The new link. It is shown this once.</label>
          <input
            className="input code"
            id="preview-link"
            readOnly
            value={link}
            onFocus={(event) => event.target.select()}
          />
          <button
            type="button"
            className="button"
            onClick={() => void navigator.clipboard.writeText(link).then(() => setIsCopied(true))}
          >
            {isCopied ? 'Copied' : 'Copy'}
          </button>
        </div>
      )}
      <ul className="plain-list">
        {previews.map(({ id, when, until }) => (
          <li key={id}>
            <span>{`Made ${when}, opens until ${until}`}</span>
          </li>
        ))}
      </ul>
      <div className="form-acts">
        <button type="button" className="button" onClick={onCreate}>
          Make a secret link
        </button>
        {previews.length > 0 && (
          <button type="button" className="button button--quiet" onClick={onRevoke}>
            {previews.length === 1 ? 'Take it back' : 'Take them all back'}
          </button>
        )}
      </div>
    </section>
  );
}
