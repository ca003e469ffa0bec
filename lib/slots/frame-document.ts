import { escapeHtml } from '@/lib/html/escaping';
import { FRAME_SANDBOX } from './frame-sandbox';
import { frameShim } from './frame-shim';
import { hasMacros, replaceMacros } from './macros';

// Code may load and run anything: an opaque origin cannot reach the site. Never add allow-same-origin.
const policy = [
  `sandbox ${FRAME_SANDBOX}`,
  `default-src * data: blob: 'unsafe-inline' 'unsafe-eval'`,
  `frame-ancestors 'self'`,
].join('; ');

type FrameAnswer = { headers: Record<string, string>; body: string };
type FrameContent = { code: string; language: string; title: string };

/** The document that runs pasted code unchanged; cacheable unless the code contains macros (`number`). */
export function frameDocument({ code, language, title }: FrameContent, number: string): FrameAnswer {
  const body = `${headOf(language, title)}${replaceMacros(code, number)}${footer}`;
  return {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': policy,
      'Cache-Control': hasMacros(code) ? 'private, no-store' : 'public, max-age=31536000, immutable',
      'X-Robots-Tag': 'noindex',
      'Referrer-Policy': 'no-referrer',
    },
    body,
  };
}

function headOf(language: string, title: string) {
  return (
    `<!doctype html><html lang="${escapeHtml(language)}"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title>` +
    '<meta name="color-scheme" content="light dark"><style>html,body{margin:0;padding:0}</style>' +
    `<script>${frameShim}</script></head><body>\n`
  );
}

const footer = '\n</body></html>\n';
