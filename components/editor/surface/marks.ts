import { insertBlock, setBlockKind } from './blocks';
import { embedIsland } from './islands';
import { embeddableUrl } from './kinds';
import { ancestor, blockOf, isAtEnd, placeCaret, rangeIn, select, textBefore } from './selection';
import { blockShortcut, lineShortcut, markShortcut, type Mark } from './shortcuts';
import type { Surface } from './surface';

const commands: Record<Exclude<Mark, 'code'>, string> = { strong: 'bold', em: 'italic', s: 'strikeThrough' };

export function formatSelection(sheet: HTMLElement, mark: Mark) {
  if (mark !== 'code') {
    document.execCommand(commands[mark]);
    return;
  }
  const range = rangeIn(sheet);
  if (!range) return;
  const code = ancestor(sheet, range.startContainer, 'code');
  if (code?.parentElement?.tagName === 'PRE') return;
  if (code) {
    const inside = [...code.childNodes];
    code.replaceWith(...inside);
    return;
  }
  if (range.collapsed || blockOf(sheet, range.startContainer) !== blockOf(sheet, range.endContainer)) return;
  wrap(range, 'code', range.toString());
}

/** Makes, changes or (without an address) removes a link at the caret or round the selection. */
export function setLink(sheet: HTMLElement, address: string | null, text: string) {
  const range = rangeIn(sheet);
  if (!range) return;
  const link = ancestor(sheet, range.startContainer, 'a');
  if (link && address) {
    link.setAttribute('href', address);
  } else if (link) {
    link.replaceWith(...link.childNodes);
  } else if (address && range.collapsed) {
    const made = document.createElement('a');
    made.href = address;
    made.textContent = text || address;
    range.insertNode(made);
    range.setStartAfter(made);
    range.collapse(true);
    select(range);
  } else if (address) {
    document.execCommand('createLink', false, address);
  }
}

/** Markdown as it is typed: at the head of a line, at the end of a marked run, and for a whole line at Enter. */
export function applyTyped(surface: Surface, event: InputEvent): boolean {
  const range = rangeIn(surface.sheet);
  const block = range && blockOf(surface.sheet, range.startContainer);
  if (!range?.collapsed || !block || ancestor(surface.sheet, range.startContainer, 'pre, figcaption')) return false;
  if (event.inputType === 'insertParagraph') return applyLine(surface, block, range);
  if (event.inputType !== 'insertText' || !event.data) return false;
  if (event.data === ' ' && block.tagName === 'P') return applyBeginning(surface, block, range);
  if ('*_~`'.includes(event.data)) return applyMark(surface, range, event.data);
  return false;
}

function applyBeginning(surface: Surface, block: HTMLElement, range: Range) {
  const kind = blockShortcut(textBefore(block, range));
  if (!kind) return false;
  const typed = document.createRange();
  typed.setStart(block, 0);
  typed.setEnd(range.startContainer, range.startOffset);
  typed.deleteContents();
  if (!block.textContent) block.replaceChildren(document.createElement('br'));
  placeCaret(block, 'start');
  setBlockKind(surface.sheet, kind);
  const line = blockOf(surface.sheet, rangeIn(surface.sheet)?.startContainer ?? null);
  if (line) placeCaret(line.querySelector('li, p') ?? line, 'start');
  surface.changed();
  return true;
}

function applyMark(surface: Surface, range: Range, typed: string) {
  const node = range.startContainer;
  if (node.nodeType !== Node.TEXT_NODE || ancestor(surface.sheet, node, 'code')) return false;
  const found = markShortcut((node.nodeValue ?? '').slice(0, range.startOffset) + typed);
  if (!found) return false;
  const marked = document.createRange();
  marked.setStart(node, range.startOffset + typed.length - found.length);
  marked.setEnd(node, range.startOffset);
  wrap(marked, found.mark, found.text);
  surface.changed();
  return true;
}

function applyLine(surface: Surface, block: HTMLElement, range: Range) {
  if (block.tagName !== 'P' || !isAtEnd(block, range)) return false;
  const text = block.textContent ?? '';
  const shortcut = lineShortcut(text);
  const url = embeddableUrl(text);
  if (!shortcut && !url) return false;
  block.replaceChildren(document.createElement('br'));
  placeCaret(block, 'start');
  if (url) insertBlock(surface.sheet, embedIsland(url));
  else if (shortcut?.kind === 'code') setBlockKind(surface.sheet, 'code', shortcut.language);
  else setBlockKind(surface.sheet, 'divider');
  surface.changed();
  return true;
}

/** Replaces the range by one marked run, and leaves the caret behind it where typing is plain again. */
function wrap(range: Range, tag: string, text: string) {
  const run = document.createElement(tag);
  run.textContent = text;
  range.deleteContents();
  range.insertNode(run);
  // A zero-width neighbour keeps the caret out of the run; the next character takes its place (writing.ts drops it).
  const after = document.createTextNode('\u200b');
  run.after(after);
  document.getSelection()?.collapse(after, 1);
}
