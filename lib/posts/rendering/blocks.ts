const blockKinds = ['p', 'heading', 'figure', 'list', 'quote', 'code', 'table', 'embed', 'other', 'spot'] as const;
export type BlockKind = (typeof blockKinds)[number];

/** From these the height of a block is estimated (lib/slots/article-geometry.ts). */
export type BlockSize = {
  /** The text on one line, in ems. */
  ems?: number;
  /** Lines of code, rows of a table, items of a list. */
  lines?: number;
  /** Width and height of its images and videos, in pixels. */
  images?: [number, number][];
};

/** `offset`: its start in the rendered HTML, in characters. */
export type Block = BlockSize & {
  offset: number;
  kind: BlockKind;
  words: number;
  /** Of a spot, which has no HTML: the id or name of its slot. */
  slot?: string;
};

/** The blocks stored with a post; none if the value is invalid. */
export function parseBlocks(json: string): Block[] {
  try {
    const value: unknown = JSON.parse(json);
    return Array.isArray(value) ? value.filter(hasOffset).map(toBlock) : [];
  } catch {
    return [];
  }
}

type StoredBlock = { offset: number } & { [Fact in Exclude<keyof Block, 'offset'>]?: unknown };

function hasOffset(value: unknown): value is StoredBlock {
  return typeof value === 'object' && value !== null && 'offset' in value && typeof value.offset === 'number';
}

function toBlock({ offset, kind, words, ems, lines, images, slot }: StoredBlock): Block {
  return {
    offset,
    kind: blockKinds.find((known) => known === kind) ?? 'other',
    words: isCount(words) ? words : 0,
    ...(isCount(ems) ? { ems } : {}),
    ...(isCount(lines) ? { lines } : {}),
    ...(Array.isArray(images) ? { images: images.filter(isSize) } : {}),
    ...(typeof slot === 'string' ? { slot } : {}),
  };
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && value >= 0;
}

function isSize(value: unknown): value is [number, number] {
  return Array.isArray(value) && value.length === 2 && value.every((side) => isCount(side) && side > 0);
}
