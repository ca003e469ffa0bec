const delimiter = /^<!--\s+(\/)?wp:([a-z][a-z0-9-]*(?:\/[a-z][a-z0-9-]*)?)(?:\s+\{[\s\S]*\})?\s*(\/)?-->$/;
/** Blocks without text, stored in their comments alone. */
const silent = new Set(['spacer', 'more', 'nextpage', 'separator']);

/** Part of a body: HTML of the block editor, or classic text with significant line breaks. */
export type Piece = { text: string; isClassic: boolean };

/** Removes block comments and keeps their HTML. Dynamic blocks (no HTML) are returned as `leftOut`. */
export function splitBlocks(body: string): { pieces: Piece[]; leftOut: string[] } {
  const pieces: Piece[] = [];
  const leftOut: string[] = [];
  let depth = 0;
  let at = 0;
  const add = (text: string) => {
    const isClassic = depth === 0;
    const last = pieces.at(-1);
    if (last && last.isClassic === isClassic) last.text += text;
    else if (text.trim() !== '') pieces.push({ text, isClassic });
  };
  for (const { start, end, isClosing, name, isWhole } of delimitersOf(body)) {
    add(body.slice(at, start));
    at = end;
    if (isWhole) {
      if (!silent.has(name)) leftOut.push(name);
    } else if (isClosing) depth = Math.max(0, depth - 1);
    else depth += 1;
  }
  add(body.slice(at));
  return { pieces, leftOut };
}

/** Yields block comments in order, in linear time for any text. */
function* delimitersOf(body: string) {
  for (let at = 0; ;) {
    const first = body.indexOf('<!--', at);
    const end = first < 0 ? -1 : body.indexOf('-->', first) + 3;
    if (end < 3) return;
    const text = body.slice(first, end);
    const inner = text.lastIndexOf('<!--');
    const match = delimiter.exec(text.slice(inner));
    const [, isClosing, name = '', isWhole] = match ?? [];
    if (match) yield { start: first + inner, end, isClosing, name, isWhole };
    at = end;
  }
}
