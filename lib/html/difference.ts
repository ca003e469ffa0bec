/** What two texts have in common at their beginning and end, by whole words, and what is between. */
export function differenceOf(from: string, to: string) {
  const before = sharedStart(from, to);
  const [fromRest, toRest] = [from.slice(before.length), to.slice(before.length)];
  const after = sharedEnd(fromRest, toRest);
  const middle = (text: string) => text.slice(0, text.length - after.length);
  return { before, removed: middle(fromRest), added: middle(toRest), after };
}

function sharedStart(from: string, to: string) {
  let length = 0;
  while (length < from.length && from[length] === to[length]) length += 1;
  if (length === from.length && length === to.length) return from;
  return from.slice(0, length).replace(/[\p{L}\p{N}\p{M}\p{Cs}\u200d]*$/u, '');
}

function sharedEnd(from: string, to: string) {
  let length = 0;
  while (length < Math.min(from.length, to.length) && from.at(-1 - length) === to.at(-1 - length)) length += 1;
  return from.slice(from.length - length).replace(/^[\p{L}\p{N}\p{M}\p{Cs}\u200d]*/u, '');
}
