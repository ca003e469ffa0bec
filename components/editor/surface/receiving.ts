import { insertBlock } from './blocks';
import { embedIsland, isChrome } from './islands';
import { cleanPasted, readPastedText } from './pasting';
import { readBody } from './reading';
import { ancestor, blockOf, placeCaret, rangeIn, select } from './selection';
import type { Surface } from './surface';

/** Takes what is pasted: images are uploaded, HTML is cleaned, a lone web address on an empty line becomes an embed. */
export function receivePaste(surface: Surface, event: ClipboardEvent) {
  const { clipboardData } = event;
  if (!clipboardData || isChrome(event.target)) return;
  const files = imagesIn(clipboardData);
  const html = clipboardData.getData('text/html');
  const text = clipboardData.getData('text/plain');
  event.preventDefault();
  if (files.length > 0 && !text.trim()) return surface.insertFiles(files);
  surface.run((sheet) => {
    const node = rangeIn(sheet)?.startContainer ?? null;
    if (ancestor(sheet, node, 'pre, figcaption, td, th')) document.execCommand('insertText', false, text);
    else if (html) insertHtml(sheet, cleanPasted(html));
    else insertText(sheet, text);
  });
}

export function receiveDrop(surface: Surface, event: DragEvent) {
  const files = event.dataTransfer ? imagesIn(event.dataTransfer) : [];
  if (files.length === 0) return;
  event.preventDefault();
  const range = rangeAt(event.clientX, event.clientY);
  if (range && surface.sheet.contains(range.startContainer)) select(range);
  surface.insertFiles(files);
}

function rangeAt(x: number, y: number) {
  const position = document.caretPositionFromPoint?.(x, y);
  if (!position) return null;
  const range = document.createRange();
  range.setStart(position.offsetNode, position.offset);
  return range;
}

/** Files that say they are images; the server looks at their bytes. */
function imagesIn(transfer: DataTransfer) {
  return [...transfer.files].filter(({ type }) => type.startsWith('image/'));
}

function insertText(sheet: HTMLElement, text: string) {
  const pasted = readPastedText(text);
  const block = blockOf(sheet, rangeIn(sheet)?.startContainer ?? null);
  if (pasted.kind === 'embed' && block?.tagName === 'P' && !block.textContent?.trim()) {
    insertBlock(sheet, embedIsland(pasted.url));
  } else if (pasted.kind === 'embed' && !rangeIn(sheet)?.collapsed) {
    document.execCommand('createLink', false, pasted.url);
  } else if (pasted.kind === 'html') {
    insertHtml(sheet, pasted.html);
  } else {
    document.execCommand('insertText', false, pasted.kind === 'embed' ? text.trim() : pasted.text);
  }
}

/** One paragraph flows into the line; more than one stands between blocks. */
function insertHtml(sheet: HTMLElement, html: string) {
  const blocks = readBody(html);
  const [only] = blocks;
  if (blocks.length === 1 && only?.tagName === 'P') {
    document.execCommand('insertHTML', false, only.innerHTML);
    return;
  }
  rangeIn(sheet)?.deleteContents();
  let at = blockOf(sheet, rangeIn(sheet)?.startContainer ?? null);
  for (const block of blocks) {
    if (at) at.after(block);
    else sheet.append(block);
    if (at?.tagName === 'P' && !at.textContent?.trim() && !at.querySelector('img')) at.remove();
    at = block;
  }
  if (at) placeCaret(at);
}
