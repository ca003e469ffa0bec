import { allowedAttributes, inlineName, isBox, languageOf } from './allowed';
import { appendNode, appendText, element, text, type HtmlElement, type HtmlNode } from './tree';
import { safeUrl } from './urls';

/**
 * Cleans content that stands inside a line. `open` names the line elements around it: none stands inside its like, which
 * the parser would take apart again. A box leaves its text, set off by spaces.
 */
export function lineOf(nodes: readonly HtmlNode[], open: ReadonlySet<string>, parent = ''): HtmlNode[] {
  const line: HtmlNode[] = [];
  for (const node of nodes) {
    if (node.type === 'text') appendText(line, node.value);
    else addElement(line, node, open, parent);
  }
  return line;
}

/** The name and attributes that replace an inline element, or null if only its content stays. */
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
    addPictureLink(line, node, open);
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

// A picture that may not be loaded from where it is said to be is not shown, but where that is stays known.
function addPictureLink(line: HtmlNode[], node: HtmlElement, open: ReadonlySet<string>) {
  const href = safeUrl(node.attributes.src, 'media');
  const alt = node.attributes.alt?.trim() ?? '';
  if (!href || open.has('a')) return appendText(line, alt);
  line.push(element('a', { href }, [text(`Image: ${alt || href}`)]));
}

// A frame of an unknown provider is not shown, but its address is preserved.
function addFrameLink(line: HtmlNode[], node: HtmlElement, open: ReadonlySet<string>) {
  const href = safeUrl(node.attributes.src, 'media');
  if (!href || href === 'about:blank') return;
  const label = node.attributes.title?.trim() || href;
  const words: HtmlNode[] = [];
  appendText(words, label);
  if (open.has('a')) appendText(line, words.length > 0 ? label : href);
  else line.push(element('a', { href }, words));
}

// The parser closes ruby elements differently anywhere else.
function mayStandIn(name: string, parent: string) {
  return name !== 'rt' && name !== 'rp' ? true : parent === 'ruby';
}

function addLanguage(node: HtmlElement, attributes: Record<string, string>) {
  const language = languageOf(node);
  if (language) attributes.class = `language-${language}`;
}
