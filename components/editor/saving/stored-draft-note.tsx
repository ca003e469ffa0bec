'use client';

import { useText } from '#text';
import { useEffect, useState } from 'react';
import { readLocalDraft } from './local-draft';

/** On the error page: says whether the browser has stored the text. */
export function StoredDraftNote({ postId }: { postId: string }) {
  const t = useText();
  const [isStored, setIsStored] = useState(false);
  useEffect(() => {
    let isInThisBrowser = true;
    void readLocalDraft(postId).then((entry) => isInThisBrowser && setIsStored(Boolean(entry)));
    return () => {
      isInThisBrowser = false;
    };
  }, [postId]);
  if (!isStored) return null;
  return <p role="status">{t('Your text is saved in this browser. Reload the page to continue.')}</p>;
}
