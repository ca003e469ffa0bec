import { escapeHtml } from '@/lib/html/escaping';
import { FRAME_SANDBOX, ORIGIN_SANDBOX } from '@/lib/web/frame-sandbox';
import { frameFilling } from './frame-filling';
import { frameHealth } from './frame-health';
import { frameShim } from './frame-shim';
import { hasMacros, replaceMacros } from './macros';
import { testShim } from './testing/test-shim';

type FrameAnswer = { headers: Record<string, string>; body: string };
type FrameContent = {
  code: string;
  language: string;
  title: string;
  /** The site, if the document is served from another origin, which it may then keep. */
  framedBy?: string | null;
  /** Of the test page, which observes it. */
  isTest?: boolean;
};

/** The document that runs pasted code unchanged; cacheable unless the code contains macros (`number`). */
export function frameDocument(
  { code, language, title, framedBy = null, isTest = false }: FrameContent,
  number: string,
): FrameAnswer {
  const shim = frameShim[framedBy ? 'isolated-origin' : 'sandboxed'] + (isTest ? testShim : frameHealth);
  const body = `${headOf(language, title, shim)}${replaceMacros(code, number)}${footer}`;
  return {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': policyFor(framedBy),
      'Cache-Control': isTest || hasMacros(code) ? 'private, no-store' : 'public, max-age=31536000, immutable',
      'X-Robots-Tag': 'noindex',
      'Referrer-Policy': framedBy ? 'strict-origin-when-cross-origin' : 'no-referrer',
    },
    body,
  };
}

// Code may load and run anything: an opaque origin cannot reach the site. Only another origin may have
// allow-same-origin, and the site alone may frame it.
function policyFor(framedBy: string | null) {
  return [
    `sandbox ${framedBy ? ORIGIN_SANDBOX : FRAME_SANDBOX}`,
    `default-src * data: blob: 'unsafe-inline' 'unsafe-eval'`,
    `frame-ancestors ${framedBy ?? `'self'`}`,
  ].join('; ');
}

function headOf(language: string, title: string, shim: string) {
  return (
    `<!doctype html><html lang="${escapeHtml(language)}"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title>` +
    '<meta name="color-scheme" content="light dark"><style>html,body{margin:0;padding:0}</style>' +
    `<script>${shim}${frameFilling}</script></head><body>\n`
  );
}

const footer = '\n</body></html>\n';
