import type { Definition, FootnoteDefinition, List, ListItem, Nodes, Parents, Root, Table } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import { gfmStrikethroughCjkFriendly } from 'micromark-extension-cjk-friendly-gfm-strikethrough';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import { signsBetweenFigures } from '@/lib/text/arithmetic-signs';
import { element, text, type HtmlNode } from '@/lib/html/tree';

/** Pasted Markdown as HTML. Nothing is dropped: syntax without a meaning stays text. */
export function markdownTree(source: string): HtmlNode[] {
  return new MarkdownConverter(source).write();
}

// In plain text, indentation is no code, angle brackets are no HTML, and a line of dashes (a signature) makes no heading.
const disabled = ['codeIndented', 'htmlFlow', 'htmlText', 'setextUnderline'];

function parse(source: string): Root {
  // In Windows paths a backslash is no escape.
  const hasPaths = /(?:^|[\s"'(])(?:[A-Za-z]:\\|\\\\)\w/.test(source);
  return fromMarkdown(source, {
    extensions: [
      gfmTable(),
      gfmTaskListItem(),
      cjkFriendlyExtension(),
      gfmStrikethroughCjkFriendly({ singleTilde: false }),
      gfmFootnote(),
      { disable: { null: hasPaths ? [...disabled, 'characterEscape'] : disabled } },
    ],
    mdastExtensions: [
      gfmTableFromMarkdown(),
      gfmTaskListItemFromMarkdown(),
      gfmStrikethroughFromMarkdown(),
      gfmFootnoteFromMarkdown(),
    ],
  });
}

const marks: Record<string, string> = { strong: 'strong', emphasis: 'em', delete: 's' };

class MarkdownConverter {
  readonly #source: string;
  readonly #root: Root;
  readonly #targets = new Map<string, Definition>();
  readonly #notes = new Map<string, FootnoteDefinition>();
  readonly #used = new Set<string>();
  /** Footnotes being converted: one that refers to itself is converted once. */
  readonly #open = new Set<string>();

  constructor(source: string) {
    this.#source = source;
    this.#root = parse(source);
    this.#collect(this.#root);
  }

  write() {
    return this.#blocks(this.#root.children);
  }

  #collect(node: Nodes) {
    if (node.type === 'definition' && !this.#targets.has(node.identifier)) this.#targets.set(node.identifier, node);
    if (node.type === 'footnoteDefinition' && !this.#notes.has(node.identifier)) this.#notes.set(node.identifier, node);
    if (node.type.endsWith('Reference') && 'identifier' in node)
      this.#used.add(`${node.type.slice(0, 4)} ${node.identifier}`);
    if ('children' in node) for (const child of node.children) this.#collect(child);
  }

  #blocks(nodes: readonly Nodes[]): HtmlNode[] {
    return nodes.flatMap((node) => this.#block(node));
  }

  #block(node: Nodes): HtmlNode[] {
    switch (node.type) {
      case 'paragraph':
        return [element('p', {}, this.#line(node))];
      case 'heading':
        return [element(`h${Math.max(2, node.depth)}`, {}, this.#line(node))];
      case 'blockquote':
        return [element('blockquote', {}, this.#blocks(node.children))];
      case 'list':
        return this.#list(node);
      case 'code':
        return [codeBlock(node.value, node.lang ?? '')];
      case 'thematicBreak':
        return [element('hr', {}, [])];
      case 'table':
        return [this.#table(node)];
      case 'definition':
        return this.#isUsed(node, this.#targets, ['link', 'imag']) ? [] : [this.#asWritten(node)];
      case 'footnoteDefinition':
        return this.#isUsed(node, this.#notes, ['foot']) ? [] : [this.#asWritten(node)];
      default:
        return [element('p', {}, this.#inline(node))];
    }
  }

  #isUsed<T extends Definition | FootnoteDefinition>(node: T, all: ReadonlyMap<string, T>, kinds: string[]) {
    return all.get(node.identifier) === node && kinds.some((kind) => this.#used.has(`${kind} ${node.identifier}`));
  }

  #list(list: List): HtmlNode[] {
    const numbers = list.ordered ? list.children.map((item) => this.#numberOf(item)) : [];
    const [start = 1] = numbers;
    const [only] = list.children;
    // "1986. What a year" is not a list.
    if (start > 999 && only && list.children.length === 1) return [this.#yearLine(start, only)];
    const isChecklist = list.children.some(({ checked }) => typeof checked === 'boolean');
    const isCounted = numbers.every((number, at) => at === 0 || number > (numbers[at - 1] ?? 0));
    const items = list.children.map((item, at) => {
      const jumps = isCounted && at > 0 && numbers[at] !== (numbers[at - 1] ?? 0) + 1;
      const attributes: Record<string, string> = jumps && list.ordered ? { value: String(numbers[at]) } : {};
      if (typeof item.checked === 'boolean') attributes['data-checked'] = String(item.checked);
      return element('li', attributes, this.#item(item, list.spread === true || item.spread === true));
    });
    if (isChecklist) return [element('ul', { 'data-type': 'taskList' }, items)];
    return [element(list.ordered ? 'ol' : 'ul', list.ordered && start !== 1 ? { start: String(start) } : {}, items)];
  }

  #item(item: ListItem, isLoose: boolean) {
    return item.children.flatMap((child) =>
      child.type === 'paragraph' && !isLoose ? this.#line(child) : this.#block(child),
    );
  }

  #yearLine(number: number, item: ListItem) {
    const marker = /^\d+[.)]/.exec(this.#sourceOf(item))?.[0] ?? `${number}.`;
    return element('p', {}, [text(`${marker} `), ...this.#item(item, false)]);
  }

  #numberOf(item: ListItem) {
    return Number(/^\d+/.exec(this.#sourceOf(item))?.[0] ?? 1);
  }

  #table({ children }: Table) {
    const [head, ...body] = children.map((row, at) =>
      element(
        'tr',
        {},
        row.children.map((cell) => element(at === 0 ? 'th' : 'td', {}, this.#line(cell))),
      ),
    );
    return element('table', {}, [
      ...(head ? [element('thead', {}, [head])] : []),
      ...(body.length > 0 ? [element('tbody', {}, body)] : []),
    ]);
  }

  #line(node: Parents): HtmlNode[] {
    return node.children.flatMap((child) => this.#inline(child));
  }

  #inline(node: Nodes): HtmlNode[] {
    const signs = node.type === 'emphasis' || node.type === 'strong' ? signsBetweenFigures(node, this.#source) : null;
    if (signs !== null && 'children' in node) return [text(signs), ...this.#line(node), text(signs)];
    const name = marks[node.type];
    if (name && 'children' in node) return [element(name, {}, this.#line(node))];
    switch (node.type) {
      case 'text':
        return words(node.value);
      case 'inlineCode':
        return [element('code', {}, [text(node.value)])];
      case 'break':
        return [element('br', {}, [])];
      case 'link':
        return [element('a', { href: node.url }, this.#line(node))];
      case 'image':
        return [element('img', { src: node.url, alt: node.alt ?? '' }, [])];
      case 'linkReference':
        return [element('a', { href: this.#targets.get(node.identifier)?.url ?? '' }, this.#line(node))];
      case 'imageReference':
        return [element('img', { src: this.#targets.get(node.identifier)?.url ?? '', alt: node.alt ?? '' }, [])];
      case 'footnoteReference':
        return this.#note(node.identifier);
      default:
        return [text(this.#sourceOf(node))];
    }
  }

  #note(identifier: string): HtmlNode[] {
    const note = this.#notes.get(identifier);
    if (!note || this.#open.has(identifier)) return [text(`[^${identifier}]`)];
    this.#open.add(identifier);
    const content = note.children.flatMap((block, at) => [
      ...(at > 0 ? [element('br', {}, [])] : []),
      ...(block.type === 'paragraph' ? this.#line(block) : words(this.#sourceOf(block))),
    ]);
    this.#open.delete(identifier);
    return [element('span', { 'data-footnote': '' }, content)];
  }

  #asWritten(node: Nodes) {
    return element('p', {}, words(this.#sourceOf(node)));
  }

  #sourceOf({ position }: Nodes) {
    return this.#source.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);
  }
}

function codeBlock(value: string, language: string) {
  const attributes: Record<string, string> = /^[\w+#.-]+$/.test(language) ? { class: `language-${language}` } : {};
  return element('pre', {}, [element('code', attributes, [text(`${value}\n`)])]);
}

/** Text with line breaks and inline footnotes (`^[so]`). */
function words(value: string): HtmlNode[] {
  return value.split(/(\n|\^\[[^\]\n]+\])/).flatMap((part): HtmlNode[] => {
    if (part === '\n') return [element('br', {}, [])];
    if (/^\^\[[^\]]+\]$/.test(part)) return [element('span', { 'data-footnote': '' }, [text(part.slice(2, -1))])];
    return part ? [text(part)] : [];
  });
}
