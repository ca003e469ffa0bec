import { emptyParagraph, insertBlock, kindOf, moveBlock, normalise, setBlockKind } from './blocks';
import { History } from './history';
import { embedIsland, isChrome, isIsland, rawIsland } from './islands';
import { handleKey } from './keys';
import { applyTyped, formatSelection, setLink } from './marks';
import { receiveDrop, receivePaste } from './receiving';
import { readBody } from './reading';
import { ancestor, blockOf, placeCaret, rangeIn, select } from './selection';
import type { BlockKind, Mark } from './shortcuts';
import { changeTable, type TableAct } from './tables';
import { Uploads, type UploadFile } from './uploads';
import { writeBody } from './writing';

/** What the tools round the sheet need to know of the place where the caret is. */
export type CaretState = {
  kind: BlockKind;
  marks: Mark[];
  link: string | null;
  hasSelection: boolean;
  language: string;
};

/** The "/" menu: what was typed after the stroke, and where on the screen. */
export type SlashState = { query: string; left: number; top: number } | null;

export type SurfaceEvents = {
  onChange: () => void;
  onCaret: (state: CaretState) => void;
  onSlash: (state: SlashState) => void;
  /** Keys that the "/" menu wants while it is open; true when it took one. */
  onMenuKey: (event: KeyboardEvent) => boolean;
  onLinkWanted: () => void;
  upload: UploadFile;
};

/**
 * The sheet: an editable element whose document is the body's HTML itself, block by block. What goes in is checked by
 * reading.ts, what comes out is cleaned by writing.ts, and everything between can be undone (history.ts).
 */
export class Surface {
  readonly sheet: HTMLElement;
  readonly events: SurfaceEvents;
  readonly uploads: Uploads;
  #history: History;
  #lastRange: Range | null = null;
  #slashTyped = false;
  readonly #ending = new AbortController();

  constructor(sheet: HTMLElement, html: string, events: SurfaceEvents) {
    this.sheet = sheet;
    this.events = events;
    this.uploads = new Uploads(sheet, events.upload, () => this.changed());
    document.execCommand('defaultParagraphSeparator', false, 'p');
    document.execCommand('styleWithCSS', false, 'false');
    this.#fill(html);
    this.#history = new History(sheet);
    this.#listen();
  }

  /** The text as it would be stored. */
  html() {
    return writeBody(this.sheet);
  }

  /** Puts another text on the sheet; undo brings the former back. */
  setHtml(html: string) {
    this.#fill(html);
    this.changed();
  }

  focus(where: 'start' | 'end' = 'start') {
    this.sheet.focus({ preventScroll: where === 'start' });
    const block = where === 'start' ? this.sheet.firstElementChild : this.sheet.lastElementChild;
    if (block) placeCaret(block, where);
  }

  /** Acts at the caret, or where it was when a dialog took the focus. */
  run(act: (sheet: HTMLElement) => void) {
    if (!rangeIn(this.sheet)) {
      this.sheet.focus({ preventScroll: true });
      if (this.#lastRange && this.sheet.contains(this.#lastRange.startContainer)) select(this.#lastRange);
      else placeCaret(this.sheet.lastElementChild ?? this.sheet);
    }
    act(this.sheet);
    this.changed();
  }

  setKind(kind: BlockKind, language = '') {
    this.run((sheet) => setBlockKind(sheet, kind, language));
  }

  toggleMark(mark: Mark) {
    this.run((sheet) => formatSelection(sheet, mark));
  }

  link(address: string | null, text = '') {
    this.run((sheet) => setLink(sheet, address, text));
  }

  insertEmbed(url: string) {
    this.run((sheet) => insertBlock(sheet, embedIsland(url)));
  }

  insertRaw() {
    this.run((sheet) => {
      const block = rawIsland('');
      insertBlock(sheet, block);
      block.querySelector('textarea')?.focus();
    });
  }

  insertFiles(files: readonly File[]) {
    this.run((sheet) => {
      for (const file of files) insertBlock(sheet, this.uploads.begin(file));
    });
  }

  changeTable(act: TableAct) {
    this.run((sheet) => changeTable(sheet, rangeIn(sheet)?.startContainer ?? null, act));
  }

  setLanguage(language: string) {
    this.run((sheet) => {
      const frame = ancestor(sheet, rangeIn(sheet)?.startContainer ?? null, 'pre');
      const code = frame?.querySelector('code');
      if (code) code.className = language ? `language-${language}` : '';
    });
  }

  /** Takes away what was typed for the "/" menu, so that what it makes stands in a clean line. */
  takeSlash() {
    this.#slashTyped = false;
    this.events.onSlash(null);
    const range = rangeIn(this.sheet) ?? this.#lastRange;
    const { startContainer: node, startOffset } = range ?? {};
    if (node?.nodeType !== Node.TEXT_NODE || startOffset === undefined) return;
    const from = (node.nodeValue ?? '').lastIndexOf('/', startOffset);
    if (from < 0) return;
    const typed = document.createRange();
    typed.setStart(node, from);
    typed.setEnd(node, startOffset);
    typed.deleteContents();
    const block = blockOf(this.sheet, node);
    if (block && !block.textContent) {
      block.replaceChildren(document.createElement('br'));
      placeCaret(block, 'start');
    }
  }

  closeSlash() {
    this.#slashTyped = false;
    this.events.onSlash(null);
  }

  undo() {
    if (this.#history.undo()) this.#restored();
  }

  redo() {
    if (this.#history.redo()) this.#restored();
  }

  /** To be called after anything on the sheet has changed. */
  changed(isTyping = false) {
    normalise(this.sheet);
    this.#markEmpty();
    this.#history.record(isTyping);
    this.events.onChange();
    this.#tellCaret();
  }

  destroy() {
    this.#ending.abort();
    this.uploads.stop();
  }

  #fill(html: string) {
    const blocks = readBody(html);
    this.sheet.replaceChildren(...(blocks.length > 0 ? blocks : [emptyParagraph()]));
    normalise(this.sheet);
    this.#markEmpty();
  }

  #restored() {
    this.uploads.forgetLost();
    this.#markEmpty();
    this.events.onChange();
    this.#tellCaret();
  }

  #markEmpty() {
    const { children } = this.sheet;
    const isEmpty = children.length === 1 && children[0]?.tagName === 'P' && !children[0].textContent?.trim();
    this.sheet.toggleAttribute('data-empty', isEmpty);
  }

  #listen() {
    const { sheet } = this;
    const options = { signal: this.#ending.signal };
    sheet.addEventListener('beforeinput', (event) => this.#beforeInput(event), options);
    sheet.addEventListener('input', (event) => this.#afterInput(event), options);
    sheet.addEventListener('keydown', (event) => handleKey(this, event), options);
    sheet.addEventListener('paste', (event) => receivePaste(this, event), options);
    sheet.addEventListener('drop', (event) => receiveDrop(this, event), options);
    sheet.addEventListener(
      'dragover',
      (event) => event.dataTransfer?.types.includes('Files') && event.preventDefault(),
      options,
    );
    sheet.addEventListener('click', (event) => this.#click(event), options);
    document.addEventListener('selectionchange', () => this.#tellCaret(), options);
  }

  #beforeInput(event: Event) {
    if (!(event instanceof InputEvent) || isChrome(event.target)) return;
    if (event.inputType === 'historyUndo' || event.inputType === 'historyRedo') {
      event.preventDefault();
      if (event.inputType === 'historyUndo') this.undo();
      else this.redo();
      return;
    }
    if (event.inputType === 'insertText' && event.data === '/') this.#slashTyped = true;
    if (applyTyped(this, event)) event.preventDefault();
  }

  #afterInput(event: Event) {
    const { target } = event;
    // What is typed into a field becomes part of the HTML, for undo and for saving alike.
    if (target instanceof HTMLInputElement) target.setAttribute('value', target.value);
    if (target instanceof HTMLTextAreaElement) target.textContent = target.value;
    this.changed(true);
    this.#tellSlash();
  }

  #click(event: MouseEvent) {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-act]') : null;
    const island = button ? blockOf(this.sheet, button) : null;
    if (!button || !island) return;
    const { act } = button.dataset;
    if (act === 'retry') return this.uploads.retry(island);
    if (act === 'remove') this.remove(island);
    if (act === 'up' || act === 'down') {
      moveBlock(island, act);
      this.changed();
      button.focus();
    }
  }

  remove(island: HTMLElement) {
    this.uploads.cancel(island);
    const next = island.nextElementSibling ?? island.previousElementSibling;
    island.remove();
    this.sheet.focus({ preventScroll: true });
    if (next && !isIsland(next)) placeCaret(next, 'start');
    this.changed();
  }

  #tellSlash() {
    if (!this.#slashTyped) return;
    const range = rangeIn(this.sheet);
    const node = range?.startContainer;
    const before = node?.nodeType === Node.TEXT_NODE ? (node.nodeValue ?? '').slice(0, range?.startOffset) : '';
    const typed = /(?:^|\s)\/([^/\n]{0,24})$/.exec(before);
    if (!range || !typed) return this.closeSlash();
    const { left, bottom } = range.getBoundingClientRect();
    this.events.onSlash({ query: typed[1] ?? '', left: left + scrollX, top: bottom + scrollY });
  }

  #tellCaret() {
    const range = rangeIn(this.sheet);
    if (!range) return;
    this.#lastRange = range.cloneRange();
    const node = range.startContainer;
    const marks: Mark[] = [];
    if (document.queryCommandState('bold') && !ancestor(this.sheet, node, 'h1, h2, h3, h4, th')) marks.push('strong');
    if (document.queryCommandState('italic')) marks.push('em');
    if (document.queryCommandState('strikeThrough')) marks.push('s');
    if (ancestor(this.sheet, node, 'code')) marks.push('code');
    const code = ancestor(this.sheet, node, 'pre')?.querySelector('code');
    this.events.onCaret({
      kind: kindOf(this.sheet, node),
      marks,
      link: ancestor(this.sheet, node, 'a')?.getAttribute('href') ?? null,
      hasSelection: !range.collapsed,
      language: /language-([\w+#-]+)/.exec(code?.className ?? '')?.[1] ?? '',
    });
  }
}
