import { element, text as textNode, type HtmlNode } from '@/lib/html/tree';
import { toHtml } from '@/lib/html/writing';
import { webAddress } from './addresses';
import { markdownTree } from './markdown-tree';

export type PastedText =
  { kind: 'address'; url: string } | { kind: 'line'; text: string } | { kind: 'html'; html: string };

/** Longer texts are not parsed as Markdown, which would block the browser: they become paragraphs. */
const MAX_MARKDOWN_LENGTH = 300_000;

const blockMark = /^(#{1,6}|[-*+]|\d+[.)]|>) /;
const inlineMark = /!?\[[^\]\n]*\]\([^)\s]+\)|\*\*[^\s*][^*]*\*\*|`[^`]+`|\^\[[^\]]+\]/;

/** Plain text: a web address alone, one line, or paragraphs with Markdown. */
export function readPastedText(text: string): PastedText {
  const url = webAddress(text);
  if (url) return { kind: 'address', url };
  const trimmed = text.replace(/\r\n?/g, '\n').replace(/^\n+/, '').trimEnd();
  if (!trimmed.includes('\n') && !blockMark.test(trimmed) && !inlineMark.test(trimmed)) {
    return { kind: 'line', text: trimmed };
  }
  return {
    kind: 'html',
    html: toHtml(trimmed.length > MAX_MARKDOWN_LENGTH ? paragraphs(trimmed) : markdownTree(trimmed)),
  };
}

function paragraphs(text: string): HtmlNode[] {
  return text.split(/\n{2,}/).map((block) =>
    element(
      'p',
      {},
      block.split('\n').flatMap((line, at) => (at > 0 ? [element('br', {}, []), textNode(line)] : [textNode(line)])),
    ),
  );
}
