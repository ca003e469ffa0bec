import { nodeAt, pathTo, rangeIn, select } from './selection';

type Snapshot = { html: string; caret: { path: number[]; offset: number } | null };

/** Typing without a pause is one step. */
const PAUSE = 700;
const MOST_CHARACTERS = 20_000_000;

/**
 * Undo for everything that happens on the sheet, by snapshots: a browser's own undo forgets what scripts did. Only HTML
 * that stood on the sheet is ever put back.
 */
export class History {
  readonly #sheet: HTMLElement;
  #past: Snapshot[] = [];
  #future: Snapshot[] = [];
  #current: Snapshot;
  #changedAt = 0;

  constructor(sheet: HTMLElement) {
    this.#sheet = sheet;
    this.#current = this.#take();
  }

  /** After a change; `isTyping` joins it to the change before if that was only just now. */
  record(isTyping: boolean) {
    const next = this.#take();
    if (next.html === this.#current.html) {
      this.#current = next;
      return;
    }
    const now = Date.now();
    const joins = isTyping && now - this.#changedAt < PAUSE && this.#past.length > 0;
    if (!joins) this.#past.push(this.#current);
    this.#changedAt = isTyping ? now : 0;
    this.#future = [];
    this.#current = next;
    this.#forgetOldest();
  }

  undo() {
    return this.#step(this.#past, this.#future);
  }

  redo() {
    return this.#step(this.#future, this.#past);
  }

  #step(from: Snapshot[], to: Snapshot[]) {
    const wanted = from.pop();
    if (!wanted) return false;
    to.push(this.#current);
    this.#current = wanted;
    this.#changedAt = 0;
    this.#sheet.innerHTML = wanted.html;
    if (wanted.caret) restoreCaret(this.#sheet, wanted.caret);
    return true;
  }

  #take(): Snapshot {
    const range = rangeIn(this.#sheet);
    const caret = range && { path: pathTo(this.#sheet, range.startContainer), offset: range.startOffset };
    return { html: this.#sheet.innerHTML, caret };
  }

  #forgetOldest() {
    let characters = this.#past.reduce((sum, { html }) => sum + html.length, 0);
    while (this.#past.length > 1 && characters > MOST_CHARACTERS) characters -= this.#past.shift()?.html.length ?? 0;
  }
}

function restoreCaret(sheet: HTMLElement, { path, offset }: { path: number[]; offset: number }) {
  const node = nodeAt(sheet, path);
  const range = document.createRange();
  range.setStart(
    node,
    Math.min(offset, node.nodeType === Node.TEXT_NODE ? (node.nodeValue ?? '').length : node.childNodes.length),
  );
  range.collapse(true);
  select(range);
}
