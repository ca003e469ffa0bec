import { diffArrays } from 'diff';

export type DiffLine = { kind: 'same' | 'gone' | 'new'; text: string };

/**
 * How many lines may go and come before the two texts are shown whole: the comparison's cost grows with the square of it,
 * half a second at this many.
 */
const MOST_CHANGES = 1_200;

/** The lines of an HTML text as a person reads them: one per block, without marks. */
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

/** What has to be taken away and added to make the first text the second, line by line. */
export function diffLines(before: readonly string[], after: readonly string[]): DiffLine[] {
  const changes = diffArrays([...before], [...after], { maxEditLength: MOST_CHANGES });
  if (!changes) return [...asKind('gone', before), ...asKind('new', after)];
  return changes.flatMap(({ value, added, removed }) => asKind(added ? 'new' : removed ? 'gone' : 'same', value));
}

function asKind(kind: DiffLine['kind'], lines: readonly string[]) {
  return lines.map((text) => ({ kind, text }));
}
