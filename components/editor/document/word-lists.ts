import { element, text, textOf, type HtmlElement, type HtmlNode } from '@/lib/html/tree';

/** Holds the depth of a Word list paragraph during conversion. */
export const WORD_LEVEL = 'data-word-level';

// A private-use character around a typed bullet during conversion.
const MARKER = '\uE002';

/** Marks a bullet or number typed by Word. */
export function wordMarker(node: HtmlElement) {
  return text(`${MARKER}${textOf([node]).trim()}${MARKER}`);
}

type Item = { level: number; marker: string; children: HtmlNode[] };

/** Converts Word's paragraphs with typed bullets to lists, with their numbers. */
export function wordLists(nodes: readonly HtmlNode[]): HtmlNode[] {
  const out: HtmlNode[] = [];
  let run: Item[] = [];
  const close = () => {
    if (run.length > 0) out.push(...listsOf(run, 1));
    run = [];
  };
  for (const node of nodes) {
    const level = node.type === 'element' ? node.attributes[WORD_LEVEL] : undefined;
    if (node.type === 'element' && level) run.push(wordItem(node, Number(level)));
    else if (node.type === 'element') {
      close();
      out.push({ ...node, children: wordLists(node.children) });
    } else if (node.value.trim() || run.length === 0) {
      close();
      out.push(node);
    }
  }
  close();
  return out;
}

function wordItem(node: HtmlElement, level: number): Item {
  const marker = /\uE002([^\uE002]*)\uE002/.exec(textOf(node.children))?.[1] ?? '';
  return { level, marker: marker.trim(), children: node.children.map(withoutMarker) };
}

function withoutMarker(node: HtmlNode): HtmlNode {
  if (node.type === 'text') return text(node.value.replace(/\uE002[^\uE002]*\uE002/g, ''));
  return { ...node, children: node.children.map(withoutMarker) };
}

/** An item with its nested items. */
type Branch = { item: Item; deeper: Item[] };

function listsOf(items: readonly Item[], level: number): HtmlNode[] {
  const lists: Branch[][] = [];
  for (const item of items) {
    const list = lists.at(-1);
    const last = list?.at(-1);
    if (last && item.level > level) last.deeper.push(item);
    else if (list && last && numberingKind(item) === numberingKind(last.item)) list.push({ item, deeper: [] });
    else lists.push([{ item, deeper: [] }]);
  }
  return lists.map((list) => listOf(list, level));
}

function listOf(branches: Branch[], level: number): HtmlElement {
  const isOrdered = branches.some(({ item }) => isNumbered(item));
  const numbering = isOrdered ? numberingOf(branches.map(({ item }) => item.marker)) : null;
  const items = branches.map(({ item, deeper }, index) =>
    element('li', numbering?.values[index] ?? {}, [...item.children, ...listsOf(deeper, level + 1)]),
  );
  return numbering ? element('ol', numbering.attributes, items) : element('ul', {}, items);
}

const numbered = /^\(?(?:\d+\.)*(\d+|[a-z]{1,4}|[ivxlcdm]+)[.)]?$/i;

function isNumbered({ marker }: Item) {
  return numbered.test(marker) && (/\d/.test(marker) || /[.)]$/.test(marker));
}

// "a)" after "2." begins a new list: as its third item it would read "3.".
function numberingKind(item: Item) {
  if (!isNumbered(item)) return 'none';
  return /\d/.test(item.marker) ? 'figures' : 'letters';
}

/** The numbering of a list, and the items that break its sequence. */
function numberingOf(markers: readonly string[]) {
  const written = markers.map((marker) => numbered.exec(marker)?.[1] ?? '');
  const [first = ''] = written;
  const type = typeOf(written);
  const numbers = written.map((one) => numberIn(one, type) ?? Number.NaN);
  const [start = 1] = numbers;
  const attributes: Record<string, string> = start > 1 ? { start: String(start) } : {};
  if (type !== '1') attributes.type = first === first.toUpperCase() ? type.toUpperCase() : type;
  const values = numbers.map((number, index): Record<string, string> => {
    const isNext = index === 0 || Number.isNaN(number) || number === (numbers[index - 1] ?? 0) + 1;
    return isNext ? {} : { value: String(number) };
  });
  return { attributes, values };
}

// "i." is one in Roman numerals and the ninth letter: the next item decides, and alone it is Roman.
function typeOf(written: readonly string[]): '1' | 'a' | 'i' {
  const [first = '', second] = written;
  if (/\d/.test(first)) return '1';
  const roman = romanNumber(first);
  if (roman === null) return 'a';
  if (second === undefined) return first.toLowerCase() === 'i' || first.length > 1 ? 'i' : 'a';
  return romanNumber(second) === roman + 1 ? 'i' : 'a';
}

function numberIn(written: string, type: '1' | 'a' | 'i') {
  if (type === '1') return Number(written);
  if (type === 'i') return romanNumber(written);
  const letter = written.toLowerCase();
  // After "z", Word continues with "aa".
  return letter.charCodeAt(0) - 96 + 26 * (letter.length - 1);
}

const romanDigits: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };

function romanNumber(written: string): number | null {
  const digits = [...written.toLowerCase()].map((letter) => romanDigits[letter]);
  let sum = 0;
  for (const [index, digit] of digits.entries()) {
    if (digit === undefined) return null;
    sum += digit < (digits[index + 1] ?? 0) ? -digit : digit;
  }
  return sum;
}
