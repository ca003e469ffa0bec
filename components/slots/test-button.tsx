'use client';

import { useText } from '#text';
import { useEffect } from 'react';

type Props = { isSending: boolean; address: string | undefined };

/** Sends the code as it is typed to its test, which opens beside the form. */
export function TestButton({ isSending, address }: Props) {
  const t = useText();
  // Browsers that allow no window after the answer leave the link.
  useEffect(() => {
    if (address) window.open(address, '_blank', 'noopener');
  }, [address]);
  return (
    <>
      <button className="button slot-form__test" name="intent" value="test" aria-disabled={isSending}>
        {t('Test this code')}
      </button>
      {address && (
        <a href={address} target="_blank" rel="noopener">
          {t('Open the test')}
        </a>
      )}
    </>
  );
}
