import { posToDOMRect, type Editor } from '@tiptap/core';

// What sticks to the edges of the window: the bar of the editor, and its footer above the bar of the admin.
const padding = { top: 80, bottom: 112, left: 8, right: 8 };

/** Above the image; over it where its edges are outside of the window. */
export const overImage = {
  placement: 'top',
  offset: 8,
  flip: { padding },
  shift: { padding, crossAxis: true },
} as const;

/** Above the words, or below where there is no room, and within the column that they stand in. */
export function besideWords(editor: Editor) {
  return {
    placement: 'top',
    offset: 4,
    flip: { padding },
    shift: () => ({ boundary: editor.view.dom }),
  } as const;
}

/** The selected words with the lines above and below them, which stay readable. */
export function placeOfWords({ view, state }: Editor) {
  const { from, to, $from, $to } = state.selection;
  const { x, y, width, height } = posToDOMRect(view, from, to);
  const [first, last] = [$from, $to].map(($at) => view.nodeDOM($at.before()));
  const above = gap(first, y, 'above');
  const below = gap(last, y + height, 'below');
  return { getBoundingClientRect: () => new DOMRect(x, y - above, width, above + height + below) };
}

// The height of a line, and what is between it and the words where it belongs to another block.
function gap(block: Node | null | undefined, edge: number, side: 'above' | 'below') {
  if (!(block instanceof HTMLElement)) return 0;
  const line = Number.parseFloat(getComputedStyle(block).lineHeight) || 0;
  const isAbove = side === 'above';
  const { top, bottom } = block.getBoundingClientRect();
  const neighbour = isAbove ? block.previousElementSibling : block.nextElementSibling;
  if (!neighbour || Math.abs((isAbove ? top : bottom) - edge) > line / 2) return line;
  const other = neighbour.getBoundingClientRect();
  return line + Math.min(Math.max(isAbove ? edge - other.bottom : other.top - edge, 0), line);
}
