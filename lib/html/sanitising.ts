import { AppError } from '@/lib/platform/errors';
import { blockOf } from './blocks';
import { blocksOf } from './flow';
import { makeOwnRelative } from './own-addresses';
import { parseHtml } from './parsing';
import type { HtmlNode } from './tree';
import { toHtml } from './writing';

/** In characters of HTML. */
export const MAX_BODY_LENGTH = 1_000_000;

/** Sanitises HTML by allow-list into a stable, idempotent form; own hosts' URLs become paths. Throws if too long. */
export function sanitiseBody(html: string, ownHosts: readonly string[] = []): string {
  requireFittingBody(html);
  return sanitiseNodes(parseHtml(html), ownHosts).html;
}

export type CleanBody = { html: string; nodes: HtmlNode[] };

/** Sanitises a parsed body. */
export function sanitiseNodes(parsed: readonly HtmlNode[], ownHosts: readonly string[] = []): CleanBody {
  const nodes = blocksOf(parsed, blockOf);
  makeOwnRelative(nodes, ownHosts);
  const html = nodes.map((node) => toHtml([node])).join('\n');
  requireFittingBody(html);
  return { html, nodes };
}

/** Throws if a body is too long to be stored. */
export function requireFittingBody(html: string) {
  if (html.length <= MAX_BODY_LENGTH) return;
  const size = (html.length / 1_000_000).toFixed(1);
  throw new AppError(
    'too_large',
    `This text has ${size} million characters; a post can hold one million. Please split it, or move images that were pasted into the text to uploads.`,
    { fields: { bodyHtml: 'This text is too long for one post.' } },
  );
}
