const delimiter = /<!--\s+(\/)?wp:([a-z][a-z0-9-]*(?:\/[a-z][a-z0-9-]*)?)(?:\s+\{[\s\S]{0,20000}?\})?\s*(\/)?-->/g;
/** Blocks that hold no text of their own and whose comments alone say everything worth keeping. */
const silent = new Set(['spacer', 'more', 'nextpage', 'separator']);

/** A piece of a body: HTML from the block editor, or text of the classic one, whose line breaks mean something. */
export type Piece = { text: string; isClassic: boolean };

/**
 * Takes the block editor's comments away and keeps the HTML between them. Blocks without any HTML (latest posts, a search
 * field …) are drawn by WordPress itself; they are named, because nothing of them can be kept.
 */
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
  for (const match of body.matchAll(delimiter)) {
    add(body.slice(at, match.index));
    at = match.index + match[0].length;
    const [, isClosing, name = '', isWhole] = match;
    if (isWhole) {
      if (!silent.has(name)) leftOut.push(name);
    } else if (isClosing) depth = Math.max(0, depth - 1);
    else depth += 1;
  }
  add(body.slice(at));
  return { pieces, leftOut };
}
