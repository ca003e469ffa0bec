'use client';

import { useState } from 'react';
import { useText } from '#text';
import { useHasScript } from '@/components/ui/has-script';

/** The address of a file, to copy. */
export function CopiedAddress({ address }: { address: string }) {
  const t = useText();
  const hasScript = useHasScript();
  const [isCopied, setIsCopied] = useState(false);
  return (
    <div className="field">
      <label htmlFor="file-address">{t('Address')}</label>
      <input
        className="input code"
        id="file-address"
        readOnly
        value={address}
        onFocus={(event) => event.target.select()}
      />
      {hasScript && (
        <button
          type="button"
          className="button media-page__copy"
          onClick={() => void navigator.clipboard.writeText(address).then(() => setIsCopied(true))}
        >
          {isCopied ? t('Copied') : t('Copy')}
        </button>
      )}
    </div>
  );
}
