import type { Block } from './blocks';

/** Splits a rendered body after the given blocks (0 is the first); ignores blocks that do not exist. */
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
