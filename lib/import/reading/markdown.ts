import { micromark } from 'micromark';
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import { gfmStrikethroughCjkFriendly } from 'micromark-extension-cjk-friendly-gfm-strikethrough';
import { gfmAutolinkLiteral, gfmAutolinkLiteralHtml } from 'micromark-extension-gfm-autolink-literal';
import { gfmFootnote, gfmFootnoteHtml } from 'micromark-extension-gfm-footnote';
import { gfmTable, gfmTableHtml } from 'micromark-extension-gfm-table';
import { gfmTaskListItem, gfmTaskListItemHtml } from 'micromark-extension-gfm-task-list-item';
import { parseHtml } from '@/lib/html/parsing';
import { element, elementsIn, text, type HtmlElement, type HtmlNode } from '@/lib/html/tree';
import { toHtml } from '@/lib/html/writing';

type HtmlExtension = ReturnType<typeof gfmTableHtml>;

type Compiling = { tag: (html: string) => void };

const strikethroughHandles = {
  enter: {
    strikethrough(this: Compiling) {
      this.tag('<del>');
    },
  },
  exit: {
    strikethrough(this: Compiling) {
      this.tag('</del>');
    },
  },
};
// The token is known to the types of the package that writes no HTML.
const strikethroughHtml = strikethroughHandles as unknown as HtmlExtension;

/** Markdown of another system as HTML: with tables, footnotes, checklists and the HTML in it. Not sanitised. */
export function markdownToHtml(source: string): string {
  const html = micromark(source, {
    allowDangerousHtml: true,
    // Addresses are judged by the sanitiser.
    allowDangerousProtocol: true,
    extensions: [
      gfmAutolinkLiteral(),
      gfmTable(),
      gfmTaskListItem(),
      gfmFootnote(),
      cjkFriendlyExtension(),
      gfmStrikethroughCjkFriendly({ singleTilde: false }),
    ],
    htmlExtensions: [
      gfmAutolinkLiteralHtml(),
      gfmTableHtml(),
      gfmTaskListItemHtml(),
      gfmFootnoteHtml({ clobberPrefix: 'fn-' }),
      strikethroughHtml,
    ],
  });
  return /data-footnotes|class="task-list|type="checkbox"/.test(html) ? toHtml(withOwnForms(parseHtml(html))) : html;
}

/** Footnotes stand in the text here, and checklists are lists of a type. */
function withOwnForms(nodes: HtmlNode[]): HtmlNode[] {
  const notes = new Map<string, HtmlNode[]>();
  for (const one of elementsIn(nodes)) {
    const id = one.name === 'li' ? /^fn-fn-(.+)$/.exec(one.attributes.id ?? '')?.[1] : undefined;
    if (id) notes.set(id, contentOf(one));
  }
  return rewritten(nodes, notes);
}

function rewritten(nodes: readonly HtmlNode[], notes: ReadonlyMap<string, HtmlNode[]>): HtmlNode[] {
  return nodes.flatMap((node): HtmlNode[] => {
    if (node.type === 'text') return [node];
    if (node.name === 'section' && 'data-footnotes' in node.attributes) return [];
    const note = node.name === 'sup' ? notes.get(referenceIn(node)) : undefined;
    if (note) return [element('span', { 'data-footnote': '' }, note)];
    const children = rewritten(node.children, notes);
    if (node.name === 'ul' && node.children.some(isChecked))
      return [element('ul', { 'data-type': 'taskList' }, children)];
    const box = node.name === 'li' ? boxOf(node) : null;
    if (!box) return [{ ...node, children }];
    const rest = children.filter((child) => child.type === 'text' || child.name !== 'input');
    return [element('li', { 'data-checked': String('checked' in box.attributes) }, rest)];
  });
}

function referenceIn(node: HtmlElement) {
  const link = elementsIn(node.children).find(({ attributes }) => 'data-footnote-ref' in attributes);
  return /^#fn-fn-(.+)$/.exec(link?.attributes.href ?? '')?.[1] ?? '';
}

function isChecked(node: HtmlNode) {
  return node.type === 'element' && node.name === 'li' && boxOf(node) !== null;
}

function boxOf(node: HtmlElement) {
  const [first] = node.children.filter((child) => child.type === 'element' || child.value.trim() !== '');
  const inner = first?.type === 'element' && first.name === 'p' ? first.children[0] : first;
  return inner?.type === 'element' && inner.name === 'input' ? inner : null;
}

/** The words of a note without its links back; its paragraphs become lines. */
function contentOf(item: HtmlElement): HtmlNode[] {
  const blocks = item.children.filter((child) => child.type === 'element' || child.value.trim() !== '');
  return blocks.flatMap((block, at) => {
    const inner = block.type === 'element' && block.name === 'p' ? block.children : [block];
    const words = inner.filter((one) => one.type === 'text' || !('data-footnote-backref' in one.attributes));
    const line = words.map((word, last) =>
      word.type === 'text' && last === words.length - 1 ? text(word.value.trimEnd()) : word,
    );
    return at > 0 ? [element('br', {}, []), ...line] : line;
  });
}
