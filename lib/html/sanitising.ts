import { AppError } from '@/lib/platform/errors';
import { blockOf } from './blocks';
import { blocksOf } from './flow';
import { makeOwnRelative } from './own-addresses';
import { parseHtml } from './parsing';
import type { HtmlNode } from './tree';
import { toHtml } from './writing';

/** The longest body that is taken, in characters of HTML. */
export const MAX_BODY_LENGTH = 1_000_000;

/**
 * Converts any HTML into the stored form: only elements, attributes and addresses from an allow-list, in a shape that
 * parses back to itself. Unknown elements are removed and their text stays; scripts and styles are removed with their
 * text. URLs of the site's own hosts become paths. Cleaning twice changes nothing. The length is checked first, so no
 * text is cut in the middle of a tag.
 */
export function sanitiseBody(html: string, ownHosts: readonly string[] = []): string {
  requireFittingBody(html);
  return sanitiseNodes(parseHtml(html), ownHosts).html;
}

/** A body that has passed the allow-list, as text and as what it is parsed into again. */
export type CleanBody = { html: string; nodes: HtmlNode[] };

/** The same for a body that is parsed already. */
export function sanitiseNodes(parsed: readonly HtmlNode[], ownHosts: readonly string[] = []): CleanBody {
  const nodes = blocksOf(parsed, blockOf);
  makeOwnRelative(nodes, ownHosts);
  const html = nodes.map((node) => toHtml([node])).join('\n');
  // What is stored must be accepted again.
  requireFittingBody(html);
  return { html, nodes };
}

/** Rejects a body that is too long to be stored, before anything is done with it. */
export function requireFittingBody(html: string) {
  if (html.length <= MAX_BODY_LENGTH) return;
  const size = (html.length / 1_000_000).toFixed(1);
  throw new AppError(
    'too_large',
    `This text has ${size} million characters; a post can hold one million. Please split it, or move images that were pasted into the text to uploads.`,
    { fields: { bodyHtml: 'This text is too long for one post.' } },
  );
}
