import { useEffect } from 'react';
import { paths } from '@/lib/paths';

const numberedAnchor = /^#comment-(\d{1,20})$/;

/**
 * Leads on from the anchor of an imported comment that stands on another page of its thread. The address asked for has no
 * fragment, and leads to an anchor of ours or to the post: nobody comes back here.
 */
export function useOldAnchor(slug: string, isPaged: boolean) {
  useEffect(() => {
    if (!isPaged) return;
    const leadOn = () => {
      const number = numberedAnchor.exec(location.hash)?.[1];
      if (number && !document.getElementById(`comment-${number}`))
        location.replace(`${paths.post(slug)}?replytocom=${number}`);
    };
    leadOn();
    addEventListener('hashchange', leadOn);
    return () => removeEventListener('hashchange', leadOn);
  }, [slug, isPaged]);
}
