import { allowedAttributes, inlineName, isBox, languageOf } from './allowed';
import { appendNode, appendText, element, text, type HtmlElement, type HtmlNode } from './tree';
import { safeUrl } from './urls';

/** Sanitises inline content. `open`: the inline elements around it, which may not nest in themselves. */
export function lineOf(nodes: readonly HtmlNode[], open: ReadonlySet<string>, parent = ''): HtmlNode[] {
  const line: HtmlNode[] = [];
  for (const node of nodes) {
    if (node.type === 'text') appendText(line, node.value);
    else addElement(line, node, open, parent);
  }
  return line;
}

/** The replacement of an inline element; null if only its content stays. */
export function lineElement(node: HtmlElement) {
  const name = inlineName(node);
  if (!name) return null;
  const attributes = allowedAttributes(node, name);
  if (name === 'a') {
    const anchor =
      attributes.href || attributes.id
        ? attributes
        : allowedAttributes({ ...node, attributes: { id: node.attributes.name ?? '' } }, 'a');
    return anchor.href || anchor.id ? { name, attributes: anchor } : null;
  }
  if (name === 'img' && !attributes.src) return null;
  if (name === 'code') addLanguage(node, attributes);
  return { name, attributes };
}

function addElement(line: HtmlNode[], node: HtmlElement, open: ReadonlySet<string>, parent: string) {
  const allowed = lineElement(node);
  if (allowed && ['br', 'wbr', 'img'].includes(allowed.name)) {
    line.push(element(allowed.name, allowed.attributes, []));
  } else if (node.name === 'img') {
    addImageLink(line, node, open);
  } else if (node.name === 'iframe' || node.name === 'embed') {
    addFrameLink(line, node, open);
  } else if (allowed && !open.has(allowed.name) && mayStandIn(allowed.name, parent)) {
    const children = lineOf(node.children, new Set([...open, allowed.name]), allowed.name);
    if (children.length > 0 || allowed.attributes.id) line.push(element(allowed.name, allowed.attributes, children));
  } else {
    const isApart = isBox(node);
    if (isApart) appendText(line, ' ');
    for (const part of lineOf(node.children, open, parent)) appendNode(line, part);
    if (isApart) appendText(line, ' ');
  }
}

function addImageLink(line: HtmlNode[], node: HtmlElement, open: ReadonlySet<string>) {
  const href = safeUrl(node.attributes.src, 'media');
  const alt = node.attributes.alt?.trim() ?? '';
  if (!href || open.has('a')) return appendText(line, alt);
  line.push(element('a', { href }, [text(`Image: ${alt || href}`)]));
}

function addFrameLink(line: HtmlNode[], node: HtmlElement, open: ReadonlySet<string>) {
  const href = safeUrl(node.attributes.src, 'media');
  if (!href || href === 'about:blank') return;
  const label = node.attributes.title?.trim() || href;
  const words: HtmlNode[] = [];
  appendText(words, label);
  if (open.has('a')) appendText(line, words.length > 0 ? label : href);
  else line.push(element('a', { href }, words));
}

// The parser closes ruby elements differently elsewhere.
function mayStandIn(name: string, parent: string) {
  return name !== 'rt' && name !== 'rp' ? true : parent === 'ruby';
}

function addLanguage(node: HtmlElement, attributes: Record<string, string>) {
  const language = languageOf(node);
  if (language) attributes.class = `language-${language}`;
}
