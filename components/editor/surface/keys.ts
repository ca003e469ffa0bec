import { become, emptyParagraph, moveBlock } from './blocks';
import { isChrome, isIsland } from './islands';
import { ancestor, blockOf, isAtEnd, isAtStart, placeCaret, rangeIn } from './selection';
import type { BlockKind } from './shortcuts';
import type { Surface } from './surface';
import { walkTable } from './tables';

const headings: Record<string, BlockKind> = { '0': 'paragraph', '2': 'heading2', '3': 'heading3', '4': 'heading4' };

/** What the keys do on the sheet beyond writing. */
export function handleKey(surface: Surface, event: KeyboardEvent) {
  if (event.isComposing) return;
  if (surface.events.onMenuKey(event)) return event.preventDefault();
  if (isIsland(event.target as Node)) return handleIslandKey(surface, event.target as HTMLElement, event);
  if (isChrome(event.target)) return handleChromeKey(event);
  const isCommand = event.ctrlKey || event.metaKey;
  const handled = isCommand ? handleCommand(surface, event) : handlePlain(surface, event);
  if (handled) event.preventDefault();
}

function handleCommand(surface: Surface, event: KeyboardEvent) {
  const key = event.key.toLowerCase();
  if (key === 'z') return event.shiftKey ? (surface.redo(), true) : (surface.undo(), true);
  if (key === 'y') return (surface.redo(), true);
  if (key === 'k') return (surface.events.onLinkWanted(), true);
  if (key === 'b') return (surface.toggleMark('strong'), true);
  if (key === 'i') return (surface.toggleMark('em'), true);
  if (key === 'e') return (surface.toggleMark('code'), true);
  const heading = event.altKey ? headings[event.code.replace('Digit', '')] : undefined;
  if (heading) return (surface.setKind(heading), true);
  if (key === 'enter') return leaveBlock(surface);
  return false;
}

function handlePlain(surface: Surface, event: KeyboardEvent) {
  const { sheet } = surface;
  const range = rangeIn(sheet);
  if (!range) return false;
  if (event.key === 'Tab') {
    const walked = walkTable(sheet, range.startContainer, event.shiftKey);
    if (walked) surface.changed();
    return walked || indentItem(surface, range, event.shiftKey);
  }
  if (event.key === 'Enter' && !event.shiftKey) return pressEnter(surface, range);
  if (event.key === 'Backspace') return pressBackspace(surface, range);
  return false;
}

function pressEnter(surface: Surface, range: Range) {
  const { sheet } = surface;
  const node = range.startContainer;
  if (ancestor(sheet, node, 'figcaption')) return leaveBlock(surface);
  if (ancestor(sheet, node, 'pre')) {
    breakCode(range);
    surface.changed(true);
    return true;
  }
  if (ancestor(sheet, node, 'td, th')) {
    document.execCommand('insertLineBreak');
    return true;
  }
  const block = blockOf(sheet, node);
  if (!block || !range.collapsed) return false;
  if (/^H[1-6]$/.test(block.tagName) && isAtEnd(block, range)) return leaveBlock(surface);
  const line = ancestor(sheet, node, 'blockquote > p, blockquote > div');
  if (line && !line.textContent?.trim()) {
    line.remove();
    if (!block.textContent?.trim()) block.remove();
    return leaveBlock(surface, block);
  }
  return false;
}

/** A line break in code is a character; the last line needs a second one to be seen. */
function breakCode(range: Range) {
  range.deleteContents();
  const code = range.startContainer.parentElement?.closest('pre') ?? range.startContainer;
  const isLast = isAtEnd(code, range) && !code.textContent?.endsWith('\n');
  const text = document.createTextNode(isLast ? '\n\n' : '\n');
  range.insertNode(text);
  document.getSelection()?.collapse(text, 1);
}

/** A new line behind the block, whatever it is. */
function leaveBlock(surface: Surface, block = blockOf(surface.sheet, rangeIn(surface.sheet)?.startContainer ?? null)) {
  const line = emptyParagraph();
  if (block?.isConnected) block.after(line);
  else surface.sheet.append(line);
  surface.sheet.focus({ preventScroll: true });
  placeCaret(line, 'start');
  surface.changed();
  return true;
}

function pressBackspace(surface: Surface, range: Range) {
  const block = blockOf(surface.sheet, range.startContainer);
  if (!block || isIsland(block) || !isAtStart(block, range)) return false;
  if (!/^(P|TABLE|UL|OL)$/.test(block.tagName)) {
    if (/^H[1-6]$/.test(block.tagName)) placeCaret(become(block, 'p'), 'start');
    else surface.setKind('paragraph');
    surface.changed();
    return true;
  }
  const before = block.previousElementSibling;
  if (!isIsland(before)) return false;
  if (!block.textContent?.trim() && block.nextElementSibling) block.remove();
  before.focus();
  surface.changed();
  return true;
}

function indentItem(surface: Surface, range: Range, outwards: boolean) {
  if (!ancestor(surface.sheet, range.startContainer, 'li')) return false;
  document.execCommand(outwards ? 'outdent' : 'indent');
  surface.changed();
  return true;
}

function handleIslandKey(surface: Surface, island: HTMLElement, event: KeyboardEvent) {
  const { key, altKey } = event;
  const neighbour = key === 'ArrowUp' ? island.previousElementSibling : island.nextElementSibling;
  if (key === 'Delete' || key === 'Backspace') surface.remove(island);
  else if (key === 'Enter') leaveBlock(surface, island);
  else if (altKey && (key === 'ArrowUp' || key === 'ArrowDown')) {
    moveBlock(island, key === 'ArrowUp' ? 'up' : 'down');
    surface.changed();
    island.focus();
  } else if (key === 'ArrowUp' || key === 'ArrowDown') {
    if (isIsland(neighbour)) neighbour.focus();
    else if (neighbour) placeCaret(neighbour, key === 'ArrowUp' ? 'end' : 'start');
  } else if ((event.ctrlKey || event.metaKey) && key.toLowerCase() === 'z') surface.undo();
  else return;
  event.preventDefault();
}

function handleChromeKey(event: KeyboardEvent) {
  // Enter in a field of an island must not send the form round the sheet.
  if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault();
}
