const blockKinds = ['p', 'heading', 'figure', 'list', 'quote', 'code', 'table', 'embed', 'other'] as const;
export type BlockKind = (typeof blockKinds)[number];

/** `offset`: its start in the rendered HTML, in characters. */
export type Block = { offset: number; kind: BlockKind; words: number };

/** The blocks stored with a post; none if the value is invalid. */
export function parseBlocks(json: string): Block[] {
  try {
    const value: unknown = JSON.parse(json);
    return Array.isArray(value) ? value.filter(hasOffset).map(toBlock) : [];
  } catch {
    return [];
  }
}

type StoredBlock = { offset: number; kind?: unknown; words?: unknown };

function hasOffset(value: unknown): value is StoredBlock {
  return typeof value === 'object' && value !== null && 'offset' in value && typeof value.offset === 'number';
}

function toBlock({ offset, kind, words }: StoredBlock): Block {
  return {
    offset,
    kind: blockKinds.find((known) => known === kind) ?? 'other',
    words: typeof words === 'number' ? words : 0,
  };
}
