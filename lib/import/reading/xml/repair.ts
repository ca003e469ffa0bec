export const repairKinds = ['ampersands', 'cdataEnds', 'controlCharacters', 'attributes'] as const;
export type RepairKind = (typeof repairKinds)[number];

export type Repairs = Record<RepairKind, number> & {
  /** The first lines of each kind. */
  lines: Record<RepairKind, number[]>;
  /** What is said of bytes that are not in the encoding of the file; null without any. */
  others: string | null;
  strayStart: number;
  /** How the text before the XML prolog, and after the root, begins. */
  startText: string;
  endText: string;
};

/** Limits text before the XML prolog, and the lookahead after a CDATA end. */
export const MAX_STRAY_LENGTH = 64 * 1024;
const LOOK_AHEAD = 4096;
/** One more than are named shows that there are more. */
const MAX_LINES = 4;
/** How much of stray text is kept for the report. */
export const MAX_KEPT_STRAY = 2_000;
// eslint-disable-next-line no-control-regex -- these are the characters to be removed
const controls = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
const reference = /^&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|amp|lt|gt|quot|apos);/i;
const wholeTag = /^<(?:[^>"']|"[^"]*"|'[^']*')*>/;
const attribute = /"[^"]*"|'[^']*'|(\s[\w:.-]+\s*=\s*)([^\s"'<>]+?)(?=\s|\/?>)/g;
const tagName = /^<([^\s/>!?]+)/;

/** Repairs common errors in streamed text: raw `&`, `]]>` in CDATA, control characters, attributes without quotes, junk before the prolog. */
export class Repairer {
  readonly repairs = noRepairs();
  readonly #start: RegExp;
  #pending = '';
  #state: 'start' | 'text' | 'cdata' | 'verbatim' = 'start';
  #verbatimEnd = '';
  #element = '';
  #isLast = false;
  /** Line ends that were written. */
  #lines = 0;

  /** `root`: the name of the root element, which tells it from markup that stands before it. */
  constructor(root = '') {
    this.#start = root ? new RegExp(`<\\?xml\\b|<${root}[\\s>]`) : /<[?!a-z]/i;
  }

  write(text: string) {
    this.#pending += text.replace(controls, (_, at: number) => {
      this.#count('controlCharacters', () => this.#lines + newlinesIn(text.slice(0, at)));
      return '';
    });
    this.#lines += newlinesIn(text);
    return this.#drain();
  }

  end() {
    this.#isLast = true;
    return this.#drain();
  }

  #drain() {
    let out = '';
    for (;;) {
      const before = this.#pending.length;
      const state = this.#state;
      if (state === 'start') this.#skipStrayStart();
      else if (state === 'text') out += this.#text();
      else if (state === 'cdata') out += this.#cdata();
      else out += this.#verbatim();
      if (this.#pending.length === before && this.#state === state) return out;
    }
  }

  #count(kind: RepairKind, linesBefore = () => this.#lines - newlinesIn(this.#pending)) {
    this.repairs[kind] += 1;
    const lines = this.repairs.lines[kind];
    if (lines.length >= MAX_LINES) return;
    const line = linesBefore() + 1;
    if (lines.at(-1) !== line) lines.push(line);
  }

  #take(length: number) {
    const taken = this.#pending.slice(0, length);
    this.#pending = this.#pending.slice(length);
    return taken;
  }

  #skipStrayStart() {
    const begin = this.#pending.search(this.#start);
    if (begin < 0 && this.#pending.length < MAX_STRAY_LENGTH && !this.#isLast) return;
    if (begin > 0 && begin <= MAX_STRAY_LENGTH) {
      this.repairs.strayStart += begin;
      this.repairs.startText = this.#take(begin).slice(0, MAX_KEPT_STRAY);
    }
    this.#state = 'text';
  }

  #text() {
    const special = this.#pending.search(/[<&]/);
    if (special < 0) return this.#take(this.#pending.length);
    if (special > 0) return this.#take(special);
    // A reference or start of a tag may be split between chunks.
    if (!this.#isLast && this.#pending.length < 64 && !/[>;]/.test(this.#pending)) return '';
    if (this.#pending.startsWith('&')) return this.#ampersand();
    if (this.#pending.startsWith('<![CDATA[')) return this.#enter('cdata', '', 9);
    if (this.#pending.startsWith('<!--')) return this.#enter('verbatim', '-->', 4);
    if (this.#pending.startsWith('<?')) return this.#enter('verbatim', '?>', 2);
    const name = tagName.exec(this.#pending)?.[1];
    if (name && !this.#quoteAttributes()) return '';
    if (name) this.#element = name;
    return this.#take(1);
  }

  /** False while the end of the tag is not known. */
  #quoteAttributes() {
    const tag = wholeTag.exec(this.#pending)?.[0];
    if (!tag) return this.#isLast || this.#pending.length >= LOOK_AHEAD;
    const quoted = tag.replace(attribute, (whole, name?: string, value?: string) => {
      if (name === undefined) return whole;
      this.#count('attributes');
      return `${name}"${value}"`;
    });
    if (quoted !== tag) this.#pending = quoted + this.#pending.slice(tag.length);
    return true;
  }

  #enter(state: 'cdata' | 'verbatim', end: string, length: number) {
    this.#state = state;
    this.#verbatimEnd = end;
    return this.#take(length);
  }

  #ampersand() {
    const found = reference.exec(this.#pending);
    if (!found) {
      this.#count('ampersands');
      this.#take(1);
      return '&amp;';
    }
    const point = found[1] ? Number(found[1]) : found[2] ? Number.parseInt(found[2], 16) : 0x20;
    if (isXmlCharacter(point)) return this.#take(found[0].length);
    this.#count('controlCharacters');
    this.#take(found[0].length);
    return '';
  }

  #verbatim() {
    const end = this.#pending.indexOf(this.#verbatimEnd);
    if (end < 0) return this.#take(this.#isLast ? this.#pending.length : Math.max(0, this.#pending.length - 2));
    this.#state = 'text';
    return this.#take(end + this.#verbatimEnd.length);
  }

  #cdata() {
    const end = this.#pending.indexOf(']]>');
    if (end < 0) return this.#take(this.#isLast ? this.#pending.length : Math.max(0, this.#pending.length - 2));
    const isEnd = this.#isCdataEnd(this.#pending.slice(end + 3, end + 3 + LOOK_AHEAD));
    if (isEnd === null) return this.#take(end);
    if (isEnd) {
      this.#state = 'text';
      return this.#take(end + 3);
    }
    const out = this.#take(end);
    this.#count('cdataEnds');
    this.#take(3);
    return `${out}]]]]><![CDATA[>`;
  }

  /** A real end precedes the closing tag or another CDATA section; null: not yet known. */
  #isCdataEnd(after: string): boolean | null {
    const next = after.indexOf('<');
    const isKnown = this.#isLast || after.length === LOOK_AHEAD;
    if (next < 0) return isKnown ? !after.includes(']]>') && after.trim() === '' : null;
    const closing = `</${this.#element}`;
    const tag = after.slice(next, next + Math.max(closing.length + 1, 9));
    if (tag.length < Math.max(closing.length + 1, 9) && !isKnown) return null;
    if (tag.startsWith('<![CDATA[')) return after.slice(0, next).trim() === '';
    return tag.startsWith(closing) && /[\s>]/.test(tag[closing.length] ?? '>') && !after.slice(0, next).includes(']]>');
  }
}

export function noRepairs(): Repairs {
  return {
    ampersands: 0,
    cdataEnds: 0,
    controlCharacters: 0,
    attributes: 0,
    lines: { ampersands: [], cdataEnds: [], controlCharacters: [], attributes: [] },
    others: null,
    strayStart: 0,
    startText: '',
    endText: '',
  };
}

function isXmlCharacter(point: number) {
  if (point < 0x20) return point === 0x9 || point === 0xa || point === 0xd;
  return point <= 0xd7ff || (point >= 0xe000 && point <= 0xfffd) || (point >= 0x10000 && point <= 0x10ffff);
}

function newlinesIn(text: string) {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
