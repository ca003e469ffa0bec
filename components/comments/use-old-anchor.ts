import { useEffect } from 'react';
import { paths } from '@/lib/web/paths';

const ofComment = /^#comment-(\d{1,20}|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/;

/**
 * Leads on from the anchor of a comment that stands on another page of its thread: comments move to later pages when
 * earlier ones are answered, and imported ones are named by their old numbers. The address asked for has no fragment, and
 * leads to the comment or to the post.
 */
export function useOldAnchor(slug: string, isPaged: boolean) {
  useEffect(() => {
    if (!isPaged) return;
    const leadOn = () => {
      const name = ofComment.exec(location.hash)?.[1];
      if (name && !document.getElementById(`comment-${name}`) && !wasLedHere(slug))
        location.replace(`${paths.post(slug)}?replytocom=${name}`);
    };
    leadOn();
    addEventListener('hashchange', leadOn);
    return () => removeEventListener('hashchange', leadOn);
  }, [slug, isPaged]);
}

// Where even the page that it was led to does not have the comment, a reader stays.
function wasLedHere(slug: string) {
  const [visit] = performance.getEntriesByType('navigation');
  const wasRedirected = visit instanceof PerformanceNavigationTiming && visit.redirectCount > 0;
  return wasRedirected && document.referrer.startsWith(location.origin + paths.post(slug));
}
