/** A top-level block of a rendered body: where it begins, what it is, how many words it holds. */
export type Block = { offset: number; kind: string; words: number };

/**
 * Cuts a rendered body after the given blocks (0 is the first), never inside one. Answers with one part more than there
 * are cuts; cuts that the body does not have are left out.
 */
export function splitAfterBlocks(html: string, blocks: readonly Block[], after: readonly number[]) {
  const ends = [...new Set(after)]
    .sort((a, b) => a - b)
    .filter((index) => index >= 0 && index < blocks.length)
    .map((index) => ({ after: index, end: blocks[index + 1]?.offset ?? html.length }));
  const parts: { html: string; after: number | null }[] = [];
  let from = 0;
  for (const { after: index, end } of ends) {
    parts.push({ html: html.slice(from, end), after: index });
    from = end;
  }
  parts.push({ html: html.slice(from), after: null });
  return parts;
}

/** The blocks kept with a post; a value that is no list of blocks counts as none. */
export function parseBlocks(json: string): Block[] {
  try {
    const value: unknown = JSON.parse(json);
    return Array.isArray(value) ? value.filter(isBlock) : [];
  } catch {
    return [];
  }
}

function isBlock(value: unknown): value is Block {
  return typeof value === 'object' && value !== null && 'offset' in value && typeof value.offset === 'number';
}
