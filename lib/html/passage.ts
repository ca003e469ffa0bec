import { differenceOf } from './difference';
import { parseHtml } from './parsing';
import type { HtmlNode, HtmlText } from './tree';
import { toHtml } from './writing';

/** Words of an article and what stands around them, as the TextQuoteSelector of the Web Annotation Data Model (W3C). */
export type Passage = { quote: string; prefix: string; suffix: string };

/** Why a passage has no single place. */
export type Unplaced = 'missing' | 'ambiguous';

/** Within a line: everything else begins a new one. */
const inline = new Set(
  'a abbr b bdi bdo cite code data del dfn em i ins kbd mark q s samp small span strong sub sup time u var'.split(' '),
);

/** A stretch of a line, and where it stands: several spaces of a text are one of a line. */
type Piece = { from: number; until: number; node: HtmlText; offset: number; end: number };

/** A text with runs of space as one. */
type Line = { text: string; pieces: Piece[] };

type Place = { line: Line; start: number; end: number };

/** Spaces as readers see them: one for each run. */
export function collapsed(text: string) {
  return text.replace(/\s+/gu, ' ').trim();
}

/** The passage as it stands in the article, with what surrounds it; or why it has no single place. */
export function findPassage(bodyHtml: string, passage: Passage): Passage | Unplaced {
  return standing(placeOf(linesOf(parseHtml(bodyHtml)), passage));
}

/**
 * The same for several passages of one text. Words that were changed are followed: by what stands before and after them, or
 * in a line that still is mostly theirs.
 */
export function followPassages(bodyHtml: string, passages: readonly Passage[]): (Passage | Unplaced)[] {
  const lines = passages.length > 0 ? linesOf(parseHtml(bodyHtml)) : [];
  return passages.map((passage) => {
    const place = placeOf(lines, passage);
    return standing(place === 'missing' ? (between(lines, passage) ?? mostOf(lines, passage) ?? place) : place);
  });
}

function standing(place: Place | Unplaced): Passage | Unplaced {
  if (typeof place === 'string') return place;
  const { line, start, end } = place;
  return {
    quote: line.text.slice(start, end),
    prefix: line.text.slice(Math.max(0, start - AROUND), start),
    suffix: line.text.slice(end, end + AROUND),
  };
}

const AROUND = 40;
/** So many characters before and after say where words were … */
const NEAR = 16;
/** … and fewer may stand anywhere. */
const MIN_AROUND = 8;
/** Of a line, that must be as it was. */
const MOST = 0.6;
const MAX_FOLLOWED = 600;

/** What stands where the words did, if that is one place. */
function between(lines: readonly Line[], { prefix, suffix }: Passage): Place | null {
  const [before, after] = [tidy(prefix).slice(-NEAR), tidy(suffix).slice(0, NEAR)];
  if (before.length + after.length < MIN_AROUND) return null;
  const places = lines.flatMap((line): Place[] => {
    const start = before ? line.text.indexOf(before) : 0;
    const from = start + before.length;
    const end = after ? line.text.indexOf(after, from) : line.text.length;
    const isPlace = start >= 0 && end > from && end - from <= MAX_FOLLOWED && line.text.slice(from, end).trim() !== '';
    return isPlace ? [{ line, start: from, end }] : [];
  });
  return places.length === 1 ? places[0]! : null;
}

/** The one line that begins and ends as the words did, for the most part. */
function mostOf(lines: readonly Line[], { quote }: Passage): Place | null {
  const words = collapsed(quote);
  const alike = lines.filter(({ text }) => text.length <= MAX_FOLLOWED && isMostly(text, words));
  return alike.length === 1 ? { line: alike[0]!, start: 0, end: alike[0]!.text.length } : null;
}

function isMostly(text: string, words: string) {
  const [least, most] = [Math.min(text.length, words.length), Math.max(text.length, words.length)];
  if (least < MOST * most) return false;
  let start = 0;
  while (start < least && text[start] === words[start]) start += 1;
  let end = 0;
  while (end < least - start && text.at(-1 - end) === words.at(-1 - end)) end += 1;
  return start + end >= MOST * most;
}

function tidy(text: string) {
  return text.replace(/\s+/gu, ' ');
}

/**
 * The body with the passage replaced, or why it has no single place. Only the part that differs changes, so that links and
 * emphasis around it stay.
 */
export function replacePassage(bodyHtml: string, passage: Passage, replacement: string): { html: string } | Unplaced {
  const nodes = parseHtml(bodyHtml);
  const place = placeOf(linesOf(nodes), passage);
  if (typeof place === 'string') return place;
  const { line, start, end } = place;
  const { before, removed, added } = differenceOf(line.text.slice(start, end), collapsed(replacement));
  change(line, start + before.length, { removed: removed.length, added });
  return { html: toHtml(nodes) };
}

function placeOf(lines: readonly Line[], passage: Passage): Place | Unplaced {
  const quote = collapsed(passage.quote);
  if (!quote) return 'missing';
  const places = lines.flatMap((line) => placesIn(line, quote));
  if (places.length === 0) return 'missing';
  const best = Math.max(...places.map((place) => likenessOf(place, passage)));
  const likely = places.filter((place) => likenessOf(place, passage) === best);
  return likely.length === 1 ? likely[0]! : 'ambiguous';
}

function placesIn(line: Line, quote: string) {
  const places: Place[] = [];
  for (let start = line.text.indexOf(quote); start >= 0; start = line.text.indexOf(quote, start + 1)) {
    places.push({ line, start, end: start + quote.length });
  }
  return places;
}

/** How many characters before and after are as the reader saw them. */
function likenessOf({ line, start, end }: Place, passage: Passage) {
  const [prefix, suffix] = [passage.prefix, passage.suffix].map(tidy);
  let likeness = 0;
  for (let at = 1; at <= prefix!.length && prefix!.at(-at) === line.text[start - at]; at += 1) likeness += 1;
  for (let at = 0; at < suffix!.length && suffix![at] === line.text[end + at]; at += 1) likeness += 1;
  return likeness;
}

/** A line while it is read: to look at the end of a long text again and again would copy it each time. */
type Growing = { words: string[]; pieces: Piece[] };

function linesOf(nodes: readonly HtmlNode[]) {
  const lines: Line[] = [];
  let line: Growing = { words: [], pieces: [] };
  const end = () => {
    const text = line.words.join('');
    if (text.trim()) lines.push({ text, pieces: line.pieces });
    line = { words: [], pieces: [] };
  };
  const read = (node: HtmlNode) => {
    if (node.type === 'text') return appendTo(line, node);
    if (node.name === 'br') return appendBreak(line);
    const isInline = inline.has(node.name);
    if (!isInline) end();
    node.children.forEach(read);
    if (!isInline) end();
  };
  nodes.forEach(read);
  end();
  return lines;
}

function appendTo(line: Growing, node: HtmlText) {
  for (const { 0: run, index } of node.value.matchAll(/\s+|\S+/gu)) {
    const isSpace = run.trim() === '';
    if (isSpace && takesNoSpace(line)) continue;
    append(line, isSpace ? ' ' : run, { node, offset: index, end: index + run.length });
  }
}

// A line break is a space to who selects text; it stands at the end of the text before it, and is never removed.
function appendBreak(line: Growing) {
  const last = line.pieces.at(-1);
  if (last && !takesNoSpace(line)) append(line, ' ', { node: last.node, offset: last.end, end: last.end });
}

function takesNoSpace({ words }: Growing) {
  return words.length === 0 || words.at(-1) === ' ';
}

function append({ words, pieces }: Growing, word: string, stands: Omit<Piece, 'from' | 'until'>) {
  const from = pieces.at(-1)?.until ?? 0;
  pieces.push({ from, until: from + word.length, ...stands });
  words.push(word);
}

/** Takes characters out of the texts that hold them, and puts the new ones where the first stood. */
function change(line: Line, start: number, { removed, added }: { removed: number; added: string }) {
  if (removed === 0) return insert(line, start, added);
  const until = start + removed;
  const ranges = new Map<HtmlText, { from: number; to: number }>();
  for (const piece of line.pieces.filter((each) => each.until > start && each.from < until)) {
    const from = offsetIn(piece, Math.max(piece.from, start));
    const to = piece.until <= until ? piece.end : offsetIn(piece, until);
    ranges.set(piece.node, { from: ranges.get(piece.node)?.from ?? from, to });
  }
  const [first] = ranges.keys();
  for (const [node, { from, to }] of ranges) {
    node.value = node.value.slice(0, from) + (node === first ? added : '') + node.value.slice(to);
  }
}

// After what stands before it: a new word joins the text that it follows.
function insert(line: Line, start: number, added: string) {
  const before = line.pieces.find((piece) => piece.until >= start && piece.from < start);
  const piece = before ?? line.pieces[0];
  if (!piece) return;
  const { node } = piece;
  const at = before && before.until === start ? before.end : offsetIn(piece, Math.max(piece.from, start));
  node.value = node.value.slice(0, at) + added + node.value.slice(at);
}

function offsetIn({ from, offset }: Piece, index: number) {
  return offset + (index - from);
}
