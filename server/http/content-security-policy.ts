import { createHash } from 'node:crypto';
import { frameOriginsIn } from '@/lib/html/embeds';
import { speculationRules } from '@/lib/speculation-rules';
import { themeScript } from '@/lib/theme-script';
import { slotGuard } from '@/server/rendering/slot-guard';
import { wakingScript } from '@/server/rendering/hydration-loader';

/**
 * The inline scripts that may run on a public page: Next's own known shapes and ours, never "whatever is inline", or an
 * injected script would be blessed by its own hash.
 */
const nextShapes = [
  /^\(?self\.__next_[a-z_]+\s*=/,
  /^self\.__next_f\.push\(/,
  /^\(globalThis\["TURBOPACK"\] \|\| \(globalThis\["TURBOPACK"\] = \[\]\)\)\.push\(/,
  /^requestAnimationFrame\(function\(\)\{\$RT=performance\.now\(\)\}\);?$/,
  /^\$R[CXSBT]\b/,
];
const ours = new Set([themeScript, wakingScript, slotGuard, speculationRules]);
const inlineScript = /<script(?![^>]*\bsrc=)([^>]*)>([\s\S]*?)<\/script>/gi;

/**
 * The policy of one finished public page: everything from here, inline scripts by the hash of exactly this page's, frames
 * of exactly the sites whose cards are on it.
 */
export function publicPolicy(html: string, options: { frameOrigin: string | null }) {
  const hashes = [...new Set(knownInlineScripts(html).map((text) => `'sha256-${sha256(text)}'`))];
  const frames = [...(options.frameOrigin ? [options.frameOrigin] : []), ...frameOriginsIn(html)];
  return policy([`'self'`, ...hashes], frames);
}

/** The policy of a page made for one person: scripts by nonce, no frames of others. */
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
