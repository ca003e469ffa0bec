import type { Enclosure } from '@/lib/posts/rendering/enclosures';
import { toParagraphs } from '@/lib/html/paragraphs';
import type { EntryAuthor, EntryFields } from '../../entries/entry';
import { readLooseDate } from '../../reading/loose-dates';
import { plainLine } from '../../reading/plain-line';
import type { XmlNode } from '../../reading/xml/records';
import { childText, linkOf } from './nodes';

type Note = (why: string) => void;

/** A post of an item of RSS or an entry of Atom. Null if nothing tells it from others. */
export function entryOf(node: XmlNode, where: string, note: Note): EntryFields | null {
  const id = childText(node, 'guid', 'id') || (node.attributes['rdf:about'] ?? '').trim();
  const link = linkIn(node, id);
  const title = plainLine(childText(node, 'title', 'media:title'));
  const key = id || link || title;
  if (!key) return null;
  const written = childText(node, 'pubDate', 'published', 'dc:date', 'issued', 'created');
  const date = readLooseDate(written) ?? readLooseDate(childText(node, 'updated', 'modified', 'atom:updated'));
  if (written && !readLooseDate(written)) note(`Its date cannot be read: ${written.slice(0, 60)}.`);
  const { text, excerpt } = textsOf(node);
  return {
    sourceId: key.slice(0, 500),
    where: `${where}, “${title.slice(0, 80) || 'without a title'}”`,
    title,
    text,
    link,
    slug: slugOf(link),
    excerpt,
    publishAt: date,
    createdAt: date,
    changedAt: readLooseDate(childText(node, 'updated', 'modified', 'atom:updated', 'dcterms:modified')) ?? date,
    authors: authorsOf(node),
    tags: tagsOf(node),
    cover: coverOf(node),
    enclosures: enclosuresOf(node),
    feedId: id.slice(0, 500),
  };
}

function linkIn({ children }: XmlNode, id: string) {
  const link = linkOf(children.filter(({ name }) => name === 'link' || name === 'atom:link'));
  if (link) return link;
  const guid = children.find(({ name }) => name === 'guid');
  return guid && guid.attributes.isPermaLink !== 'false' && /^https?:\/\//i.test(id) ? id : '';
}

function slugOf(link: string) {
  const path = URL.parse(link)?.pathname ?? '';
  return (
    path
      .split('/')
      .findLast(Boolean)
      ?.replace(/\.(?:html?|php|aspx?)$/i, '') ?? ''
  );
}

/** The whole text, and a summary where it is not the beginning of the same. */
function textsOf(node: XmlNode) {
  const whole = childText(node, 'content:encoded', 'content', 'xhtml:body');
  const short = childText(node, 'description', 'summary', 'itunes:summary');
  const isPlain = node.children.some(({ name, attributes }) => name === 'content' && attributes.type === 'text');
  const text = asHtml(isPlain ? escaped(whole) : whole || short);
  if (!whole) return { text, excerpt: '' };
  const summary = plainLine(short).replace(/\s*(?:\[?(?:…|\.\.\.)\]?|Continue reading.*|Read more.*)$/i, '');
  return { text, excerpt: plainLine(whole).startsWith(summary.slice(0, 80)) ? '' : summary };
}

function asHtml(text: string) {
  return /<[a-z!/]/i.test(text) ? text : toParagraphs(text);
}

function escaped(text: string) {
  return text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function authorsOf({ children }: XmlNode): EntryAuthor[] {
  const names = children.flatMap((child) => {
    if (child.name === 'dc:creator') return child.text;
    if (child.name !== 'author') return [];
    // RSS has an address, with the name in brackets.
    return (
      childText(child, 'name') || (/\(([^)]+)\)/.exec(child.text)?.[1] ?? (child.text.includes('@') ? '' : child.text))
    );
  });
  const known = names.map((name) => plainLine(name).slice(0, 120)).filter(Boolean);
  return [...new Set(known)].map((name) => ({ name, email: '' }));
}

function tagsOf({ children }: XmlNode) {
  const names = children.flatMap(({ name, text, attributes }) => {
    if (name === 'category') return attributes.label ?? attributes.term ?? text;
    return name === 'dc:subject' ? text.split(/[,;]/) : [];
  });
  const known = names.map((name) => plainLine(name).slice(0, 200)).filter(Boolean);
  return [...new Set(known)].map((name) => ({ kind: 'category', name }));
}

function coverOf({ children }: XmlNode) {
  const all = children.flatMap((child) => [child, ...(child.name === 'media:group' ? child.children : [])]);
  const image =
    all.find(
      ({ name, attributes }) => name === 'media:content' && /^image/i.test(attributes.medium ?? attributes.type ?? ''),
    ) ??
    all.find(({ name }) => name === 'media:thumbnail') ??
    all.find(({ name }) => name === 'itunes:image');
  const address = image?.attributes.url ?? image?.attributes.href ?? '';
  return /^https?:\/\//i.test(address) ? { address, alt: '', caption: '' } : null;
}

function enclosuresOf({ children }: XmlNode): Enclosure[] {
  return children.flatMap(({ name, attributes }) => {
    const isOne = name === 'enclosure' || ((name === 'link' || name === 'atom:link') && attributes.rel === 'enclosure');
    const url = attributes.url ?? attributes.href ?? '';
    if (!isOne || !/^https?:\/\//i.test(url)) return [];
    return { url, type: attributes.type ?? '', bytes: Number(attributes.length) || 0 };
  });
}
