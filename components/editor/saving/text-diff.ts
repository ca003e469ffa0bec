import { diffArrays } from 'diff';

export type DiffLine = { kind: 'same' | 'gone' | 'new'; text: string };

/**
 * With more changed lines, both texts are shown whole: the comparison takes quadratic time, half a second at this many.
 */
const MAX_CHANGES = 1_200;

/** The visible lines of an HTML text: one per block, without marks. */
export function readableLines(html: string) {
  return html
    .replace(/<(?:br|hr)\b[^>]*>/gi, '\n')
    .replace(/<img\b[^>]*>/gi, nameOfImage)
    .replace(/<\/(?:p|h[1-6]|li|blockquote|pre|tr|figure|figcaption|div|ul|ol|table)>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

function nameOfImage(image: string) {
  const alt = /\balt="([^"]*)"/i.exec(image)?.[1];
  return alt ? `[image: ${alt}]` : '[image]';
}

/** The lines removed and added between two texts. */
export function diffLines(before: readonly string[], after: readonly string[]): DiffLine[] {
  const changes = diffArrays([...before], [...after], { maxEditLength: MAX_CHANGES });
  if (!changes) return [...asKind('gone', before), ...asKind('new', after)];
  return changes.flatMap(({ value, added, removed }) => asKind(added ? 'new' : removed ? 'gone' : 'same', value));
}

function asKind(kind: DiffLine['kind'], lines: readonly string[]) {
  return lines.map((text) => ({ kind, text }));
}
