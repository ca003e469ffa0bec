import { doings, headings, quotations, reasons, remarks, sentences, subjects } from './words';

/** A source of chance that gives the same for the same seed, on every machine. */
export type Chance = { number: () => number; below: (limit: number) => number; pick: <T>(list: readonly T[]) => T };

/** mulberry32: small, quick, and even enough for invented news. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const number = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number) => Math.floor(number() * limit);
  return { number, below, pick: (list) => list[below(list.length)]! };
}

export function inventTitle(chance: Chance) {
  const subject = chance.pick(subjects);
  const tail = chance.number() < 0.5 ? ` ${chance.pick(reasons)}` : '';
  return `${subject[0]!.toUpperCase()}${subject.slice(1)} ${chance.pick(doings)}${tail}`;
}

export function inventSubtitle(chance: Chance) {
  return chance.number() < 0.6 ? chance.pick(sentences) : '';
}

/** Four to twelve blocks as a publication writes them: paragraphs, now and then a heading, a quotation, a list. */
export function inventBody(chance: Chance) {
  const blocks = Array.from({ length: 4 + chance.below(9) }, (_, at) => inventBlock(chance, at));
  return blocks.join('\n');
}

function inventBlock(chance: Chance, at: number) {
  const kind = at === 0 ? 1 : chance.number();
  if (kind < 0.1) return `<h2>${chance.pick(headings)}</h2>`;
  if (kind < 0.16) return `<blockquote><p>${chance.pick(quotations)}</p></blockquote>`;
  if (kind < 0.2) return `<ul>${Array.from({ length: 3 }, () => `<li>${chance.pick(sentences)}</li>`).join('')}</ul>`;
  return `<p>${inventText(chance, 2 + chance.below(4))}</p>`;
}

function inventText(chance: Chance, count: number) {
  return Array.from({ length: count }, () => chance.pick(sentences)).join(' ');
}

export function inventRemark(chance: Chance) {
  const first = chance.pick(remarks);
  return chance.number() < 0.3 ? `${first}\n\n${chance.pick(remarks)}` : first;
}
