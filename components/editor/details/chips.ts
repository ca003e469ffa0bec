export type Chip = { key: string; name: string };

const MOST_SUGGESTED = 8;

/** The options with all that was typed somewhere in their name, those that begin with it first. */
export function suggested(options: readonly Chip[], chosen: readonly Chip[], typed: string): Chip[] {
  const wanted = folded(typed);
  const taken = new Set(chosen.map(({ key }) => key));
  const found = options.filter(({ key, name }) => !taken.has(key) && folded(name).includes(wanted));
  const begins = (chip: Chip) => folded(chip.name).startsWith(wanted);
  return [...found.filter(begins), ...found.filter((chip) => !begins(chip))].slice(0, MOST_SUGGESTED);
}

/** The list with the one at a place moved by so many; unchanged where that leads out of it. */
export function movedBy<Item>(items: readonly Item[], at: number, by: number): Item[] {
  const item = items[at];
  const to = at + by;
  if (item === undefined || to < 0 || to >= items.length) return [...items];
  const others = items.filter((_, index) => index !== at);
  return [...others.slice(0, to), item, ...others.slice(to)];
}

function folded(text: string) {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase().trim();
}
