import type { Block } from './blocks';

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
