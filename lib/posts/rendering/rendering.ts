import { isBox } from '@/lib/html/allowed';
import { requireFittingBody } from '@/lib/html/sanitising';
import { parseHtml } from '@/lib/html/parsing';
import { elementsIn, type HtmlElement, type HtmlNode } from '@/lib/html/tree';
import { spotReference } from '@/lib/html/slot-spots';
import { toHtml } from '@/lib/html/writing';
import { uploadPath } from '@/lib/images/variants';
import { blockSize } from './block-size';
import type { Block, BlockKind } from './blocks';
import { addNotePopovers, BEFORE_NOTES, collectFootnotes, isNoteMark } from './footnotes';
import { decorateGalleries } from './galleries';
import { placeFrames } from './framed-blocks';
import { markExternalLinks } from './external-links';
import { nameHeadings } from './headings';
import { highlightCode } from './highlighting';
import { removeLabelSigns, withoutLabels } from './label-marks';
import { decorateImages, type ImageLookup } from './body-images';
import { withoutPlaceholders } from './missing-image-placeholders';
import { decorateEmbed, decorateLinks, decorateTasks, wrapTable } from './decorate';
import { leadOf } from './lead';
import { countWords, readingMinutes, tally, wordsIn } from './word-count';

/** Increase when the output changes: posts rendered by older versions are rendered again. */
export const RENDER_VERSION = 9;

export type RenderedBody = {
  html: string;
  blocks: Block[];
  /** Plain text, one line per paragraph, item and cell; notes follow a blank line. */
  text: string;
  lead: string;
  wordCount: number;
  readingMinutes: number;
  mediaPaths: string[];
};

export type RenderOptions = {
  imageSizes?: ImageLookup;
  siteHost?: string;
};

/** Renders a sanitised body: heading ids, highlighting, image sizes, scroll containers, embeds, footnotes, links. */
export function renderBody(bodyHtml: string, options: RenderOptions = {}): RenderedBody {
  requireFittingBody(bodyHtml);
  return renderNodes(parseHtml(bodyHtml), options);
}

/** The same for a parsed body; modifies its nodes. */
export function renderNodes(parsed: readonly HtmlNode[], options: RenderOptions = {}): RenderedBody {
  removeLabelSigns(parsed);
  placeFrames(parsed);
  const nodes = withoutPlaceholders(parsed).filter((node) => node.type === 'element' || node.value.trim() !== '');
  const mediaPaths = mediaPathsOf(nodes);
  const images = elementsIn(nodes).filter(({ name }) => name === 'img').length;
  const notes = collectFootnotes(nodes);
  nameHeadings(nodes);
  const texts = nodes.map((node) => plainText([node]));
  const kinds = nodes.map(kindOf);
  const said = texts.filter(Boolean).join('\n');
  const lead = leadOf(texts.filter((_, at) => isSaid(kinds[at]!))) || leadOf(texts);
  const noted = notes && plainText([notes]);
  decorate(nodes, options);
  if (notes) {
    decorate([notes], options);
    addNotePopovers(notes);
    nodes.push(notes);
    texts.push(noted ?? '');
    kinds.push('other');
  }
  const text = noted === null ? said : said + BEFORE_NOTES + noted;
  const counted = tally(text);
  return {
    ...write(nodes, kinds, texts),
    text,
    lead,
    wordCount: wordsIn(counted),
    readingMinutes: readingMinutes(counted, images),
    mediaPaths,
  };
}

/** Paths below /uploads of the images in a sanitised body, without duplicates. */
export function mediaPathsIn(bodyHtml: string) {
  return bodyHtml.includes('/uploads/') ? mediaPathsOf(parseHtml(bodyHtml)) : [];
}

/** The visible text: blocks on separate lines, white space as displayed. */
export function plainText(nodes: readonly HtmlNode[]): string {
  return withoutLabels(rawText(nodes))
    .split('\n')
    .map((line) => line.replace(/[ \t]+/g, ' ').trim())
    .filter(Boolean)
    .join('\n');
}

function write(nodes: HtmlNode[], kinds: BlockKind[], texts: string[]) {
  const blocks: Block[] = [];
  let html = '';
  for (const [at, node] of nodes.entries()) {
    const slot = node.type === 'element' ? spotReference(node) : null;
    if (slot !== null) {
      blocks.push({ offset: html.length, kind: 'spot', words: 0, slot });
      continue;
    }
    if (html) html += '\n';
    const [kind, said] = [kinds[at] ?? 'other', texts[at] ?? ''];
    blocks.push({ offset: html.length, kind, words: countWords(said), ...blockSize(node, kind, said) });
    html += toHtml([node]);
  }
  return { html, blocks };
}

function decorate(nodes: HtmlNode[], options: RenderOptions) {
  highlightCode(nodes);
  markExternalLinks(nodes, options.siteHost ?? '');
  decorateLinks(nodes, options.siteHost ?? '');
  decorateGalleries(nodes);
  decorateImages(nodes, options.imageSizes ?? (() => null));
  for (const node of elementsIn(nodes)) {
    if ('data-embed' in node.attributes) decorateEmbed(node);
    if (node.name === 'pre') node.attributes.tabindex = '0';
    if (node.name === 'li' && 'data-checked' in node.attributes) decorateTasks(node);
  }
  wrapTables(nodes);
}

function wrapTables(nodes: HtmlNode[]) {
  for (const [at, node] of nodes.entries()) {
    if (node.type === 'text') continue;
    wrapTables(node.children);
    if (node.name === 'table') nodes[at] = wrapTable(node);
  }
}

export function mediaPathsOf(nodes: readonly HtmlNode[]) {
  const paths = elementsIn(nodes).flatMap((node) => {
    const address = { img: node.attributes.src, video: node.attributes.poster }[node.name];
    const path = uploadPath(address ?? '');
    return path ? [path] : [];
  });
  return [...new Set(paths)];
}

const kindsByName: Record<string, BlockKind> = {
  figure: 'figure',
  ul: 'list',
  ol: 'list',
  dl: 'list',
  blockquote: 'quote',
  pre: 'code',
  table: 'table',
  video: 'embed',
  audio: 'embed',
};

function kindOf(node: HtmlNode): BlockKind {
  if (node.type === 'text') return 'other';
  if (spotReference(node) !== null) return 'spot';
  if ('data-embed' in node.attributes) return 'embed';
  if ('data-instead' in node.attributes) return 'embed';
  if ('data-gallery' in node.attributes) return 'figure';
  if (/^h[2-6]$/.test(node.name)) return 'heading';
  if (node.name === 'p') return isImageOnly(node) ? 'figure' : 'p';
  return kindsByName[node.name] ?? 'other';
}

function isSaid(kind: BlockKind) {
  return kind === 'p' || kind === 'list' || kind === 'quote' || kind === 'other';
}

function isImageOnly(node: HtmlElement) {
  return elementsIn(node.children).some(({ name }) => name === 'img') && plainText([node]) === '';
}

function rawText(nodes: readonly HtmlNode[], isPre = false): string {
  let raw = '';
  for (const node of nodes) {
    if (node.type === 'text') raw += isPre ? node.value : node.value.replaceAll('\n', ' ');
    else if (isNoteMark(node)) continue;
    else if (node.name === 'br') raw += '\n';
    else if (isBox(node)) raw += `\n${rawText(node.children, isPre || node.name === 'pre')}\n`;
    else raw += rawText(node.children, isPre);
  }
  return raw;
}
