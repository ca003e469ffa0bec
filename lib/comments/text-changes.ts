import { diffWordsWithSpace } from 'diff';

export type TextPart = { kind: 'same' | 'added' | 'removed'; text: string };

/** With more changes both texts are shown whole: comparing takes time that grows with their square. */
const MAX_CHANGES = 1_000;

/** What changed from one text to the next, word by word; languages without spaces have words too. */
export function changesBetween(before: string, after: string): TextPart[] {
  const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });
  const changes = diffWordsWithSpace(before, after, { maxEditLength: MAX_CHANGES, intlSegmenter: segmenter });
  if (!changes) {
    return [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ];
  }
  return changes.map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));
}
