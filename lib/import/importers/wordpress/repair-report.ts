import type { Problem } from '../../drafts';
import type { Repairs } from '../../reading/xml/repair';

/** Reports repairs, and what a truncated file lost. */
export function reportRepairs(problems: Problem[], { repairs, lost }: { repairs: Repairs; lost: string | null }) {
  const corrected: [number, string][] = [
    [repairs.ampersands, 'raw & written as text'],
    [repairs.cdataEnds, ']]> inside a text kept as text'],
    [repairs.controlCharacters, 'control characters left out'],
    [repairs.strayStart, 'characters before the beginning left out'],
  ];
  for (const [count, what] of corrected) {
    if (count > 0)
      problems.push({
        where: 'the whole file',
        why: `The file is not well-formed and was repaired: ${count} × ${what}.`,
      });
  }
  if (lost) problems.push({ where: 'the end of the file', why: lost });
}
