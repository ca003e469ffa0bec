/** A heading of a rendered body; `level` 0 is the highest that the text has. */
export type ContentsEntry = { id: string; text: string; level: number };

/** From this many headings on, a text gets a list of contents by itself. */
const ENOUGH_HEADINGS = 4;
/** Fewer would not be a list. */
const LEAST_HEADINGS = 2;

const heading = /<h([234])(?=[\s>])[^>]*? id="([^"]*)"[^>]*>([\s\S]*?)<\/h\1>/g;
const noteMark = /<sup class="footnote-ref"[\s\S]*?<\/sup>/g;

/**
 * The list of contents of a rendered body, in the order of the text; empty for none. `mode` is the author's choice: on,
 * off, or auto, by the number of headings.
 */
export function contentsOf(html: string, mode: string): ContentsEntry[] {
  if (mode === 'off' || !/<h[234]/.test(html)) return [];
  const found = [...html.matchAll(heading)].map(([, depth, id = '', inside = '']) => ({
    depth: Number(depth),
    id: decoded(id),
    text: textIn(inside),
  }));
  const named = found.filter(({ text }) => text !== '');
  if (named.length < (mode === 'on' ? LEAST_HEADINGS : ENOUGH_HEADINGS)) return [];
  return levelled(named);
}

// A heading is at most one level below the one before it, whatever the author chose.
function levelled(headings: { depth: number; id: string; text: string }[]) {
  const above: number[] = [];
  return headings.map(({ depth, id, text }) => {
    while (above.length > 0 && above.at(-1)! >= depth) above.pop();
    above.push(depth);
    return { id, text, level: above.length - 1 };
  });
}

function textIn(html: string) {
  const words = html.replace(noteMark, '').replace(/<[^>]*>/g, '');
  return decoded(words).replace(/\s+/g, ' ').trim();
}

function decoded(html: string) {
  return html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
