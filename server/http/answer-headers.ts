import { env } from '@/lib/platform/env';
import type { Answer } from '@/server/rendering/buffered-response';
import { publicPolicy } from './content-security-policy';
import { securityHeaders } from './security-headers';

const framing = new Set(['connection', 'keep-alive', 'transfer-encoding', 'content-length']);
const openToAll = { 'cross-origin-resource-policy': 'cross-origin' };
const ofNext = /^(content-encoding|etag|date|vary|cache-control|link|x-nextjs-.*|x-powered-by)$/;

/** What the application said of its answer, and what protects it; its own policy replaces ours. */
export function headersOfAnswer(answer: Answer): Record<string, string> {
  const own = Object.fromEntries(
    Object.entries(answer.headers).filter(([name]) => !framing.has(name) && !ofNext.test(name)),
  );
  if (own['content-security-policy']) {
    // The older header would override the policy's frame-ancestors.
    const { 'x-frame-options': _, ...others } = securityHeaders();
    return { ...others, ...own };
  }
  if (!isHtml(answer)) return { ...securityHeaders(), ...(isForOtherSites(answer) ? openToAll : {}), ...own };
  const policy = publicPolicy(answer.body.toString('utf8'), { frameOrigin: env().adsFrameOrigin });
  return { ...securityHeaders(), ...own, 'content-security-policy': policy };
}

// Feeds and icons are used by other sites.
function isForOtherSites({ headers }: Answer) {
  return /^(?:image\/|application\/(?:atom\+xml|rss\+xml|feed\+json))/.test(headers['content-type'] ?? '');
}

export function isHtml({ headers }: Answer) {
  return headers['content-type']?.startsWith('text/html') ?? false;
}
