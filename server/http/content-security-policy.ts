import { createHash } from 'node:crypto';
import { frameOriginsIn } from '@/lib/html/embeds';
import { speculationRules } from '@/lib/web/speculation-rules';
import { themeScript } from '@/lib/web/theme-script';
import { frameHolding } from '@/server/rendering/frame-holding';
import { hydrationLoader } from '@/server/rendering/hydration-loader';
import { liveLoader } from '@/server/rendering/live-thread';
import { pageCounters } from '@/server/rendering/page-counter';
import { gallerySteps } from '@/server/rendering/gallery-steps';
import { shareButton } from '@/server/rendering/share-button';
import { slotChooser } from '@/server/rendering/slot-chooser';
import { consentScripts } from '@/server/rendering/slot-consent';
import { slotCostsLoader } from '@/server/rendering/slot-health';
import { slotReporting } from '@/server/rendering/slot-reporting';
import { slotGuard } from '@/server/rendering/slot-guard';

/** Known shapes only, or an injected script would be allowed by its own hash. */
const nextShapes = [
  /^\(?self\.__next_[a-z_]+\s*=/,
  /^self\.__next_f\.push\(/,
  /^\(globalThis\["TURBOPACK"\] \|\| \(globalThis\["TURBOPACK"\] = \[\]\)\)\.push\(/,
  /^requestAnimationFrame\(function\(\)\{\$RT=performance\.now\(\)\}\);?$/,
  /^\$R[CXSBT]\b/,
];
const ours = new Set([
  themeScript,
  hydrationLoader,
  slotGuard,
  frameHolding,
  liveLoader,
  shareButton,
  gallerySteps,
  slotChooser,
  speculationRules,
  ...pageCounters,
  ...consentScripts,
  slotReporting,
  slotCostsLoader,
]);
const inlineScript = /<script(?![^>]*\bsrc=)([^>]*)>([\s\S]*?)<\/script>/gi;

/** Policy of one page: scripts by hash, frames by its embeds. */
export function publicPolicy(html: string, options: { frameOrigin: string | null }) {
  const frames = [...(options.frameOrigin ? [options.frameOrigin] : []), ...frameOriginsIn(html)];
  return policy([`'self'`, ...scriptHashes(html)], frames);
}

/**
 * Policy of a page with in-page code: scripts by nonce and what they load themselves, never by a list of hosts, and no
 * service worker, which would outlive the page.
 */
export function inPagePolicy(html: string, { nonce, isSecure }: { nonce: string; isSecure: boolean }) {
  const scripts = [`'nonce-${nonce}'`, `'strict-dynamic'`, ...scriptHashes(html)];
  return policy(hasEvaluatingCode(html) ? [...scripts, `'unsafe-eval'`] : scripts, [], {
    elsewhere: isSecure ? 'https:' : 'https: http:',
  });
}

export function privatePolicy(nonce: string, options: { frameOrigin: string | null; framedBy?: `'self'` }) {
  const { frameOrigin, framedBy } = options;
  return policy([`'self'`, `'nonce-${nonce}'`], frameOrigin ? [frameOrigin] : [], { framedBy });
}

type Openings = {
  /** Where else pictures, requests and frames may go. */
  elsewhere?: string;
  /** Who may show the page in a frame. */
  framedBy?: string | undefined;
};

function policy(scripts: string[], frames: string[], { elsewhere = '', framedBy = `'none'` }: Openings = {}) {
  const from = (...sources: string[]) => [`'self'`, ...sources, elsewhere].filter(Boolean).join(' ');
  return [
    `default-src 'none'`,
    `script-src ${scripts.join(' ')}`,
    ...(elsewhere ? ['worker-src blob:', `object-src 'none'`] : []),
    `style-src ${from(`'unsafe-inline'`)}`,
    `img-src ${from('data:', 'blob:')}`,
    `font-src ${from()}`,
    `connect-src ${from()}`,
    `media-src ${from()}`,
    `manifest-src 'self'`,
    `frame-src ${from(...frames)}`,
    `form-action 'self'`,
    `base-uri 'none'`,
    `frame-ancestors ${framedBy}`,
  ].join('; ');
}

function hasEvaluatingCode(html: string) {
  return html.includes('data-evaluates=');
}

function scriptHashes(html: string) {
  return [...new Set(knownInlineScripts(html).map((text) => `'sha256-${sha256(text)}'`))];
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
