import type { Node, Schema } from '@tiptap/pm/model';
import type { HtmlNode } from '@/lib/html/tree';
import { HtmlReader } from './html-reader';
import { writeBlock } from './html-writer';

/**
 * Converts between stored HTML and the editor document. An untouched block is written as the HTML it was read from:
 * opening a text and saving it changes nothing.
 */
export class HtmlDocument {
  readonly #reader: HtmlReader;
  readonly #schema: Schema;
  readonly #sources = new WeakMap<Node, string>();
  #opened: { blocks: Node[]; html: string } = { blocks: [], html: '' };

  constructor(schema: Schema) {
    this.#schema = schema;
    this.#reader = new HtmlReader(schema);
  }

  /** `html` is what the nodes were parsed from. */
  read(nodes: readonly HtmlNode[], html: string): Node {
    const blocks = this.#reader.readBody(nodes).map(({ block, source }) => {
      if (source !== null) this.#sources.set(block, source);
      return block;
    });
    this.#opened = { blocks, html };
    const { doc, paragraph } = this.#schema.nodes;
    return doc!.create(null, blocks.length > 0 ? blocks : [paragraph!.create()]);
  }

  /** The blocks of a piece of HTML, for what is pasted. */
  readPiece(nodes: readonly HtmlNode[]): Node[] {
    return this.#reader.readBody(nodes).map(({ block }) => block);
  }

  write(document: Node): string {
    if (this.#isAsOpened(document)) return this.#opened.html;
    return document.children
      .map((block) => this.#sources.get(block) ?? writeBlock(block))
      .filter(Boolean)
      .join('\n');
  }

  // The editor has an empty line after the last block.
  #isAsOpened(document: Node) {
    const { blocks } = this.#opened;
    if (blocks.some((block, index) => !document.maybeChild(index)?.eq(block))) return false;
    return document.children.slice(blocks.length).every((block) => !writeBlock(block));
  }
}
