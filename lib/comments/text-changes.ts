import { diffArrays } from 'diff';

export type TextPart = { kind: 'same' | 'added' | 'removed'; text: string };

/** With more changes both texts are shown whole: comparing takes time that grows with their square. */
const MAX_CHANGES = 1_000;

// Of "diff" itself only `diffWords` takes a segmenter, and that one does not tell of changed spaces and lines.
const words = new Intl.Segmenter(undefined, { granularity: 'word' });

/** What changed from one text to the next, word by word; languages without spaces have words too. */
export function changesBetween(before: string, after: string): TextPart[] {
  const changes = diffArrays(wordsOf(before), wordsOf(after), { maxEditLength: MAX_CHANGES });
  if (!changes) {
    return [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ];
  }
  return changes.map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }));
}

function wordsOf(text: string) {
  return Array.from(words.segment(text), ({ segment }) => segment);
}
