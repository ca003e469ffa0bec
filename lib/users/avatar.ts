/** Of uploaded pictures, below the uploads. */
export const PICTURE_FOLDER = 'avatars';
/** In pixels: the largest avatar, twice as fine. */
export const PICTURE_SIDE = 144;

/** Whether an avatar is the path of an uploaded picture, and not the seed of a generated one. */
export function isPicture(seed: string) {
  return /^avatars\/[0-9a-f]{2}\/[0-9a-f]{32}\.webp$/.test(seed);
}

/** app/tokens.css has the colour of each for both themes. */
const INKS = 6;

type Point = readonly [x: number, y: number];
type Cell = (string | Point)[];

// One cell is two units wide. Words are SVG path commands, pairs are points: both survive a quarter turn as they are.
const cells: Cell[] = [
  ['M', [0, 0], 'L', [2, 0], 'L', [0, 2], 'z'],
  ['M', [0, 0], 'L', [2, 0], 'A2 2 0 0 1', [0, 2], 'z'],
  ['M', [2, 2], 'L', [2, 0], 'A2 2 0 0 0', [0, 2], 'z'],
  ['M', [0, 0], 'A2 2 0 0 1', [2, 2], 'A2 2 0 0 1', [0, 0], 'z'],
  ['M', [0, 2], 'A2 2 0 0 1', [2, 0], 'A2 2 0 0 1', [0, 2], 'z'],
  ['M', [1, 0], 'A1 1 0 0 1', [1, 2], 'A1 1 0 0 1', [1, 0], 'z'],
  ['M', [1, 0], 'L', [2, 1], 'L', [1, 2], 'L', [0, 1], 'z'],
];

/** An avatar generated from a seed: a quarter of three cells rotated four times, in one of six colours. */
export function avatarSvg(seed: string) {
  const next = numbersFrom(seed);
  const quarter = [place(pick(next()), [0, 2]), place(pick(next()), [2, 0]), place(pick(next()), [2, 2])];
  const path = [0, 1, 2, 3].map((turns) => quarter.map((cell) => print(cell, turns)).join('')).join('');
  return { ink: (next() % INKS) + 1, path };
}

function pick(number: number) {
  return cells[number % cells.length] ?? [];
}

function place(cell: Cell, [dx, dy]: Point): Cell {
  return cell.map((part) => (typeof part === 'string' ? part : [part[0] + dx, part[1] + dy]));
}

function print(cell: Cell, turns: number) {
  return cell.map((part) => (typeof part === 'string' ? part : turned(part, turns).join(' '))).join('');
}

function turned([x, y]: Point, turns: number): Point {
  return turns === 0 ? [x, y] : turned([8 - y, x], turns - 1);
}

/** Pseudo-random numbers from the seed (FNV-1a, then xorshift). */
function numbersFrom(seed: string) {
  let state = 2_166_136_261;
  for (const character of seed) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 16_777_619);
  state ||= 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 3;
  };
}
