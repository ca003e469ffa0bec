'use client';

import { useText } from '#text';
import { useState } from 'react';
import { ConfirmedAction } from '@/components/ui/confirmed-action';
import type { EditorPost } from '../editor-post';

type Props = { previews: EditorPost['previews']; link: string; onCreate: () => void; onRevoke: () => void };

/** Creates, copies and revokes private preview links. */
export function PreviewLinks({ previews, link, onCreate, onRevoke }: Props) {
  const t = useText();
  const [isCopied, setIsCopied] = useState(false);
  return (
    <section aria-labelledby="previews-title" className="drawer__part">
      <h3 id="previews-title">{t('Private preview links')}</h3>
      <p className="quiet">
        {t('Anyone with a link can see this post before it is published. You can revoke links at any time.')}
      </p>
      {link && (
        <div className="field">
          <label htmlFor="preview-link">{t('New link. You won’t see it again.')}</label>
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
            {isCopied ? t('Copied') : t('Copy')}
          </button>
        </div>
      )}
      <ul className="plain-list">
        {previews.map(({ id, when, until }) => (
          <li key={id}>
            <span>{t('Created {when}, expires {until}', { when, until })}</span>
          </li>
        ))}
      </ul>
      <div className="form-actions">
        <button type="button" className="button" onClick={onCreate}>
          {t('Create link')}
        </button>
        {previews.length > 0 && (
          <ConfirmedAction
            label={previews.length === 1 ? t('Revoke') : t('Revoke all')}
            question={
              previews.length === 1
                ? t('Revoke the preview link?')
                : t('Revoke {count} preview links?', { count: previews.length })
            }
            onConfirm={onRevoke}
          >
            <p>{t('Nobody can open this text by a link that you have given away. This cannot be undone.')}</p>
          </ConfirmedAction>
        )}
      </div>
    </section>
  );
}
