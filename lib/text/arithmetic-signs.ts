import type { Emphasis, Strong } from 'mdast';

/** Emphasis signs between digits, or null: in "2*3*4" and "10**6**2" they multiply. */
export function signsBetweenFigures({ type, position }: Emphasis | Strong, source: string) {
  const width = type === 'strong' ? 2 : 1;
  const start = position?.start.offset ?? 0;
  const end = position?.end.offset ?? 0;
  const isFigure = (at: number) => /\p{Nd}/u.test(source.charAt(at));
  const isAfterFigure = isFigure(start - 1);
  const isBeforeFigure = isFigure(end);
  const isMultiplying =
    (isAfterFigure && isBeforeFigure) ||
    (isAfterFigure && isFigure(start + width)) ||
    (isBeforeFigure && isFigure(end - width - 1));
  return isMultiplying ? source.slice(start, start + width) : null;
}
