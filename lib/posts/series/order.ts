import { AppError } from '@/lib/platform/errors';

export type Move = { id: string; way: 'up' | 'down' } | { id: string; target: string; side: 'before' | 'after' };

/** The parts of a series after a move: past the part beside it, or to where it was dropped. */
export function withMoved(ids: readonly string[], move: Move): string[] {
  const at = ids.indexOf(move.id);
  if (at === -1) throw gone();
  const others = ids.filter((id) => id !== move.id);
  return others.toSpliced(placeOf(others, at, move), 0, move.id);
}

function placeOf(others: readonly string[], at: number, move: Move) {
  if ('way' in move) {
    if (move.way === 'up' && at === 0) throw new AppError('invalid', 'It is the first part already.');
    if (move.way === 'down' && at === others.length) throw new AppError('invalid', 'It is the last part already.');
    return move.way === 'up' ? at - 1 : at + 1;
  }
  if (move.target === move.id) return at;
  const target = others.indexOf(move.target);
  if (target === -1) throw gone();
  return move.side === 'before' ? target : target + 1;
}

function gone() {
  return new AppError('not_found', 'This post is not in the series any more.');
}
