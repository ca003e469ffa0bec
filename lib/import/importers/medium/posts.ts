import { parseHtml } from '@/lib/html/parsing';
import { element, elementsIn, text, textOf, type HtmlElement, type HtmlNode } from '@/lib/html/tree';
import { toHtml } from '@/lib/html/writing';
import type { EntryFields } from '../../entries/entry';
import { readLooseDate } from '../../reading/loose-dates';

/** A post of a file, and whether it answers somebody else's. */
export function readPost(html: string, fileName: string): { entry: EntryFields; isResponse: boolean } {
  const all = elementsIn(parseHtml(html));
  const of = (name: string) => all.find((one) => classesOf(one).includes(name));
  const line = (node: HtmlElement | undefined) => (node ? textOf([node]).replace(/\s+/g, ' ').trim() : '');
  const name = fileName.replace(/\.html$/i, '');
  const isDraft = /^draft_/i.test(name);
  const title = line(of('p-name'));
  const summary = line(of('p-summary'));
  const canonical = of('p-canonical')?.attributes.href ?? '';
  const date = readLooseDate(of('dt-published')?.attributes.datetime ?? /^\d{4}-\d\d-\d\d/.exec(name)?.[0] ?? '');
  const author = line(of('p-author'));
  const content = of('e-content')?.children ?? [];
  const link = /^https?:\/\//i.test(canonical) ? canonical : '';
  const isResponse = !isDraft && isAnswer(content, title);
  const entry: EntryFields = {
    sourceId: /[-_]([0-9a-f]{6,16})$/i.exec(name)?.[1]?.toLowerCase() ?? name,
    where: fileName,
    status: isDraft ? 'draft' : 'published',
    title,
    text: toHtml(bodyOf(content, { title, summary })),
    slug: slugOf(link),
    link,
    excerpt: summary,
    publishAt: isDraft ? null : date,
    createdAt: date,
    changedAt: date,
    authors: author ? [{ name: author, email: '' }] : [],
    tags: all.filter((one) => classesOf(one).includes('p-tag')).map((one) => ({ kind: 'tag', name: line(one) })),
  };
  return { entry, isResponse };
}

function classesOf({ attributes }: HtmlElement) {
  return (attributes.class ?? '').split(/\s+/);
}

/** "/@ann/the-boat-1a2b3c4d5e6f" without the number. */
function slugOf(link: string) {
  const last = URL.parse(link)?.pathname.split('/').findLast(Boolean) ?? '';
  return last.replace(/(?:^|-)[0-9a-f]{8,16}$/i, '');
}

/** It has no title in its text, which begins with what stands for one, and little besides. */
function isAnswer(content: readonly HtmlNode[], title: string) {
  const all = elementsIn(content);
  if (all.some((one) => /^h[1-6]$/.test(one.name) || one.name === 'figure')) return false;
  const parts = all.filter((one) => classesOf(one).includes('graf'));
  const words = textOf(content).replace(/\s+/g, ' ').trim();
  return parts.length > 0 && parts.length <= 3 && words.startsWith(title.replace(/…$/, '').trim());
}

type Known = { title: string; summary: string };

/** The text without the title and line that stand above it, and with whole listings. */
function bodyOf(content: readonly HtmlNode[], known: Known): HtmlNode[] {
  const state = { isTitled: false, isStarted: false };
  const flat = content.flatMap((node) => blocksIn(node));
  const rest = flat.filter((node) => {
    if (node.type === 'text') return node.value.trim() !== '';
    const classes = classesOf(node);
    const words = textOf([node]).replace(/\s+/g, ' ').trim();
    const isTitle =
      !state.isTitled && /^h[1-6]$/.test(node.name) && (classes.includes('graf--title') || words === known.title);
    if (isTitle) state.isTitled = true;
    const isLead = classes.includes('graf--subtitle') && words === known.summary;
    // The line above the first section is none between two.
    const isFirstLine = node.name === 'hr' && !state.isStarted;
    if (isTitle || isLead || isFirstLine) return false;
    state.isStarted = true;
    return true;
  });
  return listings(rest);
}

/** Blocks out of the sections that hold them. */
function blocksIn(node: HtmlNode): HtmlNode[] {
  if (node.type === 'text') return [node];
  const isHolder = node.name === 'section' || (node.name === 'div' && /\bsection-/.test(node.attributes.class ?? ''));
  return isHolder ? node.children.flatMap((child) => blocksIn(child)) : [node];
}

/** Lines of code are breaks there, and one listing may be several elements. */
function listings(nodes: readonly HtmlNode[]): HtmlNode[] {
  const out: HtmlNode[] = [];
  let code: string | null = null;
  const close = () => {
    if (code !== null) out.push(element('pre', {}, [element('code', {}, [text(code)])]));
    code = null;
  };
  for (const node of nodes) {
    if (node.type === 'text' || node.name !== 'pre') {
      close();
      out.push(node);
      continue;
    }
    const lines = linesOf(node.children);
    code = code === null ? lines : `${code}\n${lines}`;
  }
  close();
  return out;
}

function linesOf(nodes: readonly HtmlNode[]): string {
  return nodes
    .map((node) => (node.type === 'text' ? node.value : node.name === 'br' ? '\n' : linesOf(node.children)))
    .join('');
}
