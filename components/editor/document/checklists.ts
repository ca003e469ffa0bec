import { text, textOf, type HtmlElement, type HtmlNode } from '@/lib/html/tree';

/** Converts checklists of other programs to to-do lists. */
export function readChecklists(nodes: readonly HtmlNode[]): HtmlNode[] {
  return nodes.map((node) => (node.type === 'text' ? node : readElement(node)));
}

function readElement(node: HtmlElement): HtmlElement {
  const isList = node.name === 'ul' || node.name === 'ol';
  const children = readChecklists(isList ? node.children.map(readItem) : node.children);
  const isChecklist =
    isList && children.some((child) => child.type === 'element' && 'data-checked' in child.attributes);
  if (!isChecklist) return { ...node, children };
  return { ...node, name: 'ul', attributes: { 'data-type': 'taskList' }, children };
}

function readItem(node: HtmlNode): HtmlNode {
  if (node.type === 'text' || node.name !== 'li') return node;
  const said = checkedStateOf(node);
  const [children, drawn] = withoutBox(node.children);
  const isDone = said ?? drawn;
  if (isDone === null) return node;
  return { ...node, attributes: { 'data-checked': String(isDone) }, children };
}

/** Whether a checkbox element is checked; null if it is none. */
function checkedStateOf({ name, attributes }: HtmlElement): boolean | null {
  if (attributes.role === 'checkbox' && attributes['aria-checked']) return attributes['aria-checked'] === 'true';
  if (/^(true|false)$/.test(attributes['data-checked'] ?? '')) return attributes['data-checked'] === 'true';
  const evernote = /--en-checked:\s*(true|false)/.exec(attributes.style ?? '')?.[1];
  if (evernote) return evernote === 'true';
  if (name === 'input') return attributes.type === 'checkbox' ? 'checked' in attributes : null;
  const drawn = /(?:^|\s)checkbox-(on|off)(?:\s|$)/.exec(attributes.class ?? '')?.[1];
  return drawn ? drawn === 'on' : null;
}

type Stripped = [HtmlNode[], boolean | null];

/** The content of an item without its box, and the state of the box. Nested lists have their own boxes. */
function withoutBox(nodes: readonly HtmlNode[]): Stripped {
  let found: boolean | null = null;
  let isFirst = true;
  const preserved = nodes.flatMap((node): HtmlNode[] => {
    if (node.type === 'text') {
      const typed = isFirst && found === null ? typedBox(node.value) : null;
      isFirst &&= node.value.trim() === '';
      if (!typed) return [node];
      found = typed.isDone;
      return [text(typed.rest)];
    }
    if (['ul', 'ol'].includes(node.name)) return [node];
    if (isCheckboxImage(node)) return [];
    const state = isFirst ? checkedStateOf(node) : null;
    if (state !== null) {
      found ??= state;
      // A checkbox with text in it is the item itself.
      return node.name === 'input' ? [] : node.children;
    }
    if (!isFirst) return [node];
    const [children, inner] = withoutBox(node.children);
    found ??= inner;
    isFirst = inner === null && textOf([node]).trim() === '';
    return inner === null ? [node] : [{ ...node, children }];
  });
  return [withoutFirstSpace(preserved, found !== null), found];
}

function withoutFirstSpace(nodes: HtmlNode[], hadBox: boolean): HtmlNode[] {
  const [first, ...others] = nodes;
  return hadBox && first?.type === 'text' ? [text(first.value.trimStart()), ...others] : nodes;
}

/** "[x] done", from programs that copy Markdown. */
function typedBox(value: string) {
  const match = /^\s*\[([ xX])\]\s+(?=\S|$)/.exec(value);
  return match ? { isDone: match[1] !== ' ', rest: value.slice(match[0].length) } : null;
}

function isCheckboxImage({ name, attributes }: HtmlElement) {
  return name === 'img' && attributes['aria-roledescription'] === 'checkbox';
}
