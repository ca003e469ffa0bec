import { blockOf } from '@/lib/html/blocks';
import { blocksOf } from '@/lib/html/flow';
import { element, text, textOf, type HtmlElement, type HtmlNode } from '@/lib/html/tree';

const keptAttributes = [
  'href',
  'src',
  'alt',
  'width',
  'height',
  'colspan',
  'rowspan',
  'start',
  'data-footnote',
  'data-embed',
  'datetime',
  'scope',
];

/** HTML of another program, through the allow-list of stored texts; the program's own dress is taken off first. */
export function cleanForeign(nodes: readonly HtmlNode[]): HtmlNode[] {
  return blocksOf(wordLists(nodes.flatMap(undress)), blockOf);
}

function undress(node: HtmlNode): HtmlNode[] {
  if (node.type === 'text') return [node];
  // "<o:p>" and its kind are Word's own.
  if (node.name.includes(':')) return node.children.flatMap(undress);
  if (node.name === 'img') return image(node);
  const style = node.attributes.style ?? '';
  if (/mso-list:\s*ignore/i.test(style)) return [text(`${MARKER}${textOf([node]).trim()}${MARKER}`)];
  const children = node.children.flatMap(undress);
  const plain = element(node.name, attributesOf(node), children);
  if (['b', 'strong'].includes(node.name) && /(?:^|;)\s*font-weight:\s*(normal|400)/.test(style)) return children;
  return ['span', 'font'].includes(node.name) && !('data-footnote' in node.attributes)
    ? wrapped(children, style)
    : [plain];
}

function attributesOf(node: HtmlElement) {
  const kept = Object.fromEntries(Object.entries(node.attributes).filter(([name]) => keptAttributes.includes(name)));
  const level = /mso-list:\s*l\d+\s+level(\d+)/i.exec(node.attributes.style ?? '')?.[1];
  if (level) kept[LEVEL] = level;
  if (node.name === 'code' && node.attributes.class) kept.class = node.attributes.class;
  return kept;
}

// Word and Docs say "bold" with a style on a <span>.
function wrapped(children: HtmlNode[], style: string): HtmlNode[] {
  let nodes = children;
  if (/(?:^|;)\s*font-weight:\s*(bold|[6-9]00)/.test(style)) nodes = [element('strong', {}, nodes)];
  if (/(?:^|;)\s*font-style:\s*italic/.test(style)) nodes = [element('em', {}, nodes)];
  if (/text-decoration[^;]*line-through/.test(style)) nodes = [element('s', {}, nodes)];
  return nodes;
}

// A picture that lies elsewhere would not be shown: what is known of it stays, with a link to it.
function image({ attributes }: HtmlElement): HtmlNode[] {
  const { src = '', alt = '' } = attributes;
  if (/^\/(?!\/)/.test(src)) return [element('img', { src, alt }, [])];
  if (/^https?:/i.test(src)) return [element('a', { href: src }, [text(alt || 'Picture')])];
  return alt ? [text(alt)] : [];
}

const LEVEL = 'data-word-level';
// A private sign round a typed bullet, while lists are made of it.
const MARKER = '\uE002';

type Item = { level: number; isNumbered: boolean; children: HtmlNode[] };

/** Word writes lists as paragraphs with a typed bullet; runs of them become lists again. */
function wordLists(nodes: readonly HtmlNode[]): HtmlNode[] {
  const out: HtmlNode[] = [];
  let run: Item[] = [];
  const close = () => {
    if (run.length > 0) out.push(...listsOf(run, 1));
    run = [];
  };
  for (const node of nodes) {
    const level = node.type === 'element' ? node.attributes[LEVEL] : undefined;
    if (node.type === 'element' && level) run.push(wordItem(node, Number(level)));
    else if (node.type === 'element') {
      close();
      out.push({ ...node, children: wordLists(node.children) });
    } else if (node.value.trim() || run.length === 0) {
      close();
      out.push(node);
    }
  }
  close();
  return out;
}

function wordItem(node: HtmlElement, level: number): Item {
  const marker = /\uE002([^\uE002]*)\uE002/.exec(textOf(node.children))?.[1] ?? '';
  return {
    level,
    isNumbered: /^(\d+|[a-z]{1,4}|[IVXLC]+)[.)]/i.test(marker),
    children: node.children.map(withoutMarker),
  };
}

function withoutMarker(node: HtmlNode): HtmlNode {
  if (node.type === 'text') return text(node.value.replace(/\uE002[^\uE002]*\uE002/g, ''));
  return { ...node, children: node.children.map(withoutMarker) };
}

function listsOf(items: readonly Item[], level: number): HtmlNode[] {
  const lists: HtmlElement[] = [];
  let name = '';
  let deeper: Item[] = [];
  const nest = () => {
    const last = lists.at(-1)?.children.at(-1);
    if (deeper.length > 0 && last?.type === 'element') last.children.push(...listsOf(deeper, level + 1));
    deeper = [];
  };
  for (const item of items) {
    if (item.level > level && lists.length > 0) {
      deeper.push(item);
      continue;
    }
    nest();
    const wanted = item.isNumbered ? 'ol' : 'ul';
    if (name !== wanted) lists.push(element((name = wanted), {}, []));
    lists.at(-1)?.children.push(element('li', {}, item.children));
  }
  nest();
  return lists;
}

/** Pictures that came along inside the HTML, and the HTML without them. */
export function takeEmbeddedImages(nodes: readonly HtmlNode[]): { nodes: HtmlNode[]; addresses: string[] } {
  const addresses: string[] = [];
  const without = (list: readonly HtmlNode[]): HtmlNode[] =>
    list.flatMap((node): HtmlNode[] => {
      if (node.type === 'text') return [node];
      const { src = '' } = node.attributes;
      if (node.name === 'img' && /^data:image\/(png|jpeg|gif|webp);base64,/i.test(src)) {
        addresses.push(src);
        return [];
      }
      return [{ ...node, children: without(node.children) }];
    });
  return { nodes: without(nodes), addresses };
}
