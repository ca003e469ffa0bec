/** Permitted edit distance by word length. */
export function editsFor(word: string) {
  const { length } = [...word];
  if (length < 4) return 0;
  return length < 8 ? 1 : 2;
}

/** Parts of a word, one of which every word within the distance contains; and swaps across their borders. */
export function piecesOf(word: string, edits: number): { pieces: string[]; exchanged: string[] } {
  const letters = [...word];
  const bounds = Array.from({ length: edits + 2 }, (_, at) => Math.round((at * letters.length) / (edits + 1)));
  const pieces = bounds.slice(1).map((end, at) => letters.slice(bounds[at], end).join(''));
  const exchanged = bounds.slice(1, -1).map((at) => {
    const [before, after] = [letters[at - 1]!, letters[at]!];
    return [...letters.slice(0, at - 1), after, before, ...letters.slice(at + 1)].join('');
  });
  return { pieces, exchanged };
}

/** Edit distance with transpositions (optimal string alignment). */
export function editsBetween(one: string, other: string) {
  const [a, b] = [[...one], [...other]];
  let [last, now]: number[][] = [[], b.map((_, at) => at).concat(b.length)];
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const changed = now![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isExchange = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      next[j] = Math.min(now![j]! + 1, next[j - 1]! + 1, changed, isExchange ? last![j - 2]! + 1 : changed);
    }
    [last, now] = [now!, next];
  }
  return now!.at(-1)!;
}
