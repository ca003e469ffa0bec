import { doings, headings, quotations, reasons, remarks, sentences, subjects } from './word-lists';

/** Deterministic: the same seed gives the same values on every machine. */
export type Random = { number: () => number; below: (limit: number) => number; pick: <T>(list: readonly T[]) => T };

/** mulberry32: small and fast. */
export function randomFrom(seed: number): Random {
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

export function generateTitle(random: Random) {
  const subject = random.pick(subjects);
  const tail = random.number() < 0.5 ? ` ${random.pick(reasons)}` : '';
  return `${subject[0]!.toUpperCase()}${subject.slice(1)} ${random.pick(doings)}${tail}`;
}

export function generateSubtitle(random: Random) {
  return random.number() < 0.6 ? random.pick(sentences) : '';
}

/** Four to twelve blocks: paragraphs, headings, quotations, lists. */
export function generateBody(random: Random) {
  const blocks = Array.from({ length: 4 + random.below(9) }, (_, at) => generateBlock(random, at));
  return blocks.join('\n');
}

function generateBlock(random: Random, at: number) {
  const kind = at === 0 ? 1 : random.number();
  if (kind < 0.1) return `<h2>${random.pick(headings)}</h2>`;
  if (kind < 0.16) return `<blockquote><p>${random.pick(quotations)}</p></blockquote>`;
  if (kind < 0.2) return `<ul>${Array.from({ length: 3 }, () => `<li>${random.pick(sentences)}</li>`).join('')}</ul>`;
  return `<p>${generateText(random, 2 + random.below(4))}</p>`;
}

function generateText(random: Random, count: number) {
  return Array.from({ length: count }, () => random.pick(sentences)).join(' ');
}

export function generateRemark(random: Random) {
  const first = random.pick(remarks);
  return random.number() < 0.3 ? `${first}\n\n${random.pick(remarks)}` : first;
}
