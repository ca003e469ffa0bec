import { diffArrays } from 'diff';
import { diffLines, readableLines } from '../saving/text-diff';

export type Part = { kind: 'same' | 'gone' | 'new'; text: string };
/** A paragraph of two texts: in both, in one of them, or changed word by word. */
export type ComparedLine = { kind: 'same' | 'gone' | 'new' | 'changed'; parts: Part[] };

/** Scripts without spaces by character, everything else by word, space and sign. */
const token = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}\p{M}'’-]+|\s+|[^\s]/gu;
/** Two paragraphs that share less than this are two, not one that was changed. */
const ALIKE = 0.4;
/** More changed words are a new paragraph; the comparison takes quadratic time. */
const MAX_WORDS = 300;

/** What went and what came between two texts in HTML, word by word within paragraphs. */
export function compareTexts(before: string, after: string): ComparedLine[] {
  const compared: ComparedLine[] = [];
  let [gone, came]: [string[], string[]] = [[], []];
  const end = () => {
    compared.push(...compareRun(gone, came));
    [gone, came] = [[], []];
  };
  for (const { kind, text } of diffLines(readableLines(before), readableLines(after))) {
    if (kind === 'gone') gone.push(text);
    else if (kind === 'new') came.push(text);
    else {
      end();
      compared.push(whole('same', text));
    }
  }
  end();
  return compared;
}

/** Neighbouring paragraphs that went and came: each with its own, in their order. */
function compareRun(gone: readonly string[], came: readonly string[]): ComparedLine[] {
  const lines: ComparedLine[] = [];
  let at = 0;
  for (const text of gone) {
    const parts = at < came.length ? compareWords(text, came[at]!) : null;
    if (parts) at += 1;
    lines.push(parts ? { kind: 'changed', parts } : whole('gone', text));
  }
  return [...lines, ...came.slice(at).map((text) => whole('new', text))];
}

function compareWords(before: string, after: string): Part[] | null {
  const [from, to] = [before.match(token) ?? [], after.match(token) ?? []];
  const changes = diffArrays(from, to, { maxEditLength: MAX_WORDS });
  if (!changes) return null;
  const shared = changes.flatMap(({ added, removed, value }) => (added || removed ? [] : value)).length;
  if (shared < ALIKE * Math.max(from.length, to.length)) return null;
  return changes.map(({ added, removed, value }) => ({
    kind: added ? 'new' : removed ? 'gone' : 'same',
    text: value.join(''),
  }));
}

function whole(kind: 'same' | 'gone' | 'new', text: string): ComparedLine {
  return { kind, parts: [{ kind, text }] };
}

/** Runs of paragraphs: those that did not change are folded, but for one beside each change. */
export function foldUnchanged(lines: readonly ComparedLine[]): { isFolded: boolean; lines: ComparedLine[] }[] {
  const runs: { isFolded: boolean; lines: ComparedLine[] }[] = [];
  lines.forEach((line, at) => {
    const isNear = [at - 1, at, at + 1].some((near) => lines[near] && lines[near].kind !== 'same');
    const last = runs.at(-1);
    if (last && last.isFolded === !isNear) last.lines.push(line);
    else runs.push({ isFolded: !isNear, lines: [line] });
  });
  return runs;
}

export type Picture = { src: string; alt: string };
export type ComparedPicture = { before: Picture | null; after: Picture | null };

/** The pictures that went, came, or have another description. */
export function comparePictures(before: readonly Picture[], after: readonly Picture[]): ComparedPicture[] {
  const [were, are] = [before, after].map((list) => new Map(list.map((picture) => [picture.src, picture])));
  return [...new Set([...were!.keys(), ...are!.keys()])].flatMap((src) => {
    const pair = { before: were!.get(src) ?? null, after: are!.get(src) ?? null };
    return pair.before?.alt === pair.after?.alt && pair.before && pair.after ? [] : [pair];
  });
}

/** The pictures of a text, in their order. */
export function picturesIn(html: string): Picture[] {
  return [...html.matchAll(/<img\b[^>]*>/gi)].map(([image]) => ({
    src: attributeOf(image, 'src'),
    alt: attributeOf(image, 'alt'),
  }));
}

function attributeOf(tag: string, name: string) {
  const value = new RegExp(`\\b${name}="([^"]*)"`, 'i').exec(tag)?.[1] ?? '';
  return value.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
