import { createReadStream, openSync, readSync, closeSync } from 'node:fs';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { AppError } from '@/lib/platform/errors';
import { describeOtherBytes, Utf8Decoder } from '../utf8';
import { MAX_KEPT_STRAY, MAX_STRAY_LENGTH, noRepairs, Repairer, type Repairs } from './repair';

export type XmlNode = { name: string; attributes: Record<string, string>; text: string; children: XmlNode[] };

/** A child of the channel, with its number. `readBytes`: position in the file. */
export type XmlRecord = { node: XmlNode; line: number; readBytes: number; number: number };

/** The file is not well-formed here; a repair may help. */
export class MalformedXml extends Error {
  readonly line: number;

  constructor(message: string, line: number) {
    super(message);
    this.line = line;
  }
}

/** Well-formed XML of another kind. */
export class OtherXml extends Error {
  readonly tag: string;
  readonly line: number;

  constructor(tag: string, line: number) {
    super(`<${tag}>`);
    this.tag = tag;
    this.line = line;
  }
}

export type RecordOptions = {
  /** A document type without declarations is passed over, as feeds of old have it. */
  mayHaveType?: true;
  /** How messages name the file. */
  name: string;
  /** Path to the parent of the records, e.g. ["rss", "channel"]. */
  within: readonly string[];
  /** Repair errors, and keep the complete records of a truncated file. */
  repair: boolean;
  /** Prefixes by namespace URI: files may use any. */
  prefixes: readonly (readonly [RegExp, string])[];
  /** Children passed on one by one instead of kept: a post may have 100,000 comments. */
  apart?: { name: string; take: (node: XmlNode, record: number) => void };
  /** Whether the text of a record's child is wanted; megabytes of a template need not be held. */
  isWanted?: (record: XmlNode, child: string) => boolean;
  /** Whether what is inside a record's child is its text, as markup. */
  isMarkup?: (child: XmlNode) => boolean;
  /** Called at the end with the repairs, and what a truncated file lost. */
  onEnd?: (end: { repairs: Repairs; lost: string | null }) => void;
};

// Shared: a long post has half a million elements, most without attributes.
const noAttributes: Record<string, string> = Object.freeze({});
const noChildren: XmlNode[] = [];

const MAX_DEPTH = 100;
const MAX_NAMES = 500;
/** Limits one record's size, against hostile files. */
const MAX_RECORD_BYTES = 64 * 1024 * 1024;

/** Streams XML records in constant memory. Rejects document types (custom entities) and nesting beyond 100. */
export async function* readRecords(path: string, options: RecordOptions): AsyncGenerator<XmlRecord> {
  const decoder = decoderOf(encodingOf(path));
  const repairer = options.repair ? new Repairer(options.within[0]) : null;
  const builder = new RecordBuilder(options);
  let readBytes = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 64 * 1024 })) {
    const bytes = chunk as Buffer;
    readBytes += bytes.length;
    const text = decoder.write(bytes);
    builder.write(repairer ? repairer.write(text) : text);
    for (const record of builder.take()) yield { ...record, readBytes };
  }
  const rest = decoder.end();
  builder.write(repairer ? repairer.write(rest) + repairer.end() : rest);
  const lost = builder.close();
  for (const record of builder.take()) yield { ...record, readBytes };
  const others = describeOtherBytes(decoder.others);
  options.onEnd?.({ repairs: { ...(repairer?.repairs ?? noRepairs()), others, endText: builder.endText }, lost });
}

function decoderOf(encoding: string) {
  if (encoding === 'utf-8') return new Utf8Decoder();
  const decoder = new TextDecoder(encoding);
  const others = { count: 0, firstLine: 0, unknown: 0 };
  return { others, write: (bytes: Uint8Array) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() };
}

class RecordBuilder {
  readonly #options: RecordOptions;
  readonly #parser = new SaxesParser();
  readonly #open: XmlNode[] = [];
  readonly #renamed = new Map<string, string>();
  readonly #names = new Map<string, string>();
  #finished: { node: XmlNode; line: number; number: number }[] = [];
  #number = 0;
  #recordLine = 0;
  /** Bytes since the last record boundary: the parser buffers long texts. */
  #unsettled = 0;
  /** With repairs, what follows the root is left out. */
  #isAfterRoot = false;
  #endText = '';
  #isSkipped = false;
  /** The child of a record whose markup is being read. */
  #markup: XmlNode | null = null;

  constructor(options: RecordOptions) {
    this.#options = options;
    this.#parser.on('error', (error) => {
      if (this.#isAfterRoot) return;
      throw new MalformedXml(error.message.replace(/^\d+:\d+: /, ''), this.#parser.line);
    });
    this.#parser.on(
      'doctype',
      // One that only names a definition elsewhere is not followed, and can define nothing.
      (type) => {
        const isHarmless = options.mayHaveType === true && !/[[%]|<!/.test(type);
        if (!this.#isAfterRoot && !isHarmless) this.#refuse('declares a document type or entities of its own');
      },
    );
    this.#parser.on('opentag', (tag) => this.#isAfterRoot || this.#opened(tag));
    this.#parser.on('closetag', () => this.#isAfterRoot || this.#closed());
    this.#parser.on('text', (text) => this.#add(text));
    this.#parser.on('cdata', (text) => this.#add(text));
  }

  get endText() {
    return this.#endText.trim();
  }

  write(text: string) {
    if (!text) return;
    this.#unsettled += text.length;
    this.#parser.write(text);
    if (this.#unsettled > MAX_RECORD_BYTES)
      this.#refuse('has an entry that is larger than 64 MB', this.#recordLine || this.#parser.line);
  }

  take() {
    const finished = this.#finished;
    this.#finished = [];
    return finished;
  }

  /** Returns what a truncated file lost, or null. */
  close() {
    const { within, repair } = this.#options;
    const isOpen = this.#open.length > 0;
    try {
      this.#parser.close();
      return null;
    } catch (error) {
      if (!repair || !isOpen || this.#open.length < within.length) throw error;
      return describeLoss(this.#options.name, this.#open[within.length], {
        first: this.#recordLine,
        last: this.#parser.line,
      });
    }
  }

  #opened(tag: SaxesTagPlain) {
    const { within } = this.#options;
    const depth = this.#open.length;
    if (depth >= MAX_DEPTH) this.#refuse(`nests its elements more than ${MAX_DEPTH} deep`);
    if (depth === 0) this.#learnPrefixes(tag.attributes);
    const expected = within[depth];
    if (depth === 0 && tag.name !== expected) throw new OtherXml(tag.name.slice(0, 40), this.#parser.line);
    if (depth === within.length) {
      this.#recordLine = this.#parser.line;
      this.#number += 1;
      this.#unsettled = 0;
    }
    const attributes = Object.keys(tag.attributes).length > 0 ? tag.attributes : noAttributes;
    const name = this.#nameOf(tag.name);
    const record = this.#open[within.length];
    if (record && depth === within.length + 1) this.#isSkipped = this.#options.isWanted?.(record, name) === false;
    const node: XmlNode = { name, attributes, text: '', children: noChildren };
    if (this.#markup) this.#markup.text += startOf(node);
    else if (depth === within.length + 1 && this.#options.isMarkup?.(node)) this.#markup = node;
    this.#open.push(node);
  }

  #closed() {
    const node = this.#open.pop();
    const parent = this.#open.at(-1);
    if (!parent) this.#isAfterRoot = this.#options.repair;
    if (!node || !parent) return;
    if (this.#markup && node !== this.#markup) return void (this.#markup.text += `</${localName(node)}>`);
    this.#markup = null;
    const { within, apart } = this.#options;
    if (this.#open.length <= within.length + 1) this.#isSkipped = false;
    const isInside = within.every((name, i) => this.#open[i]?.name === name);
    if (this.#open.length === within.length && isInside) this.#finish(node);
    else if (this.#open.length === within.length + 1 && node.name === apart?.name) this.#handOver(node);
    // Markup in a title (<em>, <b>) is part of its text, not a separate field.
    else if (parent.name === 'title') parent.text += node.text;
    else if (this.#open.length > within.length) adopt(parent, node);
  }

  #finish(node: XmlNode) {
    this.#unsettled = 0;
    this.#finished.push({ node, line: this.#recordLine, number: this.#number });
  }

  #handOver(node: XmlNode) {
    this.#unsettled = 0;
    this.#options.apart?.take(node, this.#number);
  }

  #add(text: string) {
    if (this.#isAfterRoot) return void (this.#endText += text.slice(0, MAX_KEPT_STRAY - this.#endText.length));
    const node = this.#open.at(-1);
    if (!node || this.#isSkipped || this.#open.length <= this.#options.within.length) return;
    if (this.#markup) this.#markup.text += escaped(text);
    else node.text += text;
  }

  #learnPrefixes(attributes: Record<string, string>) {
    for (const [name, address] of Object.entries(attributes)) {
      const prefix = /^xmlns:(.+)$/.exec(name)?.[1];
      const ours = this.#options.prefixes.find(([pattern]) => pattern.test(address))?.[1];
      if (prefix && ours && prefix !== ours) this.#renamed.set(prefix, ours);
    }
  }

  #refuse(reason: string, line = this.#parser.line): never {
    throw new AppError(
      'invalid',
      `${this.#options.name} ${reason} (line ${line}), which no export of a site does: nothing was imported. Export again and choose the new file.`,
    );
  }

  #nameOf(name: string) {
    const known = this.#names.get(name);
    if (known !== undefined) return known;
    const [prefix = '', local] = name.split(':', 2);
    const ours = local ? `${this.#renamed.get(prefix) ?? prefix}:${local}` : name;
    if (this.#names.size < MAX_NAMES) this.#names.set(name, ours);
    return ours;
  }
}

function startOf(node: XmlNode) {
  const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}="${escaped(value)}"`);
  return `<${localName(node)}${attributes.join('')}>`;
}

function localName({ name }: XmlNode) {
  return name.replace(/^.*:/, '');
}

function escaped(text: string) {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function adopt(parent: XmlNode, node: XmlNode) {
  if (parent.children === noChildren) parent.children = [node];
  else parent.children.push(node);
}

function describeLoss(file: string, record: XmlNode | undefined, { first, last }: { first: number; last: number }) {
  if (!record) return `${file} breaks off at line ${last}; what stood after it is missing.`;
  const title = record.children
    .find((child) => child.name === 'title')
    ?.text.trim()
    .slice(0, 80);
  const what = title ? `“${title}”` : `the <${record.name}>`;
  return `${file} breaks off at line ${last}, in the middle of ${what} that begins at line ${first}: that one, and what stood after it, is missing.`;
}

/** From the byte order mark or XML declaration; UTF-8 if neither names a supported encoding. */
function encodingOf(path: string) {
  const head = Buffer.alloc(MAX_STRAY_LENGTH);
  const file = openSync(path, 'r');
  readSync(file, head, 0, head.length, 0);
  closeSync(file);
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const declared = /<\?xml[^>]{0,200}encoding=["']([\w-]+)["']/.exec(head.toString('latin1'))?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(declared).encoding;
  } catch {
    return 'utf-8';
  }
}
