/** The selection, if it lies within the sheet. */
export function rangeIn(sheet: HTMLElement): Range | null {
  const selection = document.getSelection();
  if (!selection || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  return sheet.contains(range.commonAncestorContainer) ? range : null;
}

/** The top-level block that holds the node. */
export function blockOf(sheet: HTMLElement, node: Node | null): HTMLElement | null {
  let at = node;
  while (at && at.parentNode !== sheet) at = at.parentNode;
  return at instanceof HTMLElement ? at : null;
}

/** The top-level blocks that the range touches. */
export function blocksIn(sheet: HTMLElement, range: Range) {
  return [...sheet.children].filter((block): block is HTMLElement => range.intersectsNode(block));
}

/** The nearest ancestor with this name inside the sheet. */
export function ancestor(sheet: HTMLElement, node: Node | null, names: string): HTMLElement | null {
  const element = node instanceof Element ? node : node?.parentElement;
  const found = element?.closest<HTMLElement>(names) ?? null;
  return found && found !== sheet && sheet.contains(found) ? found : null;
}

export function placeCaret(element: Node, where: 'start' | 'end' = 'end') {
  const range = document.createRange();
  range.selectNodeContents(element);
  range.collapse(where === 'start');
  select(range);
}

export function select(range: Range) {
  const selection = document.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
}

/** The text of the element before the caret. */
export function textBefore(element: Node, range: Range) {
  const before = document.createRange();
  before.selectNodeContents(element);
  before.setEnd(range.startContainer, range.startOffset);
  return before.toString();
}

export function isAtStart(element: Node, range: Range) {
  return range.collapsed && textBefore(element, range) === '';
}

export function isAtEnd(element: Node, range: Range) {
  const after = document.createRange();
  after.selectNodeContents(element);
  after.setStart(range.endContainer, range.endOffset);
  return range.collapsed && after.toString() === '';
}

/** Where a node is, as positions from the sheet down: survives writing the sheet's HTML anew. */
export function pathTo(sheet: Node, node: Node): number[] {
  const path: number[] = [];
  for (let at: Node = node; at !== sheet && at.parentNode; at = at.parentNode) {
    path.unshift([...at.parentNode.childNodes].indexOf(at as ChildNode));
  }
  return path;
}

export function nodeAt(sheet: Node, path: readonly number[]): Node {
  let at = sheet;
  for (const index of path) at = at.childNodes[index] ?? at;
  return at;
}
