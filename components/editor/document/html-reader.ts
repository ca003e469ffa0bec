import { Fragment, type Mark, type Node, type Schema } from '@tiptap/pm/model';
import { inlineName, isBlock, isBox } from '@/lib/html/allowed';
import { framedElement, framedOf } from '@/lib/html/framed';
import { spotReference } from '@/lib/html/slot-spots';
import { elementsIn, isBlank, textOf, type HtmlElement, type HtmlNode } from '@/lib/html/tree';
import { toHtml } from '@/lib/html/writing';
import { readFigure } from './figures';
import { readLayoutBlock } from './layout-blocks';
import { imageAttributes, preservedAttributes, Unknown } from './preserved-attributes';
import { readTable } from './tables';

/** The context of loose text: a paragraph between blocks, but unwrapped in items and cells. */
type FlowKind = 'blocks' | 'item';

/**
 * Reads stored HTML as an editor document. What the editor cannot edit becomes a block with its HTML untouched: nothing
 * is dropped.
 */
export class HtmlReader {
  readonly #schema: Schema;

  constructor(schema: Schema) {
    this.#schema = schema;
  }

  /** The blocks of a body, each with its source HTML (null for loose text). */
  readBody(nodes: readonly HtmlNode[]): { block: Node; source: string | null }[] {
    return this.#runs(nodes).map((run) => ({
      block: this.#readRun(run, 'blocks'),
      source: isLoose(run) ? null : toHtml(run),
    }));
  }

  readFlow(nodes: readonly HtmlNode[], flowKind: FlowKind): Node[] {
    return this.#runs(nodes).map((run) => this.#readRun(run, flowKind));
  }

  /** Inline content: text with marks, breaks, images and footnotes. */
  readLine(nodes: readonly HtmlNode[], marks: readonly Mark[] = []): Node[] {
    return nodes.flatMap((node) => {
      if (node.type === 'element') return this.#readInline(node, marks);
      const text = node.value.replace(/[ \t\n]+/g, ' ');
      return text ? [this.#schema.text(text, marks)] : [];
    });
  }

  node(name: string, attributes: Record<string, unknown> | null, content: readonly Node[] = []): Node {
    const type = this.#schema.nodes[name];
    if (!type) throw new Unknown(name);
    try {
      return type.createChecked(attributes, Fragment.fromArray([...content]));
    } catch (error) {
      if (error instanceof RangeError) throw new Unknown(error.message);
      throw error;
    }
  }

  /** One element, or a run of adjacent text and inline elements. */
  #runs(nodes: readonly HtmlNode[]): HtmlNode[][] {
    const runs: HtmlNode[][] = [];
    let loose: HtmlNode[] | null = null;
    for (const node of nodes) {
      if (node.type === 'element' && !isInLine(node)) {
        runs.push([node]);
        loose = null;
      } else if (loose) loose.push(node);
      else if (node.type === 'element' || !isBlank(node.value)) runs.push((loose = [node]));
    }
    return runs;
  }

  #readRun(run: HtmlNode[], flowKind: FlowKind): Node {
    const [only] = run;
    try {
      if (isLoose(run) || only?.type !== 'element') {
        return this.node('paragraph', flowKind === 'item' ? { wrapped: false } : null, this.readLine(run));
      }
      return this.#readBlock(only, flowKind);
    } catch (error) {
      if (error instanceof Unknown) return this.node('rawBlock', { html: toHtml(run) });
      throw error;
    }
  }

  #readBlock(node: HtmlElement, flowKind: FlowKind): Node {
    const { name } = node;
    const layout = readLayoutBlock(this, node);
    if (layout) return layout;
    if (name === 'p') {
      const attributes = { preserved: preservedAttributes(node), wrapped: flowKind === 'item' };
      return this.node('paragraph', attributes, this.readLine(node.children));
    }
    if (/^h[1-6]$/.test(name)) {
      const attributes = { level: Math.max(2, Number(name[1])), preserved: preservedAttributes(node) };
      return this.node('heading', attributes, this.readLine(node.children));
    }
    if (name === 'ul' || name === 'ol') return this.#readList(node);
    if (name === 'blockquote') {
      return this.node('blockquote', { preserved: preservedAttributes(node) }, this.readFlow(node.children, 'blocks'));
    }
    if (name === 'pre') return this.#readCode(node);
    if (name === 'hr') return this.node('horizontalRule', { preserved: preservedAttributes(node) });
    if (name === 'figure') return readFigure(this, node);
    if (name === 'table') return readTable(this, node);
    const framed = framedOf(node);
    // Otherwise something in it would be lost.
    if (framed && toHtml([framedElement(framed)]) === toHtml([node])) {
      const { code: html, ...frame } = framed;
      return this.node('rawBlock', { html, ...frame });
    }
    const slot = spotReference(node);
    if (slot !== null && node.children.length === 0) return this.node('slotSpot', { slot });
    throw new Unknown(name);
  }

  #readList(node: HtmlElement) {
    const items = node.children.filter((child) => child.type === 'element' || !isBlank(child.value));
    const content = items.map((item) => {
      if (item.type !== 'element' || item.name !== 'li') throw new Unknown('item');
      const blocks = this.readFlow(item.children, 'item');
      if (blocks[0]?.type.name !== 'paragraph') blocks.unshift(this.node('paragraph', null));
      return this.node('listItem', { preserved: preservedAttributes(item) }, blocks);
    });
    if (node.name === 'ul') return this.node('bulletList', { preserved: preservedAttributes(node) }, content);
    const { start, type } = node.attributes;
    const attributes = {
      start: Number(start ?? 1),
      type: type ?? null,
      preserved: preservedAttributes(node, { own: ['start', 'type'] }),
    };
    return this.node('orderedList', attributes, content);
  }

  #readCode(node: HtmlElement) {
    const [only, ...others] = node.children;
    const isCode = only?.type === 'element' && only.name === 'code' && others.length === 0;
    const holder = isCode ? only : node;
    if (holder.children.some(({ type }) => type !== 'text')) throw new Unknown('pre');
    const preserved = preservedAttributes(node);
    const inner = isCode ? preservedAttributes(only) : null;
    if (inner && Object.keys(inner).some((name) => name !== 'class')) throw new Unknown('code');
    const code = textOf(holder.children);
    const language = inner?.class?.replace('language-', '') ?? null;
    return this.node('codeBlock', { language, isPlain: !isCode, preserved }, code ? [this.#schema.text(code)] : []);
  }

  #readInline(node: HtmlElement, marks: readonly Mark[]): Node[] {
    const name = inlineName(node);
    if (!name) throw new Unknown(node.name);
    if (name === 'br') return [this.#inline('hardBreak', null, marks)];
    if (name === 'img') return [this.#inline('inlineImage', imageAttributes(node), marks)];
    if (name === 'span') {
      preservedAttributes(node);
      return [this.#inline('footnote', null, marks, this.readLine(node.children))];
    }
    const mark = this.#mark(node, name);
    if (isAnchor(node)) return [this.#inline('inlineHtml', { html: toHtml([node]) }, marks)];
    return this.readLine(node.children, mark.addToSet(marks));
  }

  #inline(name: string, attributes: Record<string, unknown> | null, marks: readonly Mark[], content: Node[] = []) {
    return this.node(name, attributes, content).mark(marks);
  }

  #mark(node: HtmlElement, name: string): Mark {
    const { marks } = this.#schema;
    const preserved = preservedAttributes(node, { name });
    const plain = { strong: marks.bold, em: marks.italic, s: marks.strike, u: marks.underline, code: marks.code }[name];
    if (plain && !preserved) return plain.create();
    if (name === 'a' && preserved?.href && marks.link) {
      const { href, ...others } = preserved;
      return marks.link.create({ href, preserved: Object.keys(others).length > 0 ? others : null });
    }
    if (!marks.tag) throw new Unknown(name);
    return marks.tag.create({ name, preserved });
  }
}

/** An anchor without text: as a mark around nothing it would be lost. */
function isAnchor({ attributes, children }: HtmlElement) {
  if (children.length === 0) return true;
  return 'id' in attributes && isBlank(textOf(children)) && elementsIn(children).every(({ name }) => name !== 'img');
}

function isInLine(node: HtmlElement) {
  return inlineName(node) !== null && !isBlock(node) && !isBox(node);
}

function isLoose(run: readonly HtmlNode[]) {
  return run.some((node) => node.type === 'text' || isInLine(node));
}
