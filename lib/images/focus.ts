/** A place in an image, in percent of its width and height. */
export type Focus = { x: number; y: number };

export const MIDDLE: Focus = { x: 50, y: 50 };

/** The stored focal point, "30 20"; the middle where none was chosen. */
export function parseFocus(stored: string): Focus {
  const [, x, y] = /^(\d{1,3}) (\d{1,3})$/.exec(stored) ?? [];
  const [across, down] = [Number(x), Number(y)];
  return x !== undefined && y !== undefined && across <= 100 && down <= 100 ? { x: across, y: down } : MIDDLE;
}

/** As it is stored: "" for the middle. */
export function focusText({ x, y }: Focus) {
  return x === MIDDLE.x && y === MIDDLE.y ? '' : `${x} ${y}`;
}

/** The CSS `object-position` by which the focal point stays in view; null for the middle, which browsers take anyway. */
export function focusPosition(stored: string) {
  const { x, y } = parseFocus(stored);
  return focusText({ x, y }) === '' ? null : `${x}% ${y}%`;
}
