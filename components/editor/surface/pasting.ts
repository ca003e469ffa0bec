import { embeddableUrl, isSafeAddress } from './kinds';

const kept = new Set(
  'P H2 H3 H4 UL OL LI BLOCKQUOTE PRE CODE TABLE THEAD TBODY TFOOT TR TD TH A STRONG EM S SUB SUP KBD MARK BR'.split(
    ' ',
  ),
);
const renamed: Record<string, string> = {
  H1: 'h2',
  H5: 'h4',
  H6: 'h4',
  B: 'strong',
  I: 'em',
  STRIKE: 's',
  DEL: 's',
  DIV: 'p',
};
const dropped = new Set(
  'SCRIPT STYLE META LINK TITLE HEAD TEMPLATE NOSCRIPT OBJECT EMBED IFRAME SVG MATH FORM INPUT BUTTON SELECT TEXTAREA'.split(
    ' ',
  ),
);
const blocks = 'p, h2, h3, h4, ul, ol, li, blockquote, pre, table, thead, tbody, tfoot, tr, td, th';

/** Pasted HTML reduced to what the sheet has tools for: structure stays, another program's dress goes. */
export function cleanPasted(html: string): string {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  const holder = document.implementation.createHTMLDocument('').createElement('div');
  copyInto(holder, parsed.body);
  for (const paragraph of [...holder.querySelectorAll('p')].toReversed()) {
    // A <div> that held blocks became a paragraph round them.
    if (paragraph.querySelector(blocks) || paragraph.closest('li, td, th'))
      paragraph.replaceWith(...paragraph.childNodes);
    else if (!paragraph.textContent?.trim()) paragraph.remove();
  }
  return holder.innerHTML;
}

function copyInto(target: Element, source: Node) {
  for (const node of source.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) target.append(textFor(target, node.nodeValue ?? ''));
    else if (node instanceof Element && !dropped.has(node.tagName.toUpperCase())) copyElement(target, node);
  }
}

function copyElement(target: Element, element: Element) {
  const name = element.tagName.toUpperCase();
  if (name === 'IMG') {
    const alt = element.getAttribute('alt');
    if (alt) target.append(`[image: ${alt}]`);
    return;
  }
  const tag = nameFor(element, name);
  if (!tag) return copyInto(target, element);
  const copy = target.ownerDocument.createElement(tag);
  const href = element.getAttribute('href');
  if (tag === 'a' && href && isSafeAddress(href)) copy.setAttribute('href', href);
  for (const span of ['colspan', 'rowspan']) {
    const value = element.getAttribute(span);
    if (value && /^(td|th)$/.test(tag)) copy.setAttribute(span, value);
  }
  target.append(copy);
  copyInto(copy, element);
}

// Word and Docs say "bold" with a style on a <span>, and "not bold" with one on a <b>.
function nameFor(element: Element, name: string) {
  const style = element.getAttribute('style') ?? '';
  const isPlain = /font-weight:\s*(normal|400)/.test(style);
  if (name === 'B' && isPlain) return null;
  if (name === 'SPAN') {
    if (/font-weight:\s*(bold|[6-9]00)/.test(style)) return 'strong';
    return /font-style:\s*italic/.test(style) ? 'em' : null;
  }
  return renamed[name] ?? (kept.has(name) ? name.toLowerCase() : null);
}

function textFor(target: Element, text: string) {
  return target.closest('pre') ? text : text.replace(/\s+/g, ' ');
}

export type PastedText =
  { kind: 'embed'; url: string } | { kind: 'line'; text: string } | { kind: 'html'; html: string };

/** Plain text: a lone web address, one line, or paragraphs and whatever Markdown marks out at the head of a line. */
export function readPastedText(text: string): PastedText {
  const url = embeddableUrl(text);
  if (url) return { kind: 'embed', url };
  const trimmed = text.replace(/\r\n?/g, '\n').replace(/^\n+|\s+$/g, '');
  if (!trimmed.includes('\n') && !/^(#{1,4}|[-*+]|\d+[.)]|>) /.test(trimmed)) return { kind: 'line', text: trimmed };
  return { kind: 'html', html: markdownBlocks(trimmed) };
}

function markdownBlocks(text: string) {
  const html: string[] = [];
  const parts = text.split(/(^```[^\n]*\n[\s\S]*?^```\s*$)/m);
  for (const part of parts) {
    const fence = /^```([\w+#-]*)[^\n]*\n([\s\S]*?)^```\s*$/m.exec(part);
    if (fence)
      html.push(`<pre><code${fence[1] ? ` class="language-${fence[1]}"` : ''}>${escape(fence[2] ?? '')}</code></pre>`);
    else for (const block of part.split(/\n{2,}/)) if (block.trim()) html.push(markdownBlock(block.trim()));
  }
  return html.join('');
}

function markdownBlock(block: string): string {
  const heading = /^(#{1,6})\s+([^\n]+)(?:\n([\s\S]+))?$/.exec(block);
  if (heading) {
    const level = Math.min(4, Math.max(2, (heading[1] ?? '').length));
    return `<h${level}>${inlineMarks(heading[2] ?? '')}</h${level}>${heading[3] ? markdownBlock(heading[3]) : ''}`;
  }
  const lines = block.split('\n');
  for (const [mark, list] of [
    [/^[-*+]\s+/, 'ul'],
    [/^\d+[.)]\s+/, 'ol'],
  ] as const) {
    if (!lines.every((line) => mark.test(line))) continue;
    return `<${list}>${lines.map((line) => `<li>${inlineMarks(line.replace(mark, ''))}</li>`).join('')}</${list}>`;
  }
  if (lines.every((line) => line.startsWith('>'))) {
    return `<blockquote><p>${lines.map((line) => inlineMarks(line.replace(/^>\s?/, ''))).join('<br>')}</p></blockquote>`;
  }
  if (/^(-{3,}|\*{3,})$/.test(block)) return '<hr>';
  return `<p>${lines.map(inlineMarks).join('<br>')}</p>`;
}

function inlineMarks(text: string) {
  return escape(text)
    .replace(/`([^`]+)`/g, '<code>$1</code>')
    .replace(/\*\*([^\s*][^*]*)\*\*/g, '<strong>$1</strong>')
    .replace(/(^|[^\w*])\*([^\s*][^*]*)\*/g, '$1<em>$2</em>')
    .replace(/\[([^\]]+)\]\((https?:\/\/[^\s)]+)\)/g, '<a href="$2">$1</a>');
}

function escape(text: string) {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
