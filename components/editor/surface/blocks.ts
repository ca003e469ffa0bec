import { dividerIsland, isIsland } from './islands';
import { isInline, isPullQuote } from './kinds';
import { ancestor, blockOf, blocksIn, placeCaret, rangeIn } from './selection';
import type { BlockKind } from './shortcuts';

/** An empty paragraph that a caret can stand in. */
export function emptyParagraph() {
  const paragraph = document.createElement('p');
  paragraph.append(document.createElement('br'));
  return paragraph;
}

/** What a browser may leave behind is put right: every child is a block, and the sheet ends in a line to write on. */
export function normalise(sheet: HTMLElement) {
  let line: HTMLElement | null = null;
  for (const node of Array.from(sheet.childNodes)) {
    if (isInline(node)) {
      if (!line && node.nodeType === Node.TEXT_NODE && !node.nodeValue?.trim()) {
        node.remove();
        continue;
      }
      if (!line) node.before((line = document.createElement('p')));
      line.append(node);
      continue;
    }
    line = null;
    if (node instanceof HTMLElement && node.tagName === 'DIV' && !isIsland(node)) become(node, 'p');
  }
  const last = sheet.lastElementChild;
  if (!last || isIsland(last) || ['TABLE', 'PRE'].includes(last.tagName)) sheet.append(emptyParagraph());
}

/** Gives the blocks of the selection another kind, and keeps what is written in them. */
export function setBlockKind(sheet: HTMLElement, kind: BlockKind, language = '') {
  const range = rangeIn(sheet);
  if (!range) return;
  const blocks = blocksIn(sheet, range).filter((block) => !isIsland(block));
  const anchor = { node: range.startContainer, offset: range.startOffset };
  if (kind === 'divider' || kind === 'table')
    return insertBlock(sheet, kind === 'table' ? newTable() : dividerIsland());
  const made = remake(blocks, kind, language);
  if (sheet.contains(anchor.node) && anchor.node !== sheet) {
    document.getSelection()?.collapse(anchor.node, Math.min(anchor.offset, lengthOf(anchor.node)));
  } else if (made) {
    // An empty line has no text that could have carried the caret along.
    placeCaret(made, 'start');
  }
}

/** Answers with the first line of what it made. */
function remake(blocks: HTMLElement[], kind: BlockKind, language: string): Element | null {
  if (kind === 'bullets' || kind === 'numbers') return makeList(blocks, kind === 'bullets' ? 'ul' : 'ol');
  if (kind === 'quote' || kind === 'pull-quote') return makeQuote(blocks, kind === 'pull-quote');
  if (kind === 'code') return makeCode(blocks, language);
  return blocks.flatMap(flatten).map((line) => become(line, tagOf(kind)))[0] ?? null;
}

/** Puts a block after the one with the caret, or in its place if that is empty; the caret goes into it or behind it. */
export function insertBlock(sheet: HTMLElement, block: HTMLElement) {
  const range = rangeIn(sheet);
  const here = blockOf(sheet, range?.startContainer ?? null) ?? sheet.lastElementChild;
  if (!here) sheet.append(block);
  else if (here.tagName === 'P' && !here.textContent?.trim() && !here.querySelector('img')) here.replaceWith(block);
  else here.after(block);
  if (!block.nextElementSibling) block.after(emptyParagraph());
  const cell = block.querySelector('td, th');
  if (cell) placeCaret(cell);
  else if (isIsland(block)) placeCaret(block.nextElementSibling!, 'start');
  else placeCaret(block);
}

export function moveBlock(block: HTMLElement, direction: 'up' | 'down') {
  if (direction === 'up') block.previousElementSibling?.before(block);
  else block.nextElementSibling?.after(block);
}

export function kindOf(sheet: HTMLElement, node: Node | null): BlockKind {
  if (ancestor(sheet, node, 'table')) return 'table';
  if (ancestor(sheet, node, 'pre')) return 'code';
  const list = ancestor(sheet, node, 'ul, ol');
  if (list) return list.tagName === 'UL' ? 'bullets' : 'numbers';
  const quote = ancestor(sheet, node, 'blockquote');
  if (quote) return quote.parentElement?.tagName === 'FIGURE' ? 'pull-quote' : 'quote';
  const level = /^H([1-6])$/.exec(blockOf(sheet, node)?.tagName ?? '')?.[1];
  if (!level) return 'paragraph';
  return level === '3' ? 'heading3' : Number(level) > 3 ? 'heading4' : 'heading2';
}

function tagOf(kind: BlockKind) {
  return { heading2: 'h2', heading3: 'h3', heading4: 'h4' }[kind as 'heading2'] ?? 'p';
}

/** The lines of a block as top-level paragraphs in its place. */
function flatten(block: HTMLElement): HTMLElement[] {
  if (/^(P|H[1-6])$/.test(block.tagName)) return [block];
  if (block.tagName === 'PRE') return replaceWithLines(block, (block.textContent ?? '').split('\n').map(paragraphOf));
  const lines = [...block.querySelectorAll<HTMLElement>('li, p, td, th')].filter(
    (line) => !line.querySelector('li, p'),
  );
  if (lines.length === 0) return [become(block, 'p')];
  return replaceWithLines(
    block,
    lines.map((line) => become(line, 'p')),
  );
}

function replaceWithLines(block: HTMLElement, lines: HTMLElement[]) {
  block.replaceWith(...lines);
  return lines;
}

function paragraphOf(text: string) {
  const paragraph = emptyParagraph();
  if (text) paragraph.textContent = text;
  return paragraph;
}

function makeList(blocks: HTMLElement[], tag: 'ul' | 'ol') {
  const [first] = blocks;
  if (!first) return null;
  if (blocks.every((block) => block.tagName.toLowerCase() === tag)) return blocks.flatMap(flatten)[0] ?? null;
  const list = document.createElement(tag);
  first.before(list);
  for (const block of blocks) for (const line of flatten(block)) list.append(become(line, 'li'));
  return list.firstElementChild;
}

function makeQuote(blocks: HTMLElement[], isPull: boolean) {
  const [first] = blocks;
  if (!first) return null;
  const isAlready = blocks.every((block) => (isPull ? isPullQuote(block) : block.tagName === 'BLOCKQUOTE'));
  if (isAlready) return blocks.flatMap(flatten)[0] ?? null;
  const quote = document.createElement('blockquote');
  const frame = isPull ? document.createElement('figure') : quote;
  if (isPull) frame.append(quote);
  first.before(frame);
  for (const block of blocks) for (const line of flatten(block)) quote.append(become(line, 'p'));
  return quote.firstElementChild;
}

function makeCode(blocks: HTMLElement[], language: string) {
  const [first] = blocks;
  if (!first) return null;
  if (blocks.length === 1 && first.tagName === 'PRE') return flatten(first)[0] ?? null;
  const code = document.createElement('code');
  if (language) code.className = `language-${language}`;
  code.textContent = `${blocks.map((block) => block.innerText.replace(/\n$/, '')).join('\n')}\n`;
  const frame = document.createElement('pre');
  frame.append(code);
  first.before(frame);
  for (const block of blocks) block.remove();
  return code;
}

function newTable() {
  const table = document.createElement('table');
  for (const [part, rows, cell] of [
    ['thead', 1, 'th'],
    ['tbody', 2, 'td'],
  ] as const) {
    const group = table.appendChild(document.createElement(part));
    for (let row = 0; row < rows; row += 1) {
      const line = group.appendChild(document.createElement('tr'));
      for (let column = 0; column < 3; column += 1) {
        line.appendChild(document.createElement(cell)).append(document.createElement('br'));
      }
    }
  }
  return table;
}

/** The same content under another name; the element itself, if it has that name already. */
export function become(element: HTMLElement, tag: string): HTMLElement {
  if (element.tagName.toLowerCase() === tag) return element;
  const changed = document.createElement(tag);
  if (element.id) changed.id = element.id;
  changed.append(...element.childNodes);
  if (!changed.hasChildNodes()) changed.append(document.createElement('br'));
  element.replaceWith(changed);
  return changed;
}

function lengthOf(node: Node) {
  return node.nodeType === Node.TEXT_NODE ? (node.nodeValue ?? '').length : node.childNodes.length;
}
