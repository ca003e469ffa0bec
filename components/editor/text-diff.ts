export type DiffLine = { kind: 'same' | 'gone' | 'new'; text: string };

/** Above this many lines on one side the two texts are shown whole: the comparison's cost is the product of both. */
const MOST_LINES = 600;

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
  if (before.length > MOST_LINES || after.length > MOST_LINES)
    return [...asKind('gone', before), ...asKind('new', after)];
  const common = commonLengths(before, after);
  const lines: DiffLine[] = [];
  let [i, j] = [0, 0];
  while (i < before.length && j < after.length) {
    const [old = '', fresh = ''] = [before[i], after[j]];
    if (old === fresh) {
      lines.push({ kind: 'same', text: old });
      i += 1;
      j += 1;
    } else if ((common[i + 1]?.[j] ?? 0) >= (common[i]?.[j + 1] ?? 0)) {
      lines.push({ kind: 'gone', text: old });
      i += 1;
    } else {
      lines.push({ kind: 'new', text: fresh });
      j += 1;
    }
  }
  return [...lines, ...asKind('gone', before.slice(i)), ...asKind('new', after.slice(j))];
}

function asKind(kind: DiffLine['kind'], lines: readonly string[]) {
  return lines.map((text) => ({ kind, text }));
}

/** common[i][j]: how many lines the two have in common, in order, from line i and j on. */
function commonLengths(before: readonly string[], after: readonly string[]) {
  const common = Array.from({ length: before.length + 1 }, () => new Uint16Array(after.length + 1));
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      const [here, below] = [common[i]!, common[i + 1]!];
      here[j] = before[i] === after[j] ? below[j + 1]! + 1 : Math.max(below[j]!, here[j + 1]!);
    }
  }
  return common;
}
