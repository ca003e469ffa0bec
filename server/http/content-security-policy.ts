import { createHash } from 'node:crypto';
import { frameOriginsIn } from '@/lib/html/embeds';
import { speculationRules } from '@/lib/web/speculation-rules';
import { themeScript } from '@/lib/web/theme-script';
import { hydrationLoader } from '@/server/rendering/hydration-loader';
import { slotGuard } from '@/server/rendering/slot-guard';

/** Known shapes only, or an injected script would be allowed by its own hash. */
const nextShapes = [
  /^\(?self\.__next_[a-z_]+\s*=/,
  /^self\.__next_f\.push\(/,
  /^\(globalThis\["TURBOPACK"\] \|\| \(globalThis\["TURBOPACK"\] = \[\]\)\)\.push\(/,
  /^requestAnimationFrame\(function\(\)\{\$RT=performance\.now\(\)\}\);?$/,
  /^\$R[CXSBT]\b/,
];
const ours = new Set([themeScript, hydrationLoader, slotGuard, speculationRules]);
const inlineScript = /<script(?![^>]*\bsrc=)([^>]*)>([\s\S]*?)<\/script>/gi;

/** Policy of one page: scripts by hash, frames by its embeds. */
export function publicPolicy(html: string, options: { frameOrigin: string | null }) {
  const hashes = [...new Set(knownInlineScripts(html).map((text) => `'sha256-${sha256(text)}'`))];
  const frames = [...(options.frameOrigin ? [options.frameOrigin] : []), ...frameOriginsIn(html)];
  return policy([`'self'`, ...hashes], frames);
}

export function privatePolicy(nonce: string) {
  return policy([`'self'`, `'nonce-${nonce}'`], []);
}

function policy(scripts: string[], frames: string[]) {
  return [
    `default-src 'none'`,
    `script-src ${scripts.join(' ')}`,
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' data: blob:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `media-src 'self'`,
    `manifest-src 'self'`,
    `frame-src ${[`'self'`, ...frames].join(' ')}`,
    `form-action 'self'`,
    `base-uri 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ');
}

function knownInlineScripts(html: string) {
  return [...html.matchAll(inlineScript)]
    .filter(([, attributes]) => !/type="(application|importmap)/.test(attributes ?? ''))
    .map(([, , text]) => text ?? '')
    .filter((text) => ours.has(text) || nextShapes.some((shape) => shape.test(text)));
}

function sha256(text: string) {
  return createHash('sha256').update(text).digest('base64');
}
