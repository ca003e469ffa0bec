const signs: Record<string, string> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': ' ',
  '&amp;': '&',
};

/**
 * The text of a rendered comment on one line. Only for what our own renderers wrote, in which "<" and ">" stand for tags
 * alone: it is quicker than a parser, and every page with comments asks for it.
 */
export function plainCommentText(bodyHtml: string) {
  return bodyHtml
    .replace(/<(?:\/(?:p|li|pre|blockquote|h[1-6]|tr|td|th|div|figure)|br|hr)\b[^>]*>/g, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:lt|gt|quot|#39|nbsp|amp);/g, (sign) => signs[sign]!)
    .replace(/\s+/g, ' ')
    .trim();
}
