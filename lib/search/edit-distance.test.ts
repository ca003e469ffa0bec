import { expect, test } from 'vitest';
import { editsBetween, editsFor, piecesOf } from './edit-distance';

test.each([
  ['harbor', 'harbour', 1],
  ['harbuor', 'harbour', 1],
  ['harbour', 'harbour', 0],
  ['accomodation', 'accommodation', 1],
  ['univeristy', 'university', 1],
  ['море', 'мор', 1],
  ['goat', 'net', 3],
  ['', 'ab', 2],
])('counts the edits between %s and %s', (one, other, edits) => {
  expect(editsBetween(one, other)).toBe(edits);
  expect(editsBetween(other, one)).toBe(edits);
});

test('short words may have one letter wrong, long ones two, very short ones none', () => {
  expect(['cat', 'boat', 'harbour', 'harbours'].map(editsFor)).toEqual([0, 1, 1, 2]);
});

test('every word one mistake away shares a piece, or has two letters swapped where pieces meet', () => {
  const word = 'lantern';
  const { pieces, exchanged } = piecesOf(word, 1);
  const letters = [...word];
  const wrong = letters.flatMap((_, at) => [
    [...letters.slice(0, at), ...letters.slice(at + 1)],
    [...letters.slice(0, at), 'z', ...letters.slice(at)],
    [...letters.slice(0, at), 'z', ...letters.slice(at + 1)],
    [...letters.slice(0, at), ...letters.slice(at, at + 2).toReversed(), ...letters.slice(at + 2)],
  ]);

  for (const other of wrong.map((each) => each.join(''))) {
    expect(exchanged.includes(other) || pieces.some((piece) => other.includes(piece))).toBe(true);
    expect(editsBetween(word, other)).toBeLessThanOrEqual(1);
  }
});
