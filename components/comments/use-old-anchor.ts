import { useEffect } from 'react';
import { paths } from '@/lib/web/reader-paths';

const ofComment = /^#comment-(\d{1,20}|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/;

/** Redirects fragments of comments that moved to another page or have an imported id. */
export function useOldAnchor(slug: string, isPaged: boolean) {
  useEffect(() => {
    if (!isPaged) return;
    const leadOn = () => {
      const name = ofComment.exec(location.hash)?.[1];
      if (name && !document.getElementById(`comment-${name}`) && !wasRedirectedHere(slug))
        location.replace(`${paths.post(slug)}?replytocom=${name}`);
    };
    leadOn();
    addEventListener('hashchange', leadOn);
    return () => removeEventListener('hashchange', leadOn);
  }, [slug, isPaged]);
}

// Stops if that page lacks the comment too.
function wasRedirectedHere(slug: string) {
  const [visit] = performance.getEntriesByType('navigation');
  const wasRedirected = visit instanceof PerformanceNavigationTiming && visit.redirectCount > 0;
  return wasRedirected && document.referrer.startsWith(location.origin + paths.post(slug));
}
