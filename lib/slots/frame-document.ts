import { hasTokens, withoutTokens } from './tokens';

/** What pasted code may do in its frame; the same words stand in the frame's attribute and in its document's policy. */
export const FRAME_SANDBOX =
  'allow-scripts allow-popups allow-popups-to-escape-sandbox allow-forms allow-top-navigation-by-user-activation';

// Anything may be loaded and run, because nothing in an opaque origin can reach the site. Never allow-same-origin: on
// our own origin it would hand the page and its session to the code.
const policy = [
  `sandbox ${FRAME_SANDBOX}`,
  `default-src * data: blob: 'unsafe-inline' 'unsafe-eval'`,
  `frame-ancestors 'self'`,
].join('; ');

type FrameAnswer = { headers: Record<string, string>; body: string };

/**
 * The document in which pasted code runs: the code byte for byte in an otherwise empty page. Kept for ever by whoever
 * fetches it, unless the code asks for a fresh number with every showing.
 */
export function frameDocument(code: string, number: string): FrameAnswer {
  const body = `${head}${withoutTokens(code, number)}${foot}`;
  return {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': policy,
      'Cache-Control': hasTokens(code) ? 'private, no-store' : 'public, max-age=31536000, immutable',
      'X-Robots-Tag': 'noindex',
      'Referrer-Policy': 'no-referrer',
    },
    body,
  };
}

const head =
  '<!doctype html><html><head><meta charset="utf-8"><title>Advertisement</title><base target="_top">' +
  '<style>html,body{margin:0;padding:0}</style></head><body>\n';
const foot = '\n</body></html>\n';
