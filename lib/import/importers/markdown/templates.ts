/** A tag of a template language in a text: `inner` is null for one that stands alone. */
export type TemplateTag = {
  name: string;
  values: readonly string[];
  named: ReadonlyMap<string, string>;
  inner: string | null;
  raw: string;
};

export type Reader = {
  /** How tags begin and end, such as "{%" and "%}". */
  marks: readonly (readonly [string, string])[];
  /** The name of a tag and what stands behind it; null for what is no tag. `isEnd` closes the tag of that name. */
  read: (inside: string, mark: string) => { name: string; rest: string; isEnd: boolean } | null;
  /** What stands for a tag; null keeps it as it is written. */
  write: (tag: TemplateTag) => string | null;
};

type Part = { at: number; raw: string; name: string; rest: string; isEnd: boolean };
type Piece = string | Part;

/** A longer tag is text: it bounds the work on hostile files. */
const MAX_TAG_LENGTH = 4_000;
const MAX_TAGS = 5_000;

/** Replaces the tags of a text outside of code. */
export function withTags(text: string, { marks, read, write }: Reader): string {
  const pieces = piecesOf(text, { marks, read });
  if (pieces.length < 2) return text;
  const ends = pairsIn(pieces);
  const render = (from: number, to: number): string => {
    const out: string[] = [];
    for (let at = from; at < to; at += 1) {
      const piece = pieces[at]!;
      if (typeof piece === 'string') {
        out.push(piece);
        continue;
      }
      const end = ends.get(at);
      const inner = end === undefined ? null : render(at + 1, end);
      const made = piece.isEnd ? '' : write({ ...argumentsOf(piece.rest), name: piece.name, inner, raw: piece.raw });
      out.push(made ?? piece.raw + (inner ?? '') + (end === undefined ? '' : (pieces[end] as Part).raw));
      if (end !== undefined) at = end;
    }
    return out.join('');
  };
  return render(0, pieces.length);
}

function piecesOf(text: string, { marks, read }: Pick<Reader, 'marks' | 'read'>): Piece[] {
  const isCode = codeIn(text);
  const endOf = nextIn(text);
  const pieces: Piece[] = [];
  let written = 0;
  let count = 0;
  for (let at = text.indexOf('{'); at >= 0 && count < MAX_TAGS; at = text.indexOf('{', at + 1)) {
    const mark = marks.find(([start]) => text.startsWith(start, at));
    if (!mark || isCode(at)) continue;
    const end = endOf(mark[1], at + mark[0].length);
    if (end - at > MAX_TAG_LENGTH) continue;
    const raw = text.slice(at, end + mark[1].length);
    const tag = read(raw.slice(mark[0].length, -mark[1].length).trim(), mark[0]);
    if (!tag) continue;
    count += 1;
    pieces.push(text.slice(written, at), { at, raw, ...tag });
    written = at + raw.length;
    at = written - 1;
  }
  return [...pieces, text.slice(written)];
}

/** Finds the next of these words; asked from the beginning on, so that each is looked for once. */
function nextIn(text: string) {
  const found = new Map<string, number>();
  return (word: string, from: number) => {
    const known = found.get(word) ?? -1;
    if (known >= from) return known;
    const next = text.indexOf(word, from);
    found.set(word, next < 0 ? Number.POSITIVE_INFINITY : next);
    return found.get(word)!;
  };
}

/** The number of the closing tag by that of its opening one. */
function pairsIn(pieces: readonly Piece[]) {
  const pairs = new Map<number, number>();
  const open: { name: string; at: number }[] = [];
  for (const [at, piece] of pieces.entries()) {
    if (typeof piece === 'string') continue;
    if (!piece.isEnd) {
      open.push({ name: piece.name, at });
      continue;
    }
    const start = open.findLastIndex(({ name }) => name === piece.name);
    if (start < 0) continue;
    pairs.set(open[start]!.at, at);
    // What was opened in between stands alone.
    open.length = start;
  }
  return pairs;
}

const argument = /(?:([\w-]+)\s*[=:]\s*)?(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|`([^`]*)`|([^\s"'`,]+))/g;

/** Values by position and by name. */
export function argumentsOf(rest: string): Pick<TemplateTag, 'values' | 'named'> {
  const values: string[] = [];
  const named = new Map<string, string>();
  for (const [, name, double, single, tick, plain] of rest.matchAll(argument)) {
    const value = double?.replace(/\\(.)/g, '$1') ?? single ?? tick ?? plain ?? '';
    if (name) named.set(name.toLowerCase(), value);
    else values.push(value);
  }
  return { values, named };
}

type Range = [start: number, end: number];

/** Whether a position is in a block or span of code; asked from the beginning on. */
export function codeIn(text: string) {
  const ranges = codeRanges(text);
  let next = 0;
  return (at: number) => {
    while (next < ranges.length && ranges[next]![1] <= at) next += 1;
    return next < ranges.length && ranges[next]![0] <= at;
  };
}

function codeRanges(text: string): Range[] {
  const ranges: Range[] = [];
  let fence: { marks: string; start: number } | null = null;
  for (let start = 0; start < text.length;) {
    const end = text.indexOf('\n', start) < 0 ? text.length : text.indexOf('\n', start) + 1;
    const line = text.slice(start, end);
    const marks: string = /^ {0,3}(`{3,}|~{3,})/.exec(line.slice(0, 200))?.[1] ?? '';
    if (fence && marks.startsWith(fence.marks) && line.trim() === marks) {
      ranges.push([fence.start, end]);
      fence = null;
    } else if (!fence && marks) fence = { marks, start };
    else if (!fence) ranges.push(...spansIn(line, start));
    start = end;
  }
  return fence ? [...ranges, [fence.start, text.length]] : ranges;
}

/** Spans of code in a line: from a run of backticks to the next of the same length. */
function* spansIn(line: string, offset: number): Generator<Range> {
  let open: { length: number; at: number } | null = null;
  for (const { 0: run, index } of line.matchAll(/`+/g)) {
    if (!open) open = { length: run.length, at: index };
    else if (run.length === open.length) {
      yield [offset + open.at, offset + index + run.length];
      open = null;
    }
  }
}

/** Text that neither Markdown nor HTML reads as marks. */
export function literal(text: string) {
  return text.replace(/[&<>"'*_`[\]{}|\\~:!#]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

export function block(html: string) {
  return `\n\n${html}\n\n`;
}

export function embed(address: string) {
  return block(`<iframe src="${literal(address)}"></iframe>`);
}

/** A listing with its language. */
export function listing(code: string, language: string) {
  const name = /^[\w+#.-]{1,30}$/.test(language) ? ` class="language-${language}"` : '';
  const plain = code.replace(/^\r?\n|\s+$/g, '').replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return block(`<pre><code${name}>${plain}</code></pre>`);
}

type FigureFacts = { src: string; alt?: string; caption?: string; link?: string };

export function figure({ src, alt = '', caption = '', link = '' }: FigureFacts) {
  const image = `<img src="${literal(src)}" alt="${literal(alt || caption)}">`;
  const shown = link ? `<a href="${literal(link)}">${image}</a>` : image;
  return block(`<figure>${shown}${caption ? `<figcaption>${literal(caption)}</figcaption>` : ''}</figure>`);
}
