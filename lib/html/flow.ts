import { allowedAttributes, isBlock, isBox, prefixedId } from './allowed';
import { lineElement, lineOf } from './lines';
import { appendNode, appendText, element, elementsIn, isBlank, text, type HtmlElement, type HtmlNode } from './tree';

/** An inline element around blocks: closed before each and reopened inside. */
type Wrapper = { name: string; attributes: Record<string, string> };

export type Flow = {
  paragraphs: boolean;
  wrappers: readonly Wrapper[];
  depth: number;
  /** Bounds repeated wrappers: one around a hundred thousand paragraphs is dropped. */
  repeats: { left: number };
  /** Injected: blocks and flow content are mutually recursive. */
  blockOf: (node: HtmlElement, flow: Flow) => HtmlNode[];
};

const unsplittable = new Set(['span', 'ruby', 'rt', 'rp', 'br', 'wbr', 'img']);
const MAX_BLOCKS_DEEP = 40;
const MAX_WRAPPERS = 4;
const MAX_REPEATS = 50_000;

/** The sanitised blocks of a whole body. */
export function blocksOf(nodes: readonly HtmlNode[], blockOf: Flow['blockOf']): HtmlNode[] {
  dropRepeatedIds(nodes);
  return flowOf(nodes, { paragraphs: true, wrappers: [], depth: 0, repeats: { left: MAX_REPEATS }, blockOf });
}

/** Sanitises flow content: loose text becomes paragraphs, inline elements around blocks move inside them. */
export function flowOf(nodes: readonly HtmlNode[], flow: Flow): HtmlNode[] {
  const builder = new FlowBuilder(flow);
  builder.addAll(nodes);
  return builder.finish();
}

class FlowBuilder {
  readonly #out: HtmlNode[] = [];
  readonly #flow: Flow;
  #paragraphs: boolean;
  #paragraphAttributes: Record<string, string> = {};
  #lines: { wrapper: Wrapper | null; nodes: HtmlNode[] }[];

  constructor(flow: Flow) {
    this.#flow = flow;
    this.#paragraphs = flow.paragraphs;
    this.#lines = [null, ...flow.wrappers].map((wrapper) => ({ wrapper, nodes: [] }));
  }

  addAll(nodes: readonly HtmlNode[]) {
    for (const node of nodes) this.#add(node);
  }

  finish() {
    this.#closeLine();
    return this.#out;
  }

  #add(node: HtmlNode) {
    if (node.type === 'text') {
      appendText(this.#line, node.value);
      return;
    }
    if (isBlock(node) && this.#flow.depth < MAX_BLOCKS_DEEP) this.#addBlock(node);
    else if (isBox(node)) this.#addBox(node);
    else this.#addInline(node);
  }

  #addBlock(node: HtmlElement) {
    const wrappers = this.#wrappers;
    this.#closeLine();
    for (const block of this.#flow.blockOf(node, { ...this.#flow, wrappers })) appendNode(this.#out, block);
  }

  #addBox(node: HtmlElement) {
    this.#closeLine();
    const before = { paragraphs: this.#paragraphs, attributes: this.#paragraphAttributes };
    this.#paragraphs = true;
    if (node.name === 'p') this.#paragraphAttributes = allowedAttributes(node);
    this.addAll(node.children);
    this.#closeLine();
    this.#paragraphs = before.paragraphs;
    this.#paragraphAttributes = before.attributes;
  }

  #addInline(node: HtmlElement) {
    if (!holdsBoxes(node)) {
      for (const part of lineOf([node], this.#openNames)) appendNode(this.#line, part);
      return;
    }
    const wrapper = splittable(node);
    if (!wrapper || this.#openNames.has(wrapper.name) || this.#lines.length > MAX_WRAPPERS) {
      this.addAll(node.children);
      return;
    }
    this.#lines.push({ wrapper, nodes: [] });
    this.addAll(node.children);
    this.#foldLast();
  }

  #foldLast() {
    const last = this.#lines.pop();
    if (!last || last.nodes.length === 0) return;
    for (const node of wrapped(last.nodes, last.wrapper, this.#flow)) appendNode(this.#line, node);
  }

  #closeLine() {
    const wrappers = this.#wrappers;
    while (this.#lines.length > 1) this.#foldLast();
    const nodes = trimmed(this.#line);
    this.#lines = [null, ...wrappers].map((wrapper) => ({ wrapper, nodes: [] }));
    if (!nodes.some(isWorthALine)) return;
    if (this.#paragraphs || endsInLine(this.#out)) this.#addParagraph(nodes);
    else for (const node of nodes) appendNode(this.#out, node);
  }

  #addParagraph(nodes: HtmlNode[]) {
    this.#out.push(element('p', { ...this.#paragraphAttributes }, nodes));
    this.#paragraphAttributes = withoutId(this.#paragraphAttributes);
  }

  get #line() {
    return this.#lines.at(-1)!.nodes;
  }

  get #wrappers() {
    return this.#lines.flatMap(({ wrapper }) => (wrapper ? [wrapper] : []));
  }

  get #openNames() {
    return new Set(this.#wrappers.map(({ name }) => name));
  }
}

export function leafOf(nodes: readonly HtmlNode[], flow: Flow): HtmlNode[] {
  const open = new Set(flow.wrappers.map(({ name }) => name));
  const line = trimmed(lineOf(nodes, open));
  if (!line.some(isWorthALine)) return [];
  return flow.wrappers.reduceRight<HtmlNode[]>((inner, wrapper) => wrapped(inner, wrapper, flow), line);
}

function wrapped(nodes: HtmlNode[], wrapper: Wrapper | null, { repeats }: Flow): HtmlNode[] {
  if (!wrapper || repeats.left <= 0) return nodes;
  repeats.left -= 1;
  return [element(wrapper.name, { ...wrapper.attributes }, nodes)];
}

// Of duplicate ids the first counts.
function dropRepeatedIds(nodes: readonly HtmlNode[]) {
  const seen = new Set<string>();
  for (const { attributes } of elementsIn(nodes)) {
    for (const name of ['id', 'name']) {
      const id = prefixedId(attributes[name] ?? '');
      if (id && seen.has(id)) delete attributes[name];
    }
    const id = prefixedId(attributes.id ?? attributes.name ?? '');
    if (id) seen.add(id);
  }
}

const known = new WeakMap<HtmlElement, boolean>();

function holdsBoxes(node: HtmlElement): boolean {
  const found =
    known.get(node) ?? node.children.some((child) => child.type === 'element' && (isBox(child) || holdsBoxes(child)));
  known.set(node, found);
  return found;
}

/** Whether the nodes end in loose text, which must not merge with what follows. */
export function endsInLine(nodes: readonly HtmlNode[]) {
  const last = nodes.at(-1);
  return last !== undefined && (last.type === 'text' || (!isBlock(last) && last.name !== 'p'));
}

function isWorthALine(node: HtmlNode): boolean {
  if (node.type === 'text') return !isBlank(node.value);
  if (node.name === 'img') return true;
  return node.name !== 'br' && node.name !== 'wbr' && (node.children.some(isWorthALine) || 'id' in node.attributes);
}

// Breaks and spaces at the ends of a line are invisible.
function trimmed(nodes: readonly HtmlNode[]) {
  const start = nodes.findIndex((node) => !showsNothing(node));
  if (start === -1) return [];
  const allowed = nodes.slice(start, nodes.findLastIndex((node) => !showsNothing(node)) + 1);
  const first = allowed[0];
  if (first?.type === 'text') allowed[0] = text(first.value.replace(/^[ \t\n]+/, ''));
  const last = allowed.at(-1);
  if (last?.type === 'text') allowed[allowed.length - 1] = text(withoutEnd(last.value));
  return allowed;
}

// Not a regex: one anchored at the end is retried at every space before it.
function withoutEnd(value: string) {
  let end = value.length;
  while (end > 0 && ' \t\n'.includes(value.charAt(end - 1))) end -= 1;
  return value.slice(0, end);
}

function showsNothing(node: HtmlNode) {
  return node.type === 'text' ? isBlank(node.value) : node.name === 'br' || node.name === 'wbr';
}

// Notes and anchors cannot be split in two.
function splittable(node: HtmlElement): Wrapper | null {
  const allowed = lineElement(node);
  if (!allowed || unsplittable.has(allowed.name) || (allowed.name === 'a' && !allowed.attributes.href)) return null;
  return { name: allowed.name, attributes: withoutId(allowed.attributes) };
}

// After a split, only one element may have the id.
function withoutId(attributes: Record<string, string>) {
  const { id: _, ...rest } = attributes;
  return rest;
}

/** Each named element alone, and what is between them together. */
export function grouped(nodes: readonly HtmlNode[], isNamed: (node: HtmlElement) => boolean) {
  const groups: HtmlNode[][] = [];
  let loose: HtmlNode[] | null = null;
  for (const node of nodes) {
    if (node.type === 'element' && isNamed(node)) {
      groups.push([node]);
      loose = null;
    } else if (loose) {
      loose.push(node);
    } else {
      loose = [node];
      groups.push(loose);
    }
  }
  return groups;
}
