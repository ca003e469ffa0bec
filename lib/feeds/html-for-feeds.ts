import { parseHtml } from '@/lib/html/parsing';
import { element, elementsIn, text, type HtmlElement, type HtmlNode } from '@/lib/html/tree';
import { toHtml } from '@/lib/html/writing';

const addresses = ['href', 'src', 'poster', 'cite', 'action'];

/** Makes addresses absolute and adds fallback parentheses to ruby. Works on the tree: text and code are unaffected. */
export function htmlForFeeds(html: string, base: string) {
  const nodes = withoutControls(parseHtml(html), base);
  for (const found of elementsIn(nodes)) {
    const { attributes } = found;
    if (found.name === 'ruby') found.children = withParentheses(found.children);
    for (const name of addresses) {
      const value = attributes[name];
      if (value !== undefined) attributes[name] = absolute(value, base);
    }
    if (attributes.srcset !== undefined) attributes.srcset = absoluteSet(attributes.srcset, base);
  }
  return toHtml(nodes);
}

// What a page shows on request is there already: the pictures of galleries, and the notes to which a link leads.
function withoutControls(nodes: readonly HtmlNode[], base: string): HtmlNode[] {
  return nodes.flatMap((node): HtmlNode[] => {
    if (node.type === 'text') return [node];
    if ('popover' in node.attributes || isNoteButton(node)) return [];
    const { 'data-instead': instead } = node.attributes;
    // Feeds have no frames: what is in one is a step away.
    if (instead !== undefined) return [element('p', {}, [element('a', { href: base }, [text(instead)])])];
    const children = withoutControls(node.children, base);
    return 'popovertarget' in node.attributes ? children : [{ ...node, children }];
  });
}

function isNoteButton({ attributes }: HtmlElement) {
  return attributes.popovertarget?.startsWith('fnp-') ?? false;
}

// Otherwise readers without ruby support show "漢字かんじ".
function withParentheses(children: HtmlNode[]): HtmlNode[] {
  if (children.some((child) => child.type === 'element' && child.name === 'rp')) return children;
  return children.flatMap((child) =>
    child.type === 'element' && child.name === 'rt' ? [parenthesis('('), child, parenthesis(')')] : [child],
  );
}

function parenthesis(sign: string) {
  return element('rp', {}, [text(sign)]);
}

function absoluteSet(value: string, base: string) {
  const parts = value.split(/,\s+/).map((part) => part.trim().replace(/^\S+/, (address) => absolute(address, base)));
  return parts.join(', ');
}

function absolute(value: string, base: string) {
  if (/^[a-z][a-z0-9+.-]*:/i.test(value)) return value;
  return URL.parse(value, base)?.href ?? value;
}
